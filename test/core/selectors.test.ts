import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { claimsOf } from '../../src/payment/core/claims.js';
import type { Order, SentOrder } from '../../src/payment/core/order.js';
import { claimedLocksAt, openOrderAt, otherTabClaimAt } from '../../src/payment/core/selectors.js';
import {
  ACCEPTED_LIFETIME,
  INITIAL_STATE,
  ORDER_LIFETIME,
  type AcceptedOrder,
  type CurrentPayment,
  type PaymentState,
} from '../../src/payment/core/state.js';
import { fromStoredState, toStoredState } from '../../src/payment/core/stored-state.js';
import { claimOf as createClaim, MINUTE, NOW, orderOf, stateWith } from './payment-fixtures.js';

const order = (key = 'k1', feeIds = ['1', '2']): Order => {
  const { lines } = orderOf({}, feeIds);
  return orderOf({ key, lines: lines.map((line) => ({ ...line, failed: line.feeId === '2' })) });
};
const sent = (key?: string, feeIds?: string[]): SentOrder => ({ ...order(key, feeIds), id: 'L-1' });
const claimOf: typeof createClaim = (different) =>
  createClaim({ until: NOW + MINUTE, ...different });

const CURRENTS: Record<string, CurrentPayment> = {
  idle: { is: 'idle' },
  starting: { is: 'starting', order: order() },
  'starting again': { is: 'starting', order: sent() },
  requested: { is: 'requested', order: order() },
  away: { is: 'away', order: sent(), again: false },
  open: { is: 'open', order: sent() },
};
const at = (current: CurrentPayment | undefined): PaymentState =>
  stateWith({ current: current as CurrentPayment });
const ACCEPTED: AcceptedOrder = {
  is: 'accepted',
  order: sent('k0', ['3', '4']),
  at: NOW,
  watched: true,
  pending: ['4'],
};

describe('CONTRACT 6: the claims of a tab', () => {
  const rows: Record<string, string> = {
    idle: '',
    starting: '1 2 paying',
    'starting again': '1 2 paying sent',
    requested: '',
    away: '1 2 paying sent',
    open: '1 2 paying sent',
  };
  for (const [state, expected] of Object.entries(rows)) {
    it(`${state}: ${expected || 'nothing'}`, () => {
      const claims = claimsOf(at(CURRENTS[state])).map(({ feeIds, inProgress, sent: isSent }) =>
        [...feeIds, inProgress && 'paying', isSent && 'sent'].filter(Boolean).join(' '),
      );
      expect(claims).to.deep.equal(expected ? [expected] : []);
    });
  }

  it('an order that is being paid: for the time that the payment host keeps it, and a request travels', () => {
    expect(ORDER_LIFETIME).to.equal(35 * MINUTE);
    expect(claimsOf(at(CURRENTS['open']))).to.deep.equal([
      {
        ...{ key: 'k1', feeIds: ['1', '2'], until: NOW + ORDER_LIFETIME },
        ...{ inProgress: true, sent: true, failed: ['2'] },
      },
    ]);
  });

  it('an accepted order: its debts that are not registered, for a day', () => {
    expect(ACCEPTED_LIFETIME).to.equal(24 * 60 * MINUTE);
    expect(claimsOf({ ...at(CURRENTS['starting']), accepted: [ACCEPTED] })).to.have.length(2);
    expect(claimsOf({ ...INITIAL_STATE, accepted: [ACCEPTED] })).to.deep.equal([
      {
        ...{ key: 'k0', feeIds: ['4'], until: NOW + ACCEPTED_LIFETIME },
        ...{ inProgress: false, sent: true, failed: [] },
      },
    ]);
  });
});

