import { after, afterEach, beforeEach } from 'node:test';
import { assertFair } from '../host/assert-fair.js';
import { startHost } from '../host/host.js';
import { app } from './app.js';
import { assertDiscreet } from './assert-discreet.js';
import { openFrontDoor } from './front-door.js';
import { Patron } from './patron.js';
import { endViews, WebView } from './web-view.js';

/** The payment site of these tests: no such host is looked for, the view leaves this machine for nobody. */
export const PAYMENT_SITE = 'https://betalingsoverblik.example/';

/**
 * A host, an app and a view for each test of a file; Astrid is logged in. After each test, however it went,
 * her token has been where it belongs and nowhere else, and what was told natively was told well.
 * @param {Parameters<typeof WebView.open>[0]} [options]
 */
export function stage(options) {
  const on = {
    /** @type {import('../host/host.js').Host} */
    host: undefined,
    /** @type {import('./front-door.js').FrontDoor} */
    door: undefined,
    /** @type {WebView} */
    view: undefined,
    /** @type {ReturnType<typeof app>} */
    app: undefined,
    /** @type {Patron} */
    astrid: undefined,
    /** Every token there has been. @type {string[]} */
    tokens: [],
    logIn(patron) {
      const token = on.host.fbs.logIn(patron);
      on.tokens.push(token);
      return token;
    },
    /** Opens the page, and has debts before her. */
    async open(path = '/webview.html') {
      await on.view.load(on.door.origin + path);
      await on.astrid.sees('debt');
    },
    /** What an app calls when it has paid, or when it wants the newest. */
    refresh: () => on.view.evaluate(() => document.querySelector('ddb-debt-overview').refresh()),
    /** The municipality has bought MobilePay, and the library starts the payments. */
    byMobilePay: () =>
      Object.assign(on.app.config, {
        mobilepay: true,
        dibsPaymentUrl: '/payment/start',
        paymentOrigins: on.host.gatewayOrigin,
      }),
    fees: () => on.door.askedFor('/patron/fees'),
  };

  beforeEach(async () => {
    on.host = await startHost({ gateway: 'easy' });
    on.door = await openFrontDoor(on.host);
    on.view = await WebView.open(options);
    on.astrid = new Patron(on.view);
    on.tokens = [];
    const token = on.logIn('astrid');
    on.app = app(on.view);
    on.app.token = () => token;
    on.app.config = {
      feesUrl: '/patron/fees',
      switchDate: '2021-12-01',
      oirPaymentUrl: PAYMENT_SITE,
      oirPaymentName: 'Mit Betalingsoverblik',
    };
  });

  after(endViews);

  afterEach(async () => {
    try {
      await assertDiscreet(on);
    } finally {
      await on.view.close();
      await on.door.close();
      await on.host.close();
    }
    assertFair(on.host);
  });
  return on;
}
