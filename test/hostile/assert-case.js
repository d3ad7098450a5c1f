import assert from 'node:assert/strict';
import { assertPaid } from './assert-paid.js';
import { assertWarns, assertWorks } from './assert-works.js';

/** The action of the page has completed. */
const assertCompleted = ({ failure, messages }) =>
  assert.equal(failure, undefined, messages.join('; '));

/**
 * Asserts that the widget works, or that the console says why not.
 * @param {import('./cases/cases.js').Case} given
 * @param report returns the next report of the page
 * @param {string} baseline the text of the widget in an unmodified page
 */
export async function assertCase(given, site, report, baseline) {
  const {
    expectedWarning,
    allowedWarning,
    ignoredMessages,
    pays,
    expectedReport = {},
    onceInConsole,
    expectedRequests,
    forbiddenPath,
  } = given;
  const first = await report();
  // Wait before any assertion, because an unfinished page would disturb the next one.
  const second = pays && (await report());
  assertCompleted(first);
  if (expectedWarning ?? allowedWarning?.test(first.messages.join('\n')))
    assertWarns(first, expectedWarning ?? allowedWarning);
  else assertWorks(first, given, baseline);
  for (const [name, value] of Object.entries(expectedReport)) {
    if (value instanceof RegExp) assert.match(first[name], value);
    else assert.deepEqual(first[name], value, name);
  }
  if (onceInConsole)
    assert.equal(first.messages.filter((line) => onceInConsole.test(line)).length, 1);
  if (expectedRequests) {
    const requests = site.requests.map(({ origin, path, headers: { authorization } }) => [
      origin === site.elsewhere ? 'elsewhere' : 'here',
      path,
      authorization,
    ]);
    assert.deepEqual(requests, expectedRequests);
  }
  if (second) {
    assertCompleted(second);
    assertPaid(second, site, ignoredMessages);
  }
  assert.ok(
    !site.requests.some(({ path }) => path === forbiddenPath),
    `${forbiddenPath} was requested`,
  );
}
