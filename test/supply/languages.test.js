import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { DIST, filesIn, ROOT, SINGLE_FILE, textOf } from './project.js';
import { textsIn } from './texts-in.js';

/** The translation of one text by language, from the XLIFF files. */
const TRANSLATIONS = new Map(
  filesIn(join(ROOT, 'locales'))
    .filter((file) => file.endsWith('.xlf'))
    .map((file) => {
      const unit = textOf(`locales/${file}`).split('id="oir.registration"')[1];
      return [file.replace('.xlf', ''), /<target>(.*)<\/target>/.exec(unit)?.[1]];
    }),
);

/** The languages whose translation of that text is in a file. */
function languagesOf(file) {
  const code = file.endsWith('.html')
    ? /<script>([^]*)<\/script>/.exec(textOf(file, DIST))[1]
    : textOf(file, DIST);
  const texts = new Set([...textsIn(code)].map(({ text }) => text));
  return [...TRANSLATIONS].filter(([, text]) => texts.has(text)).map(([language]) => language);
}

test('the single file has Danish and English, and no other language', () => {
  assert.deepEqual(languagesOf(SINGLE_FILE), ['en']);
});

for (const file of ['ddb-debt-overview.intl.js', 'shared/ddb-debt-overview.js', 'webview.html']) {
  test(`${file} has all languages`, () => {
    assert.ok(TRANSLATIONS.size > 1);
    assert.deepEqual(languagesOf(file), [...TRANSLATIONS.keys()]);
  });
}
