import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { html } from './answers.js';
import { fbsClient } from './fbs-client.js';
import { gatewayClient } from './gateway-client.js';
import { libraryPage, policyOf, termsPage } from './library-page.js';
import { misbehaving } from './misbehaving.js';
import { Orders } from './orders.js';
import { patronFees } from './patron-fees.js';
import { returnPayment } from './return-payment.js';
import { serve } from './serve.js';
import { Sessions } from './sessions.js';
import { settlePayment } from './settle-payment.js';
import { startPayment } from './start-payment.js';

/** The built single file. */
export const WIDGET = fileURLToPath(new URL('../../dist/ddb-debt-overview.js', import.meta.url));
const PUBLIC = fileURLToPath(new URL('./public/', import.meta.url));

/** How often orders are looked through for those that have expired, in ms; each request does it too. */
const SWEEP = 10_000;

/**
 * What a route works with.
 * @typedef {object} Desk
 * @property {Library} library
 * @property {Orders} orders
 * @property {ReturnType<typeof fbsClient>} fbs
 * @property {ReturnType<typeof gatewayClient>} gateway
 * @property {import('./gateway.js').Keys} keys
 * @property {() => Promise<unknown>} expireOrders
 */

/** @typedef {Awaited<ReturnType<typeof startLibrary>>} Library */

const file = (path, type) => async (exchange) => {
  exchange.response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
  exchange.response.end(await readFile(path));
};

/**
 * The library: the page, and behind it the four routes that a payment needs.
 * @param {object} with
 * @param {Awaited<ReturnType<import('./fbs.js').startFbs>>} with.fbs
 * @param {Awaited<ReturnType<import('./gateway.js').startGateway>>} with.gateway
 * @param {() => number} [with.now] ms
 * @param {number} [with.port] else any that is free
 */
export async function startLibrary({ fbs, gateway, now = Date.now, port = 0 }) {
  const library = {
    origin: '',
    /** @type {'dibs' | 'easy'} */
    gateway: 'dibs',
    /** Whether fees carry `paymentStatus`. */
    statuses: true,
    /** `naive`: it does not look at other orders, so that what the widget itself holds back is seen. @type {'strict' | 'naive'} */
    guard: 'strict',
    /**
     * How a start is answered. A function writes the answer itself.
     * @type {'ok' | 'slow' | 'lost' | 'lost-once' | ((response: import('node:http').ServerResponse, answer: object) => void)}
     */
    startAnswer: 'ok',
    /** Every start, as it was asked and answered; status 0 is no answer.
     * @type {{ key: string, feeIds: string[], amount: number, orderId: string, status: number }[]} */
    starts: [],
    /** Who gets logged in by opening the page. */
    patron: 'astrid',
    /** The page's Content-Security-Policy. */
    policy: policyOf(gateway.origin),
    /** Headers of the page beside its policy, such as `Cache-Control: no-store`, which keeps it out of bfcache. */
    headers: {},
    /** The element's attributes. @type {Record<string, string>} */
    attributes: {
      lang: 'da',
      'fees-url': '/patron/fees',
      'dibs-payment-url': '/payment/start',
      'payment-origins': gateway.origin,
      'switch-date': '2021-12-01',
      'oir-payment-url': 'https://betalingsoverblik.example/',
      'oir-payment-name': 'Mit Betalingsoverblik',
      'terms-url': '/betalingsbetingelser',
    },
    orders: new Orders(now),
    expireOrders: async () => {
      const over = library.orders.expire();
      // Where the gateway cannot be told, or cannot do it, the callback lets go of what is reserved after all.
      await Promise.allSettled(over.map((order) => desk.gateway.terminate(order)));
    },
    close: async () => undefined,
  };
  const { orders, expireOrders } = library;
  const toGateway = gatewayClient(gateway, () => library.origin);
  const { keys } = gateway;
  const desk = { library, orders, fbs: fbsClient(fbs), gateway: toGateway, keys, expireOrders };
  const sessions = new Sessions();

  const server = await serve(
    {
      'GET /': ({ request, response }) => {
        const token = sessions.tokenOf(request);
        const session = fbs.knows(token) ? {} : sessions.logIn(fbs.logIn(library.patron));
        const headers = { 'Content-Security-Policy': library.policy, ...session };
        html(response, libraryPage(library.attributes), 200, { ...headers, ...library.headers });
      },
      'GET /page.js': file(`${PUBLIC}page.js`, 'text/javascript'),
      'GET /page.css': file(`${PUBLIC}page.css`, 'text/css'),
      'GET /ddb-debt-overview.js': file(WIDGET, 'text/javascript'),
      'GET /betalingsbetingelser': ({ response }) => html(response, termsPage),
      'GET /patron/token': sessions.answerToken,
      'GET /patron/fees': patronFees(desk),
      'POST /payment/start': misbehaving(library, startPayment(desk)),
      'POST /payment/callback': settlePayment(desk),
      'GET /payment/return': returnPayment(desk),
    },
    { port },
  );
  const sweep = setInterval(expireOrders, SWEEP);
  const close = () => {
    clearInterval(sweep);
    return server.close();
  };
  return Object.assign(library, server, { close });
}
