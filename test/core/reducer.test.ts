import { expect } from '@open-wc/testing';
import type { PaymentStatus } from '../../src/debts/debt.js';
import type { Order } from '../../src/payment/core/order.js';
import { reduce, type Action } from '../../src/payment/core/reducer.js';
import {
  ACCEPTED_LIFETIME,
  INITIAL_STATE,
  ORDER_LIFETIME,
  locksAt,
  openOrderAt,
  toStoredState,
  fromStoredState,
  type Claim,
  type SentOrder,
  type PaymentState,
} from '../../src/payment/core/state.js';
import type { Ore } from '../../src/util/ore.js';

const NOW = Date.UTC(2026, 10, 22);

const order = (different: Partial<Order> = {}): Order => ({
  key: 'k1',
  lines: ['1', '2'].map((feeId) => ({ feeId, amount: 7000 as Ore, type: 'fee' })),
  source: '/fees',
  returnUrl: '/',
  language: 'da',
  channel: 'cms',
  requestedAt: NOW,
  ...different,
});
const sent = (different: Partial<Order> = {}): SentOrder =>
  ({ id: 'L-1', ...order(different) }) as SentOrder;

const claim = (different: Partial<Claim> = {}): Claim => ({
  key: 'k9',
  feeIds: ['9'],
  until: NOW + 1000,
  inProgress: true,
  sent: true,
  failed: [],
  ...different,
});

const till = (different: Partial<PaymentState>): PaymentState => ({
  ...INITIAL_STATE,
  ...different,
});
const STATES: Record<string, PaymentState> = {
  free: INITIAL_STATE,
  starting: till({ current: { is: 'starting', order: order() } }),
  asked: till({ current: { is: 'asked', order: order() } }),
  away: till({ current: { is: 'away', order: sent(), again: false } }),
  open: till({ current: { is: 'open', order: sent() } }),
};
const ACCEPTED = till({
  accepted: [{ order: sent(), at: NOW, watched: true, pending: ['1', '2'] }],
});

/** `asked, tells lost, read`: the state, what is told, and what is to be done. */
function inWords(before: PaymentState, happening: Action, now = NOW): string {
  const after = reduce(before, happening, now);
  const told = after.state.notices.map(({ is }) => is).join(' ');
  return [after.state.current.is, told && `tells ${told}`, after.effect].filter(Boolean).join(', ');
}

const START: Action = { is: 'start', order: order({ key: 'k2' }) };
const ANSWERED: Action = { is: 'answered', key: 'k1', id: 'L-1' };
const refused = (because: 'paying' | 'paid' | 'changed' | 'lost' | 'invalid' | 'login') =>
  ({ is: 'refused', key: 'k1', because }) as const;
const returned = (result: string, id = 'L-1') => ({ is: 'returned', id, result }) as const;
const seen = (debts: Record<string, PaymentStatus | undefined>, complete = true): Action => ({
  is: 'seen',
  seen: { source: '/fees', debts: new Map(Object.entries(debts)), complete },
});

