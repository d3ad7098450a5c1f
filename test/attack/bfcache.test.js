import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { firefox } from '../browsers/others.js';
import { openLibrary } from './library.js';
import { readableData } from './eavesdropper.js';
import { ASTRIDS, addPatrons } from './two-patrons.js';

/** Back to Astrid's page in the back-forward cache, which headless Chromium does not have. */
let browser;
let library;
let page;
let at;

before(async () => {
  browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox() });
  library = await openLibrary();
});

after(async () => {
  await browser?.close();
  await library?.close();
});

beforeEach(async () => {
  at = addPatrons(library);
  const context = await browser.createBrowserContext();
  page = await context.newPage();
});

afterEach(() => page.browserContext().close());

/** Waits up to five seconds for a condition. A page restored from the cache has no load event. */
async function until(holds, ...given) {
  for (let tries = 0; tries < 100; tries++) {
    if (await page.evaluate(holds, ...given).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`not in time: ${holds}: ${await page.evaluate(() => document.body.innerHTML)}`);
}

const shows = (words) =>
  until(
    (one) =>
      document.querySelector('ddb-debt-overview')?.shadowRoot?.textContent.includes(one) ?? false,
    words,
  );

/** Shows Astrid's list, logs in somebody else, and goes Back to it. */
async function goBackAs(who, path, meanwhile = () => undefined) {
  await page.goto(library.origin + path);
  await shows('ASTRID 1');
  await page.evaluate(() => void (window.isSamePage = true));
  at.who = who;
  meanwhile();
  await page.goto(`${library.origin}/login`);
  await page.evaluate(() => void setTimeout(() => history.back()));
  await until(() => document.querySelector('ddb-debt-overview') !== null);
}

async function assertNothingOfAstrid() {
  assert.equal(
    await page.evaluate(() => window.isSamePage),
    true,
    'the page is restored from the cache',
  );
  const { requests: _, ...found } = JSON.parse(await page.evaluate(readableData));
  for (const [place, what] of Object.entries(found)) {
    assert.doesNotMatch(JSON.stringify(what ?? null), ASTRIDS, place);
  }
}

test('another patron by token: her list is removed', async () => {
  await goBackAs('bo', '/token');
  await shows('Bo');
  await assertNothingOfAstrid();
});

test('another patron by token, without a response: her list is removed', async () => {
  await goBackAs('bo', '/token', () => at.hold());
  await shows('Henter');
  await assertNothingOfAstrid();
});

for (const path of ['/token', '/cookie']) {
  test(`logged out, ${path}: her list is removed`, async () => {
    await page.goto(`${library.origin}/login`);
    await goBackAs('', path);
    await shows('Log ind');
    await assertNothingOfAstrid();
  });
}

test('another patron by cookie: her list is replaced by theirs', async () => {
  await page.goto(`${library.origin}/login`);
  await goBackAs('bo', '/cookie');
  await shows('Bo');
  await assertNothingOfAstrid();
});
