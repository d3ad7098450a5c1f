import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { checksOf } from './checks/checks.js';
import { LOOKS, survey } from './survey.js';

/** One test for each rule and look of a browser, over all states. */
export function testRules(browser) {
  describe(`every state in ${browser}`, () => {
    let result;
    before(async () => {
      result = await survey(browser);
      const { pages, undecided, seconds } = result;
      console.error(`${browser}: ${pages} pages, ${seconds} s; undecided by axe:`, undecided);
    });

    for (const look of LOOKS[browser].flat()) {
      for (const { rule } of checksOf(browser, look)) {
        test(`${browser}, ${look}: ${rule}`, () => {
          assert.deepEqual(result.violations[`${look}: ${rule}`], []);
        });
      }
    }
  });
}
