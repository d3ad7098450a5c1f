import type { Settings } from '../config/settings.js';
import type { Debt, PaymentStatus } from '../debts/debt.js';
import { readEntry } from '../debts/read-entry.js';
import { endpointsOf } from '../sources/endpoints.js';
import type { Reading } from '../sources/reading.js';
import { cashier, type Payer } from './cashier.js';
import { lineOf } from './order.js';
import { withoutReturn } from './return-address.js';
import { NOTHING, type Till } from './till.js';

/** 128 random bits; `crypto.randomUUID` is not there on every page. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** The path of the endpoint that answers the old debts: the query may change from page to page. */
function sourceOf(settings: Settings): string {
  const url = endpointsOf(settings).find(({ systems }) => systems.includes('dibs'))?.url;
  return url ? new URL(url, document.baseURI).pathname : '';
}

/** One element at the till: what is chosen in it, and what it asks to be paid. */
export class Customer {
  readonly #owner: Payer;
  readonly #picked = new Set<string>();
  #here = false;

  constructor(owner: Payer) {
    this.#owner = owner;
  }

  get till(): Till {
    return this.#here ? cashier.till : NOTHING;
  }

  /** The debts that are chosen, by id. */
  get picked(): ReadonlySet<string> {
    return this.#picked;
  }

  pick(feeId: string, chosen: boolean): void {
    if (chosen) this.#picked.add(feeId);
    else this.#picked.delete(feeId);
    this.#owner.show();
  }

  /** Comes to the till where its settings let it pay there, and leaves it where they do not. */
  follow(): void {
    const { dibsPaymentUrl, previewDate, systems } = this.#owner.settings();
    this.#here = !!dibsPaymentUrl && !previewDate && systems !== 'oir';
    if (this.#here) cashier.join(this.#owner);
    else this.leave();
  }

  leave(): void {
    this.#here = false;
    cashier.part(this.#owner);
  }

  /** Exactly these are paid. */
  pay(debts: readonly Debt[], language: string): void {
    const settings = this.#owner.settings();
    const order = {
      key: newKey(),
      lines: debts.map(lineOf),
      source: sourceOf(settings),
      returnUrl: withoutReturn(location.href),
      language,
      channel: settings.channel,
      at: Date.now(),
    };
    cashier.start(order, this.#owner);
  }

  resume(): void {
    cashier.resume(this.#owner);
  }

  /** Debts have been read, or not: what has become of those that were being paid? */
  see({ failure, endpoint, entries = [] }: Reading): void {
    if (!this.#here || !endpoint.systems.includes('dibs')) return;
    if (failure === 'unauthorized') cashier.logOut();
    if (failure) return;
    const debts = new Map<string, PaymentStatus | undefined>();
    let complete = true;
    // All that is listed, whichever system has it and whether or not it is shown.
    for (const json of entries) {
      const found = readEntry(json);
      if (found.is === 'debt') debts.set(found.feeId, found.paymentStatus);
      else if (found.is === 'unreadable') {
        if (found.feeId) debts.set(found.feeId, undefined);
        else complete = false;
      }
    }
    cashier.see({ source: sourceOf(this.#owner.settings()), debts, complete });
  }
}
