import { authkeyOf, sameSignature } from './dibs-signature.js';
import { amountOf } from './orders.js';
import { Problem } from './problem.js';

/** The krone's number in ISO 4217, which DIBS goes by, and its letters. */
const KRONER = ['208', 'DKK'];

/**
 * What the gateway claims, on its callback and on the browser's way back: that it has reserved an order's amount.
 * @param {{ orders: import('./orders.js').Orders, keys: { k1: string, k2: string } }} with
 * @param {Record<string, string>} fields
 * @returns the order
 * @throws {Problem} where it is forged, or another order's
 */
export function authorisedOrder({ orders, keys }, fields) {
  const { orderid, transact, amount, currency, authkey } = fields;
  const expected = authkeyOf(keys, { transact, amount, currency });
  if (!transact || !sameSignature(authkey, expected)) {
    throw new Problem(403, 'forged', 'The signature does not fit.');
  }
  const order = orders.find(orderid);
  if (!order) throw new Problem(404, 'unknown-order', 'There is no such order.');
  // The signature covers neither the order number nor what was asked for: a real one for 1 kr. would else pay 500.
  if (Number(amount) !== amountOf(order) || !KRONER.includes(currency)) {
    throw new Problem(403, 'other-amount', 'The amount is not the order’s.');
  }
  if (!orders.claim(order, transact)) {
    throw new Problem(403, 'other-order', 'The payment is another order’s.');
  }
  return order;
}
