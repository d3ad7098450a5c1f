import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { checksOf } from './checks/checks.js';
import { LOOKS, survey } from './survey.js';

/** Each rule in each look of one browser, over all states. */
export function judgeIn(browser) {
  describe(`every state in ${browser}`, () => {
    let seen;
    before(async () => {
      seen = await survey(browser);
      const { pages, undecided, seconds } = seen;
      console.error(`${browser}: ${pages} pages, ${seconds} s; left to us by axe:`, undecided);
    });

    for (const look of LOOKS[browser].flat()) {
      for (const { rule } of checksOf(browser, look)) {
        test(`${browser}, ${look}: ${rule}`, () => {
          assert.deepEqual(seen.faults[`${look}: ${rule}`], []);
        });
      }
    }
  });
}
