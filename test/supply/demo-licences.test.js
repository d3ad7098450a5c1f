import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn, ROOT, textOf } from './project.js';

/** The packages that the demo's own sources import. */
function imported() {
  const demo = join(ROOT, 'demo');
  const names = filesIn(demo)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...textOf(file, demo).matchAll(/\bfrom '((?:@[^/']+\/)?[^./'@][^/']*)/g)])
    .map(([, name]) => name);
  return [...new Set(names)].sort();
}

test('the demo has the licence of each of its packages beside it', () => {
  const listed = textOf('dist-demo/LICENSES.md');
  assert.ok(imported().length > 8, imported().join());
  const missing = imported().filter((name) => !listed.includes(`\n## ${name} - `));
  assert.deepEqual(missing, []);
});
