import { bytesOf } from './bytes-of.js';
import { featureOf } from './feature-of.js';
import { TOGETHER } from './features.js';
import { textNames } from './text-names.js';
import { brotliOf, only, weigh } from './weigh.js';

/** How much less a file would be without some of its letters. */
async function without(code, whole, isPart) {
  const rest = await weigh(only(code, (at) => !isPart(at)));
  return {
    bytes: whole.bytes - rest.bytes,
    gzip: whole.gzip - rest.gzip,
    brotli: whole.brotli - rest.brotli,
  };
}

/**
 * For each group of letters its bytes and what the whole would be less without it, those that brotli feels most first. And
 * what of it has run, and what the whole would be less without only those functions of it that have not.
 * @param {string[]} groups the group of each letter
 * @param {{ blocks: Uint8Array, functions: Uint8Array }} [needed] 1 for each letter that was
 */
export async function byGroup(code, groups, whole, needed) {
  const bytes = bytesOf(code);
  const rows = [...new Set(groups)].map(async (name) => {
    const isPart = (at) => groups[at] === name;
    const less = await without(code, whole, isPart);
    if (!needed) return { name, ...less };
    const run = bytes.reduce(
      (sum, one, at) => (isPart(at) && needed.blocks[at] ? sum + one : sum),
      0,
    );
    const now = await brotliOf(only(code, (at) => !isPart(at) || needed.functions[at]));
    return { name, ...less, run, later: whole.brotli - now };
  });
  return (await Promise.all(rows)).sort((a, b) => b.brotli - a.brotli);
}

/** The feature of each letter. */
export function featuresOf(owners) {
  const known = new Map([...new Set(owners)].map((source) => [source, featureOf(source)]));
  return owners.map((source) => known.get(source));
}

/** What the whole would be less without each of the things that go together. */
export function together(code, owners, whole) {
  const groups = featuresOf(owners);
  const names = textNames(code, owners);
  const holds = ({ feature, source, texts }, at) =>
    groups[at] === feature || owners[at] === source || !!texts?.test(names[at] ?? '');
  return Promise.all(
    Object.entries(TOGETHER).map(async ([name, parts]) => {
      const less = await without(code, whole, (at) => parts.some((part) => holds(part, at)));
      return { name, ...less };
    }),
  );
}
