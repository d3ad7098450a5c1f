import { expect } from '@open-wc/testing';
import type { PaymentStatus } from '../../src/debts/debt.js';
import { claimsOf, type Claim } from '../../src/payment/core/claims.js';
import { reduce, type Action } from '../../src/payment/core/reducer.js';
import { claimedLocksAt, openOrderAt } from '../../src/payment/core/selectors.js';
import {
  ACCEPTED_LIFETIME,
  INITIAL_STATE,
  ORDER_LIFETIME,
  type AcceptedOrder,
  type PaymentState,
} from '../../src/payment/core/state.js';
import {
  fromStoredState,
  toStoredState,
  type StoredState,
} from '../../src/payment/core/stored-state.js';
import type { Ore } from '../../src/util/ore.js';
import { claimOf, NOW, orderOf, sentOrderOf, stateWith } from './payment-fixtures.js';

const STATES: Record<string, PaymentState> = {
  idle: INITIAL_STATE,
  starting: stateWith({ current: { is: 'starting', order: orderOf() } }),
  requested: stateWith({ current: { is: 'requested', order: orderOf() } }),
  away: stateWith({ current: { is: 'away', order: sentOrderOf(), again: false } }),
  open: stateWith({ current: { is: 'open', order: sentOrderOf() } }),
};
const ACCEPTED = stateWith({
  accepted: [{ is: 'accepted', order: sentOrderOf(), at: NOW, watched: true, pending: ['1', '2'] }],
});

/** `requested, notice lost, refreshFees`: the state, the notices and the effects. */
function resultOf(before: PaymentState, action: Action, now = NOW): string {
  const { state, effects } = reduce(before, action, now);
  const notices = state.notices.map(({ is }) => `notice ${is}`);
  return [state.current.is, ...notices, ...effects].join(', ');
}

const START: Action = { type: 'start', order: orderOf({ key: 'k2' }) };
const STARTED: Action = { type: 'started', key: 'k1', orderId: 'L-1' };
const refused = (reason: 'paying' | 'paid' | 'changed' | 'lost' | 'invalid' | 'login') =>
  ({ type: 'refused', key: 'k1', reason }) as const;
const returned = (result: string, orderId = 'L-1') =>
  ({ type: 'returned', orderId, result }) as const;
const debtsRead = (debts: Record<string, PaymentStatus | undefined>, complete = true): Action => ({
  type: 'debtsRead',
  read: { source: '/fees', debts: new Map(Object.entries(debts)), complete },
});

describe('CONTRACT 6: each action in each state', () => {
  /** The results in the states that the action changes. In all others nothing happens. */
  type Row = readonly [Action, Partial<Record<string, string>>];
  const refusal = (reason: 'paying' | 'paid' | 'changed' | 'login', state: string): Row => [
    refused(reason),
    { starting: `${state}, notice ${reason}, refreshFees` },
  ];
  /** The results of a return in the states without a sent order. */
  const UNKNOWN = {
    idle: 'idle, notice unknown',
    starting: 'starting, notice unknown',
    requested: 'requested, notice unknown',
  };
  const rows: Record<string, Row> = {
    start: [START, { idle: 'starting, requestPayment', requested: 'starting, requestPayment' }],
    continue: [{ type: 'continue' }, { open: 'starting, requestPayment' }],
    'another tab has the lock': [
      { type: 'lockUnavailable' },
      {
        idle: 'idle, notice elsewhere, refreshFees',
        requested: 'requested, notice elsewhere, refreshFees',
        open: 'open, notice elsewhere, refreshFees',
      },
    ],
    started: [STARTED, { starting: 'away, navigate' }],
    'started, with another key': [{ ...STARTED, key: 'k0' } as Action, {}],
    'refused: paying': refusal('paying', 'idle'),
    'refused: paid': refusal('paid', 'idle'),
    'refused: changed': refusal('changed', 'idle'),
    'refused: login': refusal('login', 'requested'),
    'refused, with another key': [{ ...refused('paid'), key: 'k0' }, {}],
    'no answer': [refused('lost'), { starting: 'requested, notice lost' }],
    'the state cannot be stored': [
      { type: 'storageFailed' },
      { starting: 'requested, notice storage', away: 'requested, notice storage' },
    ],
    'a policy blocks the navigation': [
      { type: 'navigationBlocked' },
      { starting: 'requested, notice invalid', away: 'requested, notice invalid' },
    ],
    'the page is shown': [{ type: 'pageShown' }, { away: 'open, refreshFees' }],
    'returned: accepted': [
      returned('accepted'),
      {
        ...UNKNOWN,
        away: 'idle, refreshFees',
        open: 'idle, refreshFees',
      },
    ],
    'returned: cancelled': [
      returned('cancelled'),
      {
        ...UNKNOWN,
        away: 'idle, notice cancelled',
        open: 'idle, notice cancelled',
      },
    ],
    'returned: failed': [
      returned('failed'),
      {
        ...UNKNOWN,
        away: 'idle, notice failed',
        open: 'idle, notice failed',
      },
    ],
    'returned: an unknown result': [returned('ACCEPTED'), UNKNOWN],
    'returned: an unknown order': [
      returned('accepted', 'L-2'),
      Object.fromEntries(Object.keys(STATES).map((state) => [state, `${state}, notice unknown`])),
    ],
    'time elapses': [{ type: 'timeElapsed' }, {}],
  };
  for (const [what, [action, results]] of Object.entries(rows)) {
    for (const [state, before] of Object.entries(STATES)) {
      const expected = results[state] ?? state;
      it(`${state}: ${what}: ${expected}`, () => {
        expect(resultOf(before, action)).to.equal(expected);
      });
    }
  }
});

