import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { MINUTE } from './payment-fixtures.js';
import {
  assertLocksEnd,
  assertLocksOwned,
  assertNoticesTrue,
  assertOnePayment,
  assertPaidOnce,
  assertPayable,
  assertPaymentsEnd,
} from './payment-invariants.js';
import { World, type Behaviour, type Tab } from './payment-world.js';

type Event = (tab: Tab, choice: number, world: World) => void;

/** What happens to a tab, by name. `choice` makes the choices. */
const EVENTS: Readonly<Record<string, Event>> = {
  'pay some': (tab, choice) =>
    tab.pay(tab.selectable().filter((_, index) => ((choice % 7) + 1) & (1 << index))),
  'pay all': (tab) => tab.pay(tab.selectable()),
  'double click': (tab) => {
    const all = tab.selectable();
    tab.pay(all);
    tab.pay(all);
  },
  continue: (tab) => tab.continue(),
  'request arrives': (tab) => tab.arrive(),
  answer: (tab) => tab.answer(),
  'pay and leave': (tab) => {
    tab.pay(tab.selectable());
    tab.arrive();
    tab.answer();
  },
  'continue and leave': (tab) => {
    tab.continue();
    tab.arrive();
    tab.answer();
  },
  'continue without an answer': (tab, choice, world) => {
    tab.continue();
    world.pass((choice % 26) * MINUTE);
    world.arriveLate(choice);
  },
  timeout: (tab) => tab.timeOut(),
  'late request arrives': (_, choice, world) => world.arriveLate(choice),
  'the host forgets its keys': (_, __, { host }) => host.forgetKeys(),
  'messages arrive': (tab) => tab.receiveAll(),
  'read debts': (tab) => tab.readDebts(),
  'the watch ends': (tab) => tab.store?.dispatch({ type: 'watchEnded' }),
  reload: (tab) => {
    if (tab.store) tab.open();
  },
  crash: (tab) => tab.open(),
  'back from the cache': (tab) => tab.back(true),
  back: (tab) => tab.back(false),
  forward: (tab, _, { host }) => {
    const order = host.orders.get(tab.forward ?? '');
    if (order && host.isOpen(order)) tab.goToGateway(order.id);
  },
  'pay at the gateway': (tab, _, world) => {
    const order = world.host.orders.get(tab.gateway ?? '');
    if (!order || !world.host.isOpen(order)) return;
    // Patrons are slower than messages.
    world.deliverAll();
    world.host.update(order.id, { state: 'accepted', returnedAt: world.now });
    tab.open({ orderId: order.id, result: 'accepted' });
  },
  'pay at the gateway without returning': ({ gateway }, _, { host }) => {
    const order = host.orders.get(gateway ?? '');
    if (order && host.isOpen(order)) host.update(order.id, { state: 'accepted' });
  },
  'cancel at the gateway': (tab, choice, { host }) => {
    const order = host.orders.get(tab.gateway ?? '');
    if (!order || !host.isOpen(order)) return;
    const result = choice % 2 ? 'cancelled' : 'failed';
    host.update(order.id, { state: result });
    tab.open({ orderId: order.id, result });
  },
  'forged return': (tab, choice) => {
    if (tab.store) tab.open({ orderId: `order ${choice % 4} `, result: 'accepted' });
  },
  register: (_, choice, { host }) => {
    const paid = [...host.orders.values()].filter(({ state }) => state === 'accepted');
    const order = paid[choice % (paid.length || 1)];
    if (order) host.register(order.id, order.feeIds.slice(choice % 5 ? 0 : choice % 4));
  },
  'another navigation': (tab, choice) => {
    const ways = ['leaves', 'leaves', 'opens an app', 'is blocked'] as const;
    tab.navigation = ways[choice % 4] ?? 'leaves';
  },
  'a policy blocks the navigation': (tab) => {
    if (!tab.gateway) tab.store?.dispatch({ type: 'navigationBlocked' });
  },
  'the page is shown': (tab) => tab.store?.dispatch({ type: 'pageShown' }),
  'storage fails': (tab, choice) => {
    if (choice % 10 === 0) tab.storageFails = true;
  },
  'some minutes': (_, choice, world) => world.pass((choice % 13) * MINUTE),
  'a lock ends': (_, choice, world) => {
    if (choice % 2 === 0) world.endLock();
  },
};

/** Only a strict payment host can guard against these: the widget no longer knows of the orders. */
const NEW_TABS: typeof EVENTS = {
  'another tab': (_, __, world) => {
    if (world.tabs.length < 4) world.addTab().open();
  },
  'a crash that loses the stored state': (tab) => {
    tab.stored = undefined;
    tab.open();
  },
  'the tab is duplicated': (tab, _, world) => {
    if (world.tabs.length >= 4) return;
    const copy = world.addTab();
    copy.open();
    copy.stored = tab.stored;
    copy.open();
  },
};

/** Another patron and a new token of the same patron look alike, so only the host knows whether the order is paid. */
const PATRON_CHANGE: typeof EVENTS = {
  'another patron': ({ store }, choice) =>
    store?.dispatch({ type: 'patronSet', patron: `${choice % 3}` }),
};

