import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { Patron } from '../e2e/patron.js';
import { startHost } from '../host/host.js';
import { openBrowser } from '../pages/open-browser.js';
import { assertNothingKept } from './assert-nothing-kept.js';
import { assertTokenNowhere } from './assert-token-nowhere.js';
import { lyingAbout, thief } from './thief.js';

/** CONTRACT 2: a token is never an attribute, never stored, logged, put in a URL or an event. */
let browser;
/** @type {import('../host/host.js').Host} */
let host;
let context;
/** @type {Patron} */
let astrid;
/** What the thief has heard: where, and what. @type {[string, unknown][]} */
let stolen;
/** What could be read off the pages. @type {string[]} */
let seen;
/** Everything the browser has asked for, of whomever. @type {import('playwright-core').Request[]} */
let requests;
/** Every token there has been. @type {Set<string>} */
let tokens;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

beforeEach(async () => {
  host = await startHost();
  context = await browser.newContext({ locale: 'da-DK' });
  stolen = [];
  seen = [];
  requests = [];
  tokens = new Set();
  const { logIn } = host.fbs;
  host.fbs.logIn = (who) => {
    const token = logIn(who);
    tokens.add(token);
    return token;
  };
  await context.exposeBinding('steal', (_, what) => void stolen.push(JSON.parse(what)));
  await context.addInitScript(thief);
  context.on('request', (request) => requests.push(request));
  astrid = new Patron(context, host);
});

afterEach(async () => {
  await context.close();
  await host.close();
});

/** What can be read off the page now; kept for the end. */
const look = async () => void seen.push(await astrid.page.evaluate(lyingAbout));

const assertNowhere = () =>
  assertTokenNowhere({
    tokens: [...tokens],
    requests,
    origin: host.origin,
    paths: ['/patron/fees', '/payment/start'],
    places: { stolen, seen, console: astrid.heard },
  });

const refresh = () =>
  astrid.page.evaluate(() => document.querySelector('ddb-debt-overview').refresh());

/** Reads that fail in each of these ways, one after the other. */
async function failToRead(...statuses) {
  for (const status of statuses) {
    const headers = { 'Retry-After': '900' };
    await astrid.page.route('**/patron/fees', (route) => route.fulfill({ status, headers }));
    await refresh();
    await astrid.part('failure').waitFor();
    await look();
    await astrid.page.unroute('**/patron/fees');
  }
}

for (const by of ['dibs', 'easy']) {
  test(`a whole session, by ${by}: the token is in Authorization alone`, async () => {
    host.library.gateway = by;
    await astrid.openPage();
    await look();
    await failToRead(400, 429, 503, 200);
    await refresh();
    host.library.startAnswer = 'lost';
    await astrid.press('pay-all');
    await astrid.part('payment-lost').waitFor();
    await look();
    host.library.startAnswer = 'ok';
    await astrid.press('pay-all');
    await astrid.atGateway('cancel');
    await astrid.part('payment-cancelled').waitFor();
    await look();
    await astrid.press('pay-all');
    await astrid.arriveAtGateway();
    await look();
    const other = await astrid.inAnotherTab();
    await other.part('locked').first().waitFor();
    await astrid.atGateway('pay');
    await astrid.part('receipt').waitFor();
    await look();
    host.fbs.logOut();
    await refresh();
    await astrid.part('failure').waitFor();
    await look();

    await assertNowhere();
    const heard = stolen.map(([from]) => from);
    for (const from of ['load', 'error', 'auth', 'pay'].map((name) => `ddb-debt-${name}`)) {
      assert.ok(heard.includes(from), `${from} has been listened to`);
    }
    assert.ok(heard.includes('channel ddb-debt-payment'), 'so has what tabs say to each other');
    assert.ok(
      !heard.includes('native'),
      'who says that it is an app is not told anything on a web page',
    );
    await assertNothingKept(astrid.page, { origin: host.origin });
  });
}

test('in an app: the token is in no message to the native side', async () => {
  host.library.gateway = 'easy';
  Object.assign(host.library.attributes, { channel: 'app', mobilepay: '' });
  await astrid.openPage();
  await failToRead(400);
  await refresh();
  await astrid.part('go-link').click();
  await astrid.press('pay-button');
  await astrid.page.waitForFunction(() =>
    window.told.some((json) => json.includes('ddb-debt-open')),
  );
  host.fbs.logOut();
  await refresh();
  await look();
  await assertNowhere();
  const types = new Set(
    stolen
      .filter(([from]) => from === 'native')
      .map(([, json]) => JSON.parse(json).type.slice('ddb-debt-'.length)),
  );
  assert.deepEqual([...types].sort(), ['auth', 'error', 'leave', 'load', 'open', 'pay', 'resize']);
  await assertNothingKept(astrid.page, { origin: host.origin, mayBeOpen: true });
});
