import { gatewayApi } from './gateway-api.js';
import { receiptOf } from './gateway-payment.js';
import { gatewayWindow } from './gateway-window.js';
import { Problem } from './problem.js';
import { serve } from './serve.js';

/**
 * The shared secrets of library and gateway: DIBS's merchant number with its two signing keys, and the API key of the
 * library's server.
 * @typedef {{ merchant: string, k1: string, k2: string, secretKey: string }} Keys
 */

/**
 * Simulation: the gateway, on its own origin. It has the DIBS payment window, to which the browser posts a signed form, and a
 * hosted page whose URL a server requests, as at Nets Easy. The rest is the same for both.
 * @param {{ keys: Keys, port?: number }} with
 */
export async function startGateway({ keys, port = 0 }) {
  const gateway = {
    origin: '',
    keys,
    /**
     * When it calls the library after a payment: before the browser returns, after a number of milliseconds, or never.
     * @type {'at-once' | 'never' | number}
     */
    callback: 'at-once',
    /** All orders by order number. @type {Map<string, import('./gateway-payment.js').Payment>} */
    payments: new Map(),
    /** The captured amounts, in øre. @type {{ orderId: string, amount: number }[]} */
    ledger: [],
    /** The callbacks with their response status; 0 without a response. @type {{ orderId: string, status: number }[]} */
    callbacks: [],

    paymentOf(orderId) {
      const payment = gateway.payments.get(orderId);
      if (!payment) throw new Problem(404, 'unknown-order', 'There is no such order.');
      return payment;
    },

    /** Calls the library about an order. A real gateway repeats the call for days until the status is 200. */
    async callBack(orderId) {
      const payment = gateway.paymentOf(orderId);
      const body = new URLSearchParams(receiptOf(payment, keys));
      const answer = await fetch(payment.urls.callback, { method: 'POST', body }).catch(() => null);
      gateway.callbacks.push({ orderId, status: answer?.status ?? 0 });
      return answer?.status ?? 0;
    },

    /** Calls the library about a new payment, when it is due. */
    async callBackWhenDue(orderId) {
      const { callback } = gateway;
      if (callback === 'at-once') await gateway.callBack(orderId);
      if (typeof callback !== 'number') return;
      timers.add(setTimeout(() => gateway.callBack(orderId), callback));
    },
    close: async () => undefined,
  };
  const timers = new Set();
  const server = await serve(
    { ...gatewayWindow(gateway), ...gatewayApi(gateway) },
    { port, hostname: 'localhost' },
  );
  const close = () => {
    for (const timer of timers) clearTimeout(timer);
    return server.close();
  };
  return Object.assign(gateway, server, { close });
}
