import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonOf, LOCKED, textOf } from './project.js';

/** Packages that would run code of their own when they are installed. None needs to, to build or to test this. */
const WITH_SCRIPTS = [
  'edgedriver',
  'esbuild',
  'geckodriver',
  'msw',
  'rs-module-lexer',
  'unrs-resolver',
];

test('every locked package has a hash that npm checks it against', () => {
  assert.ok(LOCKED.length > 100, `${LOCKED.length} packages`);
  const bare = LOCKED.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity));
  assert.deepEqual(
    bare.map(({ place }) => place),
    [],
  );
});

test('no locked package comes from a place of its own: not a host, a folder, a repository', () => {
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

test('which packages would run code is known, and none of them is shipped', () => {
  const would = LOCKED.filter(({ hasInstallScript }) => hasInstallScript);
  assert.deepEqual([...new Set(would.map(({ name }) => name))].sort(), WITH_SCRIPTS);
  assert.deepEqual(
    would.filter(({ dev }) => !dev),
    [],
  );
});
