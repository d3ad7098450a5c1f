import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { CHANGELOG, makeSmallProject } from './small-project.js';

let project;
beforeEach(() => {
  project = makeSmallProject();
});
afterEach(() => project.close());

const AS_IT_WAS = 'Nothing is released; the tree is as it was.\n';

/** Expects that a release fails with this message, and changes nothing. */
async function isUndone(why, ...args) {
  const before = project.state();
  const { status, output } = await project.release('minor', ...args);
  assert.equal(status, 1, output);
  assert.match(output, why);
  assert.ok(output.endsWith(AS_IT_WAS), output);
  assert.deepEqual(project.state(), before);
  assert.ok(!project.has('release/0.2.0'));
}

const buildWith = (line) => {
  project.write('build.js', `${project.read('build.js')}\n${line}\n`);
  project.commit('Another build');
};

test('a failed check', () => isUndone(/`sh -c exit 3` has failed/, '--checks', 'exit 3'));

test('the checks see the new version, and may fail because of it', () =>
  isUndone(/`sh -c .*` has failed/, '--checks', '! grep -q 0.2.0 package.json'));

test('a failed build', () => {
  buildWith("throw new Error('It is too large.');");
  return isUndone(/It is too large\./, '--checks', 'true');
});

test('two builds that differ', () => {
  buildWith("writeFileSync('dist/where.txt', process.cwd());");
  return isUndone(/Two builds differ: where\.txt\./, '--checks', 'true');
});

test('a wrong hash of a file', () => {
  buildWith("writeFileSync(`dist/cdn/ddb-debt-overview-${version}.js`, '');");
  return isUndone(
    /integrity\.json does not have the hash of ddb-debt-overview-0\.2\.0\.js\./,
    '--checks',
    'true',
  );
});

test('a package with another version', () => {
  buildWith("writeFileSync('dist/define.js', code.replace(version, '0.1.9'));");
  return isUndone(/The package says that it is 0\.1\.9\./, '--checks', 'true');
});

test('a package that cannot be loaded', () => {
  buildWith("writeFileSync('dist/ddb-debt-overview.intl.js', 'document.title;');");
  return isUndone(/document is not defined/, '--checks', 'true');
});

test('a commit that a hook rejects', () => {
  project.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 1\n');
  chmodSync(project.path('.git/hooks/pre-commit'), 0o755);
  return isUndone(/git commit/, '--checks', 'true');
});

test('a tag that cannot be created after the commit', () => {
  project.git('config', 'tag.gpgSign', 'true');
  project.git('config', 'gpg.program', 'false');
  return isUndone(/git tag/, '--checks', 'true');
});

/** A check with a child process that runs until it is terminated; the messages of the shell are discarded. */
const LONG_CHECK = `sh -c 'trap "echo ended; exit" TERM; echo begun; for i in $(seq 300); do sleep 0.1; done' 2>/dev/null; touch gone-on`;

test(
  'an interrupted release is undone, and its child processes end',
  { timeout: 30_000 },
  async () => {
    const before = project.state();
    const child = project.start('minor', '--checks', LONG_CHECK);
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    let stdout = '';
    await new Promise((resolve) =>
      child.stdout.setEncoding('utf8').on('data', (text) => {
        stdout += text;
        if (/^begun$/m.test(stdout)) resolve();
      }),
    );
    assert.match(project.read('package.json'), /0\.2\.0/);
    child.kill('SIGTERM');
    const status = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(status, 1, stderr);
    assert.match(stdout, /^ended$/m);
    assert.equal(stderr, `Stopped.\n${AS_IT_WAS}`);
    assert.deepEqual(project.state(), before);
  },
);

test('a file that was changed meanwhile is kept, and named', async () => {
  const { status, output } = await project.release(
    'minor',
    '--checks',
    'echo "- Mine." >> CHANGELOG.md; echo mine > mine.txt',
  );
  assert.equal(status, 1);
  assert.match(output, /Meanwhile, somebody has changed mine\.txt, CHANGELOG\.md\./);
  assert.match(output, /CHANGELOG\.md was changed by somebody else meanwhile: look at it\./);
  assert.ok(output.endsWith('Nothing is released.\n'), output);
  assert.ok(project.read('CHANGELOG.md').endsWith('- Mine.\n'));
  assert.equal(project.git('diff', '--name-only'), 'CHANGELOG.md');
  assert.equal(project.read('mine.txt'), 'mine\n');
});

test('a commit that was made meanwhile is kept, and not released', async () => {
  const { status, output } = await project.release(
    'minor',
    '--checks',
    'git commit --quiet --allow-empty -m Mine',
  );
  assert.equal(status, 1);
  assert.match(output, /Meanwhile, something was committed\./);
  assert.equal(project.git('log', '-1', '--format=%s'), 'Mine');
  assert.equal(project.git('status', '--porcelain'), '');
});

test('a dry run changes nothing, and prints what a release would do', async () => {
  const before = project.state();
  const { status, output } = await project.release('minor', '--dry-run', '--checks', 'exit 3');
  assert.equal(status, 0, output);
  for (const pattern of [
    /^Release 0\.2\.0 \(package\.json says 0\.1\.0\)\.$/m,
    /^ {2}- Something\.$/m,
    /^ {2}write 0\.2\.0 into package\.json, package-lock\.json, src\/version\.ts, and/m,
    /^ {2}run exit 3$/m,
    /^ {2}commit "Release 0\.2\.0", and tag it v0\.2\.0$/m,
    /^It was only asked for: nothing is done\.$/m,
  ]) {
    assert.match(output, pattern);
  }
  assert.deepEqual(project.state(), before);
  assert.equal(project.read('CHANGELOG.md'), CHANGELOG);
});

test('also when npm takes --dry-run for itself, in front of --', async () => {
  const before = project.state();
  for (const args of [
    ['minor', '--dry-run'],
    ['--dry-run', '--', 'minor'],
    ['--', 'minor', '--dry-run'],
  ]) {
    const { status, output } = await project.npm('run', 'release', ...args);
    assert.equal(status, 0, output);
    assert.match(output, /^It was only asked for: nothing is done\.$/m);
    assert.deepEqual(project.state(), before);
  }
});
