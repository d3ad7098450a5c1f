import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { STORIES } from './stories.js';
import { openTeller, savedTranscript, WAYS } from './tell.js';

/** What Orca says is the same as in the reviewed transcript. */
for (const way of WAYS) {
  describe(`${way.browser}, ${way.language}`, () => {
    let teller;

    before(async () => {
      teller = await openTeller(way);
    });
    after(() => teller?.close());

    for (const name of Object.keys(STORIES))
      test(name, async () => {
        assert.equal(await teller.tell(name), savedTranscript(name, way));
      });
  });
}

test('there is no transcript of an unknown story', () => {
  const wanted = WAYS.flatMap(({ browser, language }) =>
    Object.keys(STORIES).map((name) => `${browser}/${name}.${language}.txt`),
  );
  const files = readdirSync(new URL('transcripts', import.meta.url), { recursive: true });
  assert.deepEqual(files.filter((file) => file.endsWith('.txt')).sort(), wanted.sort());
});
