import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { PaymentStatus } from '../../src/debts/debt.js';
import { amountOf, type SentOrder } from '../../src/payment/core/order.js';
import { settle } from '../../src/payment/core/settle.js';
import { claimedLocksAt } from '../../src/payment/core/selectors.js';
import { INITIAL_STATE, type DebtsRead, type PaymentState } from '../../src/payment/core/state.js';
import type { Ore } from '../../src/util/ore.js';
import { NOW, sentOrderOf } from './payment-fixtures.js';

const STATUSES = ['gone', undefined, 'reserved', 'pending', 'completed', 'failed'] as const;
type Status = (typeof STATUSES)[number];

const sent = (key: string, feeIds: readonly string[], failed: readonly string[] = []): SentOrder =>
  sentOrderOf({
    key,
    id: `L-${key}`,
    lines: feeIds.map((feeId, index) => ({
      feeId,
      amount: ((index + 1) * 256) as Ore,
      type: 'fee',
      failed: failed.includes(feeId),
    })),
  });

const open = (order: SentOrder): PaymentState => ({
  ...INITIAL_STATE,
  current: { is: 'open', order },
});
const accepted = (...orders: readonly SentOrder[]): PaymentState => ({
  ...INITIAL_STATE,
  accepted: orders.map((order) => ({
    is: 'accepted',
    order,
    at: NOW - 5000,
    watched: true,
    pending: order.lines.map(({ feeId }) => feeId),
  })),
});

