import { randomUUID } from 'node:crypto';
import { authkeyOf } from '../host/dibs-signature.js';

/**
 * The state of a payment at the gateway. `open` ones can be paid once; for `authorised` ones an amount is reserved on
 * the card; all other states are final.
 * @typedef {'open' | 'authorised' | 'captured' | 'released' | 'cancelled' | 'declined' | 'expired'} State
 */

let nextTransact = 100_000 + Math.floor(Math.random() * 800_000);

/** @param {{ orderId: string, amount: number, currency: string }} order `amount` in øre, `currency` as received */
export const newPayment = (order) => ({
  ...order,
  /** @type {{ accept: string, cancel: string, decline: string, callback: string } | undefined} */
  urls: undefined,
  /** The id in the URL of its page. */
  paymentId: randomUUID(),
  /** The number of the authorisation, if there is one. */
  transact: '',
  state: /** @type {State} */ ('open'),
  /** What has been captured, in øre. */
  captured: 0,
});

/** @typedef {ReturnType<typeof newPayment>} Payment */

/** The gateway's signed confirmation of a reservation. */
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

/** The return URL for the state of the payment. */
export function returnUrlOf(payment, keys) {
  const { state, urls } = payment;
  if (state === 'declined') return urls.decline;
  if (!payment.transact) return urls.cancel;
  const accept = new URL(urls.accept);
  for (const [name, value] of Object.entries(receiptOf(payment, keys))) {
    accept.searchParams.set(name, value);
  }
  return accept.href;
}
