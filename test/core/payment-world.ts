import type { PaymentStatus } from '../../src/debts/debt.js';
import { claimsOf } from '../../src/payment/core/claims.js';
import { feeIdsOf, type Order, type OrderLine } from '../../src/payment/core/order.js';
import {
  PaymentStore,
  type StoreEffects,
  type TabMessage,
} from '../../src/payment/core/payment-store.js';
import { claimedLocksAt } from '../../src/payment/core/selectors.js';
import {
  ACCEPTED_LIFETIME,
  ordersOf,
  type Notice,
  type PaymentState,
} from '../../src/payment/core/state.js';
import {
  fromStoredState,
  progressOf,
  toStoredState,
  type Progress,
  type StoredState,
} from '../../src/payment/core/stored-state.js';
import type { Ore } from '../../src/util/ore.js';
import { MINUTE } from './payment-fixtures.js';

/** How the parts of a world behave. */
export interface Behaviour {
  /** The payment host refuses an order for a debt that another live order has (CONTRACT 6: 409). */
  readonly strict: boolean;
  /** The browser has Web Locks. */
  readonly locks: boolean;
  /** Messages between tabs arrive before anything else happens. */
  readonly prompt?: boolean;
  /** The clock may be put back: then a payment ends within its lifetime from when a page notices it. */
  readonly clockIsPutBack?: boolean;
  /** The lists of the page's elements, with the debts that each shows. One list with all of them by default. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}

/** The `sessionStorage` of a tab: its documents share it. */
export interface TabStorage {
  value: StoredState | undefined;
}

/** README: the payment host accepts no order later than this after the last request for it. */
const HOST_OPEN_FOR = 30 * MINUTE;
/** A request that has been given up arrives at the payment host within this time, or never. */
const TRAVEL_TIME = 5 * MINUTE;

export interface HostOrder {
  readonly id: string;
  /** Unknown once the payment host has forgotten its keys. */
  readonly key: string | undefined;
  /** Its debts. Once it is registered, those that FBS took. */
  readonly feeIds: readonly string[];
  readonly state: 'open' | 'cancelled' | 'failed' | 'accepted' | 'registered';
  readonly requestedAt: number;
  /** When the browser returned with `accepted`. */
  readonly returnedAt?: number;
  /** A browser has opened the gateway for it. Before that nobody can pay it. */
  readonly reached: boolean;
}

export type HostAnswer = { readonly id: string } | { readonly refused: 'paying' | 'paid' };

/** The library's server, the gateway and FBS. */
export class Host {
  /** By number. */
  readonly orders: Map<string, HostOrder>;
  readonly owed: Set<string>;
  readonly failed: Set<string>;

  constructor(
    readonly world: World,
    { orders, owed, failed }: Pick<Host, 'owed'> & Partial<Host>,
  ) {
    this.orders = new Map(orders);
    this.owed = new Set(owed);
    this.failed = new Set(failed);
  }

  isOpen({ state, requestedAt }: HostOrder): boolean {
    return state === 'open' && this.world.now < requestedAt + HOST_OPEN_FOR;
  }

  /** It is paid, or can still be paid. */
  isLive(order: HostOrder): boolean {
    const paid = order.state === 'accepted' || order.state === 'registered';
    return paid || (order.reached && this.isOpen(order));
  }

  /** The next request with a known key makes another order. */
  forgetKeys(): void {
    for (const { id } of this.orders.values()) this.update(id, { key: undefined });
  }

  request({ key, lines }: Order): HostAnswer {
    const known = [...this.orders.values()].find((order) => order.key === key);
    if (known) {
      if (known.state === 'accepted' || known.state === 'registered') return { refused: 'paid' };
      if (this.isOpen(known)) this.update(known.id, { requestedAt: this.world.now });
      return known;
    }
    const feeIds = feeIdsOf({ lines });
    if (feeIds.some((feeId) => !this.owed.has(feeId))) return { refused: 'paid' };
    const others = [...this.orders.values()].filter(
      (order) => order.state === 'accepted' || this.isOpen(order),
    );
    const overlap = others.some((order) => order.feeIds.some((feeId) => feeIds.includes(feeId)));
    if (this.world.behaviour.strict && overlap) return { refused: 'paying' };
    const id = `order ${this.orders.size}`;
    const order = { id, key, feeIds, requestedAt: this.world.now, reached: false } as const;
    this.orders.set(id, { ...order, state: 'open' });
    // A strict host is also strict here: the status of a debt is that of its last order.
    if (this.world.behaviour.strict) for (const feeId of feeIds) this.failed.delete(feeId);
    return order;
  }

