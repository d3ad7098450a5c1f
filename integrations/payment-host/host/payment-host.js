import { fileURLToPath } from 'node:url';
import { file, html, json } from './answers.js';
import { requestDeadline } from './deadline.js';
import { logOut } from './log-out.js';
import { libraryPage } from './page.js';
import { patronFees } from './patron-fees.js';
import { paymentCallback } from './payment-callback.js';
import { reconciliation } from './reconcile.js';
import { returnPayment } from './return-payment.js';
import { Sessions } from './sessions.js';
import { settlement } from './settle-payment.js';
import { startPayment } from './start-payment.js';
import { Worklist } from './worklist.js';

/**
 * @typedef {object} Config
 * @property {string} origin of the library's site, which has the routes of the host
 * @property {readonly string[]} returnOrigins where a payment may send the browser back to
 * @property {'dibs' | 'easy'} gateway a form for the browser, or a hosted page
 * @property {string} policy the page's Content-Security-Policy
 * @property {Record<string, string>} headers others of the page
 * @property {Record<string, string>} attributes of the element
 * @property {readonly string[]} scripts of the page
 */

/**
 * What the routes and the job have in common.
 * @typedef {object} Context
 * @property {Config} config
 * @property {ReturnType<typeof import('./fbs-client.js').fbsClient>} fbs
 * @property {ReturnType<typeof import('./gateway-client.js').gatewayClient>} gateway
 * @property {import('./gateway-client.js').Keys} keys
 * @property {import('./orders.js').Orders} orders
 * @property {Worklist} worklist
 * @property {Sessions} sessions
 * @property {() => number} now the time in milliseconds
 * @property {() => AbortSignal} deadline of all calls of one request
 * @property {ReturnType<typeof settlement>} settle
 * @property {() => void} expireOrders
 * @property {() => Promise<unknown>} endExpired
 */

const ownFile = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * The payment host: its routes, and the job to run every minute.
 * @param {Pick<Context, 'config' | 'fbs' | 'gateway' | 'keys' | 'orders' | 'now'> & Partial<Pick<Context, 'deadline'>>
 *   & { alarm: (entry: import('./worklist.js').Entry) => void }} options
 */
export function paymentHost({ alarm, deadline = requestDeadline, ...given }) {
  const { config, gateway, orders, now } = given;
  const worklist = new Worklist({ alarm, now });
  const sessions = new Sessions(config);

  /** Ends expired orders at the gateway. If that fails, the job repeats it. */
  const endExpired = () =>
    Promise.allSettled(
      orders.notEnded().map(async (order) => {
        await gateway.terminate(order, deadline());
        order.ended = true;
      }),
    );
  /** Before each decision about orders. The response does not wait for the gateway. */
  const expireOrders = () => {
    orders.expire();
    void endExpired();
  };

  const shared = { ...given, deadline, worklist, sessions, endExpired, expireOrders };
  /** @type {Context} */
  const context = { ...shared, settle: settlement(shared) };
  const start = startPayment(context);

  return {
    worklist,
    sessions,
    reconcile: reconciliation(context),
    /** @type {Record<string, import('./server.js').Route>} */
    routes: {
      'GET /': ({ response }) => {
        const headers = { 'Content-Security-Policy': config.policy, ...config.headers };
        html(response, libraryPage(config), 200, headers);
      },
      'GET /page.css': file(ownFile('page.css'), 'text/css'),
      'GET /logged-out.js': file(ownFile('logged-out.js'), 'text/javascript'),
      'POST /logout': logOut(context),
      'GET /patron/fees': patronFees(context),
      'POST /payment/start': async (exchange) => json(exchange.response, await start(exchange)),
      'POST /payment/callback': paymentCallback(context),
      'GET /payment/return': returnPayment(context),
    },
  };
}