describe('CONTRACT 6: requested again with the same key', () => {
  const keyAfter = (before: PaymentState, action: Action, now = NOW): string | undefined => {
    const { current } = reduce(before, action, now).state;
    return current.order?.key;
  };
  const requested = STATES['requested'] as PaymentState;

  it('for the same debts, in any order', () => {
    const lines = [...orderOf().lines].reverse();
    expect(keyAfter(requested, { type: 'start', order: orderOf({ key: 'k2', lines }) })).to.equal(
      'k1',
    );
  });

  it('another key for other debts, or other amounts', () => {
    const one = orderOf({ key: 'k2', lines: orderOf().lines.slice(1) });
    expect(keyAfter(requested, { type: 'start', order: one })).to.equal('k2');
    const lines = orderOf().lines.map((line) => ({ ...line, amount: 7001 as Ore }));
    expect(keyAfter(requested, { type: 'start', order: orderOf({ key: 'k2', lines }) })).to.equal(
      'k2',
    );
  });

  it('another key when the payment host has dropped the order', () => {
    expect(keyAfter(requested, START, NOW + ORDER_LIFETIME)).to.equal('k2');
  });

  it('a sent order is continued only as the same order', () => {
    const again = stateWith({ current: { is: 'starting', order: sentOrderOf() } });
    expect(resultOf(again, STARTED)).to.equal('away, navigate');
    expect(resultOf(again, { ...STARTED, orderId: 'L-2' } as Action)).to.equal(
      'open, notice invalid, refreshFees',
    );
    for (const reason of ['paying', 'paid', 'changed', 'lost', 'invalid', 'login'] as const) {
      expect(resultOf(again, refused(reason))).to.match(/^open, notice/);
    }
  });

  it('a sent order is still sent when the browser cannot leave again', () => {
    const again = stateWith({ current: { is: 'away', order: sentOrderOf(), again: true } });
    expect(resultOf(again, { type: 'navigationBlocked' })).to.equal('open, notice invalid');
    expect(resultOf(again, { type: 'storageFailed' })).to.equal('open, notice storage');
  });

  it('with the failures known now, so that an earlier failure is not taken for its own', () => {
    const lines = orderOf().lines.map((line) => ({ ...line, failed: true }));
    const { current } = reduce(
      requested,
      { type: 'start', order: orderOf({ key: 'k2', lines }) },
      NOW,
    ).state;
    expect(current).to.have.nested.property('order.key', 'k1');
    expect(current.order?.lines.map(({ failed }) => failed)).to.deep.equal([...[true, true]]);
  });

  it('with the failure of exactly the debt that has failed', () => {
    const lines = orderOf().lines.map((line) => ({ ...line, failed: line.feeId === '2' }));
    const again = orderOf({ key: 'k2', lines });
    const { current } = reduce(requested, { type: 'start', order: again }, NOW).state;
    expect(current.order?.lines.map(({ failed }) => failed)).to.deep.equal([...[false, true]]);
  });

  it('and claimed from then on', () => {
    const later = NOW + ORDER_LIFETIME - 1;
    const { state } = reduce(requested, START, later);
    const { state: away } = reduce(STATES['starting'] as PaymentState, STARTED, later);
    for (const after of [state, away]) {
      expect(claimsOf(after).map(({ until }) => until)).to.deep.equal([later + ORDER_LIFETIME]);
    }
  });

  it('and locked from then on, since the payment host may have received it', () => {
    const again = stateWith({ current: { is: 'starting', order: sentOrderOf() } });
    const late = NOW + ORDER_LIFETIME - 1;
    expect(openOrderAt(reduce(again, refused('lost'), late).state, late + ORDER_LIFETIME - 1)).to
      .exist;
  });
});

