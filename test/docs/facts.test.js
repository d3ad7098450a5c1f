import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PAGES, read } from './pages.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const wordsIn = (text) => text.split(/\s+/).filter(Boolean).length;

test('the README has at most 1,200 words, and CONTRIBUTING 600', () => {
  assert.ok(wordsIn(read('README.md')) <= 1200);
  assert.ok(wordsIn(read('CONTRIBUTING.md')) <= 600);
});

test('the table in README has every setting, and no other', () => {
  const [, schema] = /const SETTINGS = \{\n(.*?)^\}/ms.exec(read('src/config/settings.ts'));
  const settings = [...schema.matchAll(/^ {2}(\w+)[:,]/gm)].map(([, name]) =>
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  );
  const [, table] = /^## Settings\n(.*?)^## /ms.exec(read('README.md'));
  const listed = [...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
  assert.ok(settings.length > 20);
  assert.deepEqual(listed, settings);
});

/** The sections of the specification by number: the numbers of their rules, and their words. */
const sections = new Map(
  read('docs/specification.md')
    .split(/^## /m)
    .slice(1)
    .map((text) => [
      parseInt(text),
      { text, rules: [...text.matchAll(/^(\d+)\. /gm)].map(([, rule]) => rule) },
    ]),
);

test('the specification says that it is what CONTRACT means', () => {
  assert.match(
    read('docs/specification.md').split('\n## ')[0],
    /"CONTRACT 3\.8" is\s+rule 8 of section 3/,
  );
});

test('every rule that code and tests name is in the specification', () => {
  const folders = ['src', 'test', 'demo', 'integrations', 'locales'];
  const files = execFileSync('git', ['grep', '-lE', 'CONTRACT [0-9]', '--', ...folders], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const unknown = [];
  for (const file of files.trim().split('\n')) {
    const text = readFileSync(`${ROOT}${file}`, 'utf8');
    // "CONTRACT 3.1, 8" names two rules, "CONTRACT 5, Texts" a part of a section.
    for (const [cited, list, part] of text.matchAll(
      /CONTRACT (\d[\d.]*(?:(?:, | and )\d[\d.]*)*)(?:, ([A-Z`][^:)'"\n]*))?/g,
    )) {
      const last = sections.get(parseInt(list.split(/, | and /).at(-1)));
      const known = list.split(/, | and /).every((number) => {
        const [section, rule] = number.split('.');
        return sections.has(+section) && (!rule || sections.get(+section).rules.includes(rule));
      });
      if (!known || (part && !last.text.includes(part))) unknown.push(`${file}: ${cited}`);
    }
  }
  assert.deepEqual(unknown, []);
});

test('every attribute of the element that a page names exists', () => {
  const [, table] = /^## Settings\n(.*?)^## /ms.exec(read('README.md'));
  const known = [...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
  const unknown = PAGES.flatMap(({ file, text }) =>
    [...text.matchAll(/<ddb-debt-overview\s([^>]*)>/g)]
      .flatMap(([, attributes]) => [...attributes.matchAll(/([\w-]+)(?:="[^"]*")?/g)])
      .map(([, name]) => `${file}: ${name}`)
      .filter((name) => !known.includes(name.split(': ')[1])),
  );
  assert.deepEqual(unknown, []);
});

test('every suite and test that a page names exists', () => {
  const tracked = execFileSync('git', ['ls-files', 'test'], { cwd: ROOT, encoding: 'utf8' }).split(
    '\n',
  );
  const unknown = PAGES.flatMap(({ file, text }) =>
    [...text.matchAll(/`(test\/[\w./-]+)`/g)]
      .map(([, path]) => path)
      .filter(
        (path) =>
          !tracked.some(
            (one) =>
              one.startsWith(`${path}/`) ||
              one === path ||
              one.replace(/\.test\.[jt]s$/, '') === path,
          ),
      )
      .map((path) => `${file}: ${path}`),
  );
  assert.deepEqual(unknown, []);
});
