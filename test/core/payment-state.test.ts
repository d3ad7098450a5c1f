import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Order } from '../../src/payment/core/order.js';
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
  type Claim,
  type CurrentPayment,
  type SentOrder,
  type PaymentState,
} from '../../src/payment/core/state.js';
import type { Ore } from '../../src/util/ore.js';

const NOW = Date.UTC(2026, 10, 22);
const MINUTE = 60_000;

const order = (key = 'k1', feeIds = ['1', '2']): Order => ({
  key,
  lines: feeIds.map((feeId) => ({
    feeId,
    amount: 7000 as Ore,
    type: 'fee',
    failed: feeId === '2',
  })),
  source: '/fees',
  returnUrl: '/',
  language: 'da',
  channel: 'cms',
  requestedAt: NOW,
});
const sent = (key?: string, feeIds?: string[]): SentOrder => ({ ...order(key, feeIds), id: 'L-1' });

const CURRENTS: Record<string, CurrentPayment> = {
  free: { is: 'free' },
  starting: { is: 'starting', order: order() },
  'starting again': { is: 'starting', order: sent() },
  asked: { is: 'asked', order: order() },
  away: { is: 'away', order: sent(), again: false },
  open: { is: 'open', order: sent() },
};
const at = (current: CurrentPayment | undefined): PaymentState => ({
  ...INITIAL_STATE,
  current: current as CurrentPayment,
});
const ACCEPTED = { order: sent('k0', ['3', '4']), at: NOW, watched: true, pending: ['4'] };
const claim = (different: Partial<Claim> = {}): Claim => ({
  key: 'k9',
  feeIds: ['9'],
  until: NOW + MINUTE,
  inProgress: true,
  sent: true,
  failed: [],
  ...different,
});

describe('CONTRACT 6: what a tab keeps from the others', () => {
  const rows: Record<string, string> = {
    free: '',
    starting: '1 2 going',
    'starting again': '1 2 going sent',
    asked: '',
    away: '1 2 going sent',
    open: '1 2 going sent',
  };
  for (const [state, expected] of Object.entries(rows)) {
    it(`${state}: ${expected || 'nothing'}`, () => {
      const words = claimsOf(at(CURRENTS[state])).map(
        ({ feeIds, inProgress: going, sent: isSent }) =>
          [...feeIds, going && 'going', isSent && 'sent'].filter(Boolean).join(' '),
      );
      expect(words).to.deep.equal(expected ? [expected] : []);
    });
  }

  it('an order that is being paid: for as long as the host keeps it, and a request is on its way', () => {
    expect(ORDER_LIFETIME).to.equal(35 * MINUTE);
    expect(claimsOf(at(CURRENTS['open']))).to.deep.equal([
      {
        ...{ key: 'k1', feeIds: ['1', '2'], until: NOW + ORDER_LIFETIME },
        ...{ going: true, sent: true, failed: ['2'] },
      },
    ]);
  });

  it('one that was accepted: what is not registered of it, for a day', () => {
    expect(ACCEPTED_LIFETIME).to.equal(24 * 60 * MINUTE);
    expect(claimsOf({ ...at(CURRENTS['starting']), accepted: [ACCEPTED] })).to.have.length(2);
    expect(claimsOf({ ...INITIAL_STATE, accepted: [ACCEPTED] })).to.deep.equal([
      {
        ...{ key: 'k0', feeIds: ['4'], until: NOW + ACCEPTED_LIFETIME },
        ...{ going: false, sent: true, failed: [] },
      },
    ]);
  });
});

