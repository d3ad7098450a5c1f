import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './open-browser.js';
import { serve } from './server.js';

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
  const faults = [];
  tab.on('pageerror', (error) => faults.push(error.message));
  tab.on('requestfailed', (request) => faults.push(request.url()));
  tab.on('response', (response) => response.status() >= 400 && faults.push(response.url()));
  await tab.goto(server.origin + UNDER + name);
  return { tab, faults };
}

test('the static demo works under a sub-path: the index leads to its three pages', async () => {
  const { tab, faults } = await open('');
  const pages = await tab.locator('.cards a').evaluateAll((links) => links.map(({ href }) => href));
  assert.equal(pages.length, 3);
  for (const href of pages) {
    await tab.goto(href);
    await tab.locator('ddb-debt-overview li').first().waitFor();
  }
  assert.deepEqual(faults, []);
});

test('the CMS page pays where it can be paid', async () => {
  const { tab } = await open('cms.html');
  await tab.getByRole('button', { name: 'Betal alle' }).click();
  assert.match(await tab.locator('dialog').innerText(), /262,56\s*kr\./);
  const go = tab.getByRole('link', { name: /Gå til Mit Betalingsoverblik.*ny fane/ });
  assert.equal(await go.getAttribute('href'), 'https://betalingsoverblik.example/');
});

test('the app page hands both ways to the app', async () => {
  const { tab } = await open('app.html');
  await tab.getByRole('button', { name: /MobilePay/ }).click();
  assert.match(await tab.locator('output').innerText(), /MobilePay/);
  await tab.getByRole('link', { name: /uden for appen/ }).click();
  assert.match(await tab.locator('output').innerText(), /betalingsoverblik\.example/);
  assert.equal(tab.context().pages().length, 1);
});
