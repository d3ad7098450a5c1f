import { randomBytes } from 'node:crypto';
import { sumOf } from './ore.js';

/** The lifetime of an order after the last response to its key, in milliseconds (README of the widget). */
export const ORDER_LIFETIME = 30 * 60_000;

/**
 * An order in the library. `open`: at the gateway. `authorised`: the amount is reserved. `registered`: registered in FBS.
 * The other three states are final, without a payment.
 * @typedef {object} Order
 * @property {string} orderId
 * @property {string} patronId
 * @property {string[]} feeIds
 * @property {Map<string, number>} amounts of each fee in FBS, in øre, when the order was created
 * @property {string} returnUrl
 * @property {'open' | 'authorised' | 'registered' | 'cancelled' | 'failed' | 'expired'} state
 * @property {number} expiresAt when it expires if it is still open
 * @property {string[]} registered the fees that FBS registered
 * @property {'' | 'captured' | 'released'} charge whether the reservation was captured or released
 */

/** The library's orders. A real library has a database table, and changes each state in a transaction. */
export class Orders {
  /** @type {Map<string, Order>} */
  #orders = new Map();
  /** @type {Map<string, string>} the first order with each authorisation */
  #transacts = new Map();
  #now;

  /** @param {() => number} now */
  constructor(now) {
    this.#now = now;
  }

  /** @returns {Order} */
  open({ patronId, amounts, returnUrl }) {
    /** @type {Order} */
    const order = {
      orderId: `D-${randomBytes(4).toString('hex').toUpperCase()}`,
      patronId,
      feeIds: [...amounts.keys()],
      amounts,
      returnUrl,
      state: 'open',
      expiresAt: NaN,
      registered: [],
      charge: '',
    };
    this.#orders.set(order.orderId, order);
    this.extend(order);
    return order;
  }

  find(orderId) {
    return this.#orders.get(orderId);
  }

  /** Restarts the lifetime of an order, because its key gets another response. */
  extend(order) {
    order.expiresAt = this.#now() + ORDER_LIFETIME;
  }

  /** Expires open orders after their lifetime, and returns them. */
  expire() {
    const expired = [...this.#orders.values()].filter(
      ({ state, expiresAt }) => state === 'open' && expiresAt <= this.#now(),
    );
    for (const order of expired) order.state = 'expired';
    return expired;
  }

  /** Assigns an authorisation to the first order that uses it, because the gateway's signature has no order number. */
  claim(order, transact) {
    const owner = this.#transacts.get(transact) ?? order.orderId;
    this.#transacts.set(transact, owner);
    return owner === order.orderId;
  }

  /** The latest order of a fee in one of these states. */
  #latest(feeId, ...states) {
    return [...this.#orders.values()].findLast(
      (order) => order.feeIds.includes(feeId) && states.includes(order.state),
    );
  }

  /** Whether an order with the fee can be paid or is being registered. */
  isBeingPaid(feeId) {
    return !!this.#latest(feeId, 'open', 'authorised');
  }

  isRegistered(feeId) {
    return [...this.#orders.values()].some(({ registered }) => registered.includes(feeId));
  }

  /** The `paymentStatus` of a listed fee (CONTRACT 6); `undefined` if it can be paid. */
  statusOf(feeId) {
    if (this.isRegistered(feeId)) return 'completed';
    if (this.#latest(feeId, 'authorised')) return 'pending';
    if (this.#latest(feeId, 'open')) return 'reserved';
    const last = this.#latest(feeId, 'registered', 'failed', 'cancelled', 'expired');
    return last && ['failed', 'registered'].includes(last.state) ? 'failed' : undefined;
  }
}

/** The amount of an order, or of some of its fees, in øre. @param {Order} order */
export const amountOf = ({ amounts, feeIds }, some = feeIds) =>
  sumOf(some.map((feeId) => amounts.get(feeId) ?? 0));
