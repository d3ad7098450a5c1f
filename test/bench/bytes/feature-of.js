import { FEATURES } from './features.js';
import { WRAPPER } from './owners.js';

const holds = (entry, name) => (entry.endsWith('/') ? name.startsWith(entry) : name === entry);

/**
 * The one feature that a source is of.
 * @param {string} source by its path from the root
 */
export function featureOf(source, features = FEATURES) {
  if (source === WRAPPER) return 'Wrapper';
  const name = source.replace(/^src\/|\.ts$/g, '');
  const found = Object.keys(features).filter((feature) =>
    features[feature].some((entry) => holds(entry, name)),
  );
  if (found.length === 1) return found[0];
  const what = found.length ? `of several features: ${found.join(', ')}` : 'of no feature';
  throw new Error(`${source} is ${what}. Name it once in test/bench/bytes/features.js.`);
}

/** Names in the table of features that no source has. */
export const namesOfNothing = (sources, features = FEATURES) =>
  Object.values(features)
    .flat()
    .filter(
      (entry) => !sources.some((source) => holds(entry, source.replace(/^src\/|\.ts$/g, ''))),
    );
