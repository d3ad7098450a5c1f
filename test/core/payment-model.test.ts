import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  otherTabClaimAt,
  locksAt,
  INITIAL_STATE,
  openOrderAt,
} from '../../src/payment/core/state.js';
import { present } from './given.js';
import { Tab, World, type Nature } from './payment-world.js';

const MINUTE = 60_000;

/** What can happen, by name: what it does to one of the tabs, with a number for whatever there is to choose. */
const EVENTS: Readonly<Record<string, (tab: Tab, dice: number, world: World) => void>> = {
  'pay some': (tab, dice) =>
    tab.pay(tab.choosable().filter((_, index) => ((dice % 7) + 1) & (1 << index))),
  'pay all': (tab) => tab.pay(tab.choosable()),
  'double click': (tab) => {
    const all = tab.choosable();
    tab.pay(all);
    tab.pay(all);
  },
  continue: (tab) => tab.continue(),
  'reach the host': ({ asked }, _, { host }) => {
    if (asked) asked.answer ??= host.ask(asked.order);
  },
  answer: (tab) => tab.answer(),
  'pay, and be sent there': (tab, _, { host }) => {
    tab.pay(tab.choosable());
    if (tab.asked) tab.asked.answer ??= host.ask(tab.asked.order);
    tab.answer();
  },
  'go on, and be sent there': (tab, _, { host }) => {
    tab.continue();
    if (tab.asked) tab.asked.answer ??= host.ask(tab.asked.order);
    tab.answer();
  },
  'go on, and hear nothing': (tab, dice, world) => {
    tab.continue();
    world.pass((dice % 26) * MINUTE);
    world.reachLate(dice);
  },
  'time out': (tab) => tab.timeOut(),
  'reach the host late': (_, dice, world) => world.reachLate(dice),
  'the host forgets its keys': (_, __, { host }) => host.forgetKeys(),
  hear: (tab) => tab.hear(),
  read: (tab) => tab.read(),
  watched: (tab) => tab.page?.dispatch({ is: 'watched' }),
  reload: (tab) => {
    if (tab.page) tab.open();
  },
  crash: (tab) => tab.open(),
  'back from the cache': (tab) => tab.back(true),
  back: (tab) => tab.back(false),
  forward: (tab, _, { host }) => {
    if (tab.forward && host.isOpen(tab.forward)) tab.goTo(tab.forward);
  },
  'pay at the gateway': (tab, _, world) => {
    const { host } = world;
    if (!tab.gateway || !host.isOpen(tab.gateway)) return;
    // A patron who pays is slower than a message.
    world.hear();
    tab.gateway.state = 'accepted';
    tab.gateway.returnedAt = host.now();
    tab.open({ id: tab.gateway.id, result: 'accepted' });
  },
  'pay at the gateway, and nobody returns': ({ gateway }, _, { host }) => {
    if (gateway && host.isOpen(gateway)) gateway.state = 'accepted';
  },
  'cancel at the gateway': (tab, dice, { host }) => {
    if (!tab.gateway || !host.isOpen(tab.gateway)) return;
    const result = dice % 2 ? 'cancelled' : 'failed';
    tab.gateway.state = result;
    tab.open({ id: tab.gateway.id, result });
  },
  'forged return': (tab, dice) => {
    if (tab.page) tab.open({ id: `order ${dice % 4} `, result: 'accepted' });
  },
  register: (_, dice, { host }) => {
    const paid = [...host.orders.values()].filter(({ state }) => state === 'accepted');
    const order = paid[dice % (paid.length || 1)];
    if (order) host.register(order, order.feeIds.slice(dice % 5 ? 0 : dice % 4));
  },
  'another way to the gateway': (tab, dice) => {
    tab.leads = (['there', 'there', 'to an app', 'nowhere'] as const)[dice % 4] ?? 'there';
  },
  'kept here by a policy': (tab) => {
    if (!tab.gateway) tab.page?.dispatch({ is: 'kept here' });
  },
  'the page is seen again': (tab) => tab.page?.dispatch({ is: 'back' }),
  'the storage breaks': (tab, dice) => {
    if (dice % 10 === 0) tab.broken = true;
  },
  'a minute': (_, dice, world) => {
    world.pass((dice % 13) * MINUTE);
  },
  'a lock ends': (_, dice, world) => {
    if (dice % 2 === 0) world.endLock();
  },
};

/** Only a host that refuses what is already being paid can guard against these: nobody is left who knows. */
const NEWCOMERS: typeof EVENTS = {
  'another tab': (_, __, world) => {
    if (world.tabs.length < 4) world.tabs.push(new Tab(world));
  },
  'a crash that takes the memory along': (tab) => {
    tab.memory = undefined;
    tab.open();
  },
  'the tab is duplicated': (tab, _, world) => {
    if (world.tabs.length >= 4) return;
    const copy = new Tab(world);
    copy.memory = tab.memory;
    world.tabs.push(copy);
    copy.open();
  },
};