describe('CONTRACT 6: one payment at a time', () => {
  it('nothing is started or continued while another tab pays any debt', () => {
    for (const state of ['idle', 'requested', 'open']) {
      const before = { ...(STATES[state] as PaymentState), otherClaims: [claimOf()] };
      const action: Action = state === 'open' ? { type: 'continue' } : START;
      expect(resultOf(before, action), state).to.equal(`${state}, notice elsewhere, refreshFees`);
      expect(resultOf(before, action, NOW + 1000), 'it ends').to.equal('starting, requestPayment');
    }
  });

  it('debts that another tab has paid are not paid again; others can be', () => {
    const paid = { inProgress: false, feeIds: ['1'] };
    expect(resultOf(stateWith({ otherClaims: [claimOf(paid)] }), START)).to.equal(
      'idle, notice paying, refreshFees',
    );
    expect(
      resultOf(stateWith({ otherClaims: [claimOf({ ...paid, feeIds: ['9'] })] }), START),
    ).to.equal('starting, requestPayment');
  });

  it('of two tabs that request at once, one stops: both agree which', () => {
    const starting = STATES['starting'] as PaymentState;
    const receive = (different: Partial<Claim>) =>
      resultOf(starting, { type: 'claimReceived', claim: claimOf(different) });
    expect(receive({ key: 'k0', sent: false })).to.equal(
      'requested, notice elsewhere, refreshFees',
    );
    expect(receive({ key: 'k2', sent: false })).to.equal('starting');
    expect(receive({ key: 'k2', sent: true }), 'a sent order goes first').to.match(/^requested/);
    expect(receive({ key: 'k0', inProgress: false }), 'a paid order requests nothing').to.equal(
      'starting',
    );
  });

  it('a late, repeated claim does not replace a newer one', () => {
    const paying = claimOf({ feeIds: ['1'], until: NOW + ORDER_LIFETIME });
    const paid = claimOf({ feeIds: ['1'], until: NOW + ACCEPTED_LIFETIME, inProgress: false });
    for (const claims of [
      [paying, paid],
      [paying, paid, paying],
    ]) {
      const after = claims.reduce(
        (before, each) => reduce(before, { type: 'claimReceived', claim: each }, NOW).state,
        INITIAL_STATE,
      );
      expect(after.otherClaims, `${claims.length} claims`).to.deep.equal([paid]);
    }
  });

  it('the notice that another tab is paying goes away when it has paid', () => {
    const before = stateWith({
      otherClaims: [claimOf()],
      notices: [{ is: 'elsewhere', until: NOW + 1000 }],
    });
    const paid = claimOf({ until: NOW + ACCEPTED_LIFETIME, inProgress: false });
    expect(resultOf(before, { type: 'claimReceived', claim: paid })).to.equal('idle');
    const both = { ...before, otherClaims: [claimOf(), { ...paid, key: 'k8' }] };
    expect(resultOf(both, { type: 'claimReleased', key: 'k9' })).to.equal('idle, refreshFees');
    expect(resultOf(both, { type: 'timeElapsed' }, NOW + 1000)).to.equal('idle');
  });

  it('a copy of the tab claims the same order: it lasts as long in both', () => {
    const claim = claimOf({ key: 'k1', until: NOW + ORDER_LIFETIME + 5 });
    const { state } = reduce(
      STATES['open'] as PaymentState,
      { type: 'claimReceived', claim },
      NOW + 5,
    );
    expect(state.otherClaims).to.be.empty;
    expect(state.current).to.have.nested.property('order.requestedAt', NOW + 5);
    const earlier = { ...claim, until: NOW + 1 };
    const after = reduce(state, { type: 'claimReceived', claim: earlier }, NOW + 5).state;
    expect(after.current).to.have.nested.property('order.requestedAt', NOW + 5);
  });

  it('a copy that sends what this tab is requesting goes first', () => {
    const starting = STATES['starting'] as PaymentState;
    const receive = (different: Partial<Claim>) => {
      const claim = claimOf({ key: 'k1', ...different });
      return reduce(starting, { type: 'claimReceived', claim }, NOW).state;
    };
    expect(receive({ sent: true }).current.is).to.equal('requested');
    expect(receive({ sent: true }).otherClaims).to.have.length(1);
    expect(receive({ sent: false }).current.is, 'both request the same').to.equal('starting');
  });

  it('what has been paid in a copy is not continued here, but locked', () => {
    const paid = claimOf({ key: 'k1', inProgress: false, feeIds: ['1', '2'] });
    for (const state of ['away', 'open']) {
      const before = STATES[state] as PaymentState;
      const after = reduce(before, { type: 'claimReceived', claim: paid }, NOW).state;
      expect(after.current.is).to.equal('idle');
      expect(claimedLocksAt(after, NOW).get('1')).to.equal('registering');
      const hidden = { ...paid, afterPatronChange: 'paying' } as const;
      const same = reduce(before, { type: 'claimReceived', claim: hidden }, NOW).state;
      expect(same, 'only another patron has logged in there').to.deep.equal(before);
      const over = { ...paid, until: NOW };
      const kept = reduce(before, { type: 'claimReceived', claim: over }, NOW).state;
      expect(kept, 'a claim that has ended says nothing').to.deep.equal(before);
    }
    expect(reduce(ACCEPTED, { type: 'claimReceived', claim: paid }, NOW).state).to.deep.equal(
      ACCEPTED,
    );
  });

  it('a result that comes twice is known', () => {
    expect(reduce(ACCEPTED, returned('accepted'), NOW).state).to.deep.equal(ACCEPTED);
    const other = { is: 'open', order: sentOrderOf({ key: 'k5', id: 'L-5' }) } as const;
    expect(resultOf({ ...ACCEPTED, current: other }, returned('accepted'))).to.equal('open');
  });

  it('a result that another tab has got ends no other order of this tab', () => {
    const order = sentOrderOf({ key: 'k5', id: 'L-5' });
    const action = { ...returned('accepted', 'L-5'), order } as const;
    const { current, accepted } = reduce(STATES['open'] as PaymentState, action, NOW).state;
    expect(current.order?.key).to.equal('k1');
    expect(accepted.map((one) => one.order.key)).to.deep.equal(['k5']);
  });

  it('an old claim of a copy does not shorten the order, and locks nothing for itself', () => {
    const claim = claimOf({ key: 'k1', until: NOW + ORDER_LIFETIME - 1 });
    const open = reduce(STATES['open'] as PaymentState, { type: 'claimReceived', claim }, NOW);
    expect(open.state.current.order?.requestedAt).to.equal(NOW);
    const starting = stateWith({ current: { is: 'starting', order: orderOf() } });
    const unsent = { type: 'claimReceived', claim: { ...claim, sent: false } } as const;
    expect(reduce(starting, unsent, NOW).state.otherClaims).to.be.empty;
  });

  it('a debt that is in the orders of two tabs: when it is gone, either may have paid it', () => {
    const claim = claimOf({ feeIds: ['2', '9'], inProgress: false });
    const contested = reduce(ACCEPTED, { type: 'claimReceived', claim }, NOW).state;
    expect(contested.accepted.map((one) => one.contested)).to.deep.equal([true]);
    expect(resultOf(contested, debtsRead({}))).to.equal('idle, notice gone');
    const elsewhere = { ...claim, feeIds: ['9'] };
    const own = reduce(ACCEPTED, { type: 'claimReceived', claim: elsewhere }, NOW).state;
    expect(resultOf(own, debtsRead({}))).to.equal('idle, notice receipt');
  });

  it('an order that ended in a copy ends here, unless it is on its way', () => {
    const release = (before: PaymentState | undefined, ended: boolean): string =>
      resultOf(before as PaymentState, { type: 'claimReleased', key: 'k1', ended });
    expect(release(STATES['open'], true)).to.equal('idle, refreshFees');
    expect(release(STATES['open'], false)).to.equal('open');
    const inBoth = { ...STATES['open'], otherClaims: [claimOf({ key: 'k1' })] } as PaymentState;
    expect(release(inBoth, false), 'it may still be paid here').to.equal('open, refreshFees');
    for (const state of ['starting', 'away', 'requested']) {
      expect(release(STATES[state], true)).to.match(new RegExp(`^${state}`));
    }
    expect(release(ACCEPTED, true), 'its list says more').to.equal('idle, refreshFees');
    const other = { is: 'open', order: sentOrderOf({ key: 'k5', id: 'L-5' }) } as const;
    expect(release({ ...ACCEPTED, current: other }, true)).to.equal('open, refreshFees');
    expect(
      reduce(ACCEPTED, { type: 'claimReleased', key: 'k1', ended: true }, NOW).state.accepted,
    ).to.have.length(1);
  });

  it('the debts are read when an order ends that only the list knew, in a tab that was opened later', () => {
    const release = (ended: boolean) =>
      resultOf(stateWith({}), { type: 'claimReleased', key: 'k7', ended });
    expect(release(true)).to.equal('idle, refreshFees');
    expect(release(false)).to.equal('idle');
  });

  it('when another tab releases its claim, the debts are read and the notice goes away', () => {
    const before = stateWith({
      otherClaims: [claimOf()],
      notices: [{ is: 'elsewhere', until: NOW + 1000 }],
    });
    expect(resultOf(before, { type: 'claimReleased', key: 'k9' })).to.equal('idle, refreshFees');
    expect(resultOf(before, { type: 'claimReleased', key: 'k8' })).to.equal(
      'idle, notice elsewhere',
    );
    expect(resultOf(before, { type: 'timeElapsed' }, NOW + 1000)).to.equal('idle');
    const lock = stateWith({ notices: [{ is: 'elsewhere', until: NOW + 1000 }] });
    expect(resultOf(lock, { type: 'timeElapsed' })).to.equal('idle, notice elsewhere');
  });
});

