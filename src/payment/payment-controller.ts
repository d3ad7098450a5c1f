import type { Settings } from '../config/settings.js';
import type { Debt, PaymentStatus } from '../debts/debt.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { endpointsOf, type EndpointState } from '../fees/endpoints.js';
import type { HttpOptions } from '../fees/http.js';
import { delay, untilVisible } from '../fees/wait.js';
import { randomKey } from '../util/random-key.js';
import * as cashier from './payment-coordinator.js';
import { toOrderLine, type Order } from './core/order.js';
import type { PaymentClient } from './payment-client.js';
import { withoutReturn } from './core/return-url.js';
import { INITIAL_STATE, type PaymentState } from './core/state.js';
import { now } from '../util/now.js';

/** The path of the endpoint that answers the old debts: the query may change from page to page. */
function sourceOf(settings: Settings): string {
  const url = endpointsOf(settings).find(({ systems }) => systems.includes('dibs'))?.url;
  return url ? new URL(url, document.baseURI).pathname : '';
}

/** One element at the till: what is chosen in it, and what it asks to be paid. */
export class PaymentController implements ReactiveController {
  readonly #owner: PaymentClient;
  /** The debts that are chosen, by id. */
  readonly selectedFeeIds = new Set<string>();
  #here = false;
  /** What the app is paying, where it does that by itself. */
  #handed: Order | undefined;

  constructor(
    host: ReactiveControllerHost,
    options: {
      settings(): Settings;
      httpOptions(): HttpOptions;
      refreshFees(force: boolean): void;
      onLoginRequired(): void;
      openInApp(url: string): boolean;
    },
  ) {
    this.#owner = {
      settings: options.settings,
      transport: options.httpOptions,
      read: options.refreshFees,
      show: () => host.requestUpdate(),
      login: options.onLoginRequired,
      open: options.openInApp,
    };
    host.addController(this);
  }

  get state(): PaymentState {
    if (this.#handed) return { ...INITIAL_STATE, current: { is: 'starting', order: this.#handed } };
    // What the tab remembers is shown to nobody before it is known who it is.
    return this.#here && cashier.isKnown() ? cashier.currentTill() : INITIAL_STATE;
  }

  select(feeId: string, chosen: boolean): void {
    this.selectedFeeIds[chosen ? 'add' : 'delete'](feeId);
    this.#owner.show();
  }

  /** Comes to the till where its settings let it pay there, and leaves it where they do not. */
  hostUpdate(): void {
    const { dibsPaymentUrl, previewDate, systems } = this.#owner.settings();
    this.#here = !!dibsPaymentUrl && !previewDate && systems !== 'oir';
    if (this.#here) cashier.join(this.#owner);
    else this.hostDisconnected();
  }

  hostDisconnected(): void {
    this.#here = false;
    cashier.part(this.#owner);
  }

  /** Exactly these are paid. */
  pay(debts: readonly Debt[], language: string): void {
    cashier.start(this.#orderOf(debts, language), this.#owner);
  }

  /** A payment has led away from the page, and what has become of it is not known: when it is seen again, it is read. */
  get isAway(): boolean {
    return !!this.#handed || this.state.current.is === 'open';
  }

  /** Exactly these are paid by the app. It is not asked a second time before the debts have been read again. */
  delegateToApp(debts: readonly Debt[], language: string): void {
    const order = (this.#handed = this.#orderOf(debts, language));
    const { signal } = new AbortController();
    void delay(cashier.LEAVING, signal)
      .then(() => untilVisible(signal))
      .then(() => {
        if (this.#handed === order) this.#takeBack();
      });
    this.#owner.show();
  }

  #takeBack(): void {
    this.#handed = undefined;
    this.#owner.show();
  }

  /** A token has come: see `cashier.meet`. */
  setPatron(patron: number, named: boolean, changed: boolean): void {
    if (changed) {
      this.selectedFeeIds.clear();
      this.#takeBack();
    }
    if (this.#here) cashier.meet(patron, named, changed);
  }

  continuePayment(): void {
    cashier.resume(this.#owner);
  }

  #orderOf(debts: readonly Debt[], language: string): Order {
    const settings = this.#owner.settings();
    return {
      key: randomKey(),
      lines: debts.map(toOrderLine),
      source: sourceOf(settings),
      returnUrl: withoutReturn(location.href),
      language,
      channel: settings.channel,
      requestedAt: now(),
    };
  }

  /** Debts have been read, or not: what has become of those that were being paid? */
  onDebtsRead({ failure, endpoint, fees = [] }: EndpointState): void {
    if (!endpoint.systems.includes('dibs')) return;
    if (this.#handed) this.#takeBack();
    if (!this.#here) return;
    if (failure === 'unauthorized') cashier.logOut();
    if (failure) return;
    const debts = new Map<string, PaymentStatus | undefined>();
    let complete = true;
    // All that is listed, whichever system has it and whether or not it is shown.
    for (const fee of fees) {
      if (fee.feeId) debts.set(fee.feeId, fee.kind === 'fee' ? fee.paymentStatus : undefined);
      else complete = false;
    }
    cashier.see({ source: sourceOf(this.#owner.settings()), debts, complete });
  }
}
