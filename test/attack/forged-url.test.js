import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json } from '../serve.js';
import { MARKUP } from './hostile-strings.js';
import { openFixture } from './fixture.js';

/** CONTRACT 6: the widget acts only on orders that it started in this tab. Simple forgeries are in test/e2e/. */
const on = openFixture();

const encoded = encodeURIComponent;

/** Forged queries, and what remains of them in the URL. */
const FORGED = {
  ...Object.fromEntries(
    MARKUP.map((words) => [`?ddb-order=${encoded(words)}&ddb-result=${encoded(words)}`, '']),
  ),
  '?ddb-order=O-1&ddb-order=O-2&ddb-result=failed&ddb-result=accepted': '',
  '?%64db-order=O-1&ddb-resul%74=accepted': '',
  '?ddb-order=O-1&a=1&ddb-order=%00&ddb-result=accepted%00': '?a=1',
  '?ddb-order=%FF%FE&ddb-result=accepted': '',
  '?ddb-order=%ED%A0%80&ddb-result=accepted': '',
  '?ddb-order=%E2%80%AE1-O&ddb-result=%E2%80%AEdetpecca': '',
  '?ddb-order=%&ddb-result=%': '',
  '?ddb-order&ddb-result=accepted': '',
  '?ddb-order=&ddb-result=accepted': '',
  '?ddb-order=null&ddb-result=accepted': '',
  '?ddb-order=undefined&ddb-result=accepted': '',
  '?ddb-order=__proto__&ddb-result=constructor': '',
  '?ddb-result=accepted': '',
  [`?ddb-order=${'9'.repeat(6_000)}&ddb-result=${'accepted'.repeat(500)}`]: '',
  [`?${'ddb-order=O-1&ddb-result=accepted&'.repeat(300)}b=2`]: '?b=2',
};

/** Asserts that no payment is shown but the sentence about an unknown one, and nothing is locked. */
async function assertIgnored(path) {
  for (const name of ['receipt', 'locked', 'payment-registering']) {
    assert.equal(await on.part(name).count(), 0, `${name}: ${path}`);
  }
  const isUnknown = /^\?.*(d|%64)db-order/.test(path);
  for (const name of ['payment', 'payment-unknown']) {
    assert.equal(await on.part(name).count(), Number(isUnknown), `${name}: ${path}`);
  }
  assert.equal(await on.part('choice').count(), 2, path);
}

test('a result for an order that was not started is ignored, and removed from the URL', async () => {
  for (const [query, remaining] of Object.entries(FORGED)) {
    await on.open(`/${query}`);
    assert.equal(on.page.url(), `${on.library.origin}/${remaining}`, query);
    await assertIgnored(query);
  }
  assert.equal(await on.page.evaluate(() => window.pwned ?? null), null);
});

test('the fragment is ignored, because it belongs to the page', async () => {
  for (const hash of [
    '#ddb-order=O-1&ddb-result=accepted',
    '#?ddb-order=O-1&ddb-result=accepted',
  ]) {
    await on.open(`/${hash}`);
    assert.equal(on.page.url(), `${on.library.origin}/${hash}`);
    await assertIgnored(hash);
  }
});

test('an open order only accepts its own number, and the three results', async () => {
  on.allowsOpenPayment = true;
  const orderId = 'O-1';
  on.library.routes['/pay'] = json({ orderId, redirectUrl: `${on.library.origin}/blank` });
  await on.open();
  await on.part('pay-all').click();
  await on.page.waitForURL(/blank/);
  for (const query of [
    ...['o-1', 'O-1%20', '%20O-1', 'O-1%00', 'O-1/', 'O%E2%80%8B-1', 'O-10', '', 'О-1'].map(
      (number) => `ddb-order=${number}&ddb-result=accepted`,
    ),
    ...['ACCEPTED', 'accepted%20', 'accepted%00', '', 'true', 'paid', 'toString'].map(
      (result) => `ddb-order=${orderId}&ddb-result=${result}`,
    ),
    `ddb-order=O-2&ddb-order=${orderId}&ddb-result=accepted`,
    `ddb-order=${orderId}&ddb-result=x&ddb-result=accepted`,
  ]) {
    await on.open(`/?${query}`);
    assert.equal(await on.part('payment-open').count(), 1, query);
    assert.equal(await on.part('payment-registering').count(), 0, query);
    assert.equal(on.page.url(), `${on.library.origin}/`, query);
  }
});
