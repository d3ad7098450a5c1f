import assert from 'node:assert/strict';
import { assertPaid } from './assert-paid.js';
import { assertSays, assertWorks } from './assert-works.js';

/** What was to be done in the page could be done. */
const assertWhole = ({ broken, heard }) => assert.equal(broken, undefined, heard.join('; '));

/**
 * It works, or the console says why not.
 * @param {import('./cases/cases.js').Case} given
 * @param report the next report of its page
 * @param {string} usual what can be read in a page that does nothing to it
 */
export async function assertCase(given, site, report, usual) {
  const { says, orSays, noise, pays, tells = {}, tellsOnce, asks, never } = given;
  const first = await report();
  // It is waited for before anything is judged: a page that is left in the middle of it disturbs the next.
  const second = pays && (await report());
  assertWhole(first);
  if (says ?? orSays?.test(first.heard.join('\n'))) assertSays(first, says ?? orSays);
  else assertWorks(first, given, usual);
  for (const [name, value] of Object.entries(tells)) {
    if (value instanceof RegExp) assert.match(first[name], value);
    else assert.deepEqual(first[name], value, name);
  }
  if (tellsOnce) assert.equal(first.heard.filter((line) => tellsOnce.test(line)).length, 1);
  if (asks) {
    const asked = site.asked.map(({ origin, path, headers: { authorization } }) => [
      origin === site.elsewhere ? 'elsewhere' : 'here',
      path,
      authorization,
    ]);
    assert.deepEqual(asked, asks);
  }
  if (second) {
    assertWhole(second);
    assertPaid(second, site, noise);
  }
  assert.ok(!site.asked.some(({ path }) => path === never), `${never} has been asked for`);
}
