/** The steps of `.ci/run`, two at a time, longest first. Prints each step's output when it ends, and a table at the end. */
import { spawn } from 'node:child_process';

const AT_ONCE = 2;
const wtr = (browser, ...args) => ({
  command: ['npm', 'test', '--', ...args],
  env: { BROWSER: browser },
});
const suite = (...names) => ({ command: ['npm', 'run', 'test:dist', '--', ...names] });

/** These need nothing that is built, or build it. */
const FIRST = {
  build: { command: ['npm', 'run', 'build'] },
  lint: { command: ['npm', 'run', 'lint'] },
};

const STEPS = {
  'tests in Chromium, with coverage': wtr('chromium', '--coverage'),
  'tests in WebKit': wtr('webkit'),
  'tests in Firefox': wtr('firefox'),
  size: { command: ['npx', 'size-limit'] },
};
for (const name of [
  'accessibility',
  'story',
  'visual',
  'workbench',
  'attack',
  'hostile',
  'matrix',
  'package',
  'webview',
  'cms',
  'themes',
  'e2e',
  'soak',
  'pages',
  'release',
  'start',
  'supply',
  'host',
  'bench',
]) {
  STEPS[name] = suite(name);
}
if (process.env.NIGHTLY) {
  STEPS.fuzz = { command: ['npx', 'wtr', '--config', 'test/fuzz/web-test-runner.config.js'] };
}

const counted = { passed: 0, failed: 0 };
const rows = [];

/** What a runner says at its end: Web Test Runner, or Node's. A step that says nothing counts as one test. */
function count(output, succeeded) {
  const last = (pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
  const passed = last(/(\d+) passed, \d+ failed/g) + last(/^ℹ pass (\d+)$/gm);
  const failed = last(/\d+ passed, (\d+) failed/g) + last(/^ℹ fail (\d+)$/gm);
  if (succeeded) return { passed: passed || 1, failed };
  return { passed, failed: failed || 1 };
}

async function runStep([name, { command, env }]) {
  const begun = Date.now();
  const child = spawn(command[0], command.slice(1), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => chunks.push(chunk));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1)).once('close', resolve);
  });
  const output = Buffer.concat(chunks).toString();
  const { passed, failed } = count(output, code === 0);
  const seconds = Math.round((Date.now() - begun) / 1000);
  counted.passed += passed;
  counted.failed += failed;
  rows.push({ step: name, seconds, passed, failed });
  console.log(`\n=== ${name}\n${output}`);
  if (code !== 0) console.log(`!!! ${name} failed`);
}

async function runAll(steps) {
  const queue = Object.entries(steps);
  const lane = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) await runStep(step);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

await runAll(FIRST);
await runAll(STEPS);

console.table(rows.sort((one, other) => other.seconds - one.seconds));
console.log(`\n${counted.passed} passed, ${counted.failed} failed`);
process.exitCode = counted.failed ? 1 : 0;
