import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const read = (file) => readFileSync(new URL(file, ROOT), 'utf8');

const architecture = read('docs/architecture.md');
const picture = read('docs/pictures/architecture.svg');
const contributing = read('CONTRIBUTING.md');

const folders = readdirSync(new URL('src', ROOT), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The folders in the order that the lint checks. */
const FOLDERS = [
  ...read('eslint.config.js')
    .match(/const FOLDERS = \[([^\]]*)\]/)[1]
    .matchAll(/'([\w-]+)'/g),
].map(([, name]) => name);

/** The first column of a page's tables. */
const firstCells = (page) =>
  [...page.matchAll(/^\| (`[^|]+) *\|/gm)].map(([, cell]) => cell.trim());

/** Every `npm run …`, `npm start` and `npm test` in a text. */
const scriptsIn = (text) =>
  [...text.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)].map(([, run, own]) => run ?? own);

/** `host/updates.ts`, `.ci/build/`: what a page names as being somewhere in the project. */
const placesIn = (page) =>
  [...page.matchAll(/`([\w./-]*\w(?:\/|\.(?:ts|js|md|xlf|json|html)))`/g)].map(
    ([, place]) => place,
  );

/** By a build, by npm, or into a folder of a release. */
const MADE =
  /^(node_modules|\.git|dist|dist-demo|coverage|release|screenshots)(\/|$)|^(integrity\.json|NOTES\.md)$/;
const everything = readdirSync(ROOT, { withFileTypes: true })
  .filter(({ name }) => !MADE.test(name))
  .flatMap((entry) =>
    entry.isDirectory()
      ? [
          `${entry.name}/`,
          ...readdirSync(new URL(entry.name, ROOT), { recursive: true, withFileTypes: true }).map(
            (one) =>
              `${one.parentPath.replace(/\/?$/, '/').slice(fileURLToPath(ROOT).length)}${one.name}${one.isDirectory() ? '/' : ''}`,
          ),
        ]
      : [entry.name],
  );
const isSomewhere = (place) =>
  everything.some((path) => path === place || path.endsWith(`/${place}`));

test('every folder of src/ is in docs/architecture.md, and each that the lint orders is in the picture', () => {
  assert.ok(folders.length >= 10);
  assert.deepEqual(
    folders.filter((name) => !architecture.includes(`\`${name}/\``)),
    [],
  );
  assert.deepEqual(
    FOLDERS.filter((name) => !picture.includes(`${name}/`)),
    [],
  );
});

test('the table has the folders in the order that the lint checks', () => {
  assert.deepEqual(
    firstCells(architecture),
    FOLDERS.map((name) => `\`${name}/\``),
  );
});

test('the page of the architecture stays one page', () => {
  assert.ok(architecture.split('\n').length <= 75);
});

for (const [name, page] of Object.entries({
  'docs/architecture.md': architecture,
  'CONTRIBUTING.md': contributing,
})) {
  test(`every file and folder that ${name} names is there`, () => {
    const places = placesIn(page).filter((place) => !MADE.test(place));
    assert.ok(places.length > 5);
    assert.deepEqual(
      places.filter((place) => !isSomewhere(place)),
      [],
    );
  });
}

test('the files that the picture names are there', () => {
  const files = [...picture.matchAll(/[\w-]+\.ts/g)].map(([name]) => name);
  assert.ok(files.length > 8);
  assert.deepEqual(
    files.filter((name) => !isSomewhere(name)),
    [],
  );
});

test('every script of package.json is in the table of commands, and the table has no other', () => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
  const [, commands] = contributing.split('\n## Commands\n');
  const listed = scriptsIn(
    commands
      .split('\n## ')[0]
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .join('\n'),
  );
  assert.deepEqual([...new Set(listed)].sort(), scripts.sort());
});

test('every script that CONTRIBUTING and README ask for is there', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const asked = [...scriptsIn(contributing), ...scriptsIn(read('README.md'))];
  assert.deepEqual(
    asked.filter((name) => !(name in scripts)),
    [],
  );
});

test('the walk changes a sentence that there is, from the words that it has', () => {
  const [, old] = /the patron reads, for example: "([^"]*?)\d/.exec(
    contributing.replaceAll('\n', ' '),
  );
  const [, id] = /Find `([\w.]+)`/.exec(contributing);
  const [line] = read('src/i18n/messages.ts')
    .split('\n')
    .filter((one) => one.startsWith(`  '${id}': `));
  assert.ok(
    line.includes(old),
    `${id} is not "${old}…" any more: let the walk change another sentence`,
  );
  assert.ok(isSomewhere('test/story/told/both.da.txt'));
  assert.ok(read('test/story/told/both.da.txt').includes(old));
});
