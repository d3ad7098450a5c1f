import { readdirSync, readFileSync } from 'node:fs';
import { dist } from './manifest.js';

/**
 * For sites that give a file to everybody, and let browsers keep it for ever: each single file under a name with its
 * version in it, its licences, and a list of the hashes. They go to dist/cdn, and not into the package: what a package's
 * files are called by there has the version in it already.
 */
export function versioned(version) {
  const hashed = readdirSync(dist('.'))
    .filter((name) => name.endsWith('.js.integrity'))
    .map((name) => name.replace(/\.integrity$/, ''));
  const named = hashed.map((name) => ({
    name,
    // ddb-debt-overview.intl.js is ddb-debt-overview-1.2.3.intl.js
    to: name.replace('.', `-${version}.`),
    integrity: readFileSync(dist(`${name}.integrity`), 'utf8').trim(),
  }));
  const list = Object.fromEntries(named.map(({ to, integrity }) => [to, integrity]));
  return Object.fromEntries([
    ...named.flatMap(({ name, to }) => [
      [`cdn/${to}`, readFileSync(dist(name))],
      // By the name that the first line of the file has for it.
      [`cdn/${name}.LICENSE.txt`, readFileSync(dist(`${name}.LICENSE.txt`))],
    ]),
    ['cdn/integrity.json', `${JSON.stringify({ version, files: list }, null, 2)}\n`],
  ]);
}
