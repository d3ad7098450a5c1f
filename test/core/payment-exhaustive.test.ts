import { expect } from '@open-wc/testing';
import type { Claim } from '../../src/payment/core/claims.js';
import { feeIdsOf, type Order } from '../../src/payment/core/order.js';
import { ordersOf, type OrderEntry } from '../../src/payment/core/state.js';
import type { StoredState } from '../../src/payment/core/stored-state.js';
import { NIGHTLY } from '../nightly.js';
import { MINUTE } from './payment-fixtures.js';
import {
  assertLocksEnd,
  assertNoticesTrue,
  assertOnePayment,
  assertPaidEverywhere,
  assertPaidOnce,
  assertPaymentsEnd,
} from './payment-invariants.js';
import { World, type Behaviour, type HostOrder, type Tab } from './payment-world.js';

const DEBTS = ['1', '2'];

interface Step {
  readonly name: string;
  /** Where the event would change nothing, it is not tried. */
  readonly isPossible: (tab: Tab, world: World) => boolean;
  readonly run: (tab: Tab, world: World) => void;
}

const payStep = (...feeIds: string[]): Step => ({
  name: `pay ${feeIds.join(' and ')}`,
  isPossible: (tab, world) => {
    if (!world.lists.some(([, shown]) => feeIds.every((id) => shown?.includes(id) ?? true))) {
      return false;
    }
    const selectable = tab.store ? tab.selectable() : [];
    return feeIds.every((feeId) => selectable.includes(feeId));
  },
  run: (tab, world) => {
    world.createKey = (number) => `${500 + number}`;
    tab.pay(feeIds);
  },
});

/** The key decides which of two tabs stops: with another request on its way, a smaller key is tried too. */
const withSmallerKey = ({ name, isPossible }: Step, ...feeIds: string[]): Step => ({
  name: `${name}, with a smaller key`,
  isPossible: (tab, world) =>
    isPossible(tab, world) && world.tabs.some((other) => other !== tab && other.request),
  run: (tab, world) => {
    world.createKey = (number) => `${500 - number}`;
    tab.pay(feeIds);
  },
});

const CONTINUE: Step = {
  name: 'continue',
  isPossible: ({ store }) => !!store,
  run: (tab) => tab.continue(),
};

/** The payment host answers at once: so more can happen within the same number of steps. */
const leaveStep = ({ name, isPossible, run }: Step): Step => ({
  name: `${name}, and leave`,
  isPossible,
  run: (tab, world) => {
    run(tab, world);
    tab.arrive();
    tab.answer();
  },
});

const orderAt = ({ host }: World, id: string | undefined): HostOrder | undefined => {
  const order = host.orders.get(id ?? '');
  return order && host.isOpen(order) ? order : undefined;
};

const atGateway = ({ gateway }: Tab, world: World): boolean => !!orderAt(world, gateway);

const returnWith = (tab: Tab, world: World, result: 'accepted' | 'cancelled'): void => {
  const orderId = tab.gateway ?? '';
  world.deliverAll();
  world.host.update(orderId, { state: result, returnedAt: world.now });
  tab.open({ orderId, result });
};

const TAB_STEPS: readonly Step[] = [
  payStep('1'),
  payStep('2'),
  payStep('1', '2'),
  withSmallerKey(payStep('1'), '1'),
  withSmallerKey(payStep('2'), '2'),
  withSmallerKey(payStep('1', '2'), '1', '2'),
  CONTINUE,
  leaveStep(payStep('1')),
  leaveStep(payStep('1', '2')),
  leaveStep(CONTINUE),
  {
    name: 'the request arrives',
    isPossible: ({ request }) => !!request && !request.answer,
    run: (tab) => tab.arrive(),
  },
  {
    name: 'the answer arrives',
    isPossible: ({ request }) => !!request?.answer,
    run: (tab) => tab.answer(),
  },
  { name: 'timeout', isPossible: ({ request }) => !!request, run: (tab) => tab.timeOut() },
  {
    name: 'one message arrives',
    isPossible: ({ inbox }) => inbox.length > 0,
    run: (tab) => tab.receive(),
  },
  { name: 'read debts', isPossible: ({ store }) => !!store, run: (tab) => tab.readDebts() },
  { name: 'reload or crash', isPossible: () => true, run: (tab) => tab.open() },
  { name: 'back', isPossible: ({ gateway }) => !!gateway, run: (tab) => tab.back(false) },
  {
    name: 'back from the cache',
    isPossible: ({ gateway }) => !!gateway,
    run: (tab) => tab.back(true),
  },
  {
    name: 'forward',
    isPossible: ({ forward }, world) => !!orderAt(world, forward),
    run: (tab) => tab.goToGateway(tab.forward ?? ''),
  },
  {
    name: 'accepted',
    isPossible: atGateway,
    run: (tab, world) => returnWith(tab, world, 'accepted'),
  },
  {
    name: 'accepted without returning',
    isPossible: atGateway,
    run: ({ gateway = '' }, { host }) => host.update(gateway, { state: 'accepted' }),
  },
  {
    name: 'cancelled',
    isPossible: atGateway,
    run: (tab, world) => returnWith(tab, world, 'cancelled'),
  },
];

