import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './command.js';
import { git, ROOT } from './git.js';
import { Refusal } from './refusal.js';

const named = (kind, list = []) => list.map(({ name }) => `${kind} ${name}`);

/** `systems="both"`: a page that has written it must go on working. */
const valuesOf = ({ name, type }) =>
  [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, value]) => `value ${name}="${value}"`);

/** Of the element's documentation. */
export function namesInManifest({ modules }) {
  const element = modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName);
  return [
    `tag ${element.tagName}`,
    ...named('attribute', element.attributes),
    ...element.attributes.flatMap(valuesOf),
    ...named('member', element.members),
    ...named('event', element.events),
    ...named('slot', element.slots),
    ...named('part', element.cssParts),
    ...named('custom property', element.cssProperties),
  ];
}

/** Of what `import … from 'ddb-debt-overview'` may ask for. */
export const namesInIndex = (code) =>
  [...code.matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
    .flatMap(([, names]) => names.split(','))
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => `export ${name.split(' as ').pop()}`);

/** Of the sentences that a library may replace: those without a slash. */
export const namesInMessages = (code) =>
  [...code.matchAll(/^ {2}'?([\w.]+)'?: msg\(/gm)].map(([, key]) => `text ${key}`);

function filesNamed(kind, folder, ending) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(ending));
  return files.map((name) => `${kind} ${name.slice(0, -ending.length)}`);
}

async function namesIn(folder) {
  const read = (file) => readFileSync(join(folder, file), 'utf8');
  await command(
    join(ROOT, 'node_modules/.bin/cem'),
    ['analyze', '--config', '.ci/custom-elements-manifest.config.js'],
    { cwd: folder },
  );
  return [
    ...namesInManifest(JSON.parse(read('dist/custom-elements.json'))),
    ...namesInIndex(read('src/index.ts')),
    ...namesInMessages(read('src/i18n/messages.ts')),
    ...Object.keys(JSON.parse(read('package.json')).exports).map((name) => `entry ${name}`),
    ...filesNamed('theme', join(folder, 'themes'), '.css'),
    ...filesNamed('language', join(folder, 'locales'), '.xlf'),
  ];
}

/**
 * All names that others may have written down, at a commit. They are read from its sources: what was built then is not
 * kept in the repository.
 */
export async function publicNames(commit) {
  if (!existsSync(join(ROOT, 'node_modules'))) {
    throw new Refusal('Nothing is installed here: run npm ci first.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'public-names-'));
  try {
    const archive = join(folder, 'sources.tar');
    git('archive', '--format=tar', '-o', archive, commit);
    await command('tar', ['-xf', archive, '-C', folder]);
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    return await namesIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
