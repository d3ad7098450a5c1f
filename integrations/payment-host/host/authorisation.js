import { authkeyOf, equalSignatures } from './dibs-signature.js';
import { amountOf } from './orders.js';
import { Problem } from './problem.js';

/** The numeric code of the krone in ISO 4217, which DIBS uses, and the alphabetic one. */
const KRONER = ['208', 'DKK'];

/**
 * Assigns an authorisation to an order.
 * @param {import('./orders.js').Orders} orders
 * @param {import('./orders.js').Order} order
 * @throws {Problem} 403 if it is not for the order's amount, or belongs to another order
 */
export function claimAuthorisation(orders, order, { transact, amount, currency }) {
  // The signature does not cover the requested amount, so check the amount.
  if (Number(amount) !== amountOf(order) || !KRONER.includes(currency)) {
    throw new Problem(403, 'other-amount', 'The amount is not the order’s.');
  }
  if (!orders.claim(order, transact)) {
    throw new Problem(403, 'other-order', 'The payment is another order’s.');
  }
}

/**
 * Verifies the gateway's authorisation, from the callback or the browser's return, and assigns it to its order.
 * @param {{ orders: import('./orders.js').Orders, keys: { k1: string, k2: string } }} context
 * @param {Record<string, string>} fields
 * @returns the order
 * @throws {Problem} if it is forged, or belongs to another order
 */
export function authorisedOrder({ orders, keys }, fields) {
  const { orderid, transact, amount, currency, authkey } = fields;
  const expected = authkeyOf(keys, { transact, amount, currency });
  if (!transact || !equalSignatures(authkey, expected)) {
    throw new Problem(403, 'forged', 'The signature does not fit.');
  }
  const order = orders.find(orderid);
  if (!order) throw new Problem(404, 'unknown-order', 'There is no such order.');
  claimAuthorisation(orders, order, fields);
  return order;
}
