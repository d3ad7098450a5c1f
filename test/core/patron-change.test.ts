import { expect } from '@open-wc/testing';
import type { Order } from '../../src/payment/core/order.js';
import { reduce, type Action } from '../../src/payment/core/reducer.js';
import { PaymentStore } from '../../src/payment/core/payment-store.js';
import {
  ACCEPTED_LIFETIME,
  claimsOf,
  otherTabClaimAt,
  locksAt,
  INITIAL_STATE,
  ORDER_LIFETIME,
  openOrderAt,
  toStoredState,
  fromStoredState,
  resumingOrder,
  type Claim,
  type Lock,
  type SentOrder,
  type PaymentState,
} from '../../src/payment/core/state.js';
import type { Ore } from '../../src/util/ore.js';

const NOW = Date.UTC(2026, 10, 22);

const order = (different: Partial<Order> = {}, feeIds = ['1', '2']): Order => ({
  key: 'k1',
  lines: feeIds.map((feeId) => ({ feeId, amount: 7000 as Ore, type: 'fee' })),
  source: '/fees',
  returnUrl: '/',
  language: 'da',
  channel: 'app',
  requestedAt: NOW,
  ...different,
});
const sent = (different: Partial<Order> = {}, feeIds?: string[]): SentOrder => ({
  id: 'L-1',
  ...order(different, feeIds),
});

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

const ACCEPTED = {
  order: sent({ key: 'k0' }, ['3', '4']),
  at: NOW,
  watched: true,
  pending: ['4'],
} as const;
const RECEIPT = { is: 'receipt', order: sent(), amount: 14_000 as Ore, at: NOW } as const;

/** Each state of the till, and what is kept from the next patron in it: until when. */
const STATES: Record<string, readonly [PaymentState, Lock | undefined]> = {
  free: [INITIAL_STATE, undefined],
  // Nobody has been sent to pay what the host is only being asked for.
  starting: [till({ current: { is: 'starting', order: order() } }), undefined],
  asked: [till({ current: { is: 'asked', order: order() } }), undefined],
  'starting again': [till({ current: { is: 'starting', order: sent() } }), 'paying'],
  away: [till({ current: { is: 'away', order: sent(), again: false } }), 'paying'],
  'away again': [till({ current: { is: 'away', order: sent(), again: true } }), 'paying'],
  open: [till({ current: { is: 'open', order: sent() } }), 'paying'],
  accepted: [
    till({ accepted: [{ ...ACCEPTED, order: sent(), pending: ['1', '2'] }] }),
    'registering',
  ],
};

const CHANGED: Action = { is: 'patron' };
const changed = (before: PaymentState, now = NOW): PaymentState =>
  reduce(before, CHANGED, now).state;

const start = (feeIds: string[], at = NOW): Action => ({
  is: 'start',
  order: order({ key: 'k2', requestedAt: at }, feeIds),
});

/** `1 paying, 2 paying` */
const locksIn = (after: PaymentState, now = NOW): string =>
  [...locksAt(after, now)].map(([feeId, lock]) => `${feeId} ${lock}`).join(', ');

const written = (before: PaymentState): PaymentState =>
  fromStoredState(JSON.parse(JSON.stringify(toStoredState(before) ?? INITIAL_STATE)), NOW);

