import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, openTeller, STATES, wasTold } from './tell.js';

/** What a screen reader has to tell of the page, in each state and both languages, is what somebody has read and kept. */
describe('is told as it was read', { concurrency: 2 }, () => {
  let teller;

  before(async () => {
    teller = await openTeller();
  });
  after(() => teller?.close());

  for (const { name } of STATES) {
    test(name, async () => {
      const told = await teller.tell(name);
      for (const lang of LANGUAGES) assert.equal(told[lang], wasTold(name, lang), lang);
    });
  }
});

test('nothing is kept of a state that there is not', () => {
  const wanted = STATES.flatMap(({ name }) => LANGUAGES.map((lang) => `${name}.${lang}.txt`));
  assert.deepEqual(readdirSync(new URL('told', import.meta.url)).sort(), wanted.sort());
});
