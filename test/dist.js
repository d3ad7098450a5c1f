/**
 * `npm run test:dist [suite…]`: runs suites of tests against the built files; all of them where none is named.
 * Options go to Node's test runner: `npm run test:dist e2e -- --test-name-pattern="second tab"`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './built.js';
import { NIGHTLY } from './nightly.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const isTest = (file) => file.endsWith('.test.js') || (NIGHTLY && file.endsWith('.nightly.js'));
const tests = ['test', 'integrations']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter(isTest);
/** The folder below test/ or integrations/. */
const suiteOf = (file) => file.split('/')[1];
const suites = [...new Set(tests.map(suiteOf))].sort();

const given = process.argv.slice(2);
const options = given.filter((one) => one.startsWith('-'));
const chosen = given.filter((one) => !one.startsWith('-'));
const unknown = chosen.find((one) => !suites.includes(one));
if (unknown) {
  console.error(`There is no suite "${unknown}". There are: ${suites.join(', ')}.`);
  process.exit(1);
}

buildIfStale();
const files = tests.filter((file) => !chosen.length || chosen.includes(suiteOf(file)));
const { status } = spawnSync(
  process.execPath,
  [
    '--test',
    '--import=./test/property-seed.js',
    '--test-reporter=spec',
    '--test-concurrency=2',
    ...options,
    ...files,
  ],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