describe('CONTRACT 6: registered or not', () => {
  type Row = readonly [
    debts: Record<string, PaymentStatus | undefined>,
    open: string,
    accepted: string,
  ];
  const rows: Record<string, Row> = {
    'all are gone': [{}, 'idle, notice gone', 'receipt'],
    'one is gone': [{ 2: undefined }, 'open', 'locks 2'],
    'none is gone': [{ 1: undefined, 2: 'pending' }, 'open', 'locks 1 2'],
    'the payment host says they are paid': [{ 1: 'completed', 2: 'pending' }, 'idle', 'locks 1 2'],
    'the payment host says one is paid': [{ 1: 'completed', 2: 'reserved' }, 'open', 'locks 1 2'],
    'all have failed': [{ 1: 'failed', 2: 'failed' }, 'idle, notice failed', 'failed'],
    'one has failed': [{ 1: undefined, 2: 'failed' }, 'open', 'locks 1'],
    'one is gone, one has failed': [{ 2: 'failed' }, 'open', 'partly'],
  };
  const OTHERS = { 7: undefined, 8: 'failed' } as const;
  const locked = ({ accepted }: PaymentState): string => `locks ${accepted[0]?.pending.join(' ')}`;

  for (const [what, [debts, open, accepted]] of Object.entries(rows)) {
    const action = debtsRead({ ...OTHERS, ...debts });
    it(`${what}: an open order: ${open}`, () => {
      expect(resultOf(STATES['open'] as PaymentState, action)).to.equal(open);
    });
    it(`${what}: an accepted order: ${accepted}`, () => {
      const after = reduce(ACCEPTED, action, NOW).state;
      expect(after.notices.map(({ is }) => is).join() || locked(after)).to.equal(accepted);
      expect(after.accepted).to.have.length(accepted.startsWith('locks') ? 1 : 0);
    });
  }

  it('DOMAIN: "cancelled" is never said of a payment that is merely not registered yet', () => {
    for (const [debts] of Object.values(rows)) {
      expect(resultOf(ACCEPTED, debtsRead(debts))).not.to.contain('cancelled');
    }
  });

  it('an open order that the payment host says is paid is locked and watched', () => {
    const { state: after } = reduce(
      STATES['open'] as PaymentState,
      debtsRead({ 1: 'completed' }),
      NOW,
    );
    expect(after.accepted.map(({ watched }) => watched)).to.deep.equal([true]);
    expect([...claimedLocksAt(after, NOW).keys()]).to.deep.equal(['1']);
  });

  it('a partial receipt is for the debts that are gone only', () => {
    const [notice] = reduce(ACCEPTED, debtsRead({ 2: 'failed' }), NOW).state.notices;
    expect(notice).to.include({ is: 'partly', amount: 7000 });
  });

  it('a receipt does not remove an earlier one', () => {
    const two = stateWith({
      accepted: ['1', '2'].map((feeId) => ({
        is: 'accepted',
        order: sentOrderOf({ key: feeId, lines: [{ feeId, amount: 7000 as Ore, type: 'fee' }] }),
        at: NOW,
        watched: true,
        pending: [feeId],
      })),
    });
    const first = reduce(two, debtsRead({ 2: undefined }), NOW).state;
    expect(reduce(first, debtsRead({}), NOW).state.notices.map(({ is }) => is)).to.deep.equal([
      'receipt',
      'receipt',
    ]);
  });

  it('a debt that another tab has paid is unlocked when its payment failed', () => {
    const paid = { inProgress: false, feeIds: ['1', '2'] };
    const lockedBy = (different: Partial<Claim>) =>
      [
        ...claimedLocksAt(
          reduce(
            stateWith({ otherClaims: [claimOf({ ...paid, ...different })] }),
            debtsRead({ 1: 'failed', 2: undefined }),
            NOW,
          ).state,
          NOW,
        ).keys(),
      ].join();
    expect(lockedBy({})).to.equal('2');
    expect(lockedBy({ failed: ['1'] }), 'it had failed before').to.equal('1,2');
    expect(lockedBy({ inProgress: true }), 'it is being paid again').to.equal('1,2');
  });

  it('the next patron sees no outcomes', () => {
    const receipt = { is: 'receipt', order: sentOrderOf(), amount: 14000 as Ore, at: NOW } as const;
    const before = stateWith({ notices: [receipt, { is: 'login' }] });
    expect(reduce(before, { type: 'loggedOut' }, NOW).state.notices).to.deep.equal([
      { is: 'login' },
    ]);
  });

  it('a debt that could not be read may still be there', () => {
    expect(resultOf(STATES['open'] as PaymentState, debtsRead({}, false))).to.equal('open');
    expect(reduce(ACCEPTED, debtsRead({}, false), NOW).state.accepted).to.have.length(1);
  });

  it('a list with the same path and another query says nothing of them', () => {
    const read = { source: '/fees?patron=2', debts: new Map(), complete: true };
    for (const before of [ACCEPTED, STATES['open'] as PaymentState]) {
      expect(reduce(before, { type: 'debtsRead', read }, NOW).state).to.deep.equal(before);
    }
  });

  it('unless it has shown them all before', () => {
    const source = '/fees?page=2';
    const lists = [
      new Map([['1', undefined]]),
      new Map(),
      new Map([
        ['1', undefined],
        ['2', undefined],
      ]),
      new Map(),
    ];
    const results = [ACCEPTED, STATES['open'] as PaymentState].map((before) => {
      let state = before;
      return lists.map((debts) => {
        state = reduce(
          state,
          { type: 'debtsRead', read: { source, debts, complete: true } },
          NOW,
        ).state;
        return state.notices.map(({ is }) => is).join();
      });
    });
    expect(results).to.deep.equal([
      ['', '', '', 'receipt'],
      ['', '', '', 'gone'],
    ]);
  });

  it('debts from another endpoint change nothing', () => {
    const read = { source: '/child/fees', debts: new Map(), complete: true };
    for (const before of [ACCEPTED, STATES['open'] as PaymentState]) {
      expect(reduce(before, { type: 'debtsRead', read }, NOW).state).to.deep.equal(before);
    }
  });

  it('an earlier failure says nothing of this order', () => {
    const lines = orderOf().lines.map((line) => ({ ...line, failed: true }));
    const before = stateWith({ current: { is: 'open', order: sentOrderOf({ lines }) } });
    expect(resultOf(before, debtsRead({ 1: 'failed', 2: 'failed' }))).to.equal('open');
  });

  it('DOMAIN, ding2: a failed payment locks nothing', () => {
    const { state: after } = reduce(STATES['away'] as PaymentState, returned('failed'), NOW);
    expect([...claimedLocksAt(after, NOW)]).to.be.empty;
    expect(resultOf(after, START)).to.equal('starting, requestPayment');
  });

  it('after the watch the debts stay locked', () => {
    const { state: after } = reduce(ACCEPTED, { type: 'watchEnded' }, NOW);
    expect(after.accepted.map(({ watched }) => watched)).to.deep.equal([false]);
    expect([...claimedLocksAt(after, NOW).keys()]).to.deep.equal(['1', '2']);
    const later = NOW + ACCEPTED_LIFETIME;
    expect([...claimedLocksAt(after, later)], 'they are unlocked').to.be.empty;
    expect(reduce(after, { type: 'timeElapsed' }, later).state).to.deep.equal(INITIAL_STATE);
  });
});

