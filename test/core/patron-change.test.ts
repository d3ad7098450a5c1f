import { expect } from '@open-wc/testing';
import { claimsOf, type Claim, type Lock } from '../../src/payment/core/claims.js';
import { PaymentStore } from '../../src/payment/core/payment-store.js';
import { stateForPatron } from '../../src/payment/core/patron-change.js';
import { reduce, type Action } from '../../src/payment/core/reducer.js';
import { claimedLocksAt, openOrderAt, otherTabClaimAt } from '../../src/payment/core/selectors.js';
import {
  ACCEPTED_LIFETIME,
  INITIAL_STATE,
  ORDER_LIFETIME,
  type PaymentState,
} from '../../src/payment/core/state.js';
import { fromStoredState, toStoredState } from '../../src/payment/core/stored-state.js';
import type { Ore } from '../../src/util/ore.js';
import { claimOf, NOW, orderOf, sentOrderOf, stateWith } from './payment-fixtures.js';

const ACCEPTED = {
  is: 'accepted',
  order: sentOrderOf({ key: 'k0' }, ['3', '4']),
  at: NOW,
  watched: true,
  pending: ['4'],
} as const;
const RECEIPT = { is: 'receipt', order: sentOrderOf(), amount: 14_000 as Ore, at: NOW } as const;

/** The orders are Astrid’s. */
const asAstrid = (state: PaymentState): PaymentState =>
  reduce(state, { type: 'patronSet', patron: 'astrid' }, NOW).state;

/** Each state, and the lock that the next patron finds on its debts. */
const STATES: Record<string, readonly [PaymentState, Lock | undefined]> = {
  idle: [INITIAL_STATE, undefined],
  // The browser has not left, so no payment is possible.
  starting: [stateWith({ current: { is: 'starting', order: orderOf() } }), undefined],
  requested: [stateWith({ current: { is: 'requested', order: orderOf() } }), undefined],
  'starting again': [stateWith({ current: { is: 'starting', order: sentOrderOf() } }), 'paying'],
  away: [stateWith({ current: { is: 'away', order: sentOrderOf(), again: false } }), 'paying'],
  'away again': [
    stateWith({ current: { is: 'away', order: sentOrderOf(), again: true } }),
    'paying',
  ],
  open: [stateWith({ current: { is: 'open', order: sentOrderOf() } }), 'paying'],
  accepted: [
    stateWith({ accepted: [{ ...ACCEPTED, order: sentOrderOf(), pending: ['1', '2'] }] }),
    'registering',
  ],
};

const CHANGED: Action = { type: 'patronSet', patron: 'bo' };
const changed = (before: PaymentState, now = NOW): PaymentState =>
  reduce(before, CHANGED, now).state;

const start = (feeIds: string[], at = NOW): Action => ({
  type: 'start',
  order: orderOf({ key: 'k2', requestedAt: at }, feeIds),
});

/** `1 paying, 2 paying` */
const locksIn = (after: PaymentState, now = NOW): string =>
  [...claimedLocksAt(after, now)].map(([feeId, lock]) => `${feeId} ${lock}`).join(', ');

const restored = (before: PaymentState): PaymentState =>
  fromStoredState(JSON.parse(JSON.stringify(toStoredState(before) ?? null)), NOW);

