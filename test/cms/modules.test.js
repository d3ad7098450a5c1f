import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import gettext from 'gettext-parser';
import { recipe } from './recipe-copy.js';
import { temporaryFolder } from './temporary-folder.js';
import { phpSyntax } from './php.js';

const FILES = readdirSync(recipe(''), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

test('every PHP file has valid syntax', async () => {
  const php = FILES.filter((file) => /\.(php|module|install|inc)$/.test(file));
  assert.ok(php.length >= 15);
  assert.deepEqual((await Promise.all(php.map(phpSyntax))).filter(Boolean), []);
});

test('every PHP example in a README has valid syntax', async () => {
  const pages = FILES.filter((file) => file.endsWith('README.md'));
  const pieces = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/```php\n(.*?)```/gs)].map(([, code]) => code),
  );
  assert.ok(pieces.length > 1);
  const file = join(temporaryFolder(), 'piece.php');
  for (const piece of pieces) {
    writeFileSync(file, `<?php\n${piece}`);
    assert.equal(await phpSyntax(file), '', piece);
  }
});

test('the CSS that reserves the space is that of the documents, everywhere', () => {
  const files = FILES.filter((file) => file.endsWith('reserve.css'));
  assert.ok(files.includes(recipe('reserve.css')));
  const documented = readFileSync(recipe('../docs/integrate.md'), 'utf8');
  for (const file of files) {
    const css = readFileSync(file, 'utf8').replace(/^\/\*.*?\*\/\s*/s, '');
    assert.ok(documented.includes(css), file);
  }
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

test('every text of the WordPress plugin has a Danish translation, and no other has', () => {
  const folder = recipe('wordpress/ddb-debt-overview/');
  const own = FILES.filter((file) => file.startsWith(folder) && /\.(php|js)$/.test(file));
  const calls = /\b(?:__|esc_(?:html|attr)(?:__|_e))\(\s*'([^']*)',\s*'ddb-debt-overview'/g;
  const used = own.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(calls)].map(([, text]) => text),
  );
  const plugin = readFileSync(`${folder}ddb-debt-overview.php`, 'utf8');
  for (const header of ['Plugin Name', 'Description'])
    used.push(plugin.match(new RegExp(`^ \\* ${header}: +(.*)$`, 'm'))[1]);
  const { title, description, keywords } = JSON.parse(
    readFileSync(`${folder}block/block.json`, 'utf8'),
  );
  const po = gettext.po.parse(readFileSync(`${folder}languages/ddb-debt-overview-da_DK.po`));
  const translated = (context) =>
    Object.values(po.translations[context] ?? {})
      .filter(({ msgid, msgstr: [text] }) => msgid && text)
      .map(({ msgid }) => msgid)
      .sort();
  assert.deepEqual(translated(''), [...new Set(used)].sort());
  assert.deepEqual(translated('block title'), [title]);
  assert.deepEqual(translated('block description'), [description]);
  assert.deepEqual(translated('block keyword'), [...keywords].sort());
});
