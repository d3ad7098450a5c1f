import { randomUUID } from 'node:crypto';
import { authkeyOf } from './dibs-signature.js';

/**
 * One order at the gateway. `open` can be paid, once; `authorised` is an amount reserved on the card and not yet taken;
 * every other state is the end of it.
 * @typedef {'open' | 'authorised' | 'captured' | 'released' | 'cancelled' | 'declined' | 'expired'} State
 */

let nextTransact = 100_000 + Math.floor(Math.random() * 800_000);

/** @param {{ orderId: string, amount: number, currency: string }} order `amount` in øre, `currency` as it came */
export const newPayment = (order) => ({
  ...order,
  /** @type {{ accept: string, cancel: string, decline: string, callback: string } | undefined} */
  urls: undefined,
  /** In the address of its page, where an order number could be guessed. */
  paymentId: randomUUID(),
  /** The number of the authorisation, once there is one. */
  transact: '',
  state: /** @type {State} */ ('open'),
});

/** @typedef {ReturnType<typeof newPayment>} Payment */

/** What the gateway says, signed, of an amount that it has reserved. */
export const receiptOf = (payment, keys) => ({
  orderid: payment.orderId,
  transact: payment.transact,
  amount: String(payment.amount),
  currency: payment.currency,
  authkey: authkeyOf(keys, payment),
});

export function authorise(payment) {
  payment.state = 'authorised';
  payment.transact = String(nextTransact++);
}

/** Where the browser goes back to, by what has become of the payment. */
export function wayBack(payment, keys) {
  const { state, urls } = payment;
  if (state === 'declined') return urls.decline;
  if (!payment.transact) return urls.cancel;
  const accept = new URL(urls.accept);
  for (const [name, value] of Object.entries(receiptOf(payment, keys))) {
    accept.searchParams.set(name, value);
  }
  return accept.href;
}