describe('CONTRACT 6: what happens in each state of the till', () => {
  type Row = readonly [Action, Record<keyof typeof STATES, string>];
  const rows: Record<string, Row> = {
    start: [
      START,
      {
        free: 'starting, ask',
        starting: 'starting',
        asked: 'starting, ask',
        away: 'away',
        open: 'open',
      },
    ],
    continue: [
      { is: 'continue' },
      { free: 'free', starting: 'starting', asked: 'asked', away: 'away', open: 'starting, ask' },
    ],
    'another tab has the lock': [
      { is: 'taken' },
      {
        free: 'free, tells elsewhere, read',
        starting: 'starting',
        asked: 'asked, tells elsewhere, read',
        away: 'away',
        open: 'open, tells elsewhere, read',
      },
    ],
    answered: [
      ANSWERED,
      { free: 'free', starting: 'away, go', asked: 'asked', away: 'away', open: 'open' },
    ],
    'answered to another key': [
      { ...ANSWERED, key: 'k0' } as Action,
      { free: 'free', starting: 'starting', asked: 'asked', away: 'away', open: 'open' },
    ],
    ...Object.fromEntries(
      (['paying', 'paid', 'changed'] as const).map((because): [string, Row] => [
        `refused: ${because}`,
        [
          refused(because),
          {
            free: 'free',
            starting: `free, tells ${because}, read`,
            asked: 'asked',
            away: 'away',
            open: 'open',
          },
        ],
      ]),
    ),
    'refused: login': [
      refused('login'),
      {
        free: 'free',
        starting: 'asked, tells login, read',
        asked: 'asked',
        away: 'away',
        open: 'open',
      },
    ],
    'no answer': [
      refused('lost'),
      { free: 'free', starting: 'asked, tells lost', asked: 'asked', away: 'away', open: 'open' },
    ],
    'it cannot be remembered': [
      { is: 'forgotten' },
      {
        free: 'free',
        starting: 'asked, tells storage',
        asked: 'asked',
        away: 'asked, tells storage',
        open: 'open',
      },
    ],
    'a policy keeps the browser here': [
      { is: 'kept here' },
      {
        free: 'free',
        starting: 'asked, tells invalid',
        asked: 'asked',
        away: 'asked, tells invalid',
        open: 'open',
      },
    ],
    'the page is seen again': [
      { is: 'back' },
      { free: 'free', starting: 'starting', asked: 'asked', away: 'open, read', open: 'open' },
    ],
    'returned: accepted': [
      returned('accepted'),
      {
        free: 'free',
        starting: 'starting',
        asked: 'asked',
        away: 'free, read',
        open: 'free, read',
      },
    ],
    'returned: cancelled': [
      returned('cancelled'),
      {
        free: 'free',
        starting: 'starting',
        asked: 'asked',
        away: 'free, tells cancelled',
        open: 'free, tells cancelled',
      },
    ],
    'returned: failed': [
      returned('failed'),
      {
        free: 'free',
        starting: 'starting',
        asked: 'asked',
        away: 'free, tells failed',
        open: 'free, tells failed',
      },
    ],
    'returned: nothing known': [
      returned('ACCEPTED'),
      { free: 'free', starting: 'starting', asked: 'asked', away: 'away', open: 'open' },
    ],
    'returned: an order of nobody here': [
      returned('accepted', 'L-2'),
      { free: 'free', starting: 'starting', asked: 'asked', away: 'away', open: 'open' },
    ],
    'time passes': [
      { is: 'time passes' },
      { free: 'free', starting: 'starting', asked: 'asked', away: 'away', open: 'open' },
    ],
  };
  for (const [what, [happening, expected]] of Object.entries(rows)) {
    for (const [state, words] of Object.entries(expected)) {
      it(`${state}: ${what}: ${words}`, () => {
        expect(inWords(STATES[state] as PaymentState, happening)).to.equal(words);
      });
    }
  }
});

describe('CONTRACT 6: asked again with the same key', () => {
  const keyAfter = (before: PaymentState, happening: Action, now = NOW): string | undefined => {
    const { current } = reduce(before, happening, now).state;
    return 'order' in current ? current.order.key : undefined;
  };
  const asked = STATES['asked'] as PaymentState;

  it('for the same debts, in whatever order they are chosen', () => {
    const lines = [...order().lines].reverse();
    expect(keyAfter(asked, { is: 'start', order: order({ key: 'k2', lines }) })).to.equal('k1');
  });

  it('another key for other debts, or other amounts', () => {
    const one = order({ key: 'k2', lines: order().lines.slice(1) });
    expect(keyAfter(asked, { is: 'start', order: one })).to.equal('k2');
    const lines = order().lines.map((line) => ({ ...line, amount: 7001 as Ore }));
    expect(keyAfter(asked, { is: 'start', order: order({ key: 'k2', lines }) })).to.equal('k2');
  });

  it('another key when the order has died at the host', () => {
    expect(keyAfter(asked, START, NOW + ORDER_LIFETIME)).to.equal('k2');
  });

  it('a sent order is gone on with only as the same order', () => {
    const again = till({ current: { is: 'starting', order: sent() } });
    expect(inWords(again, ANSWERED)).to.equal('away, go');
    expect(inWords(again, { ...ANSWERED, id: 'L-2' } as Action)).to.equal(
      'open, tells invalid, read',
    );
    for (const because of ['paying', 'paid', 'changed', 'lost', 'invalid', 'login'] as const) {
      expect(inWords(again, refused(because))).to.match(/^open, tells/);
    }
  });

  it('with what is known now of earlier payments, so that an old failure is not taken for its own', () => {
    const lines = order().lines.map((line) => ({ ...line, failed: true }));
    const { current } = reduce(
      asked,
      { is: 'start', order: order({ key: 'k2', lines }) },
      NOW,
    ).state;
    expect(current).to.have.nested.property('order.key', 'k1');
    expect('order' in current && current.order.lines.map(({ failed }) => failed)).to.deep.equal([
      ...[true, true],
    ]);
  });

  it('and locked anew from then, since the host may have heard it', () => {
    const again = till({ current: { is: 'starting', order: sent() } });
    const late = NOW + ORDER_LIFETIME - 1;
    expect(openOrderAt(reduce(again, refused('lost'), late).state, late + ORDER_LIFETIME - 1)).to
      .exist;
  });
});

