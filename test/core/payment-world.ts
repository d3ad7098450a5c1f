import { TillKeeper } from '../../src/payment/till-keeper.js';
import { rememberedOf, resumed, locksAt, type Claim, type Told } from '../../src/payment/till.js';
import { feeIdsOf, type Line, type Order } from '../../src/payment/order.js';
import type { PaymentStatus } from '../../src/debts/debt.js';
import type { Ore } from '../../src/units/ore.js';

/** What a world is like, beside what happens in it. */
export interface Nature {
  /** The host refuses an order for what another live order has (CONTRACT 6: 409). */
  readonly strict: boolean;
  /** The browser has Web Locks. */
  readonly locks: boolean;
}

const MINUTE = 60_000;
/** What README asks of the host: no order is accepted later than this after it was last asked for. */
const HOST_OPEN_FOR = 30 * MINUTE;

interface HostOrder {
  readonly id: string;
  readonly feeIds: readonly string[];
  state: 'open' | 'cancelled' | 'failed' | 'accepted' | 'registered';
  askedAt: number;
  acceptedAt?: number;
  /** Some browser has been there: before that nobody can pay it. */
  reached: boolean;
}

type HostAnswer = { id: string } | { refused: 'paying' | 'paid' };

/** The library's server, the gateway and FBS behind it. */
export class Host {
  readonly orders = new Map<string, HostOrder>();
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

  ask({ key, lines }: Order): HostAnswer {
    const known = this.orders.get(key);
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
    this.orders.set(key, order);
    return order;
  }

  accept(order: HostOrder): void {
    order.state = 'accepted';
    order.acceptedAt = this.now();
  }

  /** What README asks of the host: after this time it has settled what was accepted. */
  settle(): void {
    for (const order of this.orders.values()) {
      if (this.now() >= (order.acceptedAt ?? Infinity) + HOST_OPEN_FOR) this.register(order, true);
    }
  }

  /** FBS takes it; or does not, and then nothing is captured. */
  register(order: HostOrder, takes: boolean): void {
    if (order.state !== 'accepted') return;
    order.state = takes ? 'registered' : 'failed';
    for (const feeId of order.feeIds) {
      if (takes) this.owed.delete(feeId);
      else this.failed.add(feeId);
    }
  }

  /** "failed" stays on a debt, also when a new payment of it has begun: hosts may be careless. */
  list(): Map<string, PaymentStatus | undefined> {
    return new Map([...this.owed].map((id) => [id, this.failed.has(id) ? 'failed' : undefined]));
  }
}

