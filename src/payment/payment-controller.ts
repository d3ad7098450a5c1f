import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { stricterStatus, type Debt, type PaymentStatus } from '../debts/debt.js';
import { endpointsOf, type EndpointState } from '../fees/endpoints.js';
import { now } from '../util/time.js';
import { checksumOf, randomKey } from '../util/keys.js';
import { toOrderLine, type Order } from './core/order.js';
import { INITIAL_STATE, type DebtsRead, type PaymentState } from './core/state.js';
import { pageCoordinator } from './page-coordinator.js';
import type { PaymentClient } from './payment-coordinator.js';
import { absolute } from './payment-request.js';
import { withoutReturn } from './return-url.js';

/** A checksum: a list's URL may have a secret in its query. */
const sourceOf = (url = ''): string => `${checksumOf(absolute(url))}`;

/** The whole list, whichever system a debt belongs to and whether or not it is shown. */
function debtsReadOf({ endpoint, fees = [] }: EndpointState): DebtsRead {
  const debts = new Map<string, PaymentStatus | undefined>();
  for (const fee of fees) {
    const { feeId } = fee;
    const status = fee.kind === 'fee' ? fee.paymentStatus : undefined;
    if (feeId) debts.set(feeId, debts.has(feeId) ? stricterStatus(debts.get(feeId), status) : status);
  }
  return { source: sourceOf(endpoint.url), debts, complete: fees.every(({ feeId }) => feeId) };
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

  constructor(host: ReactiveControllerHost, options: Omit<PaymentClient, 'onStateChange'>) {
    this.#host = host;
    this.#client = { ...options, onStateChange: () => host.requestUpdate() };
    host.addController(this);
  }

  get state(): PaymentState {
    const order = this.#delegated;
    if (order) return { ...INITIAL_STATE, current: { is: 'starting', order } };
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
    this.#coordinator.pay({ type: 'start', order: this.#orderOf(debts, language) }, this.#client);
  }

  continuePayment(): void {
    this.#coordinator.pay({ type: 'continue' }, this.#client);
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
    if (this.#registered && failure === 'unauthorized') this.#coordinator.dispatch({ type: 'loggedOut' });
    if (failure) return;
    if (this.#delegated) this.#setDelegated(undefined);
    if (this.#registered) this.#coordinator.dispatch({ type: 'debtsRead', read: debtsReadOf(endpointState) });
  }

  /** A token has been received: see `PaymentCoordinator.setPatron`. */
  setPatron(name: string, changed: boolean): void {
    if (changed) {
      this.#selectedFeeIds.clear();
      this.#setDelegated(undefined);
    }
    if (this.#registered) this.#coordinator.setPatron(name);
  }

  #setDelegated(order: Order | undefined): void {
    this.#delegated = order;
    this.#host.requestUpdate();
  }

  #orderOf(debts: readonly Debt[], language: string): Order {
    const settings = this.#client.settings();
    const list = endpointsOf(settings).find(({ systems }) => systems.includes('dibs'));
    return {
      key: randomKey(),
      lines: debts.map(toOrderLine),
      sources: [sourceOf(list?.url)],
      paymentUrl: absolute(settings.dibsPaymentUrl),
      returnUrl: withoutReturn(location.href),
      language,
      channel: settings.channel,
      requestedAt: now(),
    };
  }
}