describe('CONTRACT 6: one payment at a time', () => {
  it('nothing is started or gone on with while another tab pays, whatever it pays', () => {
    for (const state of ['free', 'asked', 'open']) {
      const before = { ...(STATES[state] as PaymentState), others: [claim()] };
      const happening: Action = state === 'open' ? { is: 'continue' } : START;
      expect(inWords(before, happening), state).to.equal(`${state}, tells elsewhere, read`);
      expect(inWords(before, happening, NOW + 1000), 'not for ever').to.equal('starting, ask');
    }
  });

  it('what another tab has paid is not paid again; the rest can be', () => {
    const paid = { going: false, feeIds: ['1'] };
    expect(inWords(till({ otherClaims: [claim(paid)] }), START)).to.equal(
      'free, tells paying, read',
    );
    expect(inWords(till({ otherClaims: [claim({ ...paid, feeIds: ['9'] })] }), START)).to.equal(
      'starting, ask',
    );
  });

  it('of two tabs that ask at once, one gives way: the same one in both', () => {
    const starting = STATES['starting'] as PaymentState;
    const hear = (different: Partial<Claim>) =>
      inWords(starting, { is: 'heard', claim: claim(different) });
    expect(hear({ key: 'k0', sent: false })).to.equal('asked, tells elsewhere, read');
    expect(hear({ key: 'k2', sent: false })).to.equal('starting');
    expect(hear({ key: 'k2', sent: true }), 'a sent order goes first').to.match(/^asked/);
    expect(hear({ key: 'k0', inProgress: false }), 'one that is paid asks for nothing').to.equal(
      'starting',
    );
  });

  it('what is passed on late does not take the place of what is known since', () => {
    const going = claim({ feeIds: ['1'], until: NOW + ORDER_LIFETIME });
    const paid = claim({ feeIds: ['1'], until: NOW + ACCEPTED_LIFETIME, inProgress: false });
    for (const claims of [
      [going, paid],
      [going, paid, going],
    ]) {
      const after = claims.reduce(
        (before, each) => reduce(before, { is: 'heard', claim: each }, NOW).state,
        INITIAL_STATE,
      );
      expect(after.otherClaims, `${claims.length} claims`).to.deep.equal([paid]);
    }
  });

  it('that another tab is paying is not said any longer when it has paid', () => {
    const before = till({ otherClaims: [claim()], notices: [{ is: 'elsewhere' }] });
    const paid = claim({ until: NOW + ACCEPTED_LIFETIME, inProgress: false });
    expect(inWords(before, { is: 'heard', claim: paid })).to.equal('free');
    const both = { ...before, others: [claim(), { ...paid, key: 'k8' }] };
    expect(inWords(both, { is: 'released', key: 'k9' })).to.equal('free, read');
    expect(inWords(both, { is: 'time passes' }, NOW + 1000)).to.equal('free');
  });

  it('a copy of the tab speaks of the same order', () => {
    for (const state of ['starting', 'open']) {
      const after = reduce(
        STATES[state] as PaymentState,
        { is: 'heard', claim: claim({ key: 'k1' }) },
        NOW,
      );
      expect(after.state.otherClaims).to.be.empty;
    }
  });

  it('when the other tab has ended, the list is read, and nothing more is said of it', () => {
    const before = till({ otherClaims: [claim()], notices: [{ is: 'elsewhere' }] });
    expect(inWords(before, { is: 'released', key: 'k9' })).to.equal('free, read');
    expect(inWords(before, { is: 'released', key: 'k8' })).to.equal('free, tells elsewhere');
    expect(inWords(before, { is: 'time passes' }, NOW + 1000)).to.equal('free');
  });
});

