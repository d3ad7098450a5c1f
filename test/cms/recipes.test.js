import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { recipe } from './recipe-copy.js';
import { temporaryFolder } from './temporary-folder.js';
import { phpSyntax } from './php.js';

const FILES = readdirSync(recipe(''), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

test('every PHP file of the recipes has valid syntax', async () => {
  const php = FILES.filter((file) => /\.(php|module)$/.test(file));
  assert.ok(php.length >= 6);
  assert.deepEqual((await Promise.all(php.map(phpSyntax))).filter(Boolean), []);
});

test('every PHP example in the README has valid syntax', async () => {
  const readme = readFileSync(recipe('README.md'), 'utf8');
  const pieces = [...readme.matchAll(/```php\n(.*?)```/gs)].map(([, code]) => code);
  assert.equal(pieces.length, 1);
  const file = join(temporaryFolder(), 'piece.php');
  writeFileSync(file, `<?php\n${pieces.join('')}`);
  assert.equal(await phpSyntax(file), '');
});

test('the CSS that reserves the space is the README’s everywhere', () => {
  const kept = FILES.filter((file) => file.endsWith('reserve.css')).map((file) =>
    readFileSync(file, 'utf8').replace(/\/\*.*?\*\/\s*/s, ''),
  );
  assert.equal(kept.length, 3);
  const readme = readFileSync(recipe('../../README.md'), 'utf8');
  for (const css of kept) assert.ok(readme.includes(css), css);
});

test('every link of the README leads to a file', () => {
  const readme = readFileSync(recipe('README.md'), 'utf8');
  const links = [...readme.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, to]) => to);
  assert.ok(links.length >= 10);
  assert.deepEqual(
    links.filter((to) => !existsSync(join(dirname(recipe('README.md')), to))),
    [],
  );
});
