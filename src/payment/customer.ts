import type { Settings } from '../config/settings.js';
import type { Debt, PaymentStatus } from '../debts/debt.js';
import { readEntry } from '../debts/read-entry.js';
import { endpointsOf } from '../sources/endpoints.js';
import type { Reading } from '../sources/reading.js';
import { randomKey } from '../units/random-key.js';
import { cashier, LEAVING, type Payer } from './cashier.js';
import { lineOf, type Order } from './order.js';
import { withoutReturn } from './return-address.js';
import { NOTHING, type Till } from './till.js';

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
  /** What the app is paying, where it does that by itself. */
  #handed: Order | undefined;
  #takesBack: ReturnType<typeof setTimeout> | undefined;

  constructor(owner: Payer) {
    this.#owner = owner;
  }

  get till(): Till {
    if (this.#handed) return { ...NOTHING, current: { is: 'starting', order: this.#handed } };
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
    cashier.start(this.#orderOf(debts, language), this.#owner);
  }

  /** Exactly these are paid by the app. Until it says that it has, or is in front again, it is not asked a second time. */
  handOver(debts: readonly Debt[], language: string): void {
    this.#handed = this.#orderOf(debts, language);
    this.#takesBack = setTimeout(() => this.takeBack(), LEAVING);
    this.#owner.show();
  }

  /** The app has had its turn; answers whether it had one. */
  takeBack(): boolean {
    const had = !!this.#handed;
    clearTimeout(this.#takesBack);
    this.#handed = undefined;
    if (had) this.#owner.show();
    return had;
  }

  /** Another patron has logged in. */
  forget(): void {
    this.#picked.clear();
    this.takeBack();
    if (this.#here) cashier.changeHands();
  }

  resume(): void {
    cashier.resume(this.#owner);
  }

  #orderOf(debts: readonly Debt[], language: string): Order {
    const settings = this.#owner.settings();
    return {
      key: randomKey(),
      lines: debts.map(lineOf),
      source: sourceOf(settings),
      returnUrl: withoutReturn(location.href),
      language,
      channel: settings.channel,
      at: Date.now(),
    };
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
