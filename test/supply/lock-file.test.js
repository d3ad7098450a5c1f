import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonOf, LOCKED, textOf } from './project.js';

/** Packages with an install script. None needs it to build or to test this project. */
const WITH_SCRIPTS = [
  'edgedriver',
  'esbuild',
  'geckodriver',
  'msw',
  'rs-module-lexer',
  'unrs-resolver',
];

test('every locked package has a hash', () => {
  assert.ok(LOCKED.length > 100, `${LOCKED.length} packages`);
  const bare = LOCKED.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity));
  assert.deepEqual(
    bare.map(({ place }) => place),
    [],
  );
});

test('no locked package has a URL, a folder or a repository of its own', () => {
  const placed = LOCKED.filter(({ resolved, link }) => resolved || link);
  assert.deepEqual(
    placed.map(({ place }) => place),
    [],
  );
  assert.doesNotMatch(textOf('package-lock.json'), /"(resolved|version)": "[^"]*[:/]/);
});

test('no package runs code when it is installed', () => {
  assert.match(textOf('.npmrc'), /^ignore-scripts=true$/m);
  assert.doesNotMatch(textOf('.npmrc'), /registry|_auth|token/i);
  const { scripts } = jsonOf('package.json');
  const own = Object.keys(scripts).filter((name) => /install|^pre|^post|publish/.test(name));
  assert.deepEqual(own, []);
});

test('the packages with an install script are known, and none of them is shipped', () => {
  const would = LOCKED.filter(({ hasInstallScript }) => hasInstallScript);
  assert.deepEqual([...new Set(would.map(({ name }) => name))].sort(), WITH_SCRIPTS);
  assert.deepEqual(
    would.filter(({ dev }) => !dev),
    [],
  );
});
