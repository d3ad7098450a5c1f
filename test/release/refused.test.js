import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { CHANGELOG, makeSmallProject } from './small-project.js';

let project;
beforeEach(() => {
  project = makeSmallProject();
});
afterEach(() => project.close());

/** Expects this message, and that nothing has changed. */
async function isRefused(sentence, ...args) {
  const before = project.state();
  assert.deepEqual(await project.release(...args), { status: 1, output: `${sentence}\n` });
  assert.deepEqual(project.state(), before);
}

const USAGE =
  'Say which version: npm run release -- patch, minor, major, or a number such as 1.2.0 or 1.2.0-rc.1.';

test('without a version, or with an invalid one', async () => {
  await isRefused(USAGE);
  await isRefused(USAGE, 'v1.2.3');
  await isRefused(USAGE, 'minor', 'major');
});

test('with an unknown option, or without checks', async () => {
  await isRefused('--checks must name a command.', 'minor', '--checks', ' ');
  const { status, output } = await project.release('minor', '--no-checks');
  assert.equal(status, 1);
  assert.match(output, /^Unknown option '--no-checks'\. Say which version: /);
});

test('when the tree is not clean: a changed file, or an untracked one', async () => {
  project.write('build.js', '');
  await isRefused('The tree is not clean (build.js): commit it, or take it away.', 'minor');
  project.git('checkout', '--', 'build.js');
  project.write('new.js', '');
  await isRefused('The tree is not clean (new.js): commit it, or take it away.', 'minor');
});

test('on another branch than main, or on none', async () => {
  project.git('switch', '--quiet', '--create', 'mine');
  await isRefused('This is mine: a release is made on main.', 'minor');
  project.git('switch', '--quiet', '--detach');
  await isRefused('This is no branch: a release is made on main.', 'minor');
});

test('when the section Unreleased is empty', async () => {
  project.write('CHANGELOG.md', CHANGELOG.replace('- Something.\n', ''));
  project.commit('Nothing');
  await isRefused(
    'CHANGELOG.md has nothing under Unreleased: say there what has changed.',
    'minor',
  );
});

test('a version that is not higher than the last release, whatever package.json has', async () => {
  project.git('tag', 'v0.10.0');
  project.git('tag', 'v0.9.0');
  project.git('tag', 'vague');
  await isRefused('0.9.1 is not higher than the last release, 0.10.0.', '0.9.1');
  await isRefused('0.10.0-rc.1 is not higher than the last release, 0.10.0.', '0.10.0-rc.1');
});

test('a first version that is lower than the version in package.json', async () => {
  await isRefused('0.0.9 is lower than the version in package.json, 0.1.0.', '0.0.9');
});

test('a version that has a tag', async () => {
  project.git('tag', 'v0.2.0');
  await isRefused('There is a tag v0.2.0 already.', '0.2.0');
});

test('a version that has a folder, which may have been made manually', async () => {
  project.write('release/0.2.0/mine.txt', '');
  await isRefused('There is a folder release/0.2.0 already: take it away first.', 'minor');
});
