import { amountOf } from './orders.js';

/**
 * A payment that needs a person, without the patron's number or name.
 * @typedef {{ orderId: string, transact: string, amount: number, reason: string, since: string }} Entry `amount` in øre
 */

/** The payments that the host cannot complete. A real host has a table, and a page for its staff. */
export class Worklist {
  /** @type {Map<string, Entry>} */
  #entries = new Map();
  #alarm;
  #now;

  /** @param {{ alarm: (entry: Entry) => void, now: () => number }} options `alarm` tells the staff, by mail for example */
  constructor({ alarm, now }) {
    this.#alarm = alarm;
    this.#now = now;
  }

  /** Adds an order, once, with an alarm. @param {import('./orders.js').Order} order */
  add(order, reason) {
    const { orderId, transact } = order;
    if (this.#entries.has(orderId)) return;
    const amount = amountOf(order, order.registered);
    const entry = { orderId, transact, amount, reason, since: new Date(this.#now()).toISOString() };
    this.#entries.set(orderId, entry);
    this.#alarm(entry);
  }

  /** Removes an order that has been settled, by the host or by a person. */
  remove(orderId) {
    this.#entries.delete(orderId);
  }

  get entries() {
    return [...this.#entries.values()];
  }
}
