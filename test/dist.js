/**
 * `npm run test:dist [suite…]`: runs suites of tests against the built files; all of them where none is named.
 * Options go to Node's test runner: `npm run test:dist e2e -- --test-name-pattern="second tab"`.
 * Builds first where dist/ or dist-demo/ is missing, or older than what it is built from.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NIGHTLY } from './nightly.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const SOURCES = ['.ci/api', '.ci/build', 'demo', 'locales', 'src', 'themes'];
const SINGLE_SOURCES = ['.ci/build.js', 'package-lock.json', 'vite.config.ts'];
/** The last file of each part of the build. */
const BUILT = ['dist/cdn/integrity.json', 'dist-demo/index.html'];

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);
const changedAt = (path) => statSync(path).mtimeMs;

function isBuilt() {
  const sources = [...SOURCES.flatMap(filesIn), ...SINGLE_SOURCES];
  const newest = Math.max(...sources.map(changedAt));
  return BUILT.every((file) => existsSync(file) && changedAt(file) >= newest);
}

function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const isTest = (file) => file.endsWith('.test.js') || (NIGHTLY && file.endsWith('.nightly.js'));
const tests = filesIn('test').filter(isTest);
const suiteOf = (file) => file.split('/')[1];
const suites = [...new Set(tests.map(suiteOf))].sort();

const given = process.argv.slice(2);
const options = given.filter((one) => one.startsWith('-'));
const chosen = given.filter((one) => !one.startsWith('-'));
const unknown = chosen.filter((one) => !suites.includes(one));
if (unknown.length) {
  console.error(`There is no suite "${unknown[0]}". There are: ${suites.join(', ')}.`);
  process.exit(1);
}

if (!isBuilt()) run(process.execPath, '.ci/build.js');
run(
  process.execPath,
  '--test',
  '--test-reporter=spec',
  '--test-concurrency=2',
  ...options,
  ...tests.filter((file) => !chosen.length || chosen.includes(suiteOf(file))),
);
