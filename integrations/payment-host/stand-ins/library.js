import { fileURLToPath } from 'node:url';
import { file, html, json } from '../host/answers.js';
import { fbsClient } from '../host/fbs-client.js';
import { gatewayClient } from '../host/gateway-client.js';
import { Orders } from '../host/orders.js';
import { policyOf } from '../host/page.js';
import { paymentHost } from '../host/payment-host.js';
import { Problem } from '../host/problem.js';
import { serve } from '../host/server.js';
import { faultyStart } from './faulty-start.js';

/** The built single file. */
const WIDGET = fileURLToPath(new URL('../../../dist/ddb-debt-overview.js', import.meta.url));
const TOKEN_PAGE = fileURLToPath(new URL('token-page.js', import.meta.url));

const termsPage = `<!doctype html>
<html lang="da">
  <head><meta charset="utf-8"><title>Betalingsbetingelser</title></head>
  <body><h1>Betalingsbetingelser</h1><p>Det er en prøve. Intet bliver betalt.</p></body>
</html>`;

/** @typedef {Awaited<ReturnType<typeof startLibrary>>} Library */

/** Orders that a test can make the host forget, so that only the widget prevents duplicate payments. */
class ForgettableOrders extends Orders {
  /** @type {{ guard: 'strict' | 'naive', statuses: boolean }} */
  settings;

  isBeingPaid(feeId) {
    return this.settings.guard === 'strict' && super.isBeingPaid(feeId);
  }

  isPaid(feeId) {
    return this.settings.guard === 'strict' && super.isPaid(feeId);
  }

  statusOf(feeId) {
    return this.settings.statuses ? super.statusOf(feeId) : undefined;
  }
}

/**
 * Stand-in: a library's site with the payment host, where a patron is logged in as soon as the page is opened. What is set on
 * it holds from the next request on.
 * @param {object} options
 * @param {Awaited<ReturnType<import('./fbs.js').startFbs>>} options.fbs
 * @param {Awaited<ReturnType<import('./gateway.js').startGateway>>} options.gateway
 * @param {() => number} options.now the time in milliseconds
 * @param {() => AbortSignal} [options.deadline] of the calls of one request
 * @param {number} [options.port] by default, a free port
 */
export async function startLibrary({ fbs, gateway, now, deadline, port = 0 }) {
  const orders = new ForgettableOrders(now);
  const library = {
    origin: '',
    get returnOrigins() {
      return [library.origin];
    },
    /** @type {'dibs' | 'easy'} */
    gateway: 'dibs',
    policy: policyOf(gateway.origin),
    /** The page shows a patron's debts, so browsers must not keep it. */
    headers: { 'Cache-Control': 'no-store' },
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
    get scripts() {
      return [...(library.givesToken ? ['/token-page.js'] : []), '/ddb-debt-overview.js'];
    },

    /** The patron who is logged in when the page is opened. */
    patron: 'astrid',
    /** Whether the page's script gets the patron's token, as it must where the routes are on another origin. */
    givesToken: false,
    /** Whether fees have `paymentStatus`. */
    statuses: true,
    /** `naive`: without a check of other orders, so that only the widget prevents duplicate payments. @type {'strict' | 'naive'} */
    guard: 'strict',
    /**
     * The response to a payment start. A function writes the response itself.
     * @type {'ok' | 'slow' | 'lost' | 'lost-once' | ((response: import('node:http').ServerResponse, answer: object) => void)}
     */
    startAnswer: 'ok',
    /** Every payment start, with its response; status 0 is no response.
     * @type {{ key: string, feeIds: string[], amount: number, orderId: string, status: number }[]} */
    starts: [],
    /** The alarms of the worklist. @type {import('../host/worklist.js').Entry[]} */
    alarms: [],
    orders,
    close: async () => undefined,
  };
  orders.settings = library;
  const host = paymentHost({
    config: library,
    fbs: fbsClient(fbs),
    gateway: gatewayClient(gateway, library),
    keys: gateway.keys,
    orders,
    now,
    ...(deadline && { deadline }),
    alarm: (entry) => library.alarms.push(entry),
  });
  const { sessions, worklist, reconcile } = host;

  const server = await serve(
    {
      ...host.routes,
      'GET /': (exchange) => {
        const { request, response } = exchange;
        if (!fbs.knows(sessions.sessionTokenOf(request))) {
          response.setHeaders(new Headers(sessions.logIn(fbs.logIn(library.patron))));
        }
        return host.routes['GET /'](exchange);
      },
      'POST /payment/start': faultyStart(library, host.routes['POST /payment/start']),
      'GET /patron/token': ({ request, response }) => {
        if (!library.givesToken) throw new Problem(404, 'not-found', 'There is no token here.');
        json(response, { token: sessions.tokenOf(request) });
      },
      'GET /token-page.js': file(TOKEN_PAGE, 'text/javascript'),
      'GET /ddb-debt-overview.js': file(WIDGET, 'text/javascript'),
      'GET /betalingsbetingelser': ({ response }) => html(response, termsPage),
    },
    { port },
  );
  return Object.assign(library, { worklist, reconcile }, server);
}
