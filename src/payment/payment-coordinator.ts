import type { Settings } from '../config/settings.js';
import type { HttpOptions } from '../http/send-request.js';
import { untilVisible, type delay } from '../http/wait.js';
import { checksumOf, randomKey } from '../util/keys.js';
import { warn } from '../util/warn.js';
import { claimsOf } from './core/claims.js';
import { parseMessage } from './core/parse-untrusted.js';
import { stateForPatron } from './core/patron-change.js';
import { PaymentStore, type StoreEffects } from './core/payment-store.js';
import type { Action } from './core/reducer.js';
import { isBusy } from './core/selectors.js';
import { INITIAL_STATE, ordersOf, type PaymentState } from './core/state.js';
import { fromStoredState } from './core/stored-state.js';
import type { Destination } from './destination.js';
import type { navigateToGateway } from './gateway-navigation.js';
import type { takeReturn } from './return-url.js';
import type { SessionStore } from './session-store.js';
import { absolute, requestPayment } from './payment-request.js';
import type { requestLock, TabChannel } from './tabs.js';

/** An element that can pay, as the coordinator needs it. */
export interface PaymentClient {
  settings(): Settings;
  httpOptions(): HttpOptions;
  /** Reads the debts again. `force`: also while a read is in progress, which may have begun too early. */
  refreshFees(force: boolean): void;
  /** The payment host does not know the patron any more. */
  onLoginRequired(): void;
  /** Returns whether there is an app that opens the URL. */
  openInApp(url: string): boolean;
  onStateChange(): void;
}

/** What the coordinator uses of the browser. */
export interface PaymentEnvironment {
  readonly session: Pick<SessionStore, 'load' | 'save'>;
  readonly channel: Pick<TabChannel, 'open' | 'post' | 'close'>;
  readonly requestLock: typeof requestLock;
  readonly clock: { now(): number; readonly delay: typeof delay };
  readonly navigation: {
    readonly takeReturn: typeof takeReturn;
    readonly navigateToGateway: typeof navigateToGateway;
  };
}

/** How long the browser, or an app, may take to leave, in milliseconds. After that the patron can continue here. */
const LEAVE_TIMEOUT = 20_000;
/** The pauses between reads of the debts after an accepted payment, in milliseconds. */
const WATCH_DELAYS = [2_000, 3_000, 5_000, 8_000, 13_000, 21_000, 34_000];

/** Coordinates the payments of all elements of a page, from the first registered client until the last unregisters. */
export class PaymentCoordinator {
  readonly #environment: PaymentEnvironment;
  readonly #clients = new Set<PaymentClient>();
  #store: PaymentStore | undefined;
  /** The client that started last. */
  #starter: PaymentClient | undefined;
  #destination: Destination | undefined;
  /** See `PaymentState.patron`. It outlives the clients: an element may be moved. */
  #patron: string | undefined;
  readonly #salt = randomKey();
  /** Each is aborted to end what it is for: the work of the page; a request and its lock; the wait for the next expiry. */
  #active = new AbortController();
  #starting = new AbortController();
  #expiry = new AbortController();
  #watching: AbortSignal | undefined;