describe('CONTRACT 6: registered, or not', () => {
  type Row = readonly [
    debts: Record<string, PaymentStatus | undefined>,
    open: string,
    accepted: string,
  ];
  const rows: Record<string, Row> = {
    'all are gone': [{}, 'free, tells gone', 'receipt'],
    'one is gone': [{ 2: undefined }, 'open', 'locks 2'],
    'none is gone': [{ 1: undefined, 2: 'pending' }, 'open', 'locks 1 2'],
    'the host says they are paid': [{ 1: 'completed', 2: 'pending' }, 'free', 'locks 1 2'],
    'the host says one is paid': [{ 1: 'completed', 2: 'reserved' }, 'open', 'locks 1 2'],
    'all have failed': [{ 1: 'failed', 2: 'failed' }, 'free, tells failed', 'failed'],
    'one has failed': [{ 1: undefined, 2: 'failed' }, 'open', 'locks 1'],
    'one is gone, one has failed': [{ 2: 'failed' }, 'open', 'partly'],
  };
  const OTHERS = { 7: undefined, 8: 'failed' } as const;
  const locked = ({ accepted }: PaymentState): string => `locks ${accepted[0]?.pending.join(' ')}`;

  for (const [what, [debts, open, accepted]] of Object.entries(rows)) {
    const happening = seen({ ...OTHERS, ...debts });
    it(`${what}: an open order: ${open}`, () => {
      expect(inWords(STATES['open'] as PaymentState, happening)).to.equal(open);
    });
    it(`${what}: an accepted order: ${accepted}`, () => {
      const after = reduce(ACCEPTED, happening, NOW).state;
      expect(after.notices.map(({ is }) => is).join() || locked(after)).to.equal(accepted);
      expect(after.accepted).to.have.length(accepted.startsWith('locks') ? 1 : 0);
    });
  }

  it('DOMAIN: "cancelled" is never said of a payment that is merely not registered yet', () => {
    for (const [debts] of Object.values(rows)) {
      expect(inWords(ACCEPTED, seen(debts))).not.to.contain('cancelled');
    }
  });

  it('an open order that the host says is paid is not paid again, and watched', () => {
    const { state: after } = reduce(STATES['open'] as PaymentState, seen({ 1: 'completed' }), NOW);
    expect(after.accepted.map(({ watched }) => watched)).to.deep.equal([true]);
    expect([...locksAt(after, NOW).keys()]).to.deep.equal(['1']);
  });

  it('of a part there is a receipt for what is gone, and for no more', () => {
    const [told] = reduce(ACCEPTED, seen({ 2: 'failed' }), NOW).state.notices;
    expect(told).to.include({ is: 'partly', amount: 7000 });
  });

  it('one receipt does not take another away', () => {
    const two = till({
      accepted: ['1', '2'].map((feeId) => ({
        order: sent({ key: feeId, lines: [{ feeId, amount: 7000 as Ore, type: 'fee' }] }),
        at: NOW,
        watched: true,
        pending: [feeId],
      })),
    });
    const first = reduce(two, seen({ 2: undefined }), NOW).state;
    expect(reduce(first, seen({}), NOW).state.notices.map(({ is }) => is)).to.deep.equal([
      'receipt',
      'receipt',
    ]);
  });

  it('what another tab has paid is locked no longer, where the host says that it failed', () => {
    const paid = { going: false, feeIds: ['1', '2'] };
    const lockedBy = (different: Partial<Claim>) =>
      [
        ...locksAt(
          reduce(
            till({ otherClaims: [claim({ ...paid, ...different })] }),
            seen({ 1: 'failed', 2: undefined }),
            NOW,
          ).state,
          NOW,
        ).keys(),
      ].join();
    expect(lockedBy({})).to.equal('2');
    expect(lockedBy({ failed: ['1'] }), 'it had failed before').to.equal('1,2');
    expect(lockedBy({ inProgress: true }), 'it is being paid anew').to.equal('1,2');
  });

  it('whoever is logged in next is told nothing of what was paid', () => {
    const receipt = { is: 'receipt', order: sent(), amount: 14000 as Ore, at: NOW } as const;
    const before = till({ notices: [receipt, { is: 'login' }] });
    expect(reduce(before, { is: 'logged out' }, NOW).state.notices).to.deep.equal([
      { is: 'login' },
    ]);
  });

  it('a debt that could not be read may still be there', () => {
    expect(inWords(STATES['open'] as PaymentState, seen({}, false))).to.equal('open');
    expect(reduce(ACCEPTED, seen({}, false), NOW).state.accepted).to.have.length(1);
  });

  it('what is read in another place says nothing', () => {
    const elsewhere = { source: '/child/fees', debts: new Map(), complete: true };
    for (const before of [ACCEPTED, STATES['open'] as PaymentState]) {
      expect(reduce(before, { is: 'seen', seen: elsewhere }, NOW).state).to.deep.equal(before);
    }
  });

  it('a payment that had failed before this one says nothing of this one', () => {
    const lines = order().lines.map((line) => ({ ...line, failed: true }));
    const before = till({ current: { is: 'open', order: sent({ lines }) } });
    expect(inWords(before, seen({ 1: 'failed', 2: 'failed' }))).to.equal('open');
  });

  it('DOMAIN, ding2: a failed payment locks nothing', () => {
    const { state: after } = reduce(STATES['away'] as PaymentState, returned('failed'), NOW);
    expect([...locksAt(after, NOW)]).to.be.empty;
    expect(inWords(after, START)).to.equal('starting, ask');
  });

  it('after the watch the patron is told that it takes its time; the debts stay locked', () => {
    const { state: after } = reduce(ACCEPTED, { is: 'watched' }, NOW);
    expect(after.accepted.map(({ watched }) => watched)).to.deep.equal([false]);
    expect([...locksAt(after, NOW).keys()]).to.deep.equal(['1', '2']);
    expect([...locksAt(after, NOW + ACCEPTED_LIFETIME)], 'not for ever').to.be.empty;
  });
});