const otherThan = (tab: Tab, { tabs }: World): Tab => tabs.find((other) => other !== tab) as Tab;

/** The tab is duplicated, in place of the other tab. */
const COPY: Step = {
  name: 'is copied',
  isPossible: (tab) => !!tab.store,
  run: (tab, world) => {
    const copy = otherThan(tab, world);
    world.deliverAll();
    copy.leave();
    copy.storage = { ...tab.storage };
    copy.open();
  },
};

/** The patron pays in an app, which opens a new page for the result. */
const RETURN_ELSEWHERE: Step = {
  name: 'accepted, and the result is in the other tab',
  isPossible: ({ gateway, forward }, world) => !!orderAt(world, gateway ?? forward),
  run: (tab, world) => {
    const orderId = tab.gateway ?? tab.forward ?? '';
    world.deliverAll();
    const isKnown =
      !!tab.store && ordersOf(tab.store.state).some(({ order }) => order.id === orderId);
    world.host.update(orderId, { state: 'accepted' });
    otherThan(tab, world).open({ orderId, result: 'accepted' });
    if (isKnown) assertPaidEverywhere(world.clone(), orderId);
  },
};

const PUT_BACK: readonly Step[] = [
  {
    name: 'the clock is put right',
    isPossible: (_, { clockError }) => clockError > 0,
    run: (_, world) => void (world.clockError = 0),
  },
  {
    name: 'the clock is put back',
    isPossible: (_, { clockError }) => clockError === 0,
    run: (_, world) => void (world.clockError = -50 * MINUTE),
  },
];

const PUT_FORWARD: Step = {
  name: 'the clock is put forward',
  isPossible: (_, { clockError }) => clockError < 0,
  run: (_, world) => void (world.clockError = 0),
};

const acceptedIn = ({ host }: World): readonly HostOrder[] =>
  [...host.orders.values()].filter(({ state }) => state === 'accepted');

/** FBS takes all debts of an accepted order, or none. */
const registerStep = (index: number, taken?: readonly string[]): Step => ({
  name: taken ? 'FBS takes no debt of an order' : 'FBS registers an order',
  isPossible: (_, world) => !!acceptedIn(world)[index],
  run: (_, world) => world.host.register(acceptedIn(world)[index]?.id ?? '', taken),
});

const lateStep = (index: number): Step => ({
  name: 'a late request arrives',
  isPossible: (_, { lateRequests }) => !!lateRequests[index],
  run: (_, world) => world.arriveLate(index),
});

const WORLD_STEPS: readonly Step[] = [
  ...[0, 1].flatMap((index) => [lateStep(index), registerStep(index), registerStep(index, [])]),
  { name: '16 minutes', isPossible: () => true, run: (_, world) => world.pass(16 * MINUTE) },
  { name: 'the first lock ends', isPossible: () => true, run: (_, world) => world.endLock() },
];

/** Two documents are in one tab. */
const isShared = ({ tabs: [first, second] }: World): boolean => first?.storage === second?.storage;

/**
 * Two worlds with the same text behave alike. Order keys matter only by their sequence, so they are written by first
 * appearance, and their sequence at the end. What no tab refers to any more is left out.
 */