describe('CONTRACT 7: another patron', () => {
  for (const [state, [before, lock]] of Object.entries(STATES)) {
    describe(state, () => {
      const noticed = asAstrid({ ...before, notices: [{ is: 'lost' }, RECEIPT] });
      const after = changed(noticed);

      it('nothing is shown or continued', () => {
        expect(after.notices).to.deep.equal([]);
        expect(after.current).to.deep.equal({ is: 'idle' });
        expect(after.accepted).to.deep.equal([]);
        expect(openOrderAt(after, NOW)).to.be.undefined;
        expect(otherTabClaimAt(after, NOW), 'nor shown as another tab’s').to.be.undefined;
        expect(reduce(noticed, CHANGED, NOW).effects, 'no effects').to.be.empty;
        expect(JSON.stringify(after)).not.to.match(/L-1|amount|order/);
      });

      it('another payment can start', () => {
        const next = reduce(after, start(['7']), NOW);
        expect([next.state.current.is, ...next.effects]).to.deep.equal([
          'starting',
          'requestPayment',
        ]);
        expect(next.state.current).to.have.nested.property('order.key', 'k2');
      });

      const locks = lock && `1 ${lock}, 2 ${lock}`;
      it(locks ? `its debts are locked: ${locks}` : 'no debt is locked', () => {
        expect(locksIn(after)).to.equal(locks ?? '');
        for (const feeIds of [['1'], ['2', '7']]) {
          const next = reduce(after, start(feeIds), NOW);
          if (locks) {
            expect(next.state.current.is).to.equal('idle');
            expect(next.state.notices).to.deep.equal([{ is: 'paying' }]);
          } else expect(next.effects).to.deep.equal(['requestPayment']);
        }
      });

      if (lock) {
        const end = NOW + (lock === 'paying' ? ORDER_LIFETIME : ACCEPTED_LIFETIME);
        it('until the claim ends', () => {
          expect(locksIn(after, end - 1)).to.equal(locks);
          expect(locksIn(after, end)).to.equal('');
          expect(reduce(after, start(['1', '2'], end), end).effects).to.deep.equal([
            'requestPayment',
          ]);
          expect(reduce(after, { type: 'timeElapsed' }, end).state).to.deep.equal({
            ...INITIAL_STATE,
            patron: 'bo',
          });
        });

        it('also while the next patron pays', () => {
          const { state: paying } = reduce(after, start(['7']), NOW);
          const { state: away } = reduce(
            paying,
            { type: 'started', key: 'k2', orderId: 'L-2' },
            NOW,
          );
          for (const each of [paying, away]) expect(locksIn(each)).to.equal(locks);
          const { state: free } = reduce(
            away,
            { type: 'returned', orderId: 'L-2', result: 'failed' },
            NOW,
          );
          expect(locksIn(free)).to.equal(locks);
        });
      }

      it('a late answer or return is ignored', () => {
        for (const action of [
          { type: 'started', key: 'k1', orderId: 'L-1' },
          { type: 'refused', key: 'k1', reason: 'paid' },
          { type: 'returned', orderId: 'L-1', result: 'accepted' },
          { type: 'returned', orderId: 'L-1', result: 'cancelled' },
          { type: 'pageShown' },
          { type: 'continue' },
          { type: 'watchEnded' },
          { type: 'loggedOut' },
          { type: 'debtsRead', read: { source: '/fees', debts: new Map(), complete: true } },
        ] as const satisfies readonly Action[]) {
          const next = reduce(after, action, NOW);
          const noticed = next.state.notices.filter(({ is }) => is !== 'unknown');
          expect(noticed, action.type).to.deep.equal([]);
          expect(next.state.current.is, action.type).to.equal('idle');
          expect(next.state.accepted, action.type).to.deep.equal([]);
          expect(next.effects, action.type).to.be.empty;
        }
      });

      it('the locks survive a reload', () => {
        expect(locksIn(restored(after))).to.equal(locks ?? '');
        expect(restored(after).current.is).to.equal('idle');
        expect(
          toStoredState(after) === undefined,
          'nothing is stored where nothing is locked',
        ).to.equal(!lock);
      });

      it('and another change of patron, with or without a reload between', () => {
        for (const twice of [changed(after), changed(restored(after)), restored(changed(after))]) {
          expect(locksIn(twice)).to.equal(locks ?? '');
          expect(twice.otherClaims).to.deep.equal(after.otherClaims);
        }
      });

      it('the other tabs are notified', () => {
        const messages: object[] = [];
        let stored: PaymentState | undefined;
        const store = new PaymentStore(asAstrid(before), {
          now: () => NOW,
          persist: (state) => {
            stored = state;
            return true;
          },
          notifyTabs: (message) => messages.push(message),
          requestPayment: () => undefined,
          navigate: () => undefined,
          refreshFees: () => undefined,
          onChange: () => undefined,
        });
        store.dispatch(CHANGED);
        expect(stored, 'and the tab’s next page').to.deep.equal(store.state);
        const [message, ...others] = messages as { claim?: Claim; released?: string }[];
        expect(others).to.deep.equal([]);
        if (lock) {
          expect(message?.claim).to.deep.include({
            key: 'k1',
            feeIds: ['1', '2'],
            inProgress: false,
          });
        } else if (before.current.is !== 'idle')
          expect(message).to.deep.equal({ released: 'k1', ended: false });
        else expect(message).to.be.undefined;
        store.dispatch(CHANGED);
        expect(messages.length, 'once').to.equal(message ? 1 : 0);
      });
    });
  }
});

