import { PaymentStore } from '../../src/payment/core/payment-store.js';
import {
  ACCEPTED_LIFETIME,
  claimsOf,
  locksAt,
  INITIAL_STATE,
  toStoredState,
  fromStoredState,
  type Claim,
  type StoredState,
  type Notice,
} from '../../src/payment/core/state.js';
import { feeIdsOf, type OrderLine, type Order } from '../../src/payment/core/order.js';
import type { PaymentStatus } from '../../src/debts/debt.js';
import type { Ore } from '../../src/util/ore.js';

/** What a world is like, beside what happens in it. */
export interface Nature {
  /** The host refuses an order for what another live order has (CONTRACT 6: 409). */
  readonly strict: boolean;
  /** The browser has Web Locks. */
  readonly locks: boolean;
  /** Whatever a tab tells is heard before anything else happens. */
  readonly prompt?: boolean;
}

const MINUTE = 60_000;
/** What README asks of the host: no order is accepted later than this after it was last asked for. */
const HOST_OPEN_FOR = 30 * MINUTE;
/** A request that nobody waits for any more is at the host by then, or never. */
const ON_ITS_WAY = 5 * MINUTE;

interface HostOrder {
  readonly id: string;
  /** The debts it is for; once it is registered, those that FBS took. */
  feeIds: readonly string[];
  state: 'open' | 'cancelled' | 'failed' | 'accepted' | 'registered';
  askedAt: number;
  /** When the browser came back with its being accepted. */
  returnedAt?: number;
  /** Some browser has been there: before that nobody can pay it. */
  reached: boolean;
}

type HostAnswer = { id: string } | { refused: 'paying' | 'paid' };

/** The library's server, the gateway and FBS behind it. */
export class Host {
  /** By number. */
  readonly orders = new Map<string, HostOrder>();
  readonly #keys = new Map<string, HostOrder>();
  readonly owed = new Set(['1', '2', '3']);
  readonly failed = new Set<string>();

  constructor(
    readonly nature: Nature,
    readonly now: () => number,
  ) {}

  isOpen({ state, askedAt }: HostOrder): boolean {
    return state === 'open' && this.now() < askedAt + HOST_OPEN_FOR;
  }

  /** It is paid, or somebody may still pay it. */
  isLive(order: HostOrder): boolean {
    const paid = order.state === 'accepted' || order.state === 'registered';
    return paid || (order.reached && this.isOpen(order));
  }

  /** A careless host: what it is asked with the same key is another order to it. */
  forgetKeys(): void {
    this.#keys.clear();
  }

  ask({ key, lines }: Order): HostAnswer {
    const known = this.#keys.get(key);
    if (known) {
      if (known.state === 'accepted' || known.state === 'registered') return { refused: 'paid' };
      if (this.isOpen(known)) known.askedAt = this.now();
      return known;
    }
    const feeIds = feeIdsOf({ lines });
    if (feeIds.some((feeId) => !this.owed.has(feeId))) return { refused: 'paid' };
    const others = [...this.orders.values()].filter(
      (order) => order.state === 'accepted' || this.isOpen(order),
    );
    const overlap = others.some((order) => order.feeIds.some((feeId) => feeIds.includes(feeId)));
    if (this.nature.strict && overlap) return { refused: 'paying' };
    const id = `order ${this.orders.size}`;
    const order: HostOrder = { id, feeIds, state: 'open', askedAt: this.now(), reached: false };
    this.orders.set(id, order);
    this.#keys.set(key, order);
    // A host that is careful in this is so in that: what it says of a debt, it says of its last order.
    if (this.nature.strict) for (const feeId of feeIds) this.failed.delete(feeId);
    return order;
  }

  /**
   * What was accepted is settled at last: where the browser came back with it, by the time that the widget waits for it;
   * where it did not, by the time that the order would have died, because nobody but the host knows of it.
   */
  settle(): void {
    for (const order of this.orders.values()) {
      const { askedAt, returnedAt } = order;
      const end =
        returnedAt === undefined ? askedAt + HOST_OPEN_FOR : returnedAt + ACCEPTED_LIFETIME;
      if (this.now() >= end) this.register(order);
    }
  }

  /** FBS takes all of it, a part, or nothing; and what it does not take is not captured. */
  register(order: HostOrder, taken = order.feeIds): void {
    if (order.state !== 'accepted') return;
    order.state = taken.length ? 'registered' : 'failed';
    for (const feeId of order.feeIds) {
      if (taken.includes(feeId)) this.owed.delete(feeId);
      else this.failed.add(feeId);
    }
    order.feeIds = taken;
  }

  /** "failed" stays on a debt, also when a new payment of it has begun: hosts may be careless. */
  list(): Map<string, PaymentStatus | undefined> {
    return new Map([...this.owed].map((id) => [id, this.failed.has(id) ? 'failed' : undefined]));
  }
}

type Message = { claim: Claim } | { released: string } | { hello: true };

/** A question on its way to the host, or its answer on the way back. */
interface Asked {
  readonly order: Order;
  answer?: HostAnswer;
}