describe('CONTRACT 7: the token changes hands', () => {
  for (const [state, [before, lock]] of Object.entries(STATES)) {
    describe(state, () => {
      const told: PaymentState = { ...before, notices: [{ is: 'lost' }, RECEIPT] };
      const after = changed(told);

      it('nothing is told, shown or gone on with', () => {
        expect(after.notices).to.deep.equal([]);
        expect(after.current).to.deep.equal({ is: 'free' });
        expect(after.accepted).to.deep.equal([]);
        expect(openOrderAt(after, NOW)).to.be.undefined;
        expect(resumingOrder(after)).to.be.undefined;
        expect(otherTabClaimAt(after, NOW), 'nor said to be another tab’s').to.be.undefined;
        expect(reduce(told, CHANGED, NOW).effect, 'nor done').to.be.undefined;
        expect(JSON.stringify(after)).not.to.match(/L-1|amount|order/);
      });

      it('another’s payment can start', () => {
        const next = reduce(after, start(['7']), NOW);
        expect([next.state.current.is, next.effect]).to.deep.equal(['starting', 'ask']);
        expect(next.state.current).to.have.nested.property('order.key', 'k2');
      });

      const kept = lock && `1 ${lock}, 2 ${lock}`;
      it(kept ? `its own debts are locked: ${kept}` : 'no debt is locked', () => {
        expect(locksIn(after)).to.equal(kept ?? '');
        for (const feeIds of [['1'], ['2', '7']]) {
          const next = reduce(after, start(feeIds), NOW);
          if (kept) {
            expect(next.state.current.is).to.equal('free');
            expect(next.state.notices).to.deep.equal([{ is: 'paying' }]);
          } else expect(next.effect).to.equal('ask');
        }
      });

      if (lock) {
        const end = NOW + (lock === 'paying' ? ORDER_LIFETIME : ACCEPTED_LIFETIME);
        it('until the claim ends, and no longer', () => {
          expect(locksIn(after, end - 1)).to.equal(kept);
          expect(locksIn(after, end)).to.equal('');
          expect(reduce(after, start(['1', '2'], end), end).effect).to.equal('ask');
          expect(reduce(after, { is: 'time passes' }, end).state).to.deep.equal(INITIAL_STATE);
        });

        it('while the next one pays, too', () => {
          const { state: paying } = reduce(after, start(['7']), NOW);
          const { state: away } = reduce(paying, { is: 'answered', key: 'k2', id: 'L-2' }, NOW);
          for (const each of [paying, away]) expect(locksIn(each)).to.equal(kept);
          const { state: free } = reduce(
            away,
            { is: 'returned', id: 'L-2', result: 'failed' },
            NOW,
          );
          expect(locksIn(free)).to.equal(kept);
        });
      }

      it('what comes of it later is not heard: neither an answer, nor a return', () => {
        for (const late of [
          { is: 'answered', key: 'k1', id: 'L-1' },
          { is: 'refused', key: 'k1', because: 'paid' },
          { is: 'returned', id: 'L-1', result: 'accepted' },
          { is: 'returned', id: 'L-1', result: 'cancelled' },
          { is: 'back' },
          { is: 'continue' },
          { is: 'watched' },
          { is: 'logged out' },
          { is: 'seen', seen: { source: '/fees', debts: new Map(), complete: true } },
        ] as const satisfies readonly Action[]) {
          const next = reduce(after, late, NOW);
          expect(next.state.notices, late.is).to.deep.equal([]);
          expect(next.state.current.is, late.is).to.equal('free');
          expect(next.state.accepted, late.is).to.deep.equal([]);
          expect(next.effect, late.is).to.be.undefined;
        }
      });

      it('it survives a reload', () => {
        expect(locksIn(written(after))).to.equal(kept ?? '');
        expect(written(after).current.is).to.equal('free');
        expect(
          toStoredState(after) === undefined,
          'nothing is left where nothing is locked',
        ).to.equal(!lock);
      });

      it('and hands that change once more, and a reload between them', () => {
        for (const twice of [changed(after), changed(written(after)), written(changed(after))]) {
          expect(locksIn(twice)).to.equal(kept ?? '');
          expect(twice.otherClaims).to.deep.equal(after.otherClaims);
        }
      });

      it('the other tabs are told', () => {
        const heard: object[] = [];
        let written: PaymentState | undefined;
        const keeper = new PaymentStore(before, {
          now: () => NOW,
          remember: (now) => {
            written = now;
            return true;
          },
          tellOthers: (message) => heard.push(message),
          ask: () => undefined,
          go: () => undefined,
          read: () => undefined,
          show: () => undefined,
        });
        keeper.dispatch(CHANGED);
        expect(written, 'and the tab’s next page').to.deep.equal(keeper.state);
        const [message, ...others] = heard as { claim?: Claim; released?: string }[];
        expect(others).to.deep.equal([]);
        if (lock) {
          expect(message?.claim).to.deep.include({ key: 'k1', feeIds: ['1', '2'], going: false });
        } else if (before.current.is !== 'free') expect(message).to.deep.equal({ released: 'k1' });
        else expect(message).to.be.undefined;
        keeper.dispatch(CHANGED);
        expect(heard.length, 'once').to.equal(message ? 1 : 0);
      });
    });
  }
});

