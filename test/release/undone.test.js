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

/** Where a release fails, with these words, everything is as it was before. */
async function isUndone(why, ...args) {
  const before = project.state();
  const { status, said } = await project.release('minor', ...args);
  assert.equal(status, 1, said);
  assert.match(said, why);
  assert.ok(said.endsWith(AS_IT_WAS), said);
  assert.deepEqual(project.state(), before);
  assert.ok(!project.has('release/0.2.0'));
}

const buildWith = (line) => {
  project.write('build.js', `${project.read('build.js')}\n${line}\n`);
  project.commit('Another build');
};

test('a check that fails', () => isUndone(/`sh -c exit 3` has failed/, '--checks', 'exit 3'));

test('the checks see the new version, and may fail for it', () =>
  isUndone(/`sh -c .*` has failed/, '--checks', '! grep -q 0.2.0 package.json'));

test('a build that fails', () => {
  buildWith("throw new Error('It is too large.');");
  return isUndone(/It is too large\./, '--checks', 'true');
});

test('two builds that differ', () => {
  buildWith("writeFileSync('dist/where.txt', process.cwd());");
  return isUndone(/Two builds differ: where\.txt\./, '--checks', 'true');
});

test('a hash that is not the file’s', () => {
  buildWith("writeFileSync(`dist/cdn/ddb-debt-overview-${version}.js`, '');");
  return isUndone(
    /integrity\.json does not have the hash of ddb-debt-overview-0\.2\.0\.js\./,
    '--checks',
    'true',
  );
});

test('a package that says another version', () => {
  buildWith("writeFileSync('dist/define.js', code.replace(version, '0.1.9'));");
  return isUndone(/The package says that it is 0\.1\.9\./, '--checks', 'true');
});

test('a package that cannot be loaded', () => {
  buildWith("writeFileSync('dist/ddb-debt-overview.intl.js', 'document.title;');");
  return isUndone(/document is not defined/, '--checks', 'true');
});

test('a commit that a hook refuses', () => {
  project.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 1\n');
  chmodSync(project.path('.git/hooks/pre-commit'), 0o755);
  return isUndone(/git commit/, '--checks', 'true');
});

test('a tag that cannot be made, when the commit is made already', () => {
  project.git('config', 'tag.gpgSign', 'true');
  project.git('config', 'gpg.program', 'false');
  return isUndone(/git tag/, '--checks', 'true');
});

/** A check within a check, which goes on until it is told to end; what shells say of that is not heard. */
const LONG_CHECK = `sh -c 'trap "echo ended; exit" TERM; echo begun; for i in $(seq 300); do sleep 0.1; done' 2>/dev/null; touch gone-on`;

test('a release that is stopped, and all that it had started', { timeout: 30_000 }, async () => {
  const before = project.state();
  const child = project.start('minor', '--checks', LONG_CHECK);
  let complained = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (complained += text));
  let said = '';
  await new Promise((resolve) =>
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      if (/^begun$/m.test(said)) resolve();
    }),
  );
  assert.match(project.read('package.json'), /0\.2\.0/);
  child.kill('SIGTERM');
  const status = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(status, 1, complained);
  assert.match(said, /^ended$/m);
  assert.equal(complained, `Stopped.\n${AS_IT_WAS}`);
  assert.deepEqual(project.state(), before);
});

test('what somebody has written meanwhile is not lost: it stays, and is named', async () => {
  const { status, said } = await project.release(
    'minor',
    '--checks',
    'echo "- Mine." >> CHANGELOG.md; echo mine > mine.txt',
  );
  assert.equal(status, 1);
  assert.match(said, /Meanwhile, somebody has changed mine\.txt, CHANGELOG\.md\./);
  assert.match(said, /CHANGELOG\.md was changed by somebody else meanwhile: look at it\./);
  assert.ok(said.endsWith('Nothing is released.\n'), said);
  assert.ok(project.read('CHANGELOG.md').endsWith('- Mine.\n'));
  assert.equal(project.git('diff', '--name-only'), 'CHANGELOG.md');
  assert.equal(project.read('mine.txt'), 'mine\n');
});

test('what somebody has committed meanwhile stays, and is not released', async () => {
  const { status, said } = await project.release(
    'minor',
    '--checks',
    'git commit --quiet --allow-empty -m Mine',
  );
  assert.equal(status, 1);
  assert.match(said, /Meanwhile, something was committed\./);
  assert.equal(project.git('log', '-1', '--format=%s'), 'Mine');
  assert.equal(project.git('status', '--porcelain'), '');
});

test('a release that was only asked for has done nothing, and says what it would do', async () => {
  const before = project.state();
  const { status, said } = await project.release('minor', '--dry-run', '--checks', 'exit 3');
  assert.equal(status, 0, said);
  for (const words of [
    /^Release 0\.2\.0 \(package\.json says 0\.1\.0\)\.$/m,
    /^ {2}- Something\.$/m,
    /^ {2}write 0\.2\.0 into package\.json, package-lock\.json, src\/version\.ts, and/m,
    /^ {2}run exit 3$/m,
    /^ {2}commit "Release 0\.2\.0", and tag it v0\.2\.0$/m,
    /^It was only asked for: nothing is done\.$/m,
  ]) {
    assert.match(said, words);
  }
  assert.deepEqual(project.state(), before);
  assert.equal(project.read('CHANGELOG.md'), CHANGELOG);
});

test('it is so, too, where npm takes --dry-run for its own: in front of --', async () => {
  const before = project.state();
  for (const args of [
    ['minor', '--dry-run'],
    ['--dry-run', '--', 'minor'],
    ['--', 'minor', '--dry-run'],
  ]) {
    const { status, said } = await project.npm('run', 'release', ...args);
    assert.equal(status, 0, said);
    assert.match(said, /^It was only asked for: nothing is done\.$/m);
    assert.deepEqual(project.state(), before);
  }
});