/**
 * Nobody can tell another patron from a new token of the same one, so the order is let go of: whether it has been paid
 * after all, only the host knows then.
 */
const HANDS: typeof EVENTS = {
  'the token changes hands': ({ page }) => page?.dispatch({ is: 'patron' }),
};

const FEES = ['1', '2', '3'];

function checkMoney(world: World): void {
  // An assertion costs more than the step that it checks: it is made where it is about to fail.
  for (const feeId of FEES) {
    const live = world.liveOrdersOf(feeId);
    if (live.length > 1) expect(live, `debt ${feeId}`).to.have.length.below(2);
  }
}

/** What the patron is told of money holds. */
function checkWords({ tabs, host }: World): void {
  for (const told of tabs.flatMap((tab) => tab.told.splice(0))) {
    if (!('order' in told)) continue;
    const order = present(host.orders.get(told.order.id));
    const owed = told.order.lines.filter(({ feeId }) => host.owed.has(feeId));
    if (told.is === 'receipt') expect([order.state, owed.length]).to.deep.equal(['registered', 0]);
    if (told.is === 'partly') expect(order.state).to.equal('registered');
    if (told.is === 'failed' || told.is === 'cancelled') {
      expect(host.isLive(order), `${told.is}, but it is ${order.state}`).to.be.false;
    }
  }
}

/** Whatever was under way in the pages that are open has ended: answered or not, and heard of. */
function rest(world: World): void {
  for (const tab of world.tabs) {
    tab.timeOut();
    tab.page?.dispatch({ is: 'back' });
  }
  world.hear();
}

/** What one tab keeps from another, it keeps for an order of its own that has not ended. */
function checkLocks(world: World): void {
  rest(world);
  const owned = world.tabs.flatMap((tab) => tab.owns());
  for (const { page } of world.tabs) {
    const keys = page?.state.otherClaims.map(({ key }) => key) ?? [];
    expect(keys.filter((key) => !owned.includes(key))).to.be.empty;
  }
}

/** In the pages that stay open, without a read or a reload, nothing is under way for longer than an order can be paid. */
function checkPatience(world: World): void {
  rest(world);
  world.pass(36 * MINUTE);
  world.hear();
  world.readDue();
  // What a read has shown is told, and heard, before the patron presses again.
  world.hear();
  for (const { page } of world.tabs) {
    page?.dispatch({ is: 'time passes' });
    const { state: till = INITIAL_STATE } = page ?? {};
    expect(openOrderAt(till, world.now), 'open').to.be.undefined;
    expect(otherTabClaimAt(till, world.now), 'elsewhere').to.be.undefined;
    expect([...locksAt(till, world.now).values()]).not.to.include('paying');
  }
  for (const tab of world.tabs) {
    const free = tab.choosable();
    if (!tab.page || tab.broken || !free.length) continue;
    tab.pay(free);
    expect(tab.page.state.current.is).to.equal('starting');
    rest(world);
  }
}

/** A day later, when the host has settled what it had, nothing is locked and everything owed can be paid. */
function checkEnd(world: World): void {
  for (const order of world.host.orders.values()) world.host.register(order);
  rest(world);
  world.pass(25 * 60 * MINUTE);
  for (const tab of world.tabs) {
    tab.open();
    tab.read();
    if (!tab.page || tab.broken) continue;
    const { state: till } = tab.page;
    expect([...locksAt(till, world.now)]).to.be.empty;
    expect([openOrderAt(till, world.now), otherTabClaimAt(till, world.now)]).to.deep.equal([
      undefined,
      undefined,
    ]);
  }
  for (const tab of world.tabs) {
    if (tab.broken || !tab.list.size) continue;
    tab.pay(tab.choosable());
    expect(tab.page?.state.current.is).to.equal('starting');
    expect(tab.asked?.order.lines.length).to.equal(world.host.owed.size);
    tab.timeOut();
    for (const other of world.tabs) other.hear();
  }
}

/** What a payment needs happens more often than what disturbs it: otherwise few stories would get far. */
const OFTEN = ['pay some', 'reach the host', 'answer', 'pay at the gateway', 'register', 'read'];

const story = (events: typeof EVENTS) =>
  fc.array(
    fc.record({
      event: fc.constantFrom(...Object.keys(events), ...OFTEN, ...OFTEN),
      tab: fc.nat(7),
      dice: fc.nat(99),
    }),
    { minLength: 1, maxLength: 50, size: 'max' },
  );