class WorldText {
  readonly #keys = new Map<string, number>();
  readonly #ids = new Map<string, number>();

  constructor(
    readonly world: World,
    readonly swapsTabs: boolean,
    readonly swapsDebts: boolean,
  ) {}

  toString(): string {
    const { tabs, lateRequests } = this.world;
    const ordered = this.swapsTabs ? [...tabs].reverse() : tabs;
    const late = (): string =>
      lateRequests
        .map(({ order, until }) => this.#order(order) + this.#time(until, this.world.now))
        .join();
    const text = `${ordered.map((tab) => this.#tab(tab)).join('|')}|${late()}|${this.#host()}|${this.world.clockError}`;
    // An order that has ended matters only where another tab may still claim it.
    const ended = ordered.map(({ store, stored }) =>
      ((store?.state ?? stored)?.ended ?? [])
        .flatMap((key) => this.#keys.get(key) ?? [])
        .sort()
        .join(''),
    );
    const sequence = [...this.#keys.keys()].sort().map((key) => this.#keys.get(key));
    return `${text}|${ended.join('/')}|${sequence.join('')}`;
  }

  #debts(feeIds: readonly string[]): number {
    let bits = 0;
    for (const feeId of feeIds) bits |= (feeId === '1') !== this.swapsDebts ? 1 : 2;
    return bits;
  }

  /** Times matter only relative to now, up to a day. */
  #time(time: number, now = this.world.now + this.world.clockError): string {
    const minutes = Math.ceil((time - now) / MINUTE);
    const limit = this.world.clockError ? 6000 : 1500;
    return `${Math.max(-limit, Math.min(limit, minutes))},`;
  }

  #key(key: string): number {
    const known = this.#keys.get(key);
    if (known === undefined) this.#keys.set(key, this.#keys.size);
    return known ?? this.#keys.size - 1;
  }

  #id(id: string | undefined): number | '-' {
    if (!id) return '-';
    const known = this.#ids.get(id);
    if (known === undefined) this.#ids.set(id, this.#ids.size);
    return known ?? this.#ids.size - 1;
  }

  #order({ key, id, lines, requestedAt, sources }: Order): string {
    const failed = lines.filter((line) => line.failed);
    const [all, some] = [lines, failed].map((one) => this.#debts(feeIdsOf({ lines: one })));
    return `${this.#key(key)}${this.#id(id)}${all}${some}${this.#time(requestedAt)}${sources.length}`;
  }

  #claim({ key, feeIds, until, inProgress, sent, failed }: Claim): string {
    const debts = `${this.#debts(feeIds)}${this.#debts(failed)}`;
    return `${this.#key(key)}${debts}${+inProgress}${+sent}${this.#time(until)}`;
  }

  #entry(entry: OrderEntry): string {
    const text = entry.is + this.#order(entry.order);
    if (entry.is === 'away') return text + +entry.again;
    if (entry.is !== 'accepted') return text;
    const { at, pending, contested = false } = entry;
    return `${text}${this.#time(at)}${this.#debts(pending)}${+contested}`;
  }

  #stored({ orders, otherClaims }: Pick<StoredState, 'orders' | 'otherClaims'>): string {
    const entries = orders.map((entry) => this.#entry(entry));
    return [...entries, ...otherClaims.map((claim) => `c${this.#claim(claim)}`)].join('');
  }

  #tab({ store, stored, gateway, forward, request, inbox, list }: Tab): string {
    const state = store ? this.#stored({ ...store.state, orders: ordersOf(store.state) }) : '';
    // Where no other document has stored anything, the store has the same.
    const shared = !store || isShared(this.world);
    let text = `${+!!store}${state}g${this.#id(gateway)}${this.#id(forward)}`;
    if (shared && stored) text += `s${this.#stored(stored)}`;
    if (store?.state.notices.some(({ is }) => is === 'unknown')) text += 'u';
    if (request) {
      const { answer } = request;
      text += `r${this.#order(request.order)}`;
      if (answer) text += 'id' in answer ? this.#id(answer.id) : answer.refused;
    }
    for (const message of inbox) {
      const { claim, relayed, released, ended, returned, order } = message;
      if (claim) text += `m${this.#claim(claim)}${+!!relayed}`;
      else if (released) text += `e${this.#key(released)}${+!!ended}`;
      else if (returned) text += `t${this.#id(returned.orderId)}${returned.result}`;
      else text += order ? `o${this.#order(order)}` : 'h';
    }
    for (const [feeId, status] of list) text += `d${this.#debts([feeId])}${+!!status}`;
    return text;
  }

  #host(): string {
    const { host } = this.world;
    let text = '';
    for (const order of host.orders.values()) {
      const { id, key = '', feeIds, state, requestedAt, returnedAt, reached } = order;
      const known = this.#ids.has(id) || this.#keys.has(key);
      if (!known && !host.isLive(order) && !host.isOpen(order)) continue;
      if (known || state !== 'registered') text += `${this.#key(key)}${this.#id(id)}`;
      text += this.#debts(feeIds) + state;
      if (state === 'open') text += this.#time(requestedAt, this.world.now) + +reached;
      if (state === 'accepted') {
        text += this.#time(returnedAt ?? requestedAt, this.world.now) + +!returnedAt;
      }
      text += ';';
    }
    return `${text}${this.#debts([...host.owed])}${this.#debts([...host.failed])}`;
  }
}