/** One tab of the patron's browser. */
export class Tab {
  memory: string | undefined;
  /** From now on nothing can be written: `sessionStorage` is full, or forbidden. */
  broken = false;
  /** What becomes of a hand-over: the browser goes; an app opens, and the page stays; a policy keeps the browser here. */
  leads: 'there' | 'to an app' | 'nowhere' = 'there';
  /** The page that is open; none while the tab is at the gateway. */
  page: PaymentStore | undefined;
  gateway: HostOrder | undefined;
  /** Where Forward leads. */
  forward: HostOrder | undefined;
  asked: Asked | undefined;
  inbox: Message[] = [];
  list: Map<string, PaymentStatus | undefined>;
  /** The till has asked for a read. */
  due = false;
  /** What the patron has been told, until somebody looks. */
  readonly told: Notice[] = [];

  constructor(readonly world: World) {
    this.list = world.host.list();
    this.open();
  }

  /** The library's page is opened, or opened anew. */
  open(returned?: { id: string; result: string }): void {
    // A page is slower to go than a message to come.
    this.hear();
    this.leave();
    this.gateway = undefined;
    this.list = this.world.host.list();
    this.page = this.#keeper(this.#remembered());
    this.page.dispatch(returned ? { is: 'returned', ...returned } : { is: 'time passes' });
    this.#arrive(this.page);
  }

  #remembered(): StoredState {
    return this.memory ? JSON.parse(this.memory) : INITIAL_STATE;
  }

  /** Its own orders that keep something from other tabs, by key: in the page, or remembered while it is at the gateway. */
  owns(): readonly string[] {
    const till = this.page?.state ?? fromStoredState(this.#remembered(), this.world.now);
    return claimsOf(till).map(({ key }) => key);
  }

  #arrive(page: PaymentStore): void {
    page.tellAll();
    this.#tell({ hello: true });
  }

  #tell(message: Message): void {
    for (const tab of this.world.tabs) if (tab !== this && tab.page) tab.inbox.push(message);
  }

  #keeper(remembered: StoredState): PaymentStore {
    const { world } = this;
    const page: PaymentStore = new PaymentStore(fromStoredState(remembered, world.now), {
      now: () => world.now,
      remember: (till) => {
        if (this.broken) return false;
        const left = toStoredState(till);
        this.memory = left && JSON.stringify(left);
        return true;
      },
      tellOthers: (message) => this.#tell(message),
      ask: () => {
        const { current } = page.state;
        if (current.is === 'starting') this.asked = { order: current.order };
      },
      go: () => {
        const { current } = page.state;
        if (current.is !== 'away' || this.leads === 'nowhere') return;
        const order = world.host.orders.get(current.order.id);
        if (order && this.leads === 'there') this.goTo(order);
        else if (order) this.openApp(order);
      },
      read: () => {
        this.due = true;
      },
      show: () => this.told.push(...page.state.notices),
    });
    return page;
  }

  goTo(order: HostOrder): void {
    order.reached = true;
    this.leave();
    this.gateway = order;
  }

  /** The gateway opens beside the page. */
  openApp(order: HostOrder): void {
    order.reached = true;
    this.gateway = order;
  }

  /** The page is left: its request is not answered any more, though the host may hear it. */
  leave(): void {
    // A page that goes sends nothing any more: it was sent when it was asked.
    if (this.asked) this.world.drift(this.asked, this.asked.order.requestedAt);
    this.asked = undefined;
    this.inbox = [];
    this.page = this.forward = undefined;
  }

  /** Back from the gateway. A page that comes from the back-forward cache knows only what the tab remembers too. */
  back(cached: boolean): void {
    const { gateway, list } = this;
    if (!gateway) return;
    this.open();
    if (cached) this.list = list;
    this.forward = gateway;
  }

  hear(): void {
    for (const message of this.inbox.splice(0)) {
      if ('hello' in message) this.page?.tellAll();
      else if ('claim' in message) this.page?.hear(message.claim);
      else this.page?.dispatch({ is: 'released', key: message.released });
    }
  }

  /** What can be chosen on the screen. */
  choosable(): string[] {
    const locks = this.page ? locksAt(this.page.state, this.world.now) : new Map();
    return [...this.list.keys()].filter((feeId) => !locks.has(feeId));
  }

  pay(feeIds: readonly string[]): void {
    const { page, world } = this;
    if (!page || !feeIds.length) return;
    if (world.nature.locks) {
      // A lock is slower than a message.
      this.hear();
      const taken = world.tabs.some(
        (tab) => tab !== this && tab.page?.state.current.is === 'starting',
      );
      if (taken) return page.dispatch({ is: 'taken' });
    }
    page.dispatch({ is: 'start', order: world.order(feeIds) });
  }

  continue(): void {
    const { page, world } = this;
    if (world.nature.locks) {
      this.hear();
      if (world.tabs.some((tab) => tab !== this && tab.page?.state.current.is === 'starting')) {
        return page?.dispatch({ is: 'taken' });
      }
    }
    page?.dispatch({ is: 'continue' });
  }

  read(): void {
    this.due = false;
    this.list = this.world.host.list();
    this.page?.dispatch({
      is: 'seen',
      seen: { source: '/fees', debts: this.list, complete: true },
    });
  }

  /** The host's answer comes. */
  answer(): void {
    const { asked } = this;
    if (!asked?.answer) return;
    // So does what was told before it.
    this.hear();
    this.asked = undefined;
    const { key } = asked.order;
    this.page?.dispatch(
      'id' in asked.answer
        ? { is: 'answered', key, id: asked.answer.id }
        : { is: 'refused', key, because: asked.answer.refused },
    );
  }

  /** Nobody waits for it any longer; the host may have heard it, or will. */
  timeOut(): void {
    const { asked } = this;
    if (!asked) return;
    // The device may have slept since it was asked, and the request have left only now.
    this.world.drift(asked, this.world.now);
    this.asked = undefined;
    this.page?.dispatch({ is: 'refused', key: asked.order.key, because: 'lost' });
  }
}

