import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { PaymentStatus } from '../../src/debts/debt.js';
import { amountOf } from '../../src/payment/order.js';
import { settled } from '../../src/payment/settled.js';
import { locksAt, NOTHING, type Seen, type Sent, type Till } from '../../src/payment/till.js';
import type { Ore } from '../../src/units/ore.js';

const NOW = Date.UTC(2026, 10, 22);
const STATUSES = ['gone', undefined, 'reserved', 'pending', 'completed', 'failed'] as const;
type Status = (typeof STATUSES)[number];

const sent = (key: string, feeIds: readonly string[], failed: readonly string[] = []): Sent => ({
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
  at: NOW,
});

const open = (order: Sent): Till => ({ ...NOTHING, current: { is: 'open', order } });
const accepted = (...orders: readonly Sent[]): Till => ({
  ...NOTHING,
  accepted: orders.map((order) => ({
    order,
    at: NOW - 5000,
    watched: true,
    pending: order.lines.map(({ feeId }) => feeId),
  })),
});

/** Everything could be read, and each debt has what is written of it. */
const seen = (statuses: Readonly<Record<string, Status>>, different: Partial<Seen> = {}): Seen => ({
  source: '/fees',
  debts: new Map(
    Object.entries(statuses).filter(
      (entry): entry is [string, PaymentStatus | undefined] => entry[1] !== 'gone',
    ),
  ),
  complete: true,
  ...different,
});

const told = ({ told }: Till): string => told.map(({ is }) => is).join(' ');

const feeIds = ['1', '2', '3'];
const anyDebts = fc.record(
  Object.fromEntries(feeIds.map((feeId) => [feeId, fc.constantFrom(...STATUSES)])),
);
const anyFailed = fc.subarray(feeIds);

describe('CONTRACT 6: accepted: as registered only what is not in the list any more', () => {
  it('for any list: a receipt where all are gone, and no word of failure while one is pending', () => {
    fc.assert(
      fc.property(anyDebts, anyFailed, (debts, failed) => {
        const after = settled(accepted(sent('k', feeIds, failed)), seen(debts), NOW);
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
        const after = settled(accepted(sent('k', feeIds)), seen(debts), NOW);
        const there = feeIds.filter((feeId) => !['gone', 'failed'].includes(String(debts[feeId])));
        expect([...locksAt(after, NOW).keys()]).to.deep.equal(there);
      }),
    );
  });

  it('the receipt is dated when the payment came back, and for the whole sum', () => {
    const [receipt] = settled(accepted(sent('k', feeIds)), seen({}), NOW).told;
    expect(receipt).to.deep.include({ is: 'receipt', at: NOW - 5000, amount: 256 * 6 });
  });

  it('of a part, the receipt is for what is gone only', () => {
    const after = settled(accepted(sent('k', feeIds)), seen({ 1: 'failed', 3: 'failed' }), NOW);
    expect(after.told).to.have.length(1);
    const [partly] = after.told as [Extract<(typeof after.told)[0], { order: Sent }>];
    expect(partly.order.lines.map(({ feeId }) => feeId)).to.deep.equal(['2']);
    expect(partly.amount).to.equal(512);
    expect(partly.amount).to.equal(amountOf(partly.order));
  });

  it('each order by itself', () => {
    const both = accepted(sent('a', ['1']), sent('b', ['2', '3']));
    const after = settled(both, seen({ 2: 'pending', 3: 'failed' }), NOW);
    expect(told(after)).to.equal('receipt');
    expect(after.accepted.map(({ order, pending }) => [order.key, ...pending])).to.deep.equal([
      ['b', '2'],
    ]);
  });

  it('where something could not be read, what is not there may be there', () => {
    const after = settled(accepted(sent('k', feeIds)), seen({}, { complete: false }), NOW);
    expect([told(after), after.accepted.length]).to.deep.equal(['', 1]);
  });

  it('of a list from another place it learns nothing', () => {
    const before = accepted(sent('k', feeIds));
    expect(settled(before, seen({}, { source: '/child/fees' }), NOW)).to.deep.equal(before);
  });
});

describe('CONTRACT 6: an order of which nobody knows the end', () => {
  it('for any list: it ends only where none of its debts can be paid by it any more', () => {
    fc.assert(
      fc.property(anyDebts, anyFailed, (debts, failed) => {
        const order = sent('k', feeIds, failed);
        const after = settled(open(order), seen(debts), NOW);
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
        expect(told(settled(open(sent('k', feeIds)), seen(debts), NOW))).to.match(
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
        const after = settled({ ...NOTHING, current }, seen(debts), NOW);
        expect([after.current.is, told(after)]).to.deep.equal([current.is, '']);
      }
    }
  });
});

describe('CONTRACT 6: what was said stands until there is something else to say', () => {
  it('a read without news takes nothing away', () => {
    const before: Till = { ...NOTHING, told: [{ is: 'lost' }] };
    expect(told(settled(before, seen({ 1: undefined }), NOW))).to.equal('lost');
  });

  it('what has become of an order takes the place of why none was started', () => {
    const before: Till = { ...accepted(sent('k', feeIds)), told: [{ is: 'lost' }] };
    expect(told(settled(before, seen({}), NOW))).to.equal('receipt');
  });
});
