import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { DIST, filesIn, jsonOf, SINGLE_FILE, textOf } from './project.js';
import { textsIn } from './texts-in.js';

/** Minifiers keep texts; a text that is in one source only has a known position. */
function* landmarks(code, { sources, sourcesContent }) {
  for (const found of textsIn(code)) {
    // The bundler writes the imports itself.
    if (found.text.startsWith('lit/')) continue;
    const holders = sources.filter((_, at) => sourcesContent[at].includes(found.text));
    if (holders.length === 1) yield { ...found, source: holders[0] };
  }
}

for (const file of filesIn(DIST).filter((name) => name.endsWith('.js'))) {
  if (!existsSync(join(DIST, `${file}.map`))) continue;
  test(`the source map of ${file} maps each text to its position`, () => {
    const map = jsonOf(`${file}.map`, DIST);
    const found = new SourceMap(map);
    const wrong = [];
    let right = 0;
    for (const { text, line, column, source } of landmarks(textOf(file, DIST), map)) {
      const { originalSource, originalLine } = found.findEntry(line, column);
      const written = map.sourcesContent[map.sources.indexOf(originalSource)]?.split('\n');
      if (originalSource === source && written?.[originalLine]?.includes(text)) right++;
      else wrong.push(`${text}: ${originalSource}:${originalLine}, and stands in ${source}`);
    }
    assert.deepEqual(wrong, []);
    if (file === SINGLE_FILE) assert.ok(right > 30, `${right} texts looked up`);
  });
}

test('the source map has the text of each source, and each of our sources is there', () => {
  const { sources, sourcesContent } = jsonOf(`${SINGLE_FILE}.map`, DIST);
  assert.equal(sources.length, sourcesContent.filter(Boolean).length);
  const missing = sources.filter(
    (source) => source.startsWith('../src/') && !existsSync(join(DIST, source)),
  );
  assert.deepEqual(missing, []);
});
