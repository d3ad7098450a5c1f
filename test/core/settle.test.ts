import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { PaymentStatus } from '../../src/debts/debt.js';
import { amountOf } from '../../src/payment/core/order.js';
import { settle } from '../../src/payment/core/settle.js';
import {
  locksAt,
  INITIAL_STATE,
  type DebtsRead,
  type SentOrder,
  type PaymentState,
} from '../../src/payment/core/state.js';
import type { Ore } from '../../src/util/ore.js';

const NOW = Date.UTC(2026, 10, 22);
const STATUSES = ['gone', undefined, 'reserved', 'pending', 'completed', 'failed'] as const;
type Status = (typeof STATUSES)[number];

const sent = (
  key: string,
  feeIds: readonly string[],
  failed: readonly string[] = [],
): SentOrder => ({
  key,
  id: `L-${key}`,
  lines: feeIds.map((feeId, index) => ({
    feeId,
    amount: ((index + 1) * 256) as Ore,
    type: 'fee',
    failed: failed.includes(feeId),
  })),
  source: '/fees',
  returnUrl: '/',
  language: 'da',
  channel: 'cms',
  requestedAt: NOW,
});

const open = (order: SentOrder): PaymentState => ({
  ...INITIAL_STATE,
  current: { is: 'open', order },
});
const accepted = (...orders: readonly SentOrder[]): PaymentState => ({
  ...INITIAL_STATE,
  accepted: orders.map((order) => ({
    order,
    at: NOW - 5000,
    watched: true,
    pending: order.lines.map(({ feeId }) => feeId),
  })),
});

/** Everything could be read, and each debt has what is written of it. */
const seen = (
  statuses: Readonly<Record<string, Status>>,
  different: Partial<DebtsRead> = {},
): DebtsRead => ({
  source: '/fees',
  debts: new Map(
    Object.entries(statuses).filter(
      (entry): entry is [string, PaymentStatus | undefined] => entry[1] !== 'gone',
    ),
  ),
  complete: true,
  ...different,
});

const told = ({ notices: told }: PaymentState): string => told.map(({ is }) => is).join(' ');

const feeIds = ['1', '2', '3'];
const anyDebts = fc.record(
  Object.fromEntries(feeIds.map((feeId) => [feeId, fc.constantFrom(...STATUSES)])),
);
const anyFailed = fc.subarray(feeIds);

describe('CONTRACT 6: accepted: as registered only what is not in the list any more', () => {
  it('for any list: a receipt where all are gone, and no word of failure while one is pending', () => {
    fc.assert(
      fc.property(anyDebts, anyFailed, (debts, failed) => {
        const after = settle(accepted(sent('k', feeIds, failed)), seen(debts), NOW);
        const gone = feeIds.filter((feeId) => debts[feeId] === 'gone');
        const lost = feeIds.filter((id) => debts[id] === 'failed' && !failed.includes(id));
        const pending = feeIds.filter((feeId) => !gone.includes(feeId) && !lost.includes(feeId));
        if (pending.length) {
          expect(told(after)).to.equal('');
          expect(after.accepted.map((one) => one.pending)).to.deep.equal([pending]);
        } else {
          expect(after.accepted).to.be.empty;
          const word = { 3: 'receipt', 0: 'failed' }[gone.length] ?? 'partly';
          expect(told(after)).to.equal(word);
        }
      }),
    );
  });

  it('for any list: locked are exactly those that are there and have not failed', () => {
    fc.assert(
      fc.property(anyDebts, (debts) => {
        const after = settle(accepted(sent('k', feeIds)), seen(debts), NOW);
        const there = feeIds.filter((feeId) => !['gone', 'failed'].includes(String(debts[feeId])));
        expect([...locksAt(after, NOW).keys()]).to.deep.equal(there);
      }),
    );
  });

  it('the receipt is dated when the payment came back, and for the whole sum', () => {
    const [receipt] = settle(accepted(sent('k', feeIds)), seen({}), NOW).notices;
    expect(receipt).to.deep.include({ is: 'receipt', at: NOW - 5000, amount: 256 * 6 });
  });

  it('of a part, the receipt is for what is gone only', () => {
    const after = settle(accepted(sent('k', feeIds)), seen({ 1: 'failed', 3: 'failed' }), NOW);
    expect(after.notices).to.have.length(1);
    const [partly] = after.notices as [Extract<(typeof after.notices)[0], { order: SentOrder }>];
    expect(partly.order.lines.map(({ feeId }) => feeId)).to.deep.equal(['2']);
    expect(partly.amount).to.equal(512);
    expect(partly.amount).to.equal(amountOf(partly.order));
  });

  it('each order by itself', () => {
    const both = accepted(sent('a', ['1']), sent('b', ['2', '3']));
    const after = settle(both, seen({ 2: 'pending', 3: 'failed' }), NOW);
    expect(told(after)).to.equal('receipt');
    expect(after.accepted.map(({ order, pending }) => [order.key, ...pending])).to.deep.equal([
      ['b', '2'],
    ]);
  });

  it('where something could not be read, what is not there may be there', () => {
    const after = settle(accepted(sent('k', feeIds)), seen({}, { complete: false }), NOW);
    expect([told(after), after.accepted.length]).to.deep.equal(['', 1]);
  });

  it('of a list from another place it learns nothing', () => {
    const before = accepted(sent('k', feeIds));
    expect(settle(before, seen({}, { source: '/child/fees' }), NOW)).to.deep.equal(before);
  });
});