  update(id: string, change: Partial<HostOrder>): void {
    const order = this.orders.get(id);
    if (order) this.orders.set(id, { ...order, ...change });
  }

  /**
   * Registers accepted orders at the latest possible time. Where the browser has returned, that is how long the widget
   * waits; where it has not, only the host knows of the order, and registers it within the order's lifetime.
   */
  settle(): void {
    for (const order of this.orders.values()) {
      const { requestedAt, returnedAt } = order;
      const end =
        returnedAt === undefined ? requestedAt + HOST_OPEN_FOR : returnedAt + ACCEPTED_LIFETIME;
      if (this.world.now >= end) this.register(order.id);
    }
  }

  /** FBS takes all debts, some, or none. Those that it does not take are not charged. */
  register(id: string, taken?: readonly string[]): void {
    const order = this.orders.get(id);
    if (order?.state !== 'accepted') return;
    const feeIds = taken ?? order.feeIds;
    for (const feeId of order.feeIds) {
      if (feeIds.includes(feeId)) this.owed.delete(feeId);
      else this.failed.add(feeId);
    }
    this.update(id, { state: feeIds.length ? 'registered' : 'failed', feeIds });
  }

  /** A careless host keeps `failed` on a debt when a new payment has begun. */
  list(): Map<string, PaymentStatus | undefined> {
    return new Map([...this.owed].map((id) => [id, this.failed.has(id) ? 'failed' : undefined]));
  }
}

/** A request on its way to the payment host, or its answer on the way. */
export interface PendingRequest {
  readonly order: Order;
  readonly answer?: HostAnswer;
}

/** One tab of the patron's browser. */
export class Tab implements StoreEffects {
  storage: TabStorage = { value: undefined };
  /** See `toStoredState`. */
  known: Progress = new Map();
  /** `sessionStorage` is full, or denied. */
  storageFails = false;
  /** The browser leaves for the gateway; an app opens it and the page stays; or a policy blocks the navigation. */
  navigation: 'leaves' | 'opens an app' | 'is blocked' = 'leaves';
  /** The store of the open page. None while the tab is at the gateway. */
  store: PaymentStore | undefined;
  /** The number of the order that the gateway shows. */
  gateway: string | undefined;
  /** The number of the order that the browser's Forward button leads to. */
  forward: string | undefined;
  request: PendingRequest | undefined;
  inbox: readonly TabMessage[] = [];
  list: ReadonlyMap<string, PaymentStatus | undefined>;
  refreshDue = false;
  /** The notices that the patron has seen since the last check. */
  shown: readonly Notice[] = [];

  constructor(readonly world: World) {
    this.list = world.host.list();
  }

  get stored(): StoredState | undefined {
    return this.storage.value;
  }

  set stored(value: StoredState | undefined) {
    this.storage.value = value;
  }

  clone(world: World): Tab {
    const copy = Object.assign(new Tab(world), { ...this, world });
    const state = this.store?.state;
    // After any action the other tabs know exactly these claims.
    if (state) copy.store = new PaymentStore(state, copy, claimsOf(state));
    return copy;
  }

  /** Opens or reloads the library's page. */
  open(returned?: { orderId: string; result: string }): void {
    // Messages are faster than page loads.
    this.receiveAll();
    this.leave();
    this.gateway = undefined;
    this.list = this.world.host.list();
    this.known = progressOf(this.stored?.orders);
    this.store = new PaymentStore(this.storedState(), this);
    this.store.open(returned);
  }

  storedState(): PaymentState {
    return fromStoredState(this.stored, this.now());
  }

  /** The keys of own orders that lock something in other tabs. */
  claimedKeys(): readonly string[] {
    return claimsOf(this.store?.state ?? this.storedState()).map(({ key }) => key);
  }

  post(message: TabMessage): void {
    for (const tab of this.world.tabs) {
      if (tab !== this && tab.store) tab.inbox = [...tab.inbox, message];
    }
  }

  now(): number {
    return this.world.now + this.world.clockError;
  }

  persist(state: PaymentState): boolean {
    if (!this.storageFails) {
      this.stored = toStoredState(state, this.stored, this.known);
      this.known = new Map([...this.known, ...progressOf(ordersOf(state))]);
    }
    return !this.storageFails;
  }

  notifyTabs(message: TabMessage): void {
    this.post(message);
  }

  requestPayment(): void {
    const current = this.store?.state.current;
    if (current?.is === 'starting') this.request = { order: current.order };
  }

