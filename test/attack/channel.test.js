import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json } from '../serve.js';
import { FEES, TOKEN } from './library.js';
import { stage } from './stage.js';

const on = stage();
const CHANNEL = 'ddb-debt-payment';

/** As a tab tells another of an order of its own, an hour from now at the latest. */
const claimOf = (over) => ({
  key: '1-2-3-4',
  feeIds: ['1'],
  until: Date.now() + 3_600_000,
  going: true,
  sent: true,
  failed: [],
  ...over,
});

/** What no tab says. Of each the widget must make nothing, or at the most a lock. */
const NONSENSE = [
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
    { left: '<img src=x onerror=window.pwned=1>' },
    { left: '__proto__', feeIds: ['__proto__', 'constructor'] },
  ].map((over) => ({ claim: claimOf(over) })),
];

/** Another page of the same site, which says things on the channel, and waits until the library's page has heard. */
async function openStranger() {
  await on.page.addInitScript((name) => {
    window.arrived = [];
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => window.arrived.push(JSON.stringify(data));
  }, CHANNEL);
  await on.page.reload();
  await on.part('debt').or(on.part('payment')).first().waitFor();
  const stranger = await on.context.newPage();
  await stranger.goto(`${on.library.origin}/blank`);
  await stranger.evaluate((name) => {
    window.channel = new BroadcastChannel(name);
    window.heard = [];
    window.channel.onmessage = ({ data }) => window.heard.push(data);
  }, CHANNEL);
  return {
    async tell(message) {
      await stranger.evaluate((one) => window.channel.postMessage(one), message);
      const written = JSON.stringify(message);
      await on.page.waitForFunction((one) => window.arrived.includes(one), written);
    },
    heard: () => stranger.evaluate(() => JSON.stringify(window.heard)),
  };
}

test('nonsense from another page of the site: the list is drawn as before, now and after a reload', async () => {
  await on.open();
  const { tell } = await openStranger();
  const wrong = [];
  /** What has come since is shown only by an element that still draws. */
  const draws = async (count) => {
    on.library.routes['/fees'] = json(FEES.slice(-count));
    await on.inElement(async (element) => {
      await customElements.whenDefined(element.localName);
      await element.refresh();
    });
    return (await on.part('debt').count()) === count;
  };
  for (const message of NONSENSE) {
    await tell(message);
    if (!(await draws(2))) wrong.push(`draws no more: ${JSON.stringify(message)}`);
    if (await on.page.evaluate(() => sessionStorage.length)) {
      await on.page.reload();
      if (!(await draws(3))) wrong.push(`nor after a reload: ${JSON.stringify(message)}`);
      await on.forget();
      await on.open();
    }
    const [said] = on.heard.filter((line) => /^(error|thrown): /.test(line));
    if (said) wrong.push(`${said.slice(0, 60)}: ${JSON.stringify(message)}`);
    on.heard = [];
  }
  assert.deepEqual(wrong, []);
  assert.equal(await on.page.evaluate(() => window.pwned ?? null), null);
});

// Whoever is a page of the site is believed: so tabs can know of each other. It is not for long, and no lie about money.
test('a claim from another page of the site locks its debts, and says nothing else', async () => {
  on.mayBeOpen = true;
  await on.open();
  const { tell } = await openStranger();
  await tell({ claim: claimOf({ feeIds: ['1'], going: false }) });
  await on.part('locked').waitFor();
  assert.equal(await on.part('locked').count(), 1);
  assert.equal(await on.part('receipt').count(), 0);
  assert.equal(await on.part('payment').count(), 0);
  assert.match(await on.part('total').innerText(), /492,56/);
  assert.match(await on.part('pay-button').innerText(), /192,56/);
  await tell({ released: '1-2-3-4' });
  await on.part('locked').waitFor({ state: 'detached' });
});

test('another page of the site can end no payment of this tab, and learns what a lock needs', async () => {
  on.mayBeOpen = true;
  on.library.routes['/pay'] = json({ orderId: 'O-1', redirectUrl: `${on.library.origin}/blank` });
  await on.open();
  await on.part('pay-all').click();
  await on.page.waitForURL(/blank/);
  await on.open();
  await on.part('payment-open').waitFor();

  const { tell, heard } = await openStranger();
  await tell({ hello: true });
  await on.page.waitForTimeout(100);
  const said = await heard();
  const [{ claim }] = JSON.parse(said);
  assert.deepEqual(Object.keys(claim).sort(), [
    ...['failed', 'feeIds', 'going', 'key', 'sent', 'until'],
  ]);
  assert.ok(!said.includes(TOKEN));

  await tell({ released: claim.key });
  await tell({ claim: { ...claim, going: false, until: 1 } });
  await on.inElement((element) => element.refresh());
  assert.equal(await on.part('payment-open').count(), 1);
  assert.equal(await on.part('pay-all').count(), 0);
});