/** The worlds that have been reached. Those that differ only in which tab, or which debt, is which are one. */
class KnownWorlds {
  readonly #hashes = new Set<number>();
  count = 0;

  /** Returns whether the world is new. */
  add(world: World): boolean {
    const text = String(new WorldText(world, false, false));
    const own = hash(text);
    // Most worlds are known as they are.
    if (this.#hashes.has(own)) return false;
    const swapped = [
      new WorldText(world, true, false),
      new WorldText(world, false, true),
      new WorldText(world, true, true),
    ].map(String);
    const least = hash([text, ...swapped].reduce((a, b) => (a < b ? a : b)));
    const isNew = !this.#hashes.has(least);
    this.#hashes.add(own).add(least);
    if (isNew) this.count++;
    return isNew;
  }
}

/** 53 bits: among a million texts, the chance of one collision is 1 to 18,000, and it would skip one world. */
function hash(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

interface Node {
  readonly world: World;
  readonly path: Path | undefined;
}
interface Path {
  readonly step: string;
  readonly before: Path | undefined;
}

const describePath = (path: Path | undefined): string =>
  path ? `${describePath(path.before)}\n  ${path.step}` : '';

/** A world that one step leads to, with the steps until then. Throws where something that must hold does not. */
function stepFrom({ world, path }: Node, { name, run }: Step, tab: number): Node {
  const next: Node = { world: world.clone(), path: { step: `tab ${tab}: ${name}`, before: path } };
  try {
    run(next.world.tabs[tab] as Tab, next.world);
    next.world.readDue();
    assertPaidOnce(next.world, DEBTS);
    assertOnePayment(next.world);
    assertNoticesTrue(next.world);
  } catch (failure) {
    throw new Error(`${failure}${describePath(next.path)}`, { cause: failure });
  }
  return next;
}

function assertEnds({ world, path }: Node): void {
  try {
    const copy = world.clone();
    assertPaymentsEnd(copy);
    assertLocksEnd(copy);
  } catch (failure) {
    throw new Error(`${failure}${describePath(path)}`, { cause: failure });
  }
}

/** What has been reached: the states after each number of steps, and the kinds of payments and notices. */
interface Exploration {
  readonly counts: readonly number[];
  readonly kinds: ReadonlySet<string>;
}

/** Explores all worlds that can be reached in this many steps, breadth first. */
function explore(
  start: World,
  depth: number,
  moreTabSteps: readonly Step[],
  moreSteps: readonly Step[],
): Exploration {
  start.deliverAll();
  const known = new KnownWorlds();
  known.add(start);
  const kinds = new Set<string>();
  const counts: number[] = [];
  let level: Node[] = [{ world: start, path: undefined }];
  while (counts.length < depth) {
    const nodes = level;
    level = [];
    for (const node of nodes) {
      const explorePath = (step: Step, tab: number): void => {
        if (!step.isPossible(node.world.tabs[tab] as Tab, node.world)) return;
        const next = stepFrom(node, step, tab);
        if (!known.add(next.world)) return;
        assertEnds(next);
        // The last worlds are not needed any more.
        if (counts.length < depth - 1) level.push(next);
        const currents = next.world.tabs.map(({ store }) => store?.state.current.is ?? 'away');
        kinds.add(currents.sort().join(' '));
        for (const { store } of next.world.tabs) {
          for (const { is } of store?.state.notices ?? []) kinds.add(is);
        }
      };
      for (const step of [...TAB_STEPS, ...moreTabSteps]) {
        for (const tab of [0, 1]) explorePath(step, tab);
      }
      for (const step of [...WORLD_STEPS, ...moreSteps]) explorePath(step, 0);
    }
    counts.push(known.count);
  }
  return { counts, kinds };
}

interface Variant extends Partial<Behaviour> {
  /**
   * The number of steps. One more takes eight times as long, so the two variants with most states have one less. All
   * together take 10 seconds on two idle processors.
   */
  readonly depth: number;
  /** Every night. */
  readonly nightly: number;
  /** Fewer states than this would prove nothing. */
  readonly atLeast: number;
  /** What must have been reached, for the same reason. */
  readonly reaches?: readonly string[];
  readonly prepare?: (world: World) => void;
  readonly tabSteps?: readonly Step[];
  readonly steps?: readonly Step[];
}

const REACHED = [
  ...['idle starting', 'away requested', 'open open'],
  ...['receipt', 'gone', 'failed', 'cancelled', 'elsewhere', 'paid', 'lost'],
];

const VARIANTS: Readonly<Record<string, Variant>> = {
  'with Web Locks': { locks: true, depth: 5, nightly: 7, atLeast: 9_000, reaches: REACHED },
  'without Web Locks': {
    depth: 5,
    nightly: 7,
    atLeast: 30_000,
    reaches: ['starting starting', 'away starting'],
  },
  'two lists': {
    lists: { '/fees?1': ['1'], '/fees?2': ['2'] },
    depth: 5,
    nightly: 6,
    atLeast: 10_000,
  },
  'a page and a frame': {
    prepare: ({ tabs: [page, frame] }) => {
      if (page && frame) frame.storage = page.storage;
    },
    depth: 5,
    nightly: 6,
    atLeast: 40_000,
  },
  'copied tabs': {
    // A tab is copied at any time; the first is a copy of one that is starting a payment.
    prepare: (world) => {
      for (const { run } of [payStep('1'), COPY]) run(world.tabs[0] as Tab, world);
    },
    tabSteps: [COPY],
    depth: 4,
    nightly: 6,
    atLeast: 5_000,
  },
  'a result in another tab': {
    tabSteps: [RETURN_ELSEWHERE],
    depth: 5,
    nightly: 6,
    atLeast: 35_000,
    reaches: ['unknown'],
  },
  'a clock that is put back': {
    prepare: (world) => void (world.clockError = 50 * 60 * MINUTE),
    clockIsPutBack: true,
    steps: PUT_BACK,
    depth: 4,
    nightly: 6,
    atLeast: 5_000,
  },
  // It ends a lock early: no page can tell it from a device that was asleep. The payment host must guard.
  'a clock that is also put forward, and a strict payment host': {
    strict: true,
    clockIsPutBack: true,
    steps: [...PUT_BACK, PUT_FORWARD],
    depth: 4,
    nightly: 5,
    atLeast: 5_000,
  },
};

describe('CONTRACT 6: one payment at a time, for all sequences of events in two tabs', () => {
  for (const [what, variant] of Object.entries(VARIANTS)) {
    const {
      depth: fast,
      nightly,
      atLeast,
      reaches = [],
      prepare,
      tabSteps = [],
      steps = [],
      ...behaviour
    } = variant;
    const depth = NIGHTLY ? nightly : fast;
    it(`${what}, ${depth} steps`, () => {
      const start = new World({ strict: false, locks: false, ...behaviour }, 2, undefined, DEBTS);
      prepare?.(start);
      const began = performance.now();
      const { counts, kinds } = explore(start, depth, tabSteps, steps);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`Payment states, ${what}, after each step: ${counts.join(', ')} (${seconds} s)`);
      expect(counts.at(-1)).to.be.above(atLeast);
      expect([...kinds]).to.include.members(reaches);
    }).timeout(600_000);
  }
});