/** What a payment needs happens more often than what disturbs it: otherwise few runs would get far. */
const FREQUENT = [
  'pay some',
  'request arrives',
  'answer',
  'pay at the gateway',
  'register',
  'read debts',
];

const runOf = (events: typeof EVENTS) =>
  fc.array(
    fc.record({
      event: fc.constantFrom(...Object.keys(events), ...FREQUENT, ...FREQUENT),
      tab: fc.nat(7),
      choice: fc.nat(99),
    }),
    { minLength: 1, maxLength: 50, size: 'max' },
  );

type Run = readonly { readonly event: string; readonly tab: number; readonly choice: number }[];

function* steps(world: World, events: typeof EVENTS, run: Run): Generator<void> {
  for (const { event, tab, choice } of run) {
    events[event]?.(world.tabs[tab % world.tabs.length] as Tab, choice, world);
    if (world.behaviour.prompt) world.deliverAll();
    world.readDue();
    yield;
  }
}

const keysInSteps =
  (step: number) =>
  (number: number): string =>
    String((number * step) % 101).padStart(3, '0') + `-${number}`;

function check(
  behaviour: Behaviour,
  tabs: number,
  events: typeof EVENTS,
  finalChecks: readonly ((world: World) => void)[] = [
    assertPaymentsEnd,
    assertPayable,
    assertLocksEnd,
  ],
): void {
  const reached = new Set<string>();
  fc.assert(
    fc.property(runOf(events), fc.integer({ min: 1, max: 100 }), (run, step) => {
      const world = new World(behaviour, tabs, keysInSteps(step));
      for (const _ of steps(world, events, run)) {
        assertPaidOnce(world, ['1', '2', '3']);
        assertNoticesTrue(world);
        assertOnePayment(world);
        for (const { store } of world.tabs) {
          if (store) reached.add(store.state.current.is);
          for (const { is } of store?.state.notices ?? []) reached.add(is);
        }
        for (const { state } of world.host.orders.values()) reached.add(state);
      }
      for (const finalCheck of finalChecks) finalCheck(world);
    }),
    { numRuns: 1500 },
  );
  // Otherwise the runs would prove nothing.
  expect([...reached]).to.include.members([
    ...['idle', 'starting', 'requested', 'open', 'accepted', 'registered', 'receipt'],
  ]);
}

describe('CONTRACT 6: one payment at a time, for any sequence of events', () => {
  for (const locks of [true, false]) {
    const where = locks ? 'with Web Locks' : 'without Web Locks';
    for (const tabs of [1, 2, 3]) {
      it(`by the widget alone, ${where}, in ${tabs} tabs`, () => {
        check({ strict: false, locks }, tabs, EVENTS);
      }).timeout(60_000);
    }
    it(`with a change of patron and a strict payment host, ${where}`, () => {
      check({ strict: true, locks }, 2, { ...EVENTS, ...PATRON_CHANGE });
    }).timeout(60_000);
    it(`with new tabs and a strict payment host, ${where}`, () => {
      check({ strict: true, locks }, 2, { ...EVENTS, ...NEW_TABS });
    }).timeout(60_000);
  }
});

describe('CONTRACT 4: notices say only what is known', () => {
  it('no receipt for a failed order when another tab paid the same debts with another order', () => {
    const world = new World({ strict: true, locks: true }, 2);
    const run: [string, number, number][] = [
      ['pay and leave', 0, 0],
      ['pay at the gateway', 0, 0],
      // FBS takes none of the debts.
      ['register', 0, 95],
      ['a crash that loses the stored state', 1, 0],
      ['read debts', 1, 0],
      ['pay and leave', 1, 0],
      ['pay at the gateway', 1, 0],
      ['register', 0, 0],
      ['read debts', 0, 0],
    ];
    const all = run.map(([event, tab, choice]) => ({ event, tab, choice }));
    for (const _ of steps(world, { ...EVENTS, ...NEW_TABS }, all));
    expect(world.tabs[0]?.shown.map(({ is }) => is)).to.deep.equal(['gone']);
  });
});

describe('CONTRACT 6: a cancelled or failed order locks nothing in any tab', () => {
  const { 'storage fails': _, ...events } = EVENTS;
  for (const tabs of [2, 3]) {
    it(`an order that has ended in one of ${tabs} tabs locks nothing in the others`, () => {
      check({ strict: false, locks: true, prompt: true }, tabs, events, [assertLocksOwned]);
    }).timeout(60_000);
  }

  it('also when it ended while the other tab was at the gateway, and its own page was reloaded', () => {
    const world = new World({ strict: false, locks: true, prompt: true }, 2);
    const run: [string, number][] = [
      ['pay some', 0],
      ['continue and leave', 0],
      ['pay at the gateway', 0],
      ['pay some', 1],
      ['register', 0],
      ['continue and leave', 1],
      ['read debts', 0],
      ['crash', 0],
      ['pay at the gateway', 1],
    ];
    const all = run.map(([event, tab]) => ({ event, tab, choice: 0 }));
    for (const _ of steps(world, EVENTS, all));
    expect(world.tabs[0]?.claimedKeys()).to.be.empty;
    expect(world.tabs[1]?.claimedKeys()).to.have.lengthOf(1);
    assertLocksOwned(world);
  });
});
