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

async function open(name) {
  const tab = await browser.newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  tab.on('requestfailed', (request) => {
    // A cover request that is aborted when the patron leaves to pay is no error.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') errors.push(request.url());
  });
  tab.on('response', (response) => response.status() >= 400 && errors.push(response.url()));
  await tab.goto(server.origin + UNDER + name);
  return { tab, errors };
}

test('works under a sub-path: the index links to the three other pages', async () => {
  const { tab, errors } = await open('');
  const links = tab.locator('header nav a[href$=".html"]');
  await links.first().waitFor();
  const pages = await links.evaluateAll((all) => all.map(({ href }) => href));
  assert.equal(pages.length, 3);
  for (const href of pages) {
    await tab.goto(href);
    await tab.locator('ddb-debt-overview li').first().waitFor();
  }
  assert.deepEqual(errors, []);
});

/** Opens the CMS page, pays everything, and presses the button `end` at the gateway. */
async function payAll(end) {
  const { tab, errors } = await open('cms.html');
  await tab.getByRole('button', { name: /^Betal alle · 262,56\skr\.$/ }).click();
  await tab.waitForURL(/gateway/);
  assert.match(await tab.locator('[data-amount]').innerText(), /262,56\s*kr\./);
  await tab.getByRole('button', { name: end, exact: true }).click();
  await tab.waitForURL(/cms/);
  await tab.locator('ddb-debt-overview li').first().waitFor();
  return { tab, errors, textOf: (part) => tab.locator(`[part~=${part}]`).innerText() };
}

test('the CMS page pays through the gateway page and back: paid', async () => {
  const { tab, errors, textOf } = await payAll('Betal');
  assert.match(await textOf('receipt'), /Du har betalt 262,56\s*kr\.[^]*FJORD-1001/);
  assert.equal(await tab.getByRole('button', { name: /Betal/ }).count(), 0);
  assert.equal(new URL(tab.url()).search, '');
  assert.deepEqual(errors, []);
});

test('the receipt prints on one page', async () => {
  const { tab } = await payAll('Betal');
  await tab.locator('[part=receipt]').waitFor();
  const pdf = (await tab.pdf({ format: 'A4' })).toString('latin1');
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1);
  await tab.emulateMedia({ media: 'print' });
  const isVisible = async (part) => tab.locator(`[part~=${part}]`).first().isVisible();
  assert.deepEqual(await Promise.all(['receipt', 'section-oir', 'print-button'].map(isVisible)), [
    true,
    false,
    false,
  ]);
});

for (const [end, part, words] of [
  ['Annullér', 'payment-cancelled', /annulleret\. Der er ikke trukket penge/],
  ['Kortet afvises', 'payment-failed', /ikke gennemført\. Der er ikke trukket penge/],
  ['Betal, men bibliotekssystemet afviser', 'payment-failed', /ikke gennemført/],
  ['Betal, og registrér aldrig', 'payment-registering', /modtaget[^]*FJORD-1001/],
]) {
  test(`the CMS page pays through the gateway page and back: ${end}`, async () => {
    const { tab, textOf } = await payAll(end);
    assert.match(await textOf(part), words);
    const locked = part === 'payment-registering';
    assert.equal(await tab.getByRole('button', { name: /Betal alle/ }).count(), locked ? 0 : 1);
  });
}

test("the CMS page shows each failure of a payment's start", async () => {
  const { tab } = await open('cms.html');
  const start = tab.getByRole('combobox');
  const options = start.locator('option');
  await options.nth(6).waitFor({ state: 'attached' });
  const responses = await options.evaluateAll((all) => all.map(({ value }) => value));
  const partNames = { nonsense: 'invalid' };
  assert.equal(responses.length, 7);
  for (const response of responses.slice(1)) {
    await start.selectOption(response);
    await tab.getByRole('button', { name: /Betal alle/ }).click();
    await tab.locator(`[part~=payment-${partNames[response] ?? response}]`).waitFor();
  }
});

test('the CMS page links to the payment site', async () => {
  const { tab } = await open('cms.html');
  const go = tab.getByRole('link', { name: /Gå til Mit Betalingsoverblik.*ny fane/ });
  assert.equal(await go.getAttribute('href'), 'https://betalingsoverblik.example/');
});
