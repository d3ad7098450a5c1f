import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { startHost } from '../../integrations/payment-host/stand-ins/start.js';
import { openBrowser } from '../pages/open-browser.js';
import { startAttacker } from './attacker.js';

/** An attacker's page with the library's page in a nearly invisible frame, over a button. */
const framingPage = (url) => `<!doctype html><title>Gratis</title><button>Vind en bog</button>
  <iframe src="${url}" width="1000" height="900" style="position:absolute;inset:0;opacity:.01"></iframe>`;

let browser;
let attacker;
/** @type {import('../../integrations/payment-host/stand-ins/start.js').Host} */
let host;
let context;
let page;

before(async () => {
  browser = await openBrowser();
  attacker = await startAttacker();
});

after(async () => {
  await browser?.close();
  await attacker?.close();
});

beforeEach(async () => {
  host = await startHost();
  context = await browser.newContext({ locale: 'da-DK' });
  page = await context.newPage();
  // Astrid visits the library first, so that the frame could have her cookies.
  await page.goto(host.origin);
  await page.locator('[part=debt]').first().waitFor();
});

afterEach(async () => {
  await context.close();
  await host.close();
});

/** Opens the attacker's page on another host, so that it is another site. */
async function openFramingPage() {
  const paths = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  attacker.html = framingPage(host.origin);
  await page.goto(`${attacker.origin.replace('127.0.0.1', 'localhost')}/page`, {
    waitUntil: 'load',
  });
  const [, frame] = page.frames();
  return { paths, frame };
}

test('with frame-ancestors, the page is not shown in a frame', async () => {
  const { paths, frame } = await openFramingPage();
  await frame.waitForURL('chrome-error://chromewebdata/');
  assert.ok(!paths.some((path) => path.startsWith('/patron')), paths.join());
  assert.ok(!paths.includes('/ddb-debt-overview.js'));
});

test('with X-Frame-Options, the page is not shown in a frame', async () => {
  host.library.policy = host.library.policy.replace("; frame-ancestors 'none'", '');
  host.library.headers = { 'X-Frame-Options': 'DENY' };
  const { frame } = await openFramingPage();
  await frame.waitForURL('chrome-error://chromewebdata/');
});

test('without these headers, the frame has no Lax cookie, and shows no debts', async () => {
  host.library.policy = host.library.policy.replace("; frame-ancestors 'none'", '');
  const { frame } = await openFramingPage();
  await frame.locator('[part=login]').waitFor();
  assert.equal(await frame.locator('[part=debt]').count(), 0);
  assert.equal(await frame.locator('[part~=pay-button]').count(), 0);
  assert.deepEqual(host.library.starts, []);
});
