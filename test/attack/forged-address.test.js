import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json } from '../serve.js';
import { MARKUP } from './hostile-strings.js';
import { stage } from './stage.js';

/** CONTRACT 6: it acts only on an order it started itself in this tab. The plain forgeries are in test/e2e/. */
const on = stage();

const encoded = encodeURIComponent;

/** What somebody's link can say, and what is left of it in the address. */
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

/** Nothing is said of any payment, and nothing is locked. */
async function assertIgnored(path) {
  for (const name of ['payment', 'receipt', 'locked', 'payment-registering']) {
    assert.equal(await on.part(name).count(), 0, `${name}: ${path}`);
  }
  assert.equal(await on.part('choice').count(), 2, path);
}

test('whatever an address says of an order that nobody has started is ignored, and taken out', async () => {
  for (const [query, left] of Object.entries(FORGED)) {
    await on.open(`/${query}`);
    assert.equal(on.page.url(), `${on.library.origin}/${left}`, query);
    await assertIgnored(query);
  }
  assert.equal(await on.page.evaluate(() => window.pwned ?? null), null);
});

test('behind the # it says nothing: that is the page’s own', async () => {
  for (const hash of [
    '#ddb-order=O-1&ddb-result=accepted',
    '#?ddb-order=O-1&ddb-result=accepted',
  ]) {
    await on.open(`/${hash}`);
    assert.equal(on.page.url(), `${on.library.origin}/${hash}`);
    await assertIgnored(hash);
  }
});

test('of an order that is open, only its own number says anything, and only the three results', async () => {
  on.mayBeOpen = true;
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