type Message = { claim: Claim } | { released: string };

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
  /** The page that is open; none while the tab is at the gateway. */
  page: TillKeeper | undefined;
  /** The page in the back-forward cache. */
  frozen: TillKeeper | undefined;
  gateway: HostOrder | undefined;
  /** Where Forward leads. */
  forward: HostOrder | undefined;
  asked: Asked | undefined;
  inbox: Message[] = [];
  list: Map<string, PaymentStatus | undefined>;
  /** Everything the patron was ever told. */
  readonly told: Told[] = [];

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
    const remembered = this.memory
      ? JSON.parse(this.memory)
      : { current: { is: 'free' }, accepted: [], others: [] };
    this.page = this.#keeper(remembered);
    if (returned) this.page.happen({ is: 'returned', ...returned });
    this.#arrive(this.page);
  }

  #arrive(page: TillKeeper): void {
    page.tellAll();
    for (const tab of this.world.tabs) if (tab !== this) tab.page?.tellAll();
  }

  #keeper(remembered: Parameters<typeof resumed>[0]): TillKeeper {
    const { world } = this;
    const page: TillKeeper = new TillKeeper(resumed(remembered, world.now), {
      now: () => world.now,
      remember: (till) => {
        if (this.broken) return false;
        const left = rememberedOf(till);
        this.memory = left && JSON.stringify(left);
        return true;
      },
      tellOthers: (message) => {
        for (const tab of world.tabs) if (tab !== this && tab.page) tab.inbox.push(message);
      },
      ask: () => {
        const { current } = page.till;
        if (current.is === 'starting') this.asked = { order: current.order };
      },
      go: () => {
        const { current } = page.till;
        if (current.is !== 'away') return;
        const order = world.host.orders.get(current.order.key);
        if (order) this.goTo(order);
      },
      read: () => undefined,
      show: () => this.told.push(...page.till.told),
    });
    return page;
  }

  goTo(order: HostOrder): void {
    order.reached = true;
    const { page } = this;
    this.leave();
    this.frozen = page;
    this.gateway = order;
  }

  /** The page is left: its request is not answered any more, though the host may hear it. */
  leave(): void {
    if (this.asked && !this.asked.answer) this.world.adrift.push(this.asked.order);
    this.asked = undefined;
    this.inbox = [];
    this.page = this.frozen = this.forward = undefined;
  }

  /** Back from the gateway: from the back-forward cache, where that has it. */
  back(cached: boolean): void {
    const { frozen, gateway } = this;
    if (!gateway) return;
    if (cached && frozen) {
      this.gateway = undefined;
      this.page = frozen;
      frozen.happen({ is: 'back' });
      this.#arrive(frozen);
    } else this.open();
    this.forward = gateway;
  }

  hear(): void {
    for (const message of this.inbox.splice(0)) {
      this.page?.happen(
        'claim' in message
          ? { is: 'heard', claim: message.claim }
          : { is: 'released', key: message.released },
      );
    }
  }

  /** What can be chosen on the screen. */
  choosable(): string[] {
    const locks = this.page ? locksAt(this.page.till, this.world.now) : new Map();
    return [...this.list.keys()].filter((feeId) => !locks.has(feeId));
  }

  pay(feeIds: readonly string[]): void {
    const { page, world } = this;
    if (!page || !feeIds.length) return;
    if (world.nature.locks) {
      // A lock is slower than a message.
      this.hear();
      const taken = world.tabs.some(
        (tab) => tab !== this && tab.page?.till.current.is === 'starting',
      );
      if (taken) return page.happen({ is: 'taken' });
    }
    page.happen({ is: 'start', order: world.order(feeIds, this.list) });
  }

  continue(): void {
    const { page, world } = this;
    if (world.nature.locks) {
      this.hear();
      if (world.tabs.some((tab) => tab !== this && tab.page?.till.current.is === 'starting')) {
        return page?.happen({ is: 'taken' });
      }
    }
    page?.happen({ is: 'continue' });
  }

  read(): void {
    this.list = this.world.host.list();
    this.page?.happen({
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
    this.page?.happen(
      'id' in asked.answer
        ? { is: 'answered', key, id: asked.answer.id }
        : { is: 'refused', key, because: asked.answer.refused },
    );
  }

  /** Nobody waits for it any longer; the host may have heard it, or will. */
  timeOut(): void {
    const { asked } = this;
    if (!asked) return;
    if (!asked.answer) this.world.adrift.push(asked.order);
    this.asked = undefined;
    this.page?.happen({ is: 'refused', key: asked.order.key, because: 'lost' });
  }
}

/** A patron with some tabs, and a host. */
export class World {
  now = Date.UTC(2026, 10, 22);
  readonly host: Host;
  readonly tabs: Tab[] = [];
  /** Questions nobody waits for any more, that may still reach the host. */
  readonly adrift: Order[] = [];
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

  order(feeIds: readonly string[], list: Tab['list']): Order {
    const key = String((++this.#keys * this.luck) % 101).padStart(3, '0') + `-${this.#keys}`;
    const lines = feeIds.map((feeId): Line => ({
      feeId,
      amount: 7000 as Ore,
      type: 'fee',
      failed: list.get(feeId) === 'failed',
    }));
    const rest = { source: '/fees', returnUrl: '/', language: 'da', channel: 'cms' } as const;
    return { key, lines, at: this.now, ...rest };
  }

  /** Orders by debt that are paid or may be: never two for one debt. */
  liveOrdersOf(feeId: string): string[] {
    return [...this.host.orders.values()]
      .filter((order) => order.feeIds.includes(feeId) && this.host.isLive(order))
      .map(({ id }) => id);
  }
}
