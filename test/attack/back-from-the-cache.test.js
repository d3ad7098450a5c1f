import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { firefox } from '../browsers/others.js';
import { openLibrary } from './library.js';
import { lyingAbout } from './thief.js';
import { ASTRIDS, sitDown } from './two-patrons.js';

/** Back to Astrid's page where the browser brings it back alive: Firefox can, headless Chromium cannot. */
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
  at = sitDown(library);
  const context = await browser.createBrowserContext();
  page = await context.newPage();
});

afterEach(() => page.browserContext().close());

/** What is so within five seconds. A page that comes back is not loaded, so nobody says when. */
async function until(holds, ...given) {
  for (let look = 0; look < 100; look++) {
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

/** Astrid has her list, and goes; then somebody else comes, and goes Back to it. */
async function backAs(who, path, meanwhile = () => undefined) {
  await page.goto(library.origin + path);
  await shows('ASTRID 1');
  await page.evaluate(() => void (window.wasHere = true));
  at.who = who;
  meanwhile();
  await page.goto(`${library.origin}/login`);
  await page.evaluate(() => void setTimeout(() => history.back()));
  await until(() => document.querySelector('ddb-debt-overview') !== null);
}

async function assertNothingOfAstrid() {
  assert.equal(await page.evaluate(() => window.wasHere), true, 'it is the page that was left');
  const { requests: _, ...found } = JSON.parse(await page.evaluate(lyingAbout));
  for (const [place, what] of Object.entries(found)) {
    assert.doesNotMatch(JSON.stringify(what ?? null), ASTRIDS, place);
  }
}

test('another patron, by token: her list goes', async () => {
  await backAs('bo', '/token');
  await shows('Bo');
  await assertNothingOfAstrid();
});

test('another patron, by token, while the endpoint does not answer: her list goes all the same', async () => {
  await backAs('bo', '/token', () => at.hold());
  await shows('Henter');
  await assertNothingOfAstrid();
});

for (const path of ['/token', '/cookie']) {
  test(`nobody is logged in any more, ${path}: her list goes`, async () => {
    await page.goto(`${library.origin}/login`);
    await backAs('', path);
    await shows('Log ind');
    await assertNothingOfAstrid();
  });
}

test('another patron, by cookie: her list goes when theirs has been read', async () => {
  await page.goto(`${library.origin}/login`);
  await backAs('bo', '/cookie');
  await shows('Bo');
  await assertNothingOfAstrid();
});