describe('CONTRACT 6: locked debts', () => {
  const locksIn = (state: PaymentState, now = NOW): string =>
    [...claimedLocksAt(state, now)].map(([feeId, lock]) => `${feeId} ${lock}`).join(', ');

  const rows: Record<string, string> = {
    idle: '',
    starting: '',
    'starting again': '',
    requested: '',
    away: '',
    open: '1 paying, 2 paying',
  };
  for (const [state, expected] of Object.entries(rows)) {
    it(`${state}: ${expected || 'none'}`, () => {
      expect(locksIn(at(CURRENTS[state]))).to.equal(expected);
    });
  }

  it('debts of an accepted order that are not registered, in every state', () => {
    for (const [name, current] of Object.entries(CURRENTS)) {
      const state = { ...at(current), accepted: [ACCEPTED] };
      expect(claimedLocksAt(state, NOW).get('4'), name).to.equal('registering');
      expect(claimedLocksAt(state, NOW).has('3'), name).to.be.false;
      expect(locksIn(state, NOW + ACCEPTED_LIFETIME), 'it ends').to.equal('');
    }
  });

  it('debts that another tab is paying, or has paid', () => {
    const others = [claimOf(), claimOf({ key: 'k8', feeIds: ['8'], inProgress: false })];
    expect(locksIn({ ...INITIAL_STATE, otherClaims: others })).to.equal('9 paying, 8 registering');
    expect(locksIn({ ...INITIAL_STATE, otherClaims: others }, NOW + MINUTE - 1)).to.equal(
      '9 paying, 8 registering',
    );
    expect(locksIn({ ...INITIAL_STATE, otherClaims: others }, NOW + MINUTE)).to.equal('');
  });

  it('an open order for exactly 35 minutes', () => {
    const state = at(CURRENTS['open']);
    expect(locksIn(state, NOW + ORDER_LIFETIME - 1)).to.equal('1 paying, 2 paying');
    expect(locksIn(state, NOW + ORDER_LIFETIME)).to.equal('');
    expect(openOrderAt(state, NOW + ORDER_LIFETIME - 1)).to.deep.equal(sent());
    expect(openOrderAt(state, NOW + ORDER_LIFETIME)).to.be.undefined;
  });

  const states = {
    ...CURRENTS,
    'away again': { is: 'away', order: sent(), again: true },
  } satisfies Record<string, CurrentPayment>;
  for (const [state, current] of Object.entries(states)) {
    const expected = state === 'open' || / again$/.test(state);
    it(`${state}: ${expected ? 'the order is open' : 'no order is open'}`, () => {
      expect(openOrderAt(at(current), NOW)?.key).to.equal(expected ? 'k1' : undefined);
    });
  }

  it('an order that is being continued is open for as long as that takes', () => {
    expect(openOrderAt(at(CURRENTS['starting again']), NOW + ORDER_LIFETIME)?.key).to.equal('k1');
  });
});

describe('CONTRACT 6: another tab is paying', () => {
  it('while one of its claims is in progress, and has not ended', () => {
    const paid = claimOf({ key: 'k8', inProgress: false, until: NOW + ACCEPTED_LIFETIME });
    const others = [paid, claimOf()];
    expect(otherTabClaimAt({ ...INITIAL_STATE, otherClaims: others }, NOW)?.key).to.equal('k9');
    expect(otherTabClaimAt({ ...INITIAL_STATE, otherClaims: others }, NOW + MINUTE)).to.be
      .undefined;
    expect(otherTabClaimAt({ ...INITIAL_STATE, otherClaims: [paid] }, NOW)).to.be.undefined;
    expect(otherTabClaimAt(at(CURRENTS['away']), NOW), 'not this one').to.be.undefined;
  });
});

describe('CONTRACT 6: the stored state lasts as long as a payment', () => {
  const restored = (state: PaymentState, now = NOW): PaymentState =>
    fromStoredState(JSON.parse(JSON.stringify(toStoredState(state) ?? null)), now);

  const rows: Record<string, string> = {
    idle: 'idle',
    starting: 'requested, lost',
    'starting again': 'open',
    requested: 'requested',
    away: 'open',
    open: 'open',
  };
  for (const [state, expected] of Object.entries(rows)) {
    it(`a page that was left in ${state} is opened in ${expected}`, () => {
      const { current, notices } = restored(at(CURRENTS[state]));
      expect([current.is, ...notices.map(({ is }) => is)].join(', ')).to.equal(expected);
      if (current.is !== 'idle') expect(current.order.key).to.equal('k1');
    });
  }

  it('notices are not stored', () => {
    const state = { ...at(CURRENTS['open']), notices: [{ is: 'lost' }] } as const;
    expect(toStoredState(state)).not.to.have.property('notices');
    expect(restored(state).notices).to.be.empty;
  });

  it('something is stored exactly when a payment is in progress', () => {
    expect(toStoredState(INITIAL_STATE)).to.be.undefined;
    expect(toStoredState({ ...INITIAL_STATE, accepted: [ACCEPTED] })).to.exist;
    expect(toStoredState({ ...INITIAL_STATE, otherClaims: [claimOf()] })).to.exist;
    for (const [state, current] of Object.entries(CURRENTS)) {
      expect(toStoredState(at(current)) !== undefined, state).to.equal(state !== 'idle');
    }
  });

  it('everything stored ends after a day, and not early', () => {
    const delay = fc.nat(2 * ACCEPTED_LIFETIME);
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(CURRENTS)), delay, (current, after) => {
        const others = [claimOf({ until: NOW + ORDER_LIFETIME })];
        const state = restored(
          { ...at(current), accepted: [ACCEPTED], otherClaims: others },
          NOW + after,
        );
        expect(state.accepted.length).to.equal(after < ACCEPTED_LIFETIME ? 1 : 0);
        expect(state.otherClaims.length).to.equal(after < ORDER_LIFETIME ? 1 : 0);
        const ended = current.is === 'idle' || after >= ACCEPTED_LIFETIME;
        expect(state.current.is === 'idle').to.equal(ended);
        if (after >= ACCEPTED_LIFETIME) expect(toStoredState(state)).to.be.undefined;
      }),
    );
  });
});