describe('CONTRACT 6: what the tab remembers', () => {
  const reopened = (before: PaymentState, now = NOW): PaymentState =>
    fromStoredState(JSON.parse(JSON.stringify(toStoredState(before) ?? INITIAL_STATE)), now);

  it('is nothing, when nothing is under way', () => {
    expect(toStoredState(INITIAL_STATE)).to.be.undefined;
    expect(toStoredState(till({ notices: [{ is: 'lost' }] }))).to.be.undefined;
  });

  it('DOMAIN, ding2#1898: the browser was closed at the gateway: the order is open, not forgotten', () => {
    for (const state of ['away', 'open']) {
      expect(reopened(STATES[state] as PaymentState).current.is).to.equal('open');
      expect(
        inWords(reopened(STATES[state] as PaymentState), START),
        'and not paid again',
      ).to.equal('open');
    }
  });

  it('a page that went while the host was asked knows that nobody can have paid', () => {
    const after = reopened(STATES['starting'] as PaymentState);
    expect([after.current.is, after.notices]).to.deep.equal(['asked', [{ is: 'lost' }]]);
    expect(reopened(STATES['asked'] as PaymentState).notices, 'said once').to.be.empty;
  });

  it('what is accepted, and what other tabs pay, for as long as it holds', () => {
    const before = { ...ACCEPTED, others: [claim()] };
    expect(reopened(before)).to.deep.include({ accepted: before.accepted, others: before.others });
    const later = reopened(before, NOW + ACCEPTED_LIFETIME);
    expect([later.accepted, later.otherClaims]).to.deep.equal([[], []]);
  });

  it('nobody comes back after a day', () => {
    expect(reopened(STATES['open'] as PaymentState, NOW + ACCEPTED_LIFETIME).current.is).to.equal(
      'free',
    );
    expect(
      reopened(STATES['open'] as PaymentState, NOW + ORDER_LIFETIME).current.is,
      'a late return',
    ).to.equal('open');
  });

  it('neither names nor titles', () => {
    const written = JSON.stringify(toStoredState(STATES['open'] as PaymentState));
    expect(written).not.to.match(/reason|title|name|material/i);
  });
});
