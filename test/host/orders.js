import { randomBytes } from 'node:crypto';
import { sumOf } from './ore.js';

/** README of the widget: an order cannot be accepted later than this after the last answer to its key. In ms. */
export const LIFE = 30 * 60_000;

/**
 * One payment, as the library knows it. `open`: at the gateway. `authorised`: the amount is reserved, FBS does not know
 * yet. `registered`: FBS knows. The other three are ends without a payment.
 * @typedef {object} Order
 * @property {string} orderId
 * @property {string} patronId
 * @property {string[]} feeIds
 * @property {Map<string, number>} amounts of each fee, in øre, as FBS had them when it was made
 * @property {string} returnUrl
 * @property {'open' | 'authorised' | 'registered' | 'cancelled' | 'failed' | 'expired'} state
 * @property {number} diesAt when it expires if it is open still
 * @property {string[]} registered the fees that FBS took
 * @property {'' | 'captured' | 'released'} charge what became of the amount on the card
 */

/** The library's orders. In a real one this is a table, and every change of state in it is one transaction. */
export class Orders {
  /** @type {Map<string, Order>} */
  #orders = new Map();
  /** @type {Map<string, string>} the order that an authorisation came with first */
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
      diesAt: NaN,
      registered: [],
      charge: '',
    };
    this.#orders.set(order.orderId, order);
    this.prolong(order);
    return order;
  }

  find(orderId) {
    return this.#orders.get(orderId);
  }

  /** Counts its life from now: it is being answered (again) where to pay. What has ended stays ended. */
  prolong(order) {
    order.diesAt = this.#now() + LIFE;
  }

  /** Ends the open orders whose time is over, and says which. */
  expire() {
    const over = [...this.#orders.values()].filter(
      ({ state, diesAt }) => state === 'open' && diesAt <= this.#now(),
    );
    for (const order of over) order.state = 'expired';
    return over;
  }

  /** Whether an authorisation is this order's. The gateway's signature does not say: whoever brings it first has it. */
  claim(order, transact) {
    const owner = this.#transacts.get(transact) ?? order.orderId;
    this.#transacts.set(transact, owner);
    return owner === order.orderId;
  }

  /** A fee's latest order in one of these states. */
  #latest(feeId, ...states) {
    return [...this.#orders.values()].findLast(
      (order) => order.feeIds.includes(feeId) && states.includes(order.state),
    );
  }

  /** Whether somebody may be paying it just now. */
  isHeld(feeId) {
    return !!this.#latest(feeId, 'open', 'authorised');
  }

  isRegistered(feeId) {
    return [...this.#orders.values()].some(({ registered }) => registered.includes(feeId));
  }

  /** CONTRACT 6, `paymentStatus` of a fee that FBS lists. Nothing where nothing is known against paying it. */
  statusOf(feeId) {
    if (this.isRegistered(feeId)) return 'completed';
    if (this.#latest(feeId, 'authorised')) return 'pending';
    if (this.#latest(feeId, 'open')) return 'reserved';
    const last = this.#latest(feeId, 'registered', 'failed', 'cancelled', 'expired');
    return last && ['failed', 'registered'].includes(last.state) ? 'failed' : undefined;
  }
}

/** What an order asks for, in øre; or what some of its fees come to. @param {Order} order */
export const amountOf = ({ amounts, feeIds }, some = feeIds) =>
  sumOf(some.map((feeId) => amounts.get(feeId) ?? 0));