describe('CONTRACT 6: the stored state', () => {
  const restored = (before: PaymentState, now = NOW): PaymentState =>
    fromStoredState(JSON.parse(JSON.stringify(toStoredState(before) ?? null)), now);

  it('is nothing when no payment is in progress', () => {
    expect(toStoredState(INITIAL_STATE)).to.be.undefined;
    expect(toStoredState(stateWith({ notices: [{ is: 'lost' }] }))).to.be.undefined;
  });

  it('DOMAIN, ding2#1898: the browser was closed at the gateway: the order is open, not forgotten', () => {
    for (const state of ['away', 'open']) {
      expect(restored(STATES[state] as PaymentState).current.is).to.equal('open');
      expect(
        resultOf(restored(STATES[state] as PaymentState), START),
        'and not paid again',
      ).to.equal('open');
    }
  });

  it('a page that was left during the request cannot have been paid', () => {
    const after = restored(STATES['starting'] as PaymentState);
    expect([after.current.is, after.notices]).to.deep.equal(['requested', [{ is: 'lost' }]]);
    expect(restored(STATES['requested'] as PaymentState).notices, 'shown once').to.be.empty;
  });

  it('has accepted orders and claims of other tabs until they end', () => {
    const before = { ...ACCEPTED, otherClaims: [claimOf()] };
    expect(restored(before)).to.deep.include({
      accepted: before.accepted,
      otherClaims: before.otherClaims,
    });
    const later = restored(before, NOW + ACCEPTED_LIFETIME);
    expect([later.accepted, later.otherClaims]).to.deep.equal([[], []]);
  });

  it('an order is dropped after a day', () => {
    expect(restored(STATES['open'] as PaymentState, NOW + ACCEPTED_LIFETIME).current.is).to.equal(
      'idle',
    );
    expect(
      restored(STATES['open'] as PaymentState, NOW + ORDER_LIFETIME).current.is,
      'a late return',
    ).to.equal('open');
  });

  it('has neither names nor titles', () => {
    const stored = JSON.stringify(toStoredState(STATES['open'] as PaymentState));
    expect(stored).not.to.match(/reason|title|name|material/i);
  });
});

