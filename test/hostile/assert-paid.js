import assert from 'node:assert/strict';
import { assertLegible } from './assert-works.js';

/** Asserts that the selected debt was requested as in CONTRACT 6, stored, and is on the receipt. */
export function assertPaid(report, { requests, origin }, ignoredMessages) {
  const { inspections, messages, stayed, stored, path, href } = report;
  const [{ words }] = inspections;
  const starts = requests.filter((one) => one.path.startsWith('/pay'));
  assert.equal(starts.length, 1, `${starts.length} payments were started; ${messages.join('; ')}`);
  const [{ body, headers }] = starts;
  assert.match(headers['content-type'], /^application\/json/);
  assert.match(headers['idempotency-key'], /^\S{8,}$/);
  assert.deepEqual(JSON.parse(body), {
    feeIds: ['2'],
    amount: 19256,
    currency: 'DKK',
    channel: 'cms',
    returnUrl: origin + path,
    language: 'da',
  });
  assert.ok(!stayed, `the browser was not sent to the gateway; ${messages.join('; ')}`);
  assert.deepEqual(stored?.orders?.[0]?.order?.lines, [
    { feeId: '2', amount: 19256, type: 'compensation', createdOn: '2021-11-24', failed: false },
  ]);
  assert.deepEqual(
    messages.filter((line) => !ignoredMessages?.test(line)),
    [],
  );
  for (const fact of ['Kvittering', '192,56 kr.', 'F-1', '300,00 kr.']) {
    assert.ok(words.includes(fact), `${fact}: ${words}`);
  }
  assert.equal(href, origin + path);
  assertLegible(inspections[0]);
}