/** A complete list with these statuses. */
const listOf = (
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

const noticesIn = ({ notices }: PaymentState): string => notices.map(({ is }) => is).join(' ');

const feeIds = ['1', '2', '3'];
const anyDebts = fc.record(
  Object.fromEntries(feeIds.map((feeId) => [feeId, fc.constantFrom(...STATUSES)])),
);
const anyFailed = fc.subarray(feeIds);

describe('CONTRACT 6: an accepted order is registered when its debts are no longer listed', () => {
  it('for any list: a receipt when all are gone, and no failure while one is pending', () => {
    fc.assert(
      fc.property(anyDebts, anyFailed, (debts, failed) => {
        const after = settle(accepted(sent('k', feeIds, failed)), listOf(debts), NOW);
        const gone = feeIds.filter((feeId) => debts[feeId] === 'gone');
        const lost = feeIds.filter((id) => debts[id] === 'failed' && !failed.includes(id));
        const pending = feeIds.filter((feeId) => !gone.includes(feeId) && !lost.includes(feeId));
        if (pending.length) {
          expect(noticesIn(after)).to.equal('');
          expect(after.accepted.map((one) => one.pending)).to.deep.equal([pending]);
        } else {
          expect(after.accepted).to.be.empty;
          const notice = { 3: 'receipt', 0: 'failed' }[gone.length] ?? 'partly';
          expect(noticesIn(after)).to.equal(notice);
        }
      }),
    );
  });

  it('for any list: exactly the listed debts that have not failed are locked', () => {
    fc.assert(
      fc.property(anyDebts, (debts) => {
        const after = settle(accepted(sent('k', feeIds)), listOf(debts), NOW);
        const listed = feeIds.filter((feeId) => !['gone', 'failed'].includes(String(debts[feeId])));
        expect([...claimedLocksAt(after, NOW).keys()]).to.deep.equal(listed);
      }),
    );
  });

  it('the receipt has the date of the return and the whole sum', () => {
    const [receipt] = settle(accepted(sent('k', feeIds)), listOf({}), NOW).notices;
    expect(receipt).to.deep.include({ is: 'receipt', at: NOW - 5000, amount: 256 * 6 });
  });

  it('a partial receipt is for the debts that are gone only', () => {
    const after = settle(accepted(sent('k', feeIds)), listOf({ 1: 'failed', 3: 'failed' }), NOW);
    expect(after.notices).to.have.length(1);
    const [partly] = after.notices as [Extract<(typeof after.notices)[0], { order: SentOrder }>];
    expect(partly.order.lines.map(({ feeId }) => feeId)).to.deep.equal(['2']);
    expect(partly.amount).to.equal(512);
    expect(partly.amount).to.equal(amountOf(partly.order));
  });

  it('each order is settled separately', () => {
    const both = accepted(sent('a', ['1']), sent('b', ['2', '3']));
    const after = settle(both, listOf({ 2: 'pending', 3: 'failed' }), NOW);
    expect(noticesIn(after)).to.equal('receipt');
    expect(after.accepted.map(({ order, pending }) => [order.key, ...pending])).to.deep.equal([
      ['b', '2'],
    ]);
  });

  it('an incomplete list does not show that a debt is gone', () => {
    const after = settle(accepted(sent('k', feeIds)), listOf({}, { complete: false }), NOW);
    expect([noticesIn(after), after.accepted.length]).to.deep.equal(['', 1]);
  });

  it('a list from another endpoint changes nothing', () => {
    const before = accepted(sent('k', feeIds));
    expect(settle(before, listOf({}, { source: '/child/fees' }), NOW)).to.deep.equal(before);
  });
});

describe('CONTRACT 6: an open order', () => {
  it('for any list: it ends only when it can no longer pay any of its debts', () => {
    fc.assert(
      fc.property(anyDebts, anyFailed, (debts, failed) => {
        const order = sent('k', feeIds, failed);
        const after = settle(open(order), listOf(debts), NOW);
        const gone = feeIds.every((feeId) => debts[feeId] === 'gone');
        const lost = feeIds.every((id) => debts[id] === 'failed' && !failed.includes(id));
        const listed = feeIds.filter((feeId) => debts[feeId] !== 'gone');
        const paid =
          !gone && listed.every((id) => debts[id] === 'pending' || debts[id] === 'completed');
        expect(noticesIn(after)).to.equal(gone ? 'gone' : lost ? 'failed' : '');
        expect(after.accepted.map((one) => one.pending)).to.deep.equal(paid ? [listed] : []);
        expect(after.current.is).to.equal(gone || lost || paid ? 'idle' : 'open');
      }),
    );
  });

  it('gives no notice of a cancellation or a receipt', () => {
    fc.assert(
      fc.property(anyDebts, (debts) => {
        expect(noticesIn(settle(open(sent('k', feeIds)), listOf(debts), NOW))).to.match(
          /^(gone|failed|)$/,
        );
      }),
    );
  });

  it('a list does not change an order that is being started', () => {
    const order = sent('k', feeIds);
    for (const current of [
      { is: 'starting', order },
      { is: 'requested', order },
      { is: 'away', order, again: false },
    ] as const) {
      for (const debts of [{}, { 1: 'failed', 2: 'failed', 3: 'failed' }] as const) {
        const after = settle({ ...INITIAL_STATE, current }, listOf(debts), NOW);
        expect([after.current.is, noticesIn(after)]).to.deep.equal([current.is, '']);
      }
    }
  });
});

describe('CONTRACT 6: notices stay until there is a new one', () => {
  it('a read without an outcome removes no notice', () => {
    const before: PaymentState = { ...INITIAL_STATE, notices: [{ is: 'lost' }] };
    expect(noticesIn(settle(before, listOf({ 1: undefined }), NOW))).to.equal('lost');
  });

  it('an outcome replaces the reason why no payment was started', () => {
    const before: PaymentState = { ...accepted(sent('k', feeIds)), notices: [{ is: 'lost' }] };
    expect(noticesIn(settle(before, listOf({}), NOW))).to.equal('receipt');
  });
});

describe('CONTRACT 6: which list, and which order', () => {
  it('a list that shows the debts again is noted once', () => {
    const list = listOf({ 1: undefined }, { source: '/another' });
    const once = settle(open(sent('k', ['1'])), list, NOW);
    const twice = settle(once, list, NOW);
    expect(once.current.order?.sources).to.deep.equal(['/fees', '/another']);
    expect(twice.current.order?.sources).to.deep.equal(['/fees', '/another']);
  });

  it('debts that another tab has ordered too have failed where none of them is gone', () => {
    const state = accepted(sent('k', ['1', '2']));
    const contested = state.accepted.map((one) => ({ ...one, contested: true }));
    const resultOf = (statuses: Readonly<Record<string, Status>>): string =>
      noticesIn(settle({ ...state, accepted: contested }, listOf(statuses), NOW));
    expect(resultOf({ 1: 'failed', 2: 'failed' })).to.equal('failed');
    expect(resultOf({ 1: 'failed', 2: 'gone' })).to.equal('gone');
  });
});