describe('CONTRACT 6: a clock that is put back', () => {
  const DAY = 24 * 60 * 60_000;
  const future = NOW + 40 * DAY;

  it('an order of the future was requested now', () => {
    const open = stateWith({
      current: { is: 'open', order: sentOrderOf({ requestedAt: future }) },
    });
    for (const state of [
      reduce(open, { type: 'timeElapsed' }, NOW).state,
      fromStoredState(toStoredState(open), NOW),
    ]) {
      expect(claimsOf(state).map(({ until }) => until)).to.deep.equal([NOW + ORDER_LIFETIME]);
    }
  });

  it('a payment of the future was accepted now', () => {
    const accepted = stateWith({
      accepted: [{ ...ACCEPTED.accepted[0], at: future } as AcceptedOrder],
    });
    expect(
      reduce(accepted, { type: 'timeElapsed' }, NOW).state.accepted.map(({ at }) => at),
    ).to.deep.equal([NOW]);
  });

  it('a claim of another tab lasts no longer than one that is made now', () => {
    const untilOf = (different: Partial<Claim>): number | undefined => {
      const otherClaims = [claimOf({ ...different, until: future })];
      return reduce(stateWith({ otherClaims }), { type: 'timeElapsed' }, NOW).state.otherClaims[0]
        ?.until;
    };
    expect(untilOf({})).to.equal(NOW + ORDER_LIFETIME);
    expect(untilOf({ inProgress: false })).to.equal(NOW + ACCEPTED_LIFETIME);
    expect(untilOf({ inProgress: false, afterPatronChange: 'paying' })).to.equal(
      NOW + ORDER_LIFETIME,
    );
  });
});

