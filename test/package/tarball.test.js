import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openWorkspace } from './workspace.js';

/** Most of it is source maps. */
const MOST = 650_000;

let workspace;
let files;

before(async () => {
  workspace = await openWorkspace(['tarball']);
  const { stdout } = await workspace.run('.', 'tar', '-tzf', workspace.tarball);
  files = stdout
    .split('\n')
    .filter(Boolean)
    .map((name) => name.replace('package/', ''));
});

after(() => workspace?.close());

const packageJson = () => JSON.parse(workspace.read('package.json'));

test('the package has built files and documents: no sources, tests or tools', () => {
  const strange = files.filter(
    (name) =>
      !/^(dist\/|themes\/[^/]+\.css$|[A-Z]+(\.md)?$|package\.json$)/.test(name) ||
      /test|demo|\/cdn\/|(?<!\.d)\.ts$|\.tsbuildinfo/.test(name),
  );
  assert.deepEqual(strange, []);
  const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'REFERENCE.md'];
  assert.deepEqual(
    papers.filter((name) => !files.includes(name)),
    [],
  );
});

/** Whether a file of the package matches an entry of package.json, such as `./themes/*.css`. */
const isNamed = (entry) => (file) => {
  const [before, after = ''] = entry.replace(/^\.\//, '').split('*');
  return (
    file === before || (entry.includes('*') && file.startsWith(before) && file.endsWith(after))
  );
};

test('every file named by package.json is in it', () => {
  const { exports, types, customElements, 'web-types': webTypes } = packageJson();
  const named = [types, customElements, webTypes, ...Object.values(exports)].flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  assert.ok(named.length > 12);
  assert.deepEqual(
    named.filter((entry) => !files.some(isNamed(entry))),
    [],
  );
});

test('it is not larger than its limit', (context) => {
  const { size } = statSync(workspace.tarball);
  context.diagnostic(`${size} B in ${files.length} files`);
  assert.ok(size < MOST, `${size} B`);
});

test('only modules that register the tag have side effects, so that a bundler may drop the others', () => {
  const { exports, sideEffects } = packageJson();
  const registering = Object.values(exports)
    .map((entry) => entry.default ?? entry)
    .filter((file) => /(define|ddb-debt-overview[^/]*)\.js$/.test(file));
  const built = sideEffects.filter((file) => /^\.\/dist\/.*\.js$/.test(file));
  assert.ok(sideEffects.includes('./dist/themes/*.css'), 'a style sheet that is imported stays');
  assert.deepEqual([...new Set(registering)].sort(), built.sort());
});