  navigate(): void {
    const current = this.store?.state.current;
    if (current?.is !== 'away' || this.navigation === 'is blocked') return;
    this.goToGateway(current.order.id, this.navigation === 'leaves');
  }

  refreshFees(): void {
    this.refreshDue = true;
  }

  onChange(): void {
    if (this.store?.state.current.is !== 'starting') this.#giveUp();
    const notices = this.store?.state.notices ?? [];
    if (notices.length) this.shown = [...this.shown, ...notices];
  }

  /** @param leaves where an app opens the gateway, the page stays */
  goToGateway(orderId: string, leaves = true): void {
    this.world.host.update(orderId, { reached: true });
    if (leaves) this.leave();
    this.gateway = orderId;
  }

  /** The page is gone. Its request is not answered any more, but the payment host may receive it. */
  leave(): void {
    this.#giveUp();
    this.inbox = [];
    this.store = this.forward = undefined;
  }

  /** The Back button at the gateway. A page from the back-forward cache shows an old list. */
  back(cached: boolean): void {
    const { gateway, list } = this;
    if (!gateway) return;
    this.open();
    if (cached) this.list = list;
    this.forward = gateway;
  }

  receive(): void {
    const [message, ...rest] = this.inbox;
    this.inbox = rest;
    if (message) this.store?.receive(message);
  }

  receiveAll(): void {
    for (let count = this.inbox.length; count > 0; count--) this.receive();
  }

  selectable(): string[] {
    const locks = this.store ? claimedLocksAt(this.store.state, this.now()) : new Map();
    return [...this.list.keys()].filter((feeId) => !locks.has(feeId));
  }

  pay(feeIds: readonly string[]): void {
    if (!this.store || !feeIds.length) return;
    if (this.#isLocked()) this.store.dispatch({ type: 'lockUnavailable' });
    else this.store.dispatch({ type: 'start', order: this.world.createOrder(feeIds, this.now()) });
  }

  continue(): void {
    this.store?.dispatch({ type: this.#isLocked() ? 'lockUnavailable' : 'continue' });
  }

  /** Another tab holds the lock. */
  #isLocked(): boolean {
    const { behaviour, tabs } = this.world;
    if (!behaviour.locks) return false;
    // Messages are faster than locks.
    this.receiveAll();
    return tabs.some((tab) => tab !== this && tab.store?.state.current.is === 'starting');
  }

  readDebts(): void {
    this.refreshDue = false;
    this.list = this.world.host.list();
    for (const [source, feeIds] of this.world.lists) {
      const debts = new Map([...this.list].filter(([feeId]) => feeIds?.includes(feeId) ?? true));
      this.store?.dispatch({ type: 'debtsRead', read: { source, debts, complete: true } });
    }
  }

  /** The payment host receives the request. */
  arrive(): void {
    const { request } = this;
    if (request && !request.answer) {
      this.request = { ...request, answer: this.world.host.request(request.order) };
    }
  }

  answer(): void {
    const { request } = this;
    if (!request?.answer) return;
    // Earlier messages arrive before it.
    this.receiveAll();
    this.request = undefined;
    const { key } = request.order;
    this.store?.dispatch(
      'id' in request.answer
        ? { type: 'started', key, orderId: request.answer.id }
        : { type: 'refused', key, reason: request.answer.refused },
    );
  }

  /** The page gives the request up. The payment host may have received it, or may do so later. */
  timeOut(): void {
    const { request } = this;
    if (!request) return;
    this.#giveUp();
    this.store?.dispatch({ type: 'refused', key: request.order.key, reason: 'lost' });
  }

  /** A device that was asleep may have sent the request only now. */
  #giveUp(): void {
    if (this.request) this.world.giveUp(this.request, this.world.now);
    this.request = undefined;
  }
}

/** A patron with some tabs, and a payment host. */
export class World {
  now = Date.UTC(2026, 10, 22);
  /** How far the clock of the patron's device is ahead, in milliseconds. */
  clockError = 0;
  readonly host: Host;
  tabs: readonly Tab[] = [];
  /** Requests that have been given up, and may arrive until then. */
  lateRequests: readonly { readonly order: Order; readonly until: number }[] = [];
  #orderCount = 0;

  constructor(
    readonly behaviour: Behaviour,
    tabs: number,
    /** Makes the keys of orders from their numbers. Real keys are random: which of two is the smaller one is chance. */
    public createKey: (number: number) => string = (number) => String(number).padStart(3, '0'),
    owed: readonly string[] = ['1', '2', '3'],
    original?: World,
  ) {
    this.now = original?.now ?? this.now;
    this.clockError = original?.clockError ?? 0;
    this.host = new Host(this, original?.host ?? { owed: new Set(owed) });
    while (tabs--) this.addTab().open();
  }

