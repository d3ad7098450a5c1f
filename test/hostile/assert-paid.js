import assert from 'node:assert/strict';
import { assertLegible } from './assert-works.js';

/** What was chosen has been asked for as CONTRACT 6 has it, remembered, and is on the receipt. */
export function assertPaid(report, { asked, origin }, noise) {
  const { seen, heard, stayed, remembered, path, href } = report;
  const [{ words }] = seen;
  const starts = asked.filter((one) => one.path.startsWith('/pay'));
  assert.equal(starts.length, 1, `asked to pay ${starts.length} times; ${heard.join('; ')}`);
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
  assert.ok(!stayed, `the browser was not sent to the gateway; ${heard.join('; ')}`);
  assert.deepEqual(remembered?.current?.order?.lines, [
    { feeId: '2', amount: 19256, type: 'compensation', createdOn: '2021-11-24', failed: false },
  ]);
  assert.deepEqual(
    heard.filter((line) => !noise?.test(line)),
    [],
  );
  for (const fact of ['Kvittering', '192,56 kr.', 'F-1', '300,00 kr.']) {
    assert.ok(words.includes(fact), `${fact}: ${words}`);
  }
  assert.equal(href, origin + path);
  assertLegible(seen[0]);
}