  readonly #effects: StoreEffects = {
    now: () => this.#environment.clock.now(),
    persist: (state) => this.#environment.session.save(state, this.#environment.clock.now()),
    notifyTabs: (message) => this.#environment.channel.post(message),
    requestPayment: () => void this.#requestPayment(),
    navigate: () => this.#navigate(),
    refreshFees: () => this.#refreshFees(true),
    onChange: () => this.#onChange(),
  };

  constructor(environment: PaymentEnvironment) {
    this.#environment = environment;
  }

  /** What may be shown: nothing of a patron's payment before that patron's token comes. */
  get state(): PaymentState {
    return this.#store ? stateForPatron(this.#store.state) : INITIAL_STATE;
  }

  register(client: PaymentClient): void {
    if (this.#clients.has(client)) return;
    this.#clients.add(client);
    if (this.#store) return;
    this.#active.abort();
    const { signal } = (this.#active = new AbortController());
    // While this page is in the back-forward cache, the tab's other pages may change the stored payment.
    addEventListener('pagehide', () => this.#suspend(), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && this.#restore(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden || this.dispatch({ type: 'pageShown' }), {
      signal,
    });
    this.#restore();
  }

  /** With the last client, everything is freed. A payment in progress stays stored. */
  unregister(client: PaymentClient): void {
    if (!this.#clients.delete(client) || this.#clients.size) return;
    // Without a reason an abort has a stack trace, which would keep the element in memory.
    this.#active.abort('');
    this.#expiry.abort('');
    this.#suspend();
    this.#starter = undefined;
  }

  dispatch(action: Action): void {
    this.#store?.dispatch(action);
  }

  /** Starts or continues a payment. The other tabs are locked out until the payment host has answered. */
  pay(action: Action, client: PaymentClient): void {
    const starting = new AbortController();
    void this.#environment.requestLock((granted) => {
      if (!this.#store || (granted && isBusy(this.#store.state))) return starting.abort('');
      if (granted) {
        this.#starter = client;
        this.#starting = starting;
      }
      this.dispatch(granted ? action : { type: 'lockUnavailable' });
    }, starting.signal);
  }

  /**
   * A token has come.
   * @param name the patron's, where the page or the app gives one, else the token. Only a checksum is kept. The salt beside
   * it makes tables of known checksums useless; it does not prevent that all names are tried.
   */
  setPatron(name: string): void {
    const labelWith = (salt = ''): string => `${salt}.${checksumOf(salt + name)}`;
    const patron = (this.#patron = labelWith(this.#salt));
    const state = this.#store?.state;
    // The other elements of the page have the same patron.
    if (state?.patron === patron && ordersOf(state).every(({ order }) => order.patron === patron)) return;
    this.dispatch({ type: 'patronSet', patron, owns: (other) => other === labelWith(other.split('.')[0]) });
  }

  /** Resolves when the page is visible after the browser, or an app, had time to leave. */
  async untilBack(signal: AbortSignal): Promise<void> {
    await this.#environment.clock.delay(LEAVE_TIMEOUT, signal);
    await untilVisible(signal);
  }

  #refreshFees(force: boolean): void {
    for (const client of this.#clients) client.refreshFees(force);
  }

  #suspend(): void {
    this.#starting.abort('');
    this.#store = undefined;
    this.#environment.channel.close();
  }

  /** Begins with the stored payment and the result in the URL. */
  #restore(): void {
    const { session, clock, channel, navigation } = this.#environment;
    const state = fromStoredState(session.load(), clock.now());
    const store = (this.#store = new PaymentStore({ ...state, patron: this.#patron }, this.#effects));
    channel.open((data) => {
      try {
        this.#store?.receive(parseMessage(data));
      } catch {
        // Another script of the site uses the channel.
      }
    });
    store.open(navigation.takeReturn());
  }

  async #requestPayment(): Promise<void> {
    const current = this.#store?.state.current;
    const starter = this.#starter;
    if (current?.is !== 'starting' || !starter) return;
    const { order } = current;
    const { key, paymentUrl } = order;
    // An order that another element has begun is requested with the token of that element: it is for that server.
    const client =
      [starter, ...this.#clients].find((one) => absolute(one.settings().dibsPaymentUrl) === paymentUrl) ?? starter;
    const { signal } = this.#starting;
    const answer = await requestPayment(order, client.settings(), client.httpOptions(), signal);
    if (signal.aborted) return;
    if (answer.is === 'started') {
      this.#destination = answer.destination;
      return this.dispatch({ type: 'started', key, orderId: answer.orderId });
    }
    const { reason, fault } = answer;
    if (fault) warn(`dibs-payment-url: ${fault}`);
    this.dispatch({ type: 'refused', key, reason });
    if (reason === 'login') client.onLoginRequired();
  }

  #navigate(): void {
    const starting = this.#starting;
    const { signal } = this.#active;
    // Where an app opens the gateway, this page only becomes hidden.
    void this.untilBack(signal).then(() => {
      if (this.#starting === starting) this.dispatch({ type: 'pageShown' });
    });
    const destination = this.#destination;
    this.#destination = undefined;
    if (!destination || (destination.is === 'link' && this.#starter?.openInApp(destination.url))) return;
    this.#environment.navigation.navigateToGateway(destination, signal, () =>
      this.dispatch({ type: 'navigationBlocked' }),
    );
  }

  #onChange(): void {
    const state = this.#store?.state ?? INITIAL_STATE;
    if (state.current.is !== 'starting') this.#starting.abort('');
    void this.#awaitExpiry(state);
    if (state.accepted.some(({ watched }) => watched)) void this.#watch();
    for (const client of this.#clients) client.onStateChange();
  }

  async #awaitExpiry(state: PaymentState): Promise<void> {
    const { clock } = this.#environment;
    this.#expiry.abort('');
    // The clock may be put back while the page is open.
    const waits = [...claimsOf(state), ...state.otherClaims]
      .map(({ until }) => until - clock.now())
      .filter((wait) => wait > 0);
    if (!waits.length) return;
    const { signal } = (this.#expiry = new AbortController());
    await clock.delay(Math.min(60_000, ...waits) + 1, signal);
    if (!signal.aborted) this.dispatch({ type: 'timeElapsed' });
  }

  /** Reads the debts until the accepted orders are registered, for a minute and a half at most. */
  async #watch(): Promise<void> {
    const { signal } = this.#active;
    if (this.#watching === signal) return;
    this.#watching = signal;
    for (const wait of WATCH_DELAYS) {
      await this.#environment.clock.delay(wait, signal);
      await untilVisible(signal);
      if (signal.aborted) return;
      if (!this.#store?.state.accepted.some(({ watched }) => watched)) break;
      this.#refreshFees(false);
    }
    this.#watching = undefined;
    this.dispatch({ type: 'watchEnded' });
  }
}
