import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { startHost } from '../host/host.js';
import { openBrowser } from '../pages/open-browser.js';
import { startEvil } from './evil.js';

/** Somebody else's page, with the library's in a frame that nobody sees, over a button that everybody would press. */
const baitOf = (url) => `<!doctype html><title>Gratis</title><button>Vind en bog</button>
  <iframe src="${url}" width="1000" height="900" style="position:absolute;inset:0;opacity:.01"></iframe>`;

let browser;
let evil;
/** @type {import('../host/host.js').Host} */
let host;
let context;
let page;

before(async () => {
  browser = await openBrowser();
  evil = await startEvil();
});

after(async () => {
  await browser?.close();
  await evil?.close();
});

beforeEach(async () => {
  host = await startHost();
  context = await browser.newContext({ locale: 'da-DK' });
  page = await context.newPage();
  // Astrid has been here before: a frame has her cookies, where the browser gives it any.
  await page.goto(host.origin);
  await page.locator('[part=debt]').first().waitFor();
});

afterEach(async () => {
  await context.close();
  await host.close();
});

/** The frame in somebody else's page, which is another site to the browser: another host, not only another port. */
async function openBait() {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  evil.html = baitOf(host.origin);
  await page.goto(`${evil.origin.replace('127.0.0.1', 'localhost')}/page`, { waitUntil: 'load' });
  const [, frame] = page.frames();
  return { asked, frame };
}

test('a host that sends frame-ancestors is shown in no frame: nothing can be pressed', async () => {
  const { asked, frame } = await openBait();
  assert.equal(frame.url(), 'chrome-error://chromewebdata/');
  assert.ok(!asked.some((path) => path.startsWith('/patron')), asked.join());
  assert.ok(!asked.includes('/ddb-debt-overview.js'));
});

test('so is one that sends X-Frame-Options, as older browsers know it', async () => {
  host.library.policy = host.library.policy.replace("; frame-ancestors 'none'", '');
  host.library.headers = { 'X-Frame-Options': 'DENY' };
  const { frame } = await openBait();
  assert.equal(frame.url(), 'chrome-error://chromewebdata/');
});

test('one that sends neither is shown, but to nobody in particular: a Lax cookie stays away, and nothing is paid', async () => {
  host.library.policy = host.library.policy.replace("; frame-ancestors 'none'", '');
  const { frame } = await openBait();
  await frame.locator('[part=failure]').waitFor();
  assert.equal(await frame.locator('[part=debt]').count(), 0);
  assert.equal(await frame.locator('[part~=pay-button]').count(), 0);
  assert.deepEqual(host.library.starts, []);
});