type Happenings = readonly {
  readonly event: string;
  readonly tab: number;
  readonly dice: number;
}[];

function* told(world: World, events: typeof EVENTS, happenings: Happenings): Generator<void> {
  for (const { event, tab, dice } of happenings) {
    events[event]?.(world.tabs[tab % world.tabs.length] as Tab, dice, world);
    if (world.nature.prompt) world.hear();
    world.readDue();
    yield;
  }
}

function prove(
  nature: Nature,
  tabs: number,
  events: typeof EVENTS,
  ends: readonly ((world: World) => void)[] = [checkPatience, checkEnd],
): void {
  const reached = new Set<string>();
  fc.assert(
    fc.property(story(events), fc.integer({ min: 1, max: 100 }), (happenings, luck) => {
      const world = new World(nature, tabs, luck);
      for (const _ of told(world, events, happenings)) {
        checkMoney(world);
        checkWords(world);
        const paying = nature.strict ? [] : world.ordersBeingPaid();
        if (paying.length > 1) expect(paying, 'one at a time').to.have.length.below(2);
        for (const { page } of world.tabs) {
          if (page) reached.add(page.state.current.is);
          for (const { is } of page?.state.notices ?? []) reached.add(is);
        }
        for (const { state } of world.host.orders.values()) reached.add(state);
      }
      for (const check of ends) check(world);
    }),
    { numRuns: 1500 },
  );
  // The stories go everywhere: otherwise they would prove nothing.
  for (const place of ['free', 'starting', 'asked', 'open', 'accepted', 'registered', 'receipt']) {
    expect([...reached]).to.include(place);
  }
}

describe('CONTRACT 6: one payment at a time, whatever happens in which order', () => {
  for (const locks of [true, false]) {
    const where = locks ? 'with Web Locks' : 'without Web Locks';
    for (const tabs of [1, 2, 3]) {
      it(`the widget alone sees to it, ${where}, in ${tabs} tabs`, () => {
        prove({ strict: false, locks }, tabs, EVENTS);
      }).timeout(60_000);
    }
    it(`and to a token that changes hands, ${where}`, () => {
      prove({ strict: true, locks }, 2, { ...EVENTS, ...HANDS });
    }).timeout(60_000);
    it(`a host that refuses as the contract says sees to tabs that came later, ${where}`, () => {
      prove({ strict: true, locks }, 2, { ...EVENTS, ...NEWCOMERS });
    }).timeout(60_000);
  }
});

describe('CONTRACT 4: the patron is never told what is not known', () => {
  it('no receipt for an order that failed, where another tab paid the same debts by another order', () => {
    const world = new World({ strict: true, locks: true }, 2, 1);
    const happenings: [string, number, number][] = [
      ['pay, and be sent there', 0, 0],
      ['pay at the gateway', 0, 0],
      // The library system takes none of it.
      ['register', 0, 95],
      ['a crash that takes the memory along', 1, 0],
      ['read', 1, 0],
      ['pay, and be sent there', 1, 0],
      ['pay at the gateway', 1, 0],
      ['register', 0, 0],
      ['read', 0, 0],
    ];
    const all = happenings.map(([event, tab, dice]) => ({ event, tab, dice }));
    for (const _ of told(world, { ...EVENTS, ...NEWCOMERS }, all));
    expect(world.tabs[0]?.told.map(({ is }) => is)).to.deep.equal(['gone']);
  });
});

describe('CONTRACT 6: cancelled, failed: nothing is locked, in no tab', () => {
  const { 'the storage breaks': _, ...events } = EVENTS;
  for (const tabs of [2, 3]) {
    it(`what has ended in one of ${tabs} tabs is not kept from the others`, () => {
      prove({ strict: false, locks: true, prompt: true }, tabs, events, [checkLocks]);
    }).timeout(60_000);
  }

  it('nor where it ended while the other tab was at the gateway, and its own page was loaded anew since', () => {
    const world = new World({ strict: false, locks: true, prompt: true }, 2, 1);
    const happenings: [string, number][] = [
      ['pay some', 0],
      ['go on, and be sent there', 0],
      ['pay at the gateway', 0],
      ['pay some', 1],
      ['register', 0],
      ['go on, and be sent there', 1],
      ['read', 0],
      ['crash', 0],
      ['pay at the gateway', 1],
    ];
    const all = happenings.map(([event, tab]) => ({ event, tab, dice: 0 }));
    for (const _ of told(world, EVENTS, all));
    expect(world.tabs[0]?.owns()).to.be.empty;
    expect(world.tabs[1]?.owns()).to.have.lengthOf(1);
    checkLocks(world);
  });
});