describe('CONTRACT 6: which debts are locked, and until when', () => {
  const inWords = (till: PaymentState, now = NOW): string =>
    [...locksAt(till, now)].map(([feeId, lock]) => `${feeId} ${lock}`).join(', ');

  const rows: Record<string, string> = {
    free: '',
    starting: '',
    'starting again': '',
    asked: '',
    away: '',
    open: '1 paying, 2 paying',
  };
  for (const [state, expected] of Object.entries(rows)) {
    it(`${state}: ${expected || 'none; its own button is busy, or nothing is under way'}`, () => {
      expect(inWords(at(CURRENTS[state]))).to.equal(expected);
    });
  }

  it('those of an accepted order that are not registered, in every state', () => {
    for (const [state, current] of Object.entries(CURRENTS)) {
      const till = { ...at(current), accepted: [ACCEPTED] };
      expect(locksAt(till, NOW).get('4'), state).to.equal('registering');
      expect(locksAt(till, NOW).has('3'), state).to.be.false;
      expect(inWords(till, NOW + ACCEPTED_LIFETIME), 'not for ever').to.equal('');
    }
  });

  it('those that another tab is paying, or has paid', () => {
    const others = [claim(), claim({ key: 'k8', feeIds: ['8'], inProgress: false })];
    expect(inWords({ ...INITIAL_STATE, otherClaims: others })).to.equal('9 paying, 8 registering');
    expect(inWords({ ...INITIAL_STATE, otherClaims: others }, NOW + MINUTE - 1)).to.equal(
      '9 paying, 8 registering',
    );
    expect(inWords({ ...INITIAL_STATE, otherClaims: others }, NOW + MINUTE)).to.equal('');
  });

  it('an open order for 35 minutes, to the millisecond', () => {
    const till = at(CURRENTS['open']);
    expect(inWords(till, NOW + ORDER_LIFETIME - 1)).to.equal('1 paying, 2 paying');
    expect(inWords(till, NOW + ORDER_LIFETIME)).to.equal('');
    expect(openOrderAt(till, NOW + ORDER_LIFETIME - 1)).to.deep.equal(sent());
    expect(openOrderAt(till, NOW + ORDER_LIFETIME)).to.be.undefined;
  });

  it('no other state is an open one', () => {
    for (const [state, current] of Object.entries(CURRENTS)) {
      expect(openOrderAt(at(current), NOW) !== undefined, state).to.equal(state === 'open');
    }
  });
});

describe('CONTRACT 6: another tab is paying', () => {
  it('while one of its claims says so, and has not run out', () => {
    const paid = claim({ key: 'k8', inProgress: false, until: NOW + ACCEPTED_LIFETIME });
    const others = [paid, claim()];
    expect(otherTabClaimAt({ ...INITIAL_STATE, otherClaims: others }, NOW)?.key).to.equal('k9');
    expect(otherTabClaimAt({ ...INITIAL_STATE, otherClaims: others }, NOW + MINUTE)).to.be
      .undefined;
    expect(otherTabClaimAt({ ...INITIAL_STATE, otherClaims: [paid] }, NOW)).to.be.undefined;
    expect(otherTabClaimAt(at(CURRENTS['away']), NOW), 'not this one').to.be.undefined;
  });
});

describe('CONTRACT 6: what is under way is remembered in the tab, and forgotten when it is done', () => {
  const reopened = (till: PaymentState, now = NOW): PaymentState =>
    fromStoredState(JSON.parse(JSON.stringify(toStoredState(till) ?? INITIAL_STATE)), now);

  const rows: Record<string, string> = {
    free: 'free',
    starting: 'asked, lost',
    'starting again': 'open',
    asked: 'asked',
    away: 'open',
    open: 'open',
  };
  for (const [state, expected] of Object.entries(rows)) {
    it(`a page that was ${state} when it went is ${expected} when it comes`, () => {
      const { current, notices: told } = reopened(at(CURRENTS[state]));
      expect([current.is, ...told.map(({ is }) => is)].join(', ')).to.equal(expected);
      if (current.is !== 'free') expect(current.order.key).to.equal('k1');
    });
  }

  it('what was told is not told again by the next page', () => {
    const till = { ...at(CURRENTS['open']), told: [{ is: 'lost' }] } as const;
    expect(toStoredState(till)).not.to.have.property('told');
    expect(reopened(till).notices).to.be.empty;
  });

  it('nothing is written where nothing is under way, and something where anything is', () => {
    expect(toStoredState(INITIAL_STATE)).to.be.undefined;
    expect(toStoredState({ ...INITIAL_STATE, accepted: [ACCEPTED] })).to.exist;
    expect(toStoredState({ ...INITIAL_STATE, otherClaims: [claim()] })).to.exist;
    for (const [state, current] of Object.entries(CURRENTS)) {
      expect(toStoredState(at(current)) !== undefined, state).to.equal(state !== 'free');
    }
  });

  it('whatever is remembered has run out after a day, and not before its time', () => {
    const delay = fc.nat(2 * ACCEPTED_LIFETIME);
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(CURRENTS)), delay, (current, after) => {
        const others = [claim({ until: NOW + ORDER_LIFETIME })];
        const till = reopened(
          { ...at(current), accepted: [ACCEPTED], otherClaims: others },
          NOW + after,
        );
        expect(till.accepted.length).to.equal(after < ACCEPTED_LIFETIME ? 1 : 0);
        expect(till.otherClaims.length).to.equal(after < ORDER_LIFETIME ? 1 : 0);
        const free = current.is === 'free' || after >= ACCEPTED_LIFETIME;
        expect(till.current.is === 'free').to.equal(free);
        if (after >= ACCEPTED_LIFETIME) expect(toStoredState(till)).to.be.undefined;
      }),
    );
  });
});
