import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json } from '../serve.js';
import { FEES, TOKEN } from './library.js';
import { openFixture } from './fixture.js';

const on = openFixture();
const CHANNEL = 'ddb-debt-payment';

/** A claim as a tab sends it to other tabs. It expires in an hour. */
const claimOf = (over) => ({
  key: '1-2-3-4',
  feeIds: ['1'],
  until: Date.now() + 3_600_000,
  inProgress: true,
  sent: true,
  failed: [],
  ...over,
});

/** Messages that no tab sends. Each may at most lock debts. */
const INVALID_MESSAGES = [
  ...[null, 5, [], { claim: null }, { claim: 5 }, { released: {} }, { hello: { toString: 1 } }],
  { claim: { feeIds: true, failed: true } },
  ...[
    { feeIds: 5, failed: 5 },
    { feeIds: { length: 1e9 } },
    { feeIds: [null, {}, [[]]], failed: [null] },
    { until: Infinity },
    { until: 1e300 },
    { until: 'Infinity' },
    { until: NaN },
    { key: null },
    { afterPatronChange: '<img src=x onerror=window.pwned=1>' },
    { afterPatronChange: '__proto__', feeIds: ['__proto__', 'constructor'] },
  ].map((over) => ({ claim: claimOf(over) })),
];

/** Opens another page of the site. It sends messages, and waits until the library's page has received them. */
async function openOtherPage() {
  await on.page.addInitScript((name) => {
    window.arrived = [];
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => window.arrived.push(JSON.stringify(data));
  }, CHANNEL);
  await on.page.reload();
  await on.part('debt').or(on.part('payment')).first().waitFor();
  const otherPage = await on.context.newPage();
  await otherPage.goto(`${on.library.origin}/blank`);
  await otherPage.evaluate((name) => {
    window.channel = new BroadcastChannel(name);
    window.received = [];
    window.channel.onmessage = ({ data }) => window.received.push(data);
  }, CHANNEL);
  return {
    async send(message) {
      await otherPage.evaluate((one) => window.channel.postMessage(one), message);
      const json = JSON.stringify(message);
      await on.page.waitForFunction((one) => window.arrived.includes(one), json);
    },
    received: () => otherPage.evaluate(() => JSON.stringify(window.received)),
  };
}

test('invalid messages from another page of the site do not prevent rendering, also after a reload', async () => {
  await on.open();
  const { send } = await openOtherPage();
  const wrong = [];
  /** Whether the element still renders new debts. */
  const renders = async (count) => {
    on.library.routes['/fees'] = json(FEES.slice(-count));
    await on.inElement(async (element) => {
      await customElements.whenDefined(element.localName);
      await element.refresh();
    });
    return (await on.part('debt').count()) === count;
  };
  for (const message of INVALID_MESSAGES) {
    await send(message);
    if (!(await renders(2))) wrong.push(`does not render: ${JSON.stringify(message)}`);
    if (await on.page.evaluate(() => sessionStorage.length)) {
      await on.page.reload();
      if (!(await renders(3)))
        wrong.push(`does not render after a reload: ${JSON.stringify(message)}`);
      await on.clear();
      await on.open();
    }
    const [error] = on.messages.filter((line) => /^(error|thrown): /.test(line));
    if (error) wrong.push(`${error.slice(0, 60)}: ${JSON.stringify(message)}`);
    on.messages = [];
  }
  assert.deepEqual(wrong, []);
  assert.equal(await on.page.evaluate(() => window.pwned ?? null), null);
});

// Pages of the site can send claims. A claim is temporary, and says nothing about money.
test('a claim from another page of the site locks its debts, and has no other effect', async () => {
  on.allowsOpenPayment = true;
  await on.open();
  const { send } = await openOtherPage();
  await send({ claim: claimOf({ feeIds: ['1'], inProgress: false }) });
  await on.part('locked').waitFor();
  assert.equal(await on.part('locked').count(), 1);
  assert.equal(await on.part('receipt').count(), 0);
  assert.equal(await on.part('payment').count(), 0);
  assert.match(await on.part('total').innerText(), /492,56/);
  assert.match(await on.part('pay-button').innerText(), /192,56/);
  await send({ released: '1-2-3-4' });
  await on.part('locked').waitFor({ state: 'detached' });
});

test('another page of the site cannot end a payment of this tab, and receives only the data of a claim', async () => {
  on.allowsOpenPayment = true;
  on.library.routes['/pay'] = json({ orderId: 'O-1', redirectUrl: `${on.library.origin}/blank` });
  await on.open();
  await on.part('pay-all').click();
  await on.page.waitForURL(/blank/);
  await on.open();
  await on.part('payment-open').waitFor();

  const { send, received } = await openOtherPage();
  await send({ hello: true });
  await on.page.waitForTimeout(100);
  const messages = await received();
  const [{ claim }] = JSON.parse(messages);
  assert.deepEqual(Object.keys(claim).sort(), [
    ...['failed', 'feeIds', 'inProgress', 'key', 'sent', 'until'],
  ]);
  assert.ok(!messages.includes(TOKEN));

  await send({ released: claim.key });
  await send({ claim: { ...claim, inProgress: false, until: 1 } });
  await on.inElement((element) => element.refresh());
  assert.equal(await on.part('payment-open').count(), 1);
  assert.equal(await on.part('pay-all').count(), 0);
});
