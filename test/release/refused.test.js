import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { CHANGELOG, makeSmallProject } from './small-project.js';

let project;
beforeEach(() => {
  project = makeSmallProject();
});
afterEach(() => project.close());

/** There is one sentence, and nothing is changed. */
async function isRefused(sentence, ...args) {
  const before = project.state();
  assert.deepEqual(await project.release(...args), { status: 1, said: `${sentence}\n` });
  assert.deepEqual(project.state(), before);
}

const USAGE =
  'Say which version: npm run release -- patch, minor, major, or a number such as 1.2.0 or 1.2.0-rc.1.';

test('without a version, or with what is none', async () => {
  await isRefused(USAGE);
  await isRefused(USAGE, 'v1.2.3');
  await isRefused(USAGE, 'minor', 'major');
});

test('with an option that there is not, or without checks', async () => {
  await isRefused('--checks must name a command.', 'minor', '--checks', ' ');
  const { status, said } = await project.release('minor', '--no-checks');
  assert.equal(status, 1);
  assert.match(said, /^Unknown option '--no-checks'\. Say which version: /);
});

test('where the tree is not clean: a file that is changed, and one that git does not have', async () => {
  project.write('build.js', '');
  await isRefused('The tree is not clean (build.js): commit it, or take it away.', 'minor');
  project.git('checkout', '--', 'build.js');
  project.write('new.js', '');
  await isRefused('The tree is not clean (new.js): commit it, or take it away.', 'minor');
});

test('on another branch than main, and on none', async () => {
  project.git('switch', '--quiet', '--create', 'mine');
  await isRefused('This is mine: a release is made on main.', 'minor');
  project.git('switch', '--quiet', '--detach');
  await isRefused('This is no branch: a release is made on main.', 'minor');
});

test('where nothing is told under Unreleased', async () => {
  project.write('CHANGELOG.md', CHANGELOG.replace('- Something.\n', ''));
  project.commit('Nothing');
  await isRefused(
    'CHANGELOG.md has nothing under Unreleased: say there what has changed.',
    'minor',
  );
});

test('a version that is not higher than the last release, whatever package.json says', async () => {
  project.git('tag', 'v0.10.0');
  project.git('tag', 'v0.9.0');
  project.git('tag', 'vague');
  await isRefused('0.9.1 is not higher than the last release, 0.10.0.', '0.9.1');
  await isRefused('0.10.0-rc.1 is not higher than the last release, 0.10.0.', '0.10.0-rc.1');
});

test('a first version that is lower than what package.json has said until now', async () => {
  await isRefused('0.0.9 is lower than the version in package.json, 0.1.0.', '0.0.9');
});

test('a version that there is a tag for', async () => {
  project.git('tag', 'v0.2.0');
  await isRefused('There is a tag v0.2.0 already.', '0.2.0');
});

test('a version that there is a folder for: somebody may have made it by hand', async () => {
  project.write('release/0.2.0/mine.txt', '');
  await isRefused('There is a folder release/0.2.0 already: take it away first.', 'minor');
});
