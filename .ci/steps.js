/**
 * The steps of `.ci/run`, two at a time, the longest first. Prints the output of each step when it ends, then a table, then
 * `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { NIGHTLY } from '../test/nightly.js';

const AT_ONCE = 2;

/** A step without tests counts as one test. */
const check = (...command) => ({ command });
/** Of a step with tests each test counts, and there must be one. */
const tests = (...command) => ({ command, hasTests: true });
const elementTests = (browser, ...options) => ({
  ...tests('npm', 'test', '--', ...options),
  env: { BROWSER: browser },
});

/** The other steps need the build. */
const BUILD_STEPS = { build: check('npm', 'run', 'build'), lint: check('npm', 'run', 'lint') };

/** The suites of `npm run test:dist`, by their measured time. */
const SUITES = [
  'accessibility',
  'workbench',
  'visual',
  'story',
  'e2e',
  'matrix',
  'supply',
  'pages',
  'package',
  'attack',
  'hostile',
  'themes',
  'webview',
  'soak',
  'cms',
  'release',
  'start',
  'bench',
  'payment-host',
];

const TEST_STEPS = {
  'tests in WebKit': elementTests('webkit'),
  'tests in Firefox': elementTests('firefox'),
  'tests in Chromium, with coverage': elementTests('chromium', '--coverage'),
  ...Object.fromEntries(SUITES.map((name) => [name, tests('npm', 'run', 'test:dist', name)])),
  size: check('npx', 'size-limit'),
  'package.json': check('npx', 'publint', '--strict'),
  // The package has ES modules only, and a page, which has no types.
  'types of the package': check(
    ...'npx attw --pack . --profile esm-only --exclude-entrypoints webview.html'.split(' '),
  ),
  ...(NIGHTLY && {
    'screen-reader': tests('npm', 'run', 'test:dist', 'screen-reader'),
    fuzz: tests('npx', 'wtr', '--config', 'test/fuzz/web-test-runner.config.js'),
  }),
};

const rows = [];
/** Repeated at the end, where a long log is read first. */
const failedOutputs = [];

/** What Web Test Runner or Node's test runner says at its end. */
function countTests(output) {
  const last = (pattern) => [...output.matchAll(pattern)].at(-1) ?? [];
  const [, passed = 0] = last(/^ℹ pass (\d+)$/gm);
  const [, failed = 0] = last(/^ℹ fail (\d+)$/gm);
  const [, passedInPages = 0, failedInPages = 0] = last(
    /test files \| (\d+) passed, (\d+) failed/g,
  );
  return { passed: +passed + +passedInPages, failed: +failed + +failedInPages };
}

/** A step that has failed without a failed test, or has no test where it should have some, counts as one failed test. */
function result(succeeded, hasTests, output) {
  const { passed, failed } = hasTests
    ? countTests(output)
    : { passed: succeeded ? 1 : 0, failed: 0 };
  return { passed, failed: failed || (succeeded && passed ? 0 : 1) };
}

async function runOnce(name, { command: [program, ...options], env, hasTests }) {
  const begun = Date.now();
  const child = spawn(program, options, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1)).once('close', resolve);
  });
  const output = stripVTControlCharacters(Buffer.concat(chunks).toString());
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(`\n=== ${name}\n${output}`);
  if (code !== 0)
    failedOutputs.push(`\n!!! ${name} failed. The end of its output:\n${output.slice(-8000)}`);
  return { step: name, seconds, ...result(code === 0, hasTests, output) };
}

/** Tests that fail run once more. The table says so: a test that passes only then depends on timing, and must be mended. */
async function run(name, step) {
  let row = await runOnce(name, step);
  if (row.failed && step.hasTests) row = { ...(await runOnce(name, step)), runs: 2 };
  rows.push(row);
}

async function runAll(steps) {
  const queue = Object.entries(steps);
  const work = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) await run(...step);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

const sum = (column) => rows.reduce((total, row) => total + row[column], 0);

await runAll(BUILD_STEPS);
// Without a build each suite would try to build again.
if (rows.some(({ step, failed }) => step === 'build' && failed))
  console.log('!!! No build: no tests.');
else await runAll(TEST_STEPS);

for (const output of failedOutputs) console.log(output);
console.table(rows.sort((one, other) => other.seconds - one.seconds));
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
