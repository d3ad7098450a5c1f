import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The titles of the tests, without what a loop adds. */
const titles = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.test.js'))
  .flatMap((name) => [...read(name).matchAll(/^ *test\((['`])(.*?)\1, /gm)])
  .map(([, , title]) => title.replace(/: \$\{\w+\}$/, ''));

test('each requirement in the README names a test', () => {
  const [, requirements = ''] = /^## Requirements\n(.*?)^## /ms.exec(read('../README.md')) ?? [];
  const [, ...each] = requirements.split(/^\d+\. /m);
  assert.ok(each.length >= 26);
  for (const requirement of each) {
    const names = [...requirement.matchAll(/(?<=^|\s)_([^_]+)_(?=\s|$)/g)].map(([, name]) =>
      name.replace(/\s+/g, ' '),
    );
    assert.ok(names.length, `a test is missing: ${requirement}`);
    for (const name of names) assert.ok(titles.includes(name), `there is no test "${name}"`);
  }
});

test('the code of the host has no dependencies', () => {
  for (const name of readdirSync(new URL('../host/', import.meta.url))) {
    for (const [, from] of read(`../host/${name}`).matchAll(
      /(?:from |^import |import\()'(.*?)'/gm,
    )) {
      assert.match(from, /^(\.\/[\w-]+\.js|node:[\w/]+)$/, name);
    }
  }
});
