import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { Patron } from '../e2e/patron.js';
import { startHost } from '../../integrations/payment-host/stand-ins/start.js';
import { openBrowser } from '../pages/open-browser.js';
import { assertNothingStored } from './assert-nothing-stored.js';
import { assertTokenNowhere } from './assert-token-nowhere.js';
import { readableData, eavesdropper } from './eavesdropper.js';

/** CONTRACT 2: a token is never an attribute, never stored, logged, put in a URL or an event. */
let browser;
/** @type {import('../../integrations/payment-host/stand-ins/start.js').Host} */
let host;
let context;
/** @type {Patron} */
let astrid;
/** The data that the eavesdropper received, with their sources. @type {[string, unknown][]} */
let stolen;
/** The readable data of the pages. @type {string[]} */
let pages;
/** All requests of the browser. @type {import('playwright-core').Request[]} */
let requests;
/** Every token that was used. @type {Set<string>} */
let tokens;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

beforeEach(async () => {
  host = await startHost();
  host.library.givesToken = true;
  context = await browser.newContext({ locale: 'da-DK' });
  stolen = [];
  pages = [];
  requests = [];
  tokens = new Set();
  const { logIn } = host.fbs;
  host.fbs.logIn = (who) => {
    const token = logIn(who);
    tokens.add(token);
    return token;
  };
  await context.exposeBinding('steal', (_, what) => void stolen.push(JSON.parse(what)));
  await context.addInitScript(eavesdropper);
  context.on('request', (request) => requests.push(request));
  astrid = new Patron(context, host);
});

afterEach(async () => {
  await context.close();
  await host.close();
});

/** Stores the readable data of the page, to check at the end. */
const recordPage = async () => void pages.push(await astrid.page.evaluate(readableData));

const assertNowhere = () =>
  assertTokenNowhere({
    tokens: [...tokens],
    requests,
    origin: host.origin,
    paths: ['/patron/fees', '/payment/start'],
    places: { stolen, pages, console: astrid.messages },
  });

const refresh = () =>
  astrid.page.evaluate(() => document.querySelector('ddb-debt-overview').refresh());

/** Refreshes that fail with each of these statuses. */
async function refreshAndFail(...statuses) {
  for (const status of statuses) {
    const headers = { 'Retry-After': '900' };
    await astrid.page.route('**/patron/fees', (route) => route.fulfill({ status, headers }));
    await refresh();
    await astrid.part('failure').waitFor();
    await recordPage();
    await astrid.page.unroute('**/patron/fees');
  }
}

for (const by of ['dibs', 'easy']) {
  test(`in a whole session, by ${by}, the token is only in Authorization headers`, async () => {
    host.library.gateway = by;
    await astrid.openPage();
    await recordPage();
    await refreshAndFail(400, 429, 503, 200);
    await refresh();
    host.library.startAnswer = 'lost';
    await astrid.press('pay-all');
    await astrid.part('payment-lost').waitFor();
    await recordPage();
    host.library.startAnswer = 'ok';
    await astrid.press('pay-all');
    await astrid.completeAtGateway('cancel');
    await astrid.part('payment-cancelled').waitFor();
    await recordPage();
    await astrid.press('pay-all');
    await astrid.arriveAtGateway();
    await recordPage();
    const other = await astrid.openAnotherTab();
    await other.part('locked').first().waitFor();
    await astrid.completeAtGateway('pay');
    await astrid.part('receipt').waitFor();
    await recordPage();
    host.fbs.logOut();
    await refresh();
    await astrid.part('login').waitFor();
    await recordPage();

    await assertNowhere();
    const sources = stolen.map(([from]) => from);
    for (const from of ['load', 'error', 'auth', 'pay'].map((name) => `ddb-debt-${name}`)) {
      assert.ok(sources.includes(from), `${from} was received`);
    }
    assert.ok(sources.includes('channel ddb-debt-payment'), 'messages between tabs were received');
    assert.ok(!sources.includes('native'), 'a web page sends nothing to an app');
    await assertNothingStored(astrid.page, { origin: host.origin });
  });
}

test('in an app, the token is in no message to the app', async () => {
  host.library.gateway = 'easy';
  Object.assign(host.library.attributes, { channel: 'app', mobilepay: '' });
  await astrid.openPage();
  await refreshAndFail(400);
  await refresh();
  await astrid.part('go-link').click();
  await astrid.press('pay-button');
  await astrid.page.waitForFunction(() =>
    window.appMessages.some((json) => json.includes('ddb-debt-open')),
  );
  host.fbs.logOut();
  await refresh();
  await recordPage();
  await assertNowhere();
  const types = new Set(
    stolen
      .filter(([from]) => from === 'native')
      .map(([, json]) => JSON.parse(json).type.slice('ddb-debt-'.length)),
  );
  assert.deepEqual([...types].sort(), ['auth', 'error', 'leave', 'load', 'open', 'pay', 'resize']);
  await assertNothingStored(astrid.page, { origin: host.origin, allowsOpenPayment: true });
});
