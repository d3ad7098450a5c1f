import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { openBrowser } from '../pages/open-browser.js';
import { json, page, serve } from '../serve.js';
import { DEBTS } from './bodies.js';
import { REASONS, NOTHING_OWED, RETRY } from './danish.js';

const HTML = `<!doctype html>
<html lang="da">
  <head><meta charset="utf-8" /><script src="/ddb-debt-overview.js"></script></head>
  <body></body>
</html>`;
const SETTINGS = {
  'dibs-fees-url': '/dibs',
  'oir-fees-url': '/oir',
  'dibs-payment-url': '/pay',
  'oir-payment-url': 'https://payment.example/',
};
const TOTAL = 'I alt 492,56 kr.';

const requested = { dibs: 0, oir: 0 };
const answer = (system) => (request, response) => {
  requested[system]++;
  json(DEBTS[system])(request, response);
};

let server;
let browser;
let context;
let tab;
const thrown = [];

before(async () => {
  server = await serve(
    { '/': page(HTML), '/dibs': answer('dibs'), '/oir': answer('oir') },
    { folder: fileURLToPath(new URL('../../dist', import.meta.url)) },
  );
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  Object.assign(requested, { dibs: 0, oir: 0 });
  thrown.length = 0;
  context = await browser.newContext();
  tab = await context.newPage();
  tab.on('pageerror', (error) => thrown.push(error.message));
  // Removes the random delays before retries.
  await tab.addInitScript(() => {
    Math.random = () => 0;
  });
  await tab.goto(server.origin);
});
afterEach(async () => {
  await context.close();
  assert.deepEqual(thrown, []);
});

const show = () =>
  tab.evaluate((settings) => {
    const element = document.createElement('ddb-debt-overview');
    for (const [name, value] of Object.entries(settings)) element.setAttribute(name, value);
    document.body.append(element);
  }, SETTINGS);
const part = (name) => tab.locator(`ddb-debt-overview [part~=${name}]`);
const words = async () => (await part('base').innerText()).replace(/\s+/g, ' ');
const total = () => part('total').filter({ hasText: TOTAL }).waitFor();

test('without a network both systems show an error, and neither says that nothing is owed', async () => {
  await context.setOffline(true);
  await show();
  await part('failure').waitFor();
  assert.match(await words(), /Dine mellemværender kunne ikke hentes/);
  assert.match(await words(), REASONS.offline);
  assert.doesNotMatch(await words(), NOTHING_OWED);
  assert.equal(await part('retry-button').innerText(), RETRY);
  assert.deepEqual(requested, { dibs: 0, oir: 0 });
});

test('when the network is back the debts come by themselves, for one request each', async () => {
  await context.setOffline(true);
  await show();
  await part('failure').waitFor();
  await context.setOffline(false);
  await total();
  assert.equal(await part('failure').count(), 0);
  assert.deepEqual(requested, { dibs: 1, oir: 1 });
});

test('when the network goes, what was read stays, with the time it was read; and is read again', async () => {
  await show();
  await total();
  await context.setOffline(true);
  await tab.locator('ddb-debt-overview').evaluate((element) => element.refresh());
  assert.equal(await part('debt').count(), 3);
  assert.match(await words(), /Du ser det, der blev hentet \d/);
  // The total may have changed.
  assert.doesNotMatch(await part('total').innerText(), /\d/);
  await context.setOffline(false);
  await total();
  assert.equal(await part('failure').count(), 0);
  assert.deepEqual(requested, { dibs: 2, oir: 2 });
});

test('"Prøv igen" without a network sends three requests to each endpoint, fails again, and can be pressed again', async () => {
  let failed = 0;
  tab.on('requestfailed', () => failed++);
  const lastOf = (presses) =>
    tab.waitForEvent('requestfailed', { predicate: () => failed >= 6 * presses });
  await context.setOffline(true);
  for (let presses = 1; presses <= 3; presses++) {
    const last = lastOf(presses);
    await (presses === 1 ? show() : part('retry-button').click());
    await last;
    await tab.locator('ddb-debt-overview [part~=retry-button][aria-disabled=false]').waitFor();
    assert.match(await words(), REASONS.offline);
    assert.equal(failed, 6 * presses);
  }
});
