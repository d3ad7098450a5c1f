import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './open-browser.js';
import { json, serve } from '../serve.js';

// dist/webview.html where there is no app, and in a browser that cannot adopt style sheets.

let browser;
let site;

before(async () => {
  const folder = fileURLToPath(new URL('../../dist', import.meta.url));
  site = await serve({ '/fees': json([]) }, { folder });
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await site.close();
});

/** Adds an Android app that answers, before the page loads. */
const APP = `window.DdbDebtOverview = {
  postMessage(json) {
    const { type, id } = JSON.parse(json);
    const config = { feesUrl: '/fees' };
    if (type === 'ddb-debt-config') postMessage({ version: 1, type, config }, origin);
    if (type === 'ddb-debt-token') postMessage({ version: 1, type, id, token: 'token' }, origin);
  },
};`;

async function open(script) {
  const tab = await browser.newPage();
  const violations = [];
  tab.on('console', (line) => {
    if (/Content.Security/i.test(line.text())) violations.push(line.text());
  });
  if (script) await tab.addInitScript(script);
  await tab.goto(`${site.origin}/webview.html`);
  return { tab, violations };
}

test('refers the patron to the app and shows no debts if there is no app', async () => {
  const { tab, violations } = await open('');
  const words = tab.locator('main > p');
  assert.equal(await words.innerText(), 'Henter dine mellemværender …');
  await tab.getByText('Gå tilbage til appen for at se dine mellemværender.').waitFor();
  assert.equal(await tab.locator('ddb-debt-overview').count(), 0);
  assert.deepEqual(violations, []);
});

test('shows the debts instead if there is an app', async () => {
  const { tab, violations } = await open(APP);
  await tab.getByText('Du har ingen mellemværender.').waitFor();
  assert.equal(await tab.locator('main > p').count(), 0);
  assert.deepEqual(violations, []);
});

test('asks an app that is added to the page after it has loaded', async () => {
  const { tab } = await open('');
  await tab.getByText('Gå tilbage til appen for at se dine mellemværender.').waitFor();
  await tab.evaluate(APP);
  await tab.getByText('Du har ingen mellemværender.').waitFor();
});

test('styles the element in a browser without adopted style sheets', async () => {
  const old = `for (const { prototype } of [Document, ShadowRoot]) delete prototype.adoptedStyleSheets;`;
  const { tab, violations } = await open(old + APP);
  const empty = tab.getByText('Du har ingen mellemværender.');
  await empty.waitFor();
  const rules = await tab.evaluate(() => {
    const { shadowRoot } = document.querySelector('ddb-debt-overview');
    return [...shadowRoot.querySelectorAll('style')].flatMap(({ sheet }) => [...sheet.cssRules])
      .length;
  });
  assert.ok(rules > 40, `${rules} rules`);
  assert.deepEqual(violations, []);
});

test('can be zoomed, and axe finds no violations', async () => {
  const { tab } = await open(APP);
  await tab.getByText('Du har ingen mellemværender.').waitFor();
  const viewport = await tab.locator('meta[name=viewport]').getAttribute('content');
  assert.doesNotMatch(viewport, /maximum-scale|user-scalable/);
  await tab.evaluate(readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8'));
  const { violations } = await tab.evaluate(() => window.axe.run());
  assert.deepEqual(
    violations.map(({ id }) => id),
    [],
  );
});

test("uses the app's language for the page and its title, and Danish by default", async () => {
  const { tab } = await open(APP);
  await tab.getByText('Du har ingen mellemværender.').waitFor();
  const languageAndTitle = () =>
    tab.evaluate(() => [document.documentElement.lang, document.title]);
  const configure = (config) =>
    tab.evaluate(
      (given) => postMessage({ version: 1, type: 'ddb-debt-config', config: given }, origin),
      { feesUrl: '/fees', ...config },
    );
  assert.deepEqual(await languageAndTitle(), ['da', 'Mellemværender']);
  await configure({ lang: 'en' });
  await tab.waitForFunction(() => document.title === 'What you owe');
  assert.deepEqual(await languageAndTitle(), ['en', 'What you owe']);
  await configure({ lang: 'ar' });
  await tab.waitForFunction(() => document.documentElement.lang === 'ar');
  await configure({});
  await tab.waitForFunction(() => document.title === 'Mellemværender');
  assert.deepEqual(await languageAndTitle(), ['da', 'Mellemværender']);
});