describe('CONTRACT 6: the payments of all documents of a tab', () => {
  const openWith = (key: string, requestedAt: number, id = 'L-1') =>
    ({ is: 'open', order: sentOrderOf({ key, id, requestedAt }) }) as const;
  const requestedWith = (key: string, requestedAt: number) =>
    ({ is: 'requested', order: orderOf({ key, requestedAt }) }) as const;
  const currentOf = (...orders: StoredState['orders']): string => {
    const { current } = fromStoredState({ orders, otherClaims: [], ended: [] }, NOW);
    return current.is === 'idle' ? 'none' : current.order.key;
  };

  it('a page continues the one that was sent, else the last one', () => {
    expect(currentOf()).to.equal('none');
    const [older, newer] = [openWith('old', NOW - 2), openWith('new', NOW - 1)];
    const requested = requestedWith('requested', NOW);
    for (const order of [
      [older, newer, requested],
      [requested, newer, older],
      [newer, requested, older],
    ]) {
      expect(currentOf(...order)).to.equal('new');
    }
    expect(currentOf(requestedWith('first', NOW - 1), requested)).to.equal('requested');
  });

  it('an order that another document has stored stays stored', () => {
    const accepted = {
      ...(ACCEPTED.accepted[0] as AcceptedOrder),
      order: sentOrderOf({ key: 'k7' }),
    };
    const others = { orders: [accepted, openWith('k8', NOW)], otherClaims: [], ended: [] };
    const stored = toStoredState(stateWith({ current: openWith('k9', NOW) }), others);
    const keys = (state: StoredState | undefined) =>
      state?.orders.map(({ order }) => order.key).sort();
    const progress = (...all: string[]) => new Map(all.map((key) => [key, 3 as const]));
    expect(keys(stored)).to.deep.equal(['k7', 'k8', 'k9']);
    expect(keys(toStoredState(INITIAL_STATE, stored, progress('k9', 'k7')))).to.deep.equal(['k8']);
    expect(toStoredState(INITIAL_STATE, stored, progress('k7', 'k8', 'k9'))).to.be.undefined;
    const again = toStoredState(stateWith({ current: openWith('k8', NOW) }), others);
    expect(keys(again), 'once').to.deep.equal(['k7', 'k8']);
  });

  it('an order that has come further in another document is not overwritten', () => {
    const requested = stateWith({ current: requestedWith('k9', NOW) });
    const sent = stateWith({ current: openWith('k9', NOW) });
    const accepted = stateWith({
      accepted: [{ ...(ACCEPTED.accepted[0] as AcceptedOrder), order: sentOrderOf({ key: 'k9' }) }],
    });
    const seen = (progress: 1 | 2) => new Map([['k9', progress]] as const);
    for (const state of [requested, INITIAL_STATE]) {
      expect(toStoredState(state, toStoredState(sent), seen(1))).to.deep.equal(toStoredState(sent));
    }
    for (const state of [sent, INITIAL_STATE]) {
      expect(toStoredState(state, toStoredState(accepted), seen(2))).to.deep.equal(
        toStoredState(accepted),
      );
    }
    expect(toStoredState(sent, toStoredState(requested), seen(1)), 'here').to.deep.equal(
      toStoredState(sent),
    );
    expect(toStoredState(INITIAL_STATE, toStoredState(sent), seen(2)), 'ended here').to.be
      .undefined;
    const again = stateWith({ current: openWith('k9', NOW + 1) });
    expect(toStoredState(again, toStoredState(sent), seen(1)), 'as far here').to.deep.equal(
      toStoredState(again),
    );
  });

  it('a requested order that another document has sent is that document’s', () => {
    const state = stateWith({ current: requestedWith('k9', NOW) });
    const after = (sent: boolean, key = 'k9') => {
      const claim = claimOf({ key, sent });
      const { current, otherClaims } = reduce(state, { type: 'claimReceived', claim }, NOW).state;
      return [current.is, otherClaims.map((one) => one.key)];
    };
    expect(after(true)).to.deep.equal(['idle', ['k9']]);
    expect(after(true, 'k8')).to.deep.equal(['requested', ['k8']]);
    expect(after(false)).to.deep.equal(['requested', ['k9']]);
  });
});
