import { randomBytes } from 'node:crypto';
import { sumOf } from './ore.js';

/** The lifetime of an order after the last response to its key, in milliseconds (README of the widget). */
export const ORDER_LIFETIME = 30 * 60_000;

/**
 * A new order number, such as `D-4E9B3334-4FE17E95-81458354-43DE9798`: 128 random bits, because whoever guesses a number
 * could show another patron a false result. In groups, it can be read aloud. DIBS allows 50 characters.
 */
const newOrderId = () =>
  ['D', ...Array.from({ length: 4 }, () => randomBytes(4).toString('hex').toUpperCase())].join('-');

/**
 * An order of the host. `open`: at the gateway. `authorised`: the amount is reserved. `registered`: registered in FBS. The
 * other three states are final, without a payment.
 * @typedef {object} Order
 * @property {string} orderId
 * @property {string} patronId
 * @property {string[]} feeIds
 * @property {Map<string, number>} amounts of each fee in FBS, in øre, when the order was created
 * @property {string} returnUrl
 * @property {'open' | 'authorised' | 'registered' | 'cancelled' | 'failed' | 'expired'} state
 * @property {number} expiresAt when it expires if it is still open
 * @property {string} transact the gateway's number of its authorisation
 * @property {number} authorisedAt
 * @property {string[]} duplicates further authorisations, which are not released yet
 * @property {string[]} registered the fees that FBS registered
 * @property {'' | 'requested' | 'captured' | 'refused' | 'released'} charge what has become of the authorisation;
 *   `requested`: a capture whose outcome is not known
 * @property {boolean} ended whether an expired order has ended at the gateway, too
 */

const FINAL_CHARGES = ['captured', 'refused', 'released'];

const isSettled = ({ transact, charge, duplicates }) =>
  (!transact || FINAL_CHARGES.includes(charge)) && !duplicates.length;

/** The host's orders. A real host has a database table, and changes each state in a transaction. */
export class Orders {
  /** @type {Map<string, Order>} */
  #orders = new Map();
  /** The order of each authorisation. @type {Map<string, Order>} */
  #byTransact = new Map();
  #now;

  /** @param {() => number} now */
  constructor(now) {
    this.#now = now;
  }

  #where(holds) {
    return [...this.#orders.values()].filter(holds);
  }

  /** @returns {Order} */
  open({ patronId, amounts, returnUrl }) {
    /** @type {Order} */
    const order = {
      orderId: newOrderId(),
      patronId,
      feeIds: [...amounts.keys()],
      amounts,
      returnUrl,
      state: 'open',
      expiresAt: NaN,
      transact: '',
      authorisedAt: NaN,
      duplicates: [],
      registered: [],
      charge: '',
      ended: false,
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

  /** Expires open orders after their lifetime. */
  expire() {
    for (const order of this.opened()) {
      if (order.expiresAt <= this.#now()) order.state = 'expired';
    }
  }

  /**
   * Assigns an authorisation to an order. The first is the order's; a further one is to be released.
   * @returns whether it is not already another order's: the gateway's signature does not cover the order number
   */
  claim(order, transact) {
    const owner = this.#byTransact.get(transact);
    if (owner) return owner === order;
    this.#byTransact.set(transact, order);
    if (order.transact) order.duplicates.push(transact);
    else Object.assign(order, { transact, authorisedAt: this.#now() });
    return true;
  }

  /** The orders that are at the gateway. */
  opened() {
    return this.#where(({ state }) => state === 'open');
  }

  /** The expired orders that have not ended at the gateway. */
  notEnded() {
    return this.#where(({ state, ended }) => state === 'expired' && !ended);
  }

  /** The orders with an authorisation that is neither captured nor released. */
  unsettled() {
    return this.#where((order) => !isSettled(order));
  }

  /** The latest order of a fee in one of these states. */
  #latest(feeId, ...states) {
    return this.#where((order) => order.feeIds.includes(feeId) && states.includes(order.state)).at(
      -1,
    );
  }

  #isRegistered(feeId) {
    return this.#where(({ registered }) => registered.includes(feeId)).length > 0;
  }

  /** Whether an order with the fee can be paid or is being registered. */
  isBeingPaid(feeId) {
    return !!this.#latest(feeId, 'open', 'authorised');
  }

  isPaid(feeId) {
    return this.#isRegistered(feeId);
  }

  /** The `paymentStatus` of a listed fee; `undefined` if it can be paid. */
  statusOf(feeId) {
    if (this.#isRegistered(feeId)) return 'completed';
    if (this.#latest(feeId, 'authorised')) return 'pending';
    if (this.#latest(feeId, 'open')) return 'reserved';
    const last = this.#latest(feeId, 'registered', 'failed', 'cancelled', 'expired');
    return last && ['failed', 'registered'].includes(last.state) ? 'failed' : undefined;
  }
}

/** The amount of an order, or of some of its fees, in øre. @param {Order} order */
export const amountOf = ({ amounts, feeIds }, some = feeIds) =>
  sumOf(some.map((feeId) => amounts.get(feeId) ?? 0));
