import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, openTranscriber, STATES, savedTranscript } from './transcribe.js';

/** The page as a screen reader presents it, in each state and both languages, is the same as the reviewed transcript. */
describe('the transcript is up to date', { concurrency: 2 }, () => {
  let transcriber;

  before(async () => {
    transcriber = await openTranscriber();
  });
  after(() => transcriber?.close());

  for (const { name } of STATES) {
    test(name, async () => {
      const transcripts = await transcriber.transcribe(name);
      for (const lang of LANGUAGES)
        assert.equal(transcripts[lang], savedTranscript(name, lang), lang);
    });
  }
});

test('there is no transcript of an unknown state', () => {
  const wanted = STATES.flatMap(({ name }) => LANGUAGES.map((lang) => `${name}.${lang}.txt`));
  assert.deepEqual(readdirSync(new URL('told', import.meta.url)).sort(), wanted.sort());
});
