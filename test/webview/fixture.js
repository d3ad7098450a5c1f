import { after, afterEach, beforeEach } from 'node:test';
import { assertFair } from '../../integrations/payment-host/test/assert-fair.js';
import { startHost } from '../../integrations/payment-host/stand-ins/start.js';
import { app } from './app.js';
import { assertTokenPrivate } from './assert-token-private.js';
import { openSiteProxy } from './site-proxy.js';
import { Patron } from './patron.js';
import { endViews, WebView } from './web-view.js';

/** The payment site of these tests: the view blocks navigation to other machines. */
export const PAYMENT_SITE = 'https://betalingsoverblik.example/';

/**
 * Starts a payment host, an app and a view for each test of a file, with Astrid logged in. After each test it asserts
 * that her token was only in `Authorization` and that every native message was valid.
 * @param {Parameters<typeof WebView.open>[0]} [options]
 */
export function openFixture(options) {
  const on = {
    /** @type {import('../../integrations/payment-host/stand-ins/start.js').Host} */
    host: undefined,
    /** @type {import('./site-proxy.js').SiteProxy} */
    proxy: undefined,
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
    /** Opens the page and waits for the debts. */
    async open(path = '/webview.html') {
      await on.view.load(on.proxy.origin + path);
      await on.astrid.waitFor('debt');
    },
    /** What an app calls after a payment, or to read the debts again. */
    refresh: () => on.view.evaluate(() => document.querySelector('ddb-debt-overview').refresh()),
    /** Turns on MobilePay, with payments that the library starts. */
    byMobilePay: () =>
      Object.assign(on.app.config, {
        mobilepay: true,
        dibsPaymentUrl: '/payment/start',
        paymentOrigins: on.host.gatewayOrigin,
      }),
    fees: () => on.proxy.requestsFor('/patron/fees'),
  };

  beforeEach(async () => {
    on.host = await startHost({ gateway: 'easy' });
    on.proxy = await openSiteProxy(on.host);
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
      await assertTokenPrivate(on);
    } finally {
      await on.view.close();
      await on.proxy.close();
      await on.host.close();
    }
    assertFair(on.host);
  });
  return on;
}
