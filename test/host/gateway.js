import { gatewayApi } from './gateway-api.js';
import { receiptOf } from './gateway-payment.js';
import { gatewayWindow } from './gateway-window.js';
import { Problem } from './problem.js';
import { serve } from './serve.js';

/**
 * What the library and the gateway have agreed on: DIBS's merchant number and the two keys it signs with, and the key
 * with which the library's server asks.
 * @typedef {{ merchant: string, k1: string, k2: string, secretKey: string }} Keys
 */

/**
 * PLAY: the gateway, on an origin of its own. Two ways in: the DIBS payment window, to which the browser posts a signed
 * form, and a hosted page that a server asks for, as at Nets Easy. What comes after is the same for both here.
 * @param {{ keys: Keys, port?: number }} with
 */
export async function startGateway({ keys, port = 0 }) {
  const gateway = {
    origin: '',
    keys,
    /**
     * When it calls the library after a payment: before the browser goes back, so many ms after, or never.
     * @type {'at-once' | 'never' | number}
     */
    callback: 'at-once',
    /** All orders it knows, by order number. @type {Map<string, import('./gateway-payment.js').Payment>} */
    payments: new Map(),
    /** What has been taken from cards, in øre. @type {{ orderId: string, amount: number }[]} */
    ledger: [],
    /** The callbacks it made and how each was answered; 0 is not at all. @type {{ orderId: string, status: number }[]} */
    callbacks: [],

    paymentOf(orderId) {
      const payment = gateway.payments.get(orderId);
      if (!payment) throw new Problem(404, 'unknown-order', 'There is no such order.');
      return payment;
    },

    /** Calls the library about an order. A real gateway repeats it for days until it is answered 200; here a test does. */
    async callBack(orderId) {
      const payment = gateway.paymentOf(orderId);
      const body = new URLSearchParams(receiptOf(payment, keys));
      const answer = await fetch(payment.urls.callback, { method: 'POST', body }).catch(() => null);
      gateway.callbacks.push({ orderId, status: answer?.status ?? 0 });
      return answer?.status ?? 0;
    },

    /** The call that belongs to a payment just made. */
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