describe('CONTRACT 7: another patron, in the other tabs', () => {
  const [open] = STATES['open'] as readonly [PaymentState, Lock];
  const [locking] = claimsOf(changed(asAstrid(open))) as [Claim];
  const [paying] = claimsOf(open) as [Claim];

  /** A tab that had the claim of the payment before the patron changed. */
  const other = reduce(
    reduce(INITIAL_STATE, { type: 'claimReceived', claim: paying }, NOW).state,
    { type: 'claimReceived', claim: locking },
    NOW,
  ).state;

  it('no tab is paying any more, and the debts stay locked', () => {
    expect(otherTabClaimAt(other, NOW)).to.be.undefined;
    expect(locksIn(other)).to.equal('1 paying, 2 paying');
    expect(reduce(other, start(['7']), NOW).effects).to.deep.equal(['requestPayment']);
    expect(reduce(other, start(['1']), NOW).effects).to.deep.equal(['refreshFees']);
  });

  it('a late claim of the payment is ignored', () => {
    const late = reduce(other, { type: 'claimReceived', claim: paying }, NOW).state;
    expect(otherTabClaimAt(late, NOW)).to.be.undefined;
    expect(locksIn(late)).to.equal('1 paying, 2 paying');
  });

  it('the payment of another tab locks its debts only', () => {
    const others = [claimOf(), claimOf({ key: 'k8', feeIds: ['8'], inProgress: false })];
    const after = changed(asAstrid(stateWith({ otherClaims: others })));
    expect(after.otherClaims.map(({ key }) => key)).to.deep.equal(['k9', 'k8']);
    expect(otherTabClaimAt(after, NOW)).to.be.undefined;
    // It may still be cancelled.
    expect(locksIn(after)).to.include('8 registering').and.to.include('9 paying');
    expect(locksIn(restored(after)), 'also in the next page').to.include('9 paying');
    expect(otherTabClaimAt(restored(after), NOW)).to.be.undefined;
    expect(reduce(after, start(['7']), NOW).effects).to.deep.equal(['requestPayment']);
    expect(claimsOf(after), 'not announced as its own').to.be.empty;
  });

  it('a third tab is still locked out when a tab with another patron repeats the claim', () => {
    const third = reduce(INITIAL_STATE, { type: 'claimReceived', claim: paying }, NOW).state;
    const [claim] = changed(asAstrid(third)).otherClaims as [Claim];
    const { state } = reduce(third, { type: 'claimReceived', claim }, NOW);
    expect(otherTabClaimAt(state, NOW)?.key).to.equal('k1');
  });

  it('the payment of another tab goes on there when a third tab is told of it', () => {
    const { otherClaims } = changed(asAstrid(stateWith({ otherClaims: [paying] })));
    const [claim] = otherClaims as [Claim];
    const { state } = reduce(asAstrid(open), { type: 'claimReceived', claim }, NOW);
    expect(state.current.is).to.equal('open');
  });

  it('each order is stored with its patron: another document may have another one', () => {
    const hers = asAstrid(stateWith({ accepted: [ACCEPTED] }));
    expect(hers.accepted.map(({ order }) => order.patron)).to.deep.equal(['astrid']);
    const next = restored(hers);
    expect(next.patron).to.be.undefined;
    expect(asAstrid(next).accepted).to.deep.equal(hers.accepted);
    const his = changed(next);
    expect([his.accepted, his.notices, his.patron]).to.deep.equal([[], [], 'bo']);
    expect(locksIn(his)).to.equal('4 registering');
  });

  it('before any token, only an order without one is shown', () => {
    const both = stateWith({
      accepted: [
        ACCEPTED,
        { ...ACCEPTED, order: sentOrderOf({ patron: 'astrid' }), pending: ['1'] },
      ],
    });
    const shown = stateForPatron(both);
    expect(shown.accepted).to.have.length(1);
    expect(locksIn(shown)).to.include('1 registering').and.to.include('4 registering');
    const open = stateWith({ current: { is: 'open', order: sentOrderOf({ patron: 'astrid' }) } });
    expect(reduce(open, start(['7']), NOW).effects, 'and others start').to.deep.equal([
      'requestPayment',
    ]);
  });

  it('an order belongs to whoever has logged in when it is started', () => {
    const { state } = reduce(asAstrid(INITIAL_STATE), start(['7']), NOW);
    expect(state.current).to.have.nested.property('order.patron', 'astrid');
  });

  it('a patron may own orders with other labels, which change to the present one', () => {
    const before = stateWith({ current: { is: 'open', order: sentOrderOf({ patron: 'old' }) } });
    const owns = (patron: string): boolean => patron === 'old';
    const { state } = reduce(before, { type: 'patronSet', patron: 'new', owns }, NOW);
    expect(state.current).to.have.nested.property('order.patron', 'new');
  });

  it('what was noticed, or is paid in another tab, is hidden with any order of another patron', () => {
    const hers = sentOrderOf({ patron: 'astrid' });
    for (const different of [
      { accepted: [{ ...ACCEPTED, order: hers }] },
      { current: { is: 'open', order: hers } },
    ] as const) {
      const before = stateWith({
        ...different,
        notices: [{ is: 'lost' }],
        otherClaims: [claimOf()],
      });
      expect(changed(before).notices).to.be.empty;
      expect(otherTabClaimAt(changed(before), NOW)).to.be.undefined;
    }
  });

  it('what was noticed before the first token stays', () => {
    const unknown = { is: 'unknown', orderId: 'L-7', result: 'accepted' } as const;
    const cancelled = {
      ...RECEIPT,
      is: 'cancelled',
      order: sentOrderOf({ patron: 'astrid' }),
    } as const;
    const notices = [unknown, cancelled];
    expect(asAstrid(stateWith({ notices })).notices).to.deep.equal(notices);
    expect(changed(stateWith({ notices })).notices).to.deep.equal([unknown]);
    expect(changed(asAstrid(stateWith({ notices }))).notices).to.deep.equal([]);
  });

  it('each of several orders, once', () => {
    const before = asAstrid(
      stateWith({
        current: { is: 'open', order: sentOrderOf() },
        accepted: [ACCEPTED],
        otherClaims: [claimOf()],
      }),
    );
    const after = changed(changed(before));
    expect(after.otherClaims.map(({ key }) => key).sort()).to.deep.equal(['k0', 'k1', 'k9']);
    expect(locksIn(after)).to.include('4 registering').and.to.include('1 paying');
    expect(locksIn(after), 'registered already').not.to.include('3');
  });

  it('an earlier failure of a debt is kept', () => {
    const lines = orderOf().lines.map((line) => ({ ...line, failed: line.feeId === '2' }));
    const after = changed(
      asAstrid(stateWith({ current: { is: 'open', order: sentOrderOf({ lines }) } })),
    );
    expect(after.otherClaims[0]?.failed).to.deep.equal(['2']);
  });

  it('a debt whose payment failed is unlocked', () => {
    const failed: Action = {
      type: 'debtsRead',
      read: {
        source: '/fees',
        debts: new Map([
          ['1', 'failed'],
          ['2', undefined],
        ]),
        complete: true,
      },
    };
    expect(locksIn(reduce(changed(asAstrid(open)), failed, NOW).state)).to.equal('2 paying');
  });
});
