import type { Settings } from '../config/settings.js';
import type { HttpOptions } from '../http/send-request.js';
import { delay, untilVisible } from '../http/wait.js';
import { checksumOf, randomKey } from '../util/keys.js';
import { now } from '../util/time.js';
import { warn } from '../util/warn.js';
import { claimsOf } from './core/claims.js';
import type { Order } from './core/order.js';
import { parseMessage } from './core/parse.js';
import { afterPatronChange } from './core/patron-change.js';
import { PaymentStore, type StoreEffects } from './core/payment-store.js';
import type { Action } from './core/reducer.js';
import { ordersOf } from './core/selectors.js';
import { INITIAL_STATE, type DebtsRead, type PaymentState } from './core/state.js';
import { fromStoredState } from './core/stored-state.js';
import type { Destination } from './destination.js';
import { navigateToGateway } from './gateway-navigation.js';
import { takeReturn } from './return-url.js';
import { SessionStore } from './session-store.js';
import { absolute, requestPayment } from './payment-request.js';
import { TabChannel, TabLock } from './tabs.js';

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

const clock = { now, delay };
const navigation = { takeReturn, navigateToGateway };

/** What the coordinator uses of the browser. */
export interface PaymentEnvironment {
  readonly session: Pick<SessionStore, 'load' | 'save'>;
  readonly channel: Pick<TabChannel, 'open' | 'post' | 'close'>;
  readonly lock: Pick<TabLock, 'request'>;
  readonly clock: typeof clock;
  readonly navigation: typeof navigation;
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
  /** The client that started last: its URL and token are used. */
  #starter: PaymentClient | undefined;
  #destination: Destination | undefined;
  /** See `PaymentState.patron`. It outlives the clients: an element may be moved. */
  #patron: string | undefined;
  readonly #salt = randomKey();
  #releaseLock: (() => void) | undefined;
  /** Each is aborted to end what it is for: the work of the page, the request, the wait for the next expiry. */
  #active = new AbortController();
  #request: AbortController | undefined;
  #expiry: AbortController | undefined;
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
    const state = this.#state();
    return state === INITIAL_STATE ? state : afterPatronChange(state);
  }

  register(client: PaymentClient): void {
    if (this.#clients.has(client)) return;
    this.#clients.add(client);
    if (!this.#store) this.#activate();
  }

  /** With the last client, everything is freed. A payment in progress stays stored. */
  unregister(client: PaymentClient): void {
    if (!this.#clients.delete(client) || this.#clients.size) return;
    // Without a reason an abort has a stack trace, which would keep the element in memory.
    this.#active.abort('');
    this.#request?.abort();
    this.#expiry?.abort();
    this.#releaseLock?.();
    this.#environment.channel.close();
    this.#store = this.#starter = this.#request = this.#expiry = undefined;
  }

  start(order: Order, client: PaymentClient): void {
    this.#dispatchLocked({ type: 'start', order }, client);
  }

  /** Requests the open order again, with the same key. */
  continue(client: PaymentClient): void {
    this.#dispatchLocked({ type: 'continue' }, client);
  }

  onDebtsRead(read: DebtsRead): void {
    this.#dispatch({ type: 'debtsRead', read });
  }

  onLoggedOut(): void {
    this.#dispatch({ type: 'loggedOut' });
  }

  /**
   * A token has come.
   * @param name the patron's, where the page or the app gives one, else the token. Only a salted checksum is kept: one
   * without salt could be guessed.
   */
  setPatron(name: string): void {
    const labelWith = (salt = ''): string => `${salt}.${checksumOf(salt + name)}`;
    const patron = (this.#patron = labelWith(this.#salt));
    const owns = (other: string): boolean => other === labelWith(other.split('.')[0]);
    const state = this.#state();
    // The other elements of the page have the same patron.
    const isKnown = state.patron === patron && ordersOf(state).every((order) => order.patron === patron);
    if (!isKnown) this.#dispatch({ type: 'patronSet', patron, owns });
  }

  /** Resolves when the page is visible after the browser, or an app, had time to leave. */
  async untilBack(signal: AbortSignal): Promise<void> {
    await this.#environment.clock.delay(LEAVE_TIMEOUT, signal);
    await untilVisible(signal);
  }

  #state(): PaymentState {
    return this.#store?.state ?? INITIAL_STATE;
  }

  #dispatch(action: Action): void {
    this.#store?.dispatch(action);
  }

  #refreshFees(force: boolean): void {
    for (const client of this.#clients) client.refreshFees(force);
  }

  #activate(): void {
    this.#active.abort();
    const { signal } = (this.#active = new AbortController());
    const onPageHide = (): void => {
      this.#request?.abort();
      this.#releaseLock?.();
      // While this page is in the back-forward cache, the tab's other pages may change the stored payment.
      this.#store = undefined;
      this.#environment.channel.close();
    };
    const onPageShow = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) this.#restore();
    };
    const onVisibilityChange = (): void => {
      if (!document.hidden) this.#dispatch({ type: 'pageShown' });
    };
    addEventListener('pagehide', onPageHide, { signal });
    addEventListener('pageshow', onPageShow, { signal });
    document.addEventListener('visibilitychange', onVisibilityChange, { signal });
    this.#restore();
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

  /** The lock is held until the payment host has answered. From then on the other tabs know the claim. */
  #dispatchLocked(action: Action, client: PaymentClient): void {
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    void this.#environment.lock.request((granted) => {
      if (!this.#store) return release();
      if (granted) {
        const { current } = this.#state();
        const url = current.is === 'open' ? current.order.paymentUrl : '';
        this.#starter = [...this.#clients].find((one) => absolute(one.settings().dibsPaymentUrl) === url) ?? client;
        this.#releaseLock = release;
      }
      this.#dispatch(granted ? action : { type: 'lockUnavailable' });
    }, released);
  }

  async #requestPayment(): Promise<void> {
    const { current } = this.#state();
    const client = this.#starter;
    if (current.is !== 'starting' || !client) return;
    const { order } = current;
    const { key } = order;
    const { signal } = (this.#request = new AbortController());
    const answer = await requestPayment(order, client.settings(), client.httpOptions(), signal);
    if (signal.aborted) return;
    if (answer.is === 'started') {
      this.#destination = answer.destination;
      return this.#dispatch({ type: 'started', key, orderId: answer.orderId });
    }
    const { reason, fault } = answer;
    if (fault) warn(`dibs-payment-url: ${fault}`);
    this.#dispatch({ type: 'refused', key, reason });
    if (reason === 'login') client.onLoginRequired();
  }

  #navigate(): void {
    const { current } = this.#state();
    const { signal } = this.#active;
    // Where an app opens the gateway, this page only becomes hidden.
    void this.untilBack(signal).then(() => {
      if (this.#state().current === current) this.#dispatch({ type: 'pageShown' });
    });
    const destination = this.#destination;
    if (!destination) return;
    if (destination.is === 'link' && this.#starter?.openInApp(destination.url)) return;
    this.#environment.navigation.navigateToGateway(destination, signal, () =>
      this.#dispatch({ type: 'navigationBlocked' }),
    );
  }

  #onChange(): void {
    const state = this.#state();
    if (state.current.is !== 'starting') {
      this.#request?.abort();
      this.#releaseLock?.();
    }
    void this.#awaitExpiry(state);
    if (state.accepted.some(({ watched }) => watched)) void this.#watch();
    for (const client of this.#clients) client.onStateChange();
  }

  async #awaitExpiry(state: PaymentState): Promise<void> {
    const { clock } = this.#environment;
    this.#expiry?.abort();
    // The clock may be put back while the page is open.
    const waits = [...claimsOf(state), ...state.otherClaims]
      .map(({ until }) => until - clock.now())
      .filter((wait) => wait > 0);
    if (!waits.length) return;
    const { signal } = (this.#expiry = new AbortController());
    await clock.delay(Math.min(60_000, ...waits) + 1, signal);
    if (!signal.aborted) this.#dispatch({ type: 'timeElapsed' });
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
      if (!this.#state().accepted.some(({ watched }) => watched)) break;
      this.#refreshFees(false);
    }
    this.#watching = undefined;
    this.#dispatch({ type: 'watchEnded' });
  }
}

let coordinator: PaymentCoordinator | undefined;

/** The coordinator that the elements of the page share. */
export const pageCoordinator = (): PaymentCoordinator =>
  (coordinator ??= new PaymentCoordinator({
    session: new SessionStore(),
    channel: new TabChannel(),
    lock: new TabLock(),
    clock,
    navigation,
  }));
