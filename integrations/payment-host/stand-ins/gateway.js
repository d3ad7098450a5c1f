import { serve } from '../host/server.js';
import { gatewayApi } from './gateway-api.js';
import { receiptOf } from './gateway-payment.js';
import { gatewayWindow } from './gateway-window.js';
import { hangingRoutes } from './hanging-routes.js';

/**
 * Stand-in: the gateway, on its own origin. It has the DIBS payment window, to which the browser posts a signed form, and a
 * hosted page whose URL a server requests, as at Nets Easy. The rest is the same for both.
 * @param {{ keys: import('../host/gateway-client.js').Keys, port?: number }} options
 */
export async function startGateway({ keys, port = 0 }) {
  const gateway = {
    origin: '',
    keys,
    /**
     * When it calls the host after an authorisation: before the browser returns, after a number of milliseconds, or never.
     * @type {'at-once' | 'never' | number}
     */
    callback: 'at-once',
    /** Whether it lets an order be authorised again, although the form has `uniqueoid`. */
    authorisesAgain: false,
    /**
     * What becomes of a capture: it is done; done, and the answer lost; lost before it is done; or refused, since the
     * reservation has lapsed.
     * @type {'done' | 'answer-lost' | 'request-lost' | 'refused'}
     */
    capture: 'done',
    /** Whether a second capture of an authorisation charges again, in place of a refusal. */
    capturesAgain: false,
    /** The paths that get no response. @type {RegExp | undefined} */
    hangsOn: undefined,
    onHang: () => undefined,
    /** All payments by their id. @type {Map<string, import('./gateway-payment.js').Payment>} */
    payments: new Map(),
    /** The captured amounts, in øre. @type {{ orderId: string, amount: number }[]} */
    ledger: [],
    /** The released authorisations, as often as that was requested. @type {string[]} */
    releases: [],
    /** The orders that the host has ended, as often as that was requested. @type {string[]} */
    terminations: [],
    /** The callbacks with their response status; 0 without a response. @type {{ orderId: string, status: number }[]} */
    callbacks: [],

    /** The payments of an order, of which there are several only with `authorisesAgain`. */
    paymentsOf: (orderId) =>
      [...gateway.payments.values()].filter((payment) => payment.orderId === orderId),
    /** The last payment of an order. */
    paymentOf: (orderId) => gateway.paymentsOf(orderId).at(-1),

    /** Calls the host about a payment. A real gateway repeats the call for days until the status is 200. */
    async reportPayment(payment) {
      const body = new URLSearchParams(receiptOf(payment, keys));
      const answer = await fetch(payment.urls.callback, { method: 'POST', body }).catch(() => null);
      const { orderId } = payment;
      gateway.callbacks.push({ orderId, status: answer?.status ?? 0 });
      return answer?.status ?? 0;
    },
    callBack: (orderId) => gateway.reportPayment(gateway.paymentOf(orderId)),

    /** Calls the host about a new payment, when it is due. */
    async callBackWhenDue(payment) {
      const { callback } = gateway;
      if (callback === 'at-once') await gateway.reportPayment(payment);
      if (typeof callback !== 'number') return;
      timers.add(setTimeout(() => gateway.reportPayment(payment), callback));
    },
    close: async () => undefined,
  };
  const timers = new Set();
  const routes = hangingRoutes(gateway, { ...gatewayWindow(gateway), ...gatewayApi(gateway) });
  const server = await serve(routes, { port, hostname: 'localhost' });
  const close = () => {
    for (const timer of timers) clearTimeout(timer);
    return server.close();
  };
  return Object.assign(gateway, server, { close });
}

/** @typedef {Awaited<ReturnType<typeof startGateway>>} Gateway */