/** A patron with some tabs, and a host. */
export class World {
  now = Date.UTC(2026, 10, 22);
  readonly host: Host;
  readonly tabs: Tab[] = [];
  /** Questions nobody waits for any more, that may still reach the host until then. */
  #adrift: { readonly order: Order; readonly until: number }[] = [];
  #keys = 0;

  constructor(
    readonly nature: Nature,
    tabs: number,
    /** The keys of orders are random: so is which of two is the smaller. */
    readonly luck: number,
  ) {
    this.host = new Host(nature, () => this.now);
    while (tabs--) this.tabs.push(new Tab(this));
  }

  /** Nobody waits for it any more, since `at`. */
  drift({ order, answer }: Asked, at: number): void {
    if (!answer) this.#adrift.push({ order, until: at + ON_ITS_WAY });
  }

  /** One of the questions nobody waits for any more is heard by the host. */
  reachLate(dice: number): void {
    const [adrift] = this.#adrift.splice(dice % (this.#adrift.length || 1), 1);
    if (adrift) this.host.ask(adrift.order);
  }

  /** Everything that was told has been heard. */
  hear(): void {
    while (this.tabs.some(({ inbox }) => inbox.length)) for (const tab of this.tabs) tab.hear();
  }

  /** What tills have asked to be read is read: patrons are slower than that. */
  readDue(): void {
    for (const tab of this.tabs) if (tab.due) tab.read();
  }

  pass(milliseconds: number): void {
    // What is on its way within the device, and an answer that there is, come at once.
    for (const tab of milliseconds > 0 ? this.tabs : []) {
      tab.hear();
      tab.answer();
    }
    this.now += milliseconds;
    this.#adrift = this.#adrift.filter(({ until }) => this.now < until);
    this.host.settle();
    // The device may have slept: then the request is given up when it wakes.
    for (const tab of milliseconds > 0 ? this.tabs : []) tab.timeOut();
    // Who stays at the gateway for longer knows as little of the others as a new tab, and is left to the strict hosts.
    for (const tab of this.tabs) {
      if (!this.nature.strict && tab.gateway && !this.host.isOpen(tab.gateway)) tab.back(false);
    }
  }

  /** What keeps a debt, or the till, from being used ends: the earliest of all tabs. */
  endLock(): void {
    const claims = this.tabs.flatMap(({ page }) =>
      page ? [...claimsOf(page.state), ...page.state.otherClaims] : [],
    );
    const ends = claims.map(({ until }) => until - this.now).filter((left) => left > 0);
    if (ends.length) this.pass(Math.min(...ends));
    // Nobody looks at a page for so long, and who comes back to it sees it read anew (host/page-life.ts).
    for (const tab of this.tabs) tab.due = true;
  }

  /** That an earlier payment has failed is read before the next one begins. */
  order(feeIds: readonly string[]): Order {
    const key = String((++this.#keys * this.luck) % 101).padStart(3, '0') + `-${this.#keys}`;
    const lines = feeIds.map((feeId): OrderLine => ({
      feeId,
      amount: 7000 as Ore,
      type: 'fee',
      failed: this.host.failed.has(feeId),
    }));
    const rest = { source: '/fees', returnUrl: '/', language: 'da', channel: 'cms' } as const;
    return { key, lines, requestedAt: this.now, ...rest };
  }

  /** Orders by debt that are paid or may be: never two for one debt. */
  liveOrdersOf(feeId: string): string[] {
    return (
      [...this.host.orders.values()]
        .filter((order) => order.feeIds.includes(feeId) && this.host.isLive(order))
        // What FBS has refused of an order is not charged.
        .filter(({ state }) => state !== 'registered' || !this.host.owed.has(feeId))
        .map(({ id }) => id)
    );
  }

  /** Orders that somebody may be paying at this moment. */
  ordersBeingPaid(): string[] {
    return [...this.host.orders.values()]
      .filter((order) => order.reached && this.host.isOpen(order))
      .map(({ id }) => id);
  }
}
