import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { html } from './answers.js';
import { fbsClient } from './fbs-client.js';
import { gatewayClient } from './gateway-client.js';
import { libraryPage, policyOf, termsPage } from './library-page.js';
import { faultyStart } from './faulty-start.js';
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

/** How often orders are expired, in milliseconds. Each request does it, too. */
const EXPIRY_INTERVAL = 10_000;

/**
 * The dependencies of the routes.
 * @typedef {object} RouteContext
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
 * Starts the library: the page, and the four routes that a payment needs.
 * @param {object} with
 * @param {Awaited<ReturnType<import('./fbs.js').startFbs>>} with.fbs
 * @param {Awaited<ReturnType<import('./gateway.js').startGateway>>} with.gateway
 * @param {() => number} [with.now] the time in milliseconds
 * @param {number} [with.port] by default, a free port
 */
export async function startLibrary({ fbs, gateway, now = Date.now, port = 0 }) {
  const library = {
    origin: '',
    /** @type {'dibs' | 'easy'} */
    gateway: 'dibs',
    /** Whether fees carry `paymentStatus`. */
    statuses: true,
    /** `naive`: it does not check other orders, so that only the widget prevents duplicate payments. @type {'strict' | 'naive'} */
    guard: 'strict',
    /**
     * The response to a payment start. A function writes the response itself.
     * @type {'ok' | 'slow' | 'lost' | 'lost-once' | ((response: import('node:http').ServerResponse, answer: object) => void)}
     */
    startAnswer: 'ok',
    /** Every payment start, with its response; status 0 is no response.
     * @type {{ key: string, feeIds: string[], amount: number, orderId: string, status: number }[]} */
    starts: [],
    /** The patron who is logged in when the page is opened. */
    patron: 'astrid',
    /** The page's Content-Security-Policy. */
    policy: policyOf(gateway.origin),
    /** Other headers of the page, such as `Cache-Control: no-store`, which disables the back-forward cache. */
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
      const expired = library.orders.expire();
      // If the gateway cannot end the order, the callback releases the reservation.
      await Promise.allSettled(expired.map((order) => context.gateway.terminate(order)));
    },
    close: async () => undefined,
  };
  const { orders, expireOrders } = library;
  const toGateway = gatewayClient(gateway, () => library.origin);
  const { keys } = gateway;
  const context = { library, orders, fbs: fbsClient(fbs), gateway: toGateway, keys, expireOrders };
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
      'GET /patron/fees': patronFees(context),
      'POST /payment/start': faultyStart(library, startPayment(context)),
      'POST /payment/callback': settlePayment(context),
      'GET /payment/return': returnPayment(context),
    },
    { port },
  );
  const expiryTimer = setInterval(expireOrders, EXPIRY_INTERVAL);
  const close = () => {
    clearInterval(expiryTimer);
    return server.close();
  };
  return Object.assign(library, server, { close });
}
