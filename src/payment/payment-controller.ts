import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Settings } from '../config/settings.js';
import type { Debt, PaymentStatus } from '../debts/debt.js';
import { endpointsOf, type EndpointState } from '../fees/endpoints.js';
import { now } from '../util/time.js';
import { randomKey } from '../util/keys.js';
import { toOrderLine, type Order } from './core/order.js';
import { INITIAL_STATE, type DebtsRead, type PaymentState } from './core/state.js';
import { pageCoordinator, type PaymentClient } from './payment-coordinator.js';
import { withoutReturn } from './return-url.js';

export type PaymentControllerOptions = Omit<PaymentClient, 'onStateChange'>;

/** The path of the old debts' endpoint. The query may differ between pages. */
function sourceOf(settings: Settings): string {
  const url = endpointsOf(settings).find(({ systems }) => systems.includes('dibs'))?.url;
  return url ? new URL(url, document.baseURI).pathname : '';
}

/** The whole list, whichever system a debt belongs to and whether or not it is shown. */
function debtsReadOf(source: string, { fees = [] }: EndpointState): DebtsRead {
  const debts = new Map<string, PaymentStatus | undefined>();
  let complete = true;
  for (const fee of fees) {
    if (fee.feeId) debts.set(fee.feeId, fee.kind === 'fee' ? fee.paymentStatus : undefined);
    else complete = false;
  }
  return { source, debts, complete };
}

/** The payment of one element: the selected debts, and what it asks of the page's coordinator. */
export class PaymentController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #client: PaymentClient;
  readonly #coordinator = pageCoordinator();
  readonly #selectedFeeIds = new Set<string>();
  #registered = false;
  /** The order that an app carries out by itself. */
  #delegated: Order | undefined;

  constructor(host: ReactiveControllerHost, options: PaymentControllerOptions) {
    this.#host = host;
    this.#client = { ...options, onStateChange: () => host.requestUpdate() };
    host.addController(this);
  }

  get state(): PaymentState {
    if (this.#delegated) {
      return { ...INITIAL_STATE, current: { is: 'starting', order: this.#delegated } };
    }
    return this.#registered ? this.#coordinator.state : INITIAL_STATE;
  }

  /** A payment has left the page and its result is unknown: the debts are read when the page is visible again. */
  get isAway(): boolean {
    return !!this.#delegated || this.state.current.is === 'open';
  }

  get selectedFeeIds(): ReadonlySet<string> {
    return this.#selectedFeeIds;
  }

  /** Registers where the settings allow payment in this page. */
  hostUpdate(): void {
    const { dibsPaymentUrl, previewDate, systems } = this.#client.settings();
    if (!dibsPaymentUrl || previewDate || systems === 'oir') return this.hostDisconnected();
    this.#registered = true;
    this.#coordinator.register(this.#client);
  }

  hostDisconnected(): void {
    this.#registered = false;
    this.#coordinator.unregister(this.#client);
  }

  select(feeId: string, selected: boolean): void {
    this.#selectedFeeIds[selected ? 'add' : 'delete'](feeId);
    this.#host.requestUpdate();
  }

  /** @param language of the gateway's pages */
  pay(debts: readonly Debt[], language: string): void {
    this.#coordinator.start(this.#orderOf(debts, language), this.#client);
  }

  continuePayment(): void {
    this.#coordinator.continue(this.#client);
  }

  /** The app carries out the payment. It is not asked a second time before the debts have been read. */
  delegateToApp(debts: readonly Debt[], language: string): void {
    const order = this.#orderOf(debts, language);
    this.#setDelegated(order);
    void this.#coordinator.untilBack(new AbortController().signal).then(() => {
      if (this.#delegated === order) this.#setDelegated(undefined);
    });
  }

  /** An endpoint has answered or failed. */
  onDebtsRead(endpointState: EndpointState): void {
    const { endpoint, failure } = endpointState;
    if (!endpoint.systems.includes('dibs')) return;
    if (this.#delegated) this.#setDelegated(undefined);
    if (!this.#registered) return;
    if (failure === 'unauthorized') this.#coordinator.onLoggedOut();
    if (failure) return;
    this.#coordinator.onDebtsRead(debtsReadOf(sourceOf(this.#client.settings()), endpointState));
  }

  /** A token has been received: see `PaymentCoordinator.setPatron`. */
  setPatron(patron: number, named: boolean, changed: boolean): void {
    if (changed) {
      this.#selectedFeeIds.clear();
      this.#setDelegated(undefined);
    }
    if (this.#registered) this.#coordinator.setPatron(patron, named, changed);
  }

  #setDelegated(order: Order | undefined): void {
    this.#delegated = order;
    this.#host.requestUpdate();
  }

  #orderOf(debts: readonly Debt[], language: string): Order {
    const settings = this.#client.settings();
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
}