describe('CONTRACT 6: an order of which nobody knows the end', () => {
  it('for any list: it ends only where none of its debts can be paid by it any more', () => {
    fc.assert(
      fc.property(anyDebts, anyFailed, (debts, failed) => {
        const order = sent('k', feeIds, failed);
        const after = settle(open(order), seen(debts), NOW);
        const gone = feeIds.every((feeId) => debts[feeId] === 'gone');
        const lost = feeIds.every((id) => debts[id] === 'failed' && !failed.includes(id));
        const there = feeIds.filter((feeId) => debts[feeId] !== 'gone');
        const paid =
          !gone && there.every((id) => debts[id] === 'pending' || debts[id] === 'completed');
        expect(told(after)).to.equal(gone ? 'gone' : lost ? 'failed' : '');
        expect(after.accepted.map((one) => one.pending)).to.deep.equal(paid ? [there] : []);
        expect(after.current.is).to.equal(gone || lost || paid ? 'free' : 'open');
      }),
    );
  });

  it('it is never said to be cancelled, nor paid by this tab', () => {
    fc.assert(
      fc.property(anyDebts, (debts) => {
        expect(told(settle(open(sent('k', feeIds)), seen(debts), NOW))).to.match(
          /^(gone|failed|)$/,
        );
      }),
    );
  });

  it('of what is asked, or on its way, a list says nothing', () => {
    const order = sent('k', feeIds);
    for (const current of [
      { is: 'starting', order },
      { is: 'asked', order },
      { is: 'away', order, again: false },
    ] as const) {
      for (const debts of [{}, { 1: 'failed', 2: 'failed', 3: 'failed' }] as const) {
        const after = settle({ ...INITIAL_STATE, current }, seen(debts), NOW);
        expect([after.current.is, told(after)]).to.deep.equal([current.is, '']);
      }
    }
  });
});

describe('CONTRACT 6: what was said stands until there is something else to say', () => {
  it('a read without news takes nothing away', () => {
    const before: PaymentState = { ...INITIAL_STATE, notices: [{ is: 'lost' }] };
    expect(told(settle(before, seen({ 1: undefined }), NOW))).to.equal('lost');
  });

  it('what has become of an order takes the place of why none was started', () => {
    const before: PaymentState = { ...accepted(sent('k', feeIds)), notices: [{ is: 'lost' }] };
    expect(told(settle(before, seen({}), NOW))).to.equal('receipt');
  });
});