describe('CONTRACT 7: the token changes hands, in the other tabs', () => {
  const [open] = STATES['open'] as readonly [PaymentState, Lock];
  const [left] = claimsOf(changed(open)) as [Claim];
  const [going] = claimsOf(open) as [Claim];

  /** A tab that knew of the payment, and hears that it was left. */
  const other = reduce(
    reduce(INITIAL_STATE, { is: 'heard', claim: going }, NOW).state,
    { is: 'heard', claim: left },
    NOW,
  ).state;

  it('nobody is said to pay any more, and those debts stay locked', () => {
    expect(otherTabClaimAt(other, NOW)).to.be.undefined;
    expect(locksIn(other)).to.equal('1 paying, 2 paying');
    expect(reduce(other, start(['7']), NOW).effect).to.equal('ask');
    expect(reduce(other, start(['1']), NOW).effect).to.equal('read');
  });

  it('what is told late, that it was going, is not believed over it', () => {
    const late = reduce(other, { is: 'heard', claim: going }, NOW).state;
    expect(otherTabClaimAt(late, NOW)).to.be.undefined;
    expect(locksIn(late)).to.equal('1 paying, 2 paying');
  });

  it('what other tabs are paying locks its debts, and keeps nobody from paying others', () => {
    const others = [claim(), claim({ key: 'k8', feeIds: ['8'], inProgress: false })];
    const after = changed(till({ otherClaims: others }));
    expect(after.otherClaims.map(({ key }) => key)).to.deep.equal(['k9', 'k8']);
    expect(otherTabClaimAt(after, NOW)).to.be.undefined;
    expect(locksIn(after)).to.include('8 registering').and.to.include('9 registering');
    expect(reduce(after, start(['7']), NOW).effect).to.equal('ask');
  });

  it('whose till it is, is remembered where the app says so', () => {
    const asAstrid = reduce(till({ accepted: [ACCEPTED] }), { is: 'patron', patron: 1 }, NOW).state;
    expect(asAstrid.accepted).to.deep.equal([ACCEPTED]);
    const next = fromStoredState(toStoredState(asAstrid) ?? INITIAL_STATE, NOW);
    expect(reduce(next, { is: 'patron', patron: 1 }, NOW).state).to.deep.equal(next);
    const asBo = reduce(next, { is: 'patron', patron: 2 }, NOW).state;
    expect([asBo.accepted, asBo.notices, asBo.patron]).to.deep.equal([[], [], 2]);
    expect(locksIn(asBo)).to.include('registering');
  });

  it('several orders: each of them, once', () => {
    const before = till({
      current: { is: 'open', order: sent() },
      accepted: [ACCEPTED],
      otherClaims: [claim()],
    });
    const after = changed(changed(before));
    expect(after.otherClaims.map(({ key }) => key).sort()).to.deep.equal(['k0', 'k1', 'k9']);
    expect(locksIn(after)).to.include('4 registering').and.to.include('1 paying');
    expect(locksIn(after), 'registered already').not.to.include('3');
  });

  it('a debt whose payment has failed before this one is remembered to have', () => {
    const lines = order().lines.map((line) => ({ ...line, failed: line.feeId === '2' }));
    const after = changed(till({ current: { is: 'open', order: sent({ lines }) } }));
    expect(after.otherClaims[0]?.failed).to.deep.equal(['2']);
  });

  it('where the host says that it has failed, it is locked no longer', () => {
    const failed: Action = {
      is: 'seen',
      seen: {
        source: '/fees',
        debts: new Map([
          ['1', 'failed'],
          ['2', undefined],
        ]),
        complete: true,
      },
    };
    expect(locksIn(reduce(changed(open), failed, NOW).state)).to.equal('2 paying');
  });
});
