import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './open-browser.js';
import { serve } from '../serve.js';

const UNDER = '/somewhere/deep/';
let server;
let browser;

before(async () => {
  const folder = fileURLToPath(new URL('../../dist-demo', import.meta.url));
  server = await serve({}, { folder, under: UNDER });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** The demo's app page with Astrid logged in, and accessors for its parts. */
async function openApp() {
  const tab = await browser.newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  tab.on('response', (response) => response.status() >= 400 && errors.push(response.url()));
  await tab.goto(`${server.origin}${UNDER}app.html`);
  const overview = tab.locator('ddb-debt-overview');
  await overview.getByText('192,56 kr.').waitFor();
  return {
    tab,
    errors,
    overview,
    part: (name) => overview.locator(`[part~=${name}]`),
    sheet: tab.locator('dialog[open]'),
    log: tab.getByRole('log'),
    /** A message of the log, by its type and direction. */
    message: (type, direction = 'til appen') =>
      tab
        .getByRole('log')
        .locator('summary')
        .filter({ hasText: type })
        .filter({ hasText: direction }),
    choose: (group, label) =>
      tab.getByRole('group', { name: group }).getByRole('radio', { name: label }).click(),
    flip: (label) => tab.getByRole('switch', { name: label }).click(),
    press: (name) => tab.getByRole('button', { name, exact: true }).click(),
    pay: () => overview.getByRole('button', { name: /Betal 262,56\skr\. med MobilePay/ }).click(),
  };
}

test('requests and answers the token, and never shows it in the log', async () => {
  const { tab, errors, log, message } = await openApp();
  await tab.evaluate(() => {
    window.tokens = [];
    addEventListener('message', ({ data }) => data.token && window.tokens.push(data.token));
  });
  await tab.getByRole('button', { name: 'Hent igen' }).click();
  await message('ddb-debt-load').nth(1).waitFor();
  const [token] = await tab.evaluate(() => window.tokens);
  assert.ok(token.length > 20);
  assert.equal(await message('ddb-debt-token').count(), 2);
  assert.match(await message('ddb-debt-token', 'fra appen').last().innerText(), /•••• for astrid/);
  const [whole, kept] = await Promise.all([
    log.evaluate((list) => list.textContent),
    tab.evaluate(() => JSON.stringify(sessionStorage)),
  ]);
  assert.doesNotMatch(whole + kept, new RegExp(token));
  assert.deepEqual(errors, []);
});

test('the log shows each message and can be cleared', async () => {
  const { tab, log, message } = await openApp();
  const load = message('ddb-debt-load');
  assert.match(await load.innerText(), /4 mellemværender, 512,56\skr\./);
  await load.click();
  assert.match(await log.locator('[open] pre').innerText(), /"feeId": "\d+"/);
  await tab.getByRole('button', { name: 'Ryd' }).click();
  assert.equal(await log.innerText(), '');
});

test("shows only the second patron's debts after a change of patron", async () => {
  const { overview, choose, errors } = await openApp();
  await choose('Logget ind', 'Bo');
  await overview.getByText('192,56 kr.').waitFor({ state: 'hidden' });
  await overview.getByText('149,95 kr.', { exact: true }).first().waitFor();
  assert.equal(await overview.getByText('192,56 kr.').count(), 0);
  assert.deepEqual(errors, []);
});

test("offers the login when nobody is logged in, and then shows the patron's debts", async () => {
  const { tab, overview, choose, sheet, message, press } = await openApp();
  await choose('Logget ind', 'Ingen');
  await sheet.getByRole('heading', { name: 'Log ind i Biblioteket' }).waitFor();
  assert.equal(await overview.getByText('192,56 kr.').count(), 0);
  assert.equal(await message('ddb-debt-auth').count(), 1);
  await press('Ikke nu');
  await press('Log ind');
  await press('Bo');
  await overview.getByText('149,95 kr.', { exact: true }).first().waitFor();
  assert.ok(await tab.getByRole('radio', { name: 'Bo' }).isChecked());
});

test('renews an expired login automatically', async () => {
  const { message, press, sheet } = await openApp();
  await press('Login udløber');
  await message('ddb-debt-load').nth(1).waitFor();
  assert.equal(await message('Det sidste blev afvist').count(), 1);
  assert.equal(await sheet.count(), 0);
});

test('shows a receipt after a payment with MobilePay', async () => {
  const { tab, pay, sheet, press, part, message, errors } = await openApp();
  await pay();
  await sheet.getByRole('heading', { name: 'MobilePay' }).waitFor();
  assert.match(await sheet.locator('[data-amount]').innerText(), /262,56\skr\./);
  await press('Betal');
  await part('receipt').waitFor();
  assert.match(await part('receipt').innerText(), /Du har betalt 262,56\s*kr\.[^]*FJORD-1001/);
  assert.equal(new URL(tab.url()).search, '');
  assert.match(await message('load', 'fra appen').innerText(), /ddb-result=accepted/);
  assert.deepEqual(errors, []);
});

test('handles a cancelled and an abandoned payment with MobilePay', async () => {
  const { pay, press, part, overview, sheet } = await openApp();
  await pay();
  await press('Annullér');
  await part('payment-cancelled').waitFor();
  await pay();
  await sheet.getByRole('button', { name: '‹ Biblioteket' }).click();
  await part('payment-open').waitFor();
  await overview.getByRole('button', { name: 'Fortsæt betalingen' }).click();
  await press('Betal');
  await part('receipt').waitFor();
});

test('opens a page for installing MobilePay or paying by card if it is not installed', async () => {
  const { flip, pay, press, sheet, part } = await openApp();
  await flip('MobilePay er installeret');
  await pay();
  await sheet.getByText('MobilePay er ikke installeret på denne telefon.').waitFor();
  await press('Installér MobilePay');
  await sheet.getByRole('heading', { name: 'MobilePay' }).waitFor();
  await press('Betal');
  await part('receipt').waitFor();
});

test('lets the app start the payment and reads the debts again', async () => {
  const { tab, choose, pay, press, part, message } = await openApp();
  await choose('Betaling startes af', 'Appen');
  await pay();
  await press('Betal');
  await part('section-dibs').waitFor({ state: 'detached' });
  assert.match(await tab.locator('.app output').innerText(), /Du har betalt 262,56\skr\./);
  assert.equal(await message('ddb-debt-open').count(), 0);
  assert.equal(await message('refresh()', 'fra appen').count(), 1);
});

test('opens the payment site and a secondary link in the browser without navigating', async () => {
  const { tab, overview, sheet, message } = await openApp();
  const before = tab.url();
  const go = overview.getByRole('link', { name: /uden for appen/ });
  await go.click();
  await sheet.getByText('https://betalingsoverblik.example/').waitFor();
  await sheet.getByRole('button', { name: '‹ Biblioteket' }).click();
  assert.ok(await go.evaluate((link) => link.matches(':focus')));
  await overview.getByRole('link', { name: 'Takster' }).click();
  await sheet.getByText('https://fjordby.example/takster').waitFor();
  await tab.keyboard.press('Escape');
  assert.equal(await sheet.count(), 0);
  assert.equal(tab.url(), before);
  assert.equal(tab.context().pages().length, 1);
  assert.equal(await message('ddb-debt-leave').count(), 1);
});

test('shows a text instead of each button without a payment site and MobilePay', async () => {
  const { overview, flip } = await openApp();
  await flip('Kommunen har et betalingssted');
  await overview.getByText('Biblioteket kontakter dig, når du kan betale.').waitFor();
  await flip('Kommunen har købt MobilePay');
  await overview.getByText('Du kan ikke betale i appen.').waitFor();
  assert.equal(await overview.getByRole('button').count(), 0);
});

test('says that the device is offline, and reads the debts again when it is online', async () => {
  const { part, flip, message, overview } = await openApp();
  await flip('Forbindelse til internettet');
  await part('failure').getByText('Tjek din internetforbindelse').waitFor();
  assert.ok(await overview.getByText('192,56 kr.').isVisible());
  assert.match(await message('ddb-debt-error').innerText(), /offline/);
  await flip('Forbindelse til internettet');
  await part('failure').waitFor({ state: 'detached' });
});

test('stores and resets the colours, text size and width', async () => {
  const { tab, choose, press } = await openApp();
  const appearance = () =>
    tab.locator('.screen').evaluate((screen) => {
      const { color, fontSize } = getComputedStyle(screen);
      return { color, fontSize, width: screen.clientWidth };
    });
  const light = await appearance();
  await choose('Farver', 'Mørke');
  await choose('Tekststørrelse', '200 %');
  await choose('Bredde', '320 px');
  const dark = { color: 'rgb(241, 238, 244)', fontSize: '32px', width: 320 };
  assert.deepEqual(await appearance(), dark);
  await tab.reload();
  assert.deepEqual(await appearance(), dark);
  await Promise.all([tab.waitForNavigation(), press('Begynd forfra')]);
  assert.deepEqual(await appearance(), light);
});
