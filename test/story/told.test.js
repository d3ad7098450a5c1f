import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { LANGUAGES, openTeller, STATES, wasTold } from './tell.js';

/** What a screen reader has to tell of the page, in each state and both languages, is what somebody has read and kept. */
let teller;

before(async () => {
  teller = await openTeller();
});

after(() => teller?.close());

for (const state of STATES) {
  for (const lang of LANGUAGES) {
    test(`${state.name}, ${lang}`, async () => {
      assert.equal(await teller.tell(state, lang), wasTold(state.name, lang));
    });
  }
}

test('nothing is kept of a state that there is not', () => {
  const wanted = STATES.flatMap(({ name }) => LANGUAGES.map((lang) => `${name}.${lang}.txt`));
  assert.deepEqual(readdirSync(new URL('told', import.meta.url)).sort(), wanted.sort());
});