  clone(): World {
    const copy = new World(this.behaviour, 0, this.createKey, [], this);
    copy.tabs = this.tabs.map((tab) => tab.clone(copy));
    const storages = new Map(this.tabs.map(({ storage }) => [storage, { ...storage }]));
    for (const tab of copy.tabs) tab.storage = storages.get(tab.storage) ?? tab.storage;
    copy.lateRequests = this.lateRequests;
    copy.#orderCount = this.#orderCount;
    return copy;
  }

  addTab(): Tab {
    const tab = new Tab(this);
    this.tabs = [...this.tabs, tab];
    return tab;
  }

  /** Of the elements of each page, with the debts that each shows. */
  get lists(): readonly (readonly [source: string, feeIds: readonly string[] | undefined])[] {
    return Object.entries(this.behaviour.lists ?? { '/fees': undefined });
  }

  giveUp({ order, answer }: PendingRequest, at: number): void {
    if (!answer) this.lateRequests = [...this.lateRequests, { order, until: at + TRAVEL_TIME }];
  }

  /** The payment host receives one of the requests that have been given up. */
  arriveLate(index: number): void {
    const late = this.lateRequests[index % (this.lateRequests.length || 1)];
    this.lateRequests = this.lateRequests.filter((one) => one !== late);
    if (late) this.host.request(late.order);
  }

  deliverAll(): void {
    for (let rounds = 0; this.tabs.some(({ inbox }) => inbox.length); rounds++) {
      if (rounds > 1000) throw new Error('The tabs answer each other without end.');
      for (const tab of this.tabs) tab.receiveAll();
    }
  }

  /** Patrons are slower than a refresh of the debts. */
  readDue(): void {
    for (const tab of this.tabs) if (tab.refreshDue) tab.readDebts();
  }

  pass(milliseconds: number): void {
    // Messages, and answers that are there, arrive at once.
    for (const tab of milliseconds > 0 ? this.tabs : []) {
      tab.receiveAll();
      tab.answer();
    }
    this.now += milliseconds;
    this.lateRequests = this.lateRequests.filter(({ until }) => this.now < until);
    this.host.settle();
    // A device that was asleep gives its requests up when it wakes.
    for (const tab of milliseconds > 0 ? this.tabs : []) tab.timeOut();
    // A tab that stays at the gateway knows as little as a new tab: only a strict host can guard against it.
    for (const tab of this.tabs) {
      const order = this.host.orders.get(tab.gateway ?? '');
      if (!this.behaviour.strict && order && !this.host.isOpen(order)) tab.back(false);
    }
  }

  /** Waits until the first claim of any tab ends. */
  endLock(): void {
    const claims = this.tabs.flatMap(({ store }) =>
      store ? [...claimsOf(store.state), ...store.state.otherClaims] : [],
    );
    const now = this.now + this.clockError;
    const waits = claims.map(({ until }) => until - now).filter((wait) => wait > 0);
    if (waits.length) this.pass(Math.min(...waits));
    // A page that becomes visible after such a time reads its debts again.
    for (const tab of this.tabs) tab.refreshDue = true;
  }

  /** The patron has seen earlier failures in the list before the next payment. */
  createOrder(feeIds: readonly string[], requestedAt: number): Order {
    const key = this.createKey(++this.#orderCount);
    const lines = feeIds.map((feeId): OrderLine => ({
      feeId,
      amount: 7000 as Ore,
      type: 'fee',
      failed: this.host.failed.has(feeId),
    }));
    const isOf = ([, shown]: (typeof this.lists)[0]) =>
      feeIds.every((id) => shown?.includes(id) ?? true);
    const sources = this.lists.filter(isOf).map(([source]) => source);
    const rest = { paymentUrl: '', returnUrl: '/', language: 'da', channel: 'cms' } as const;
    return { key, lines, sources, requestedAt, ...rest };
  }

  /** The orders that have paid a debt, or still can: never two. */
  liveOrdersOf(feeId: string): string[] {
    return (
      [...this.host.orders.values()]
        .filter((order) => order.feeIds.includes(feeId) && this.host.isLive(order))
        // A debt that FBS did not take is not charged.
        .filter(({ state }) => state !== 'registered' || !this.host.owed.has(feeId))
        .map(({ id }) => id)
    );
  }

  /** The orders that can be paid at the gateway now. */
  payableOrders(): string[] {
    return [...this.host.orders.values()]
      .filter((order) => order.reached && this.host.isOpen(order))
      .map(({ id }) => id);
  }
}
