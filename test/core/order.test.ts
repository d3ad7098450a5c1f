import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  amountOf,
  feeIdsOf,
  toOrderLine,
  sameLines,
  type Order,
} from '../../src/payment/core/order.js';
import { sumOfDebts } from '../../src/payment/core/payment-options.js';
import type { Ore } from '../../src/util/ore.js';
import { debtsIn, fee, overviewFor } from './given.js';

/** The order of these debts at these amounts. */
const orderOf = (...lines: readonly (readonly [feeId: string, amount: number])[]): Order => ({
  key: 'k',
  lines: lines.map(([feeId, amount]) => ({ feeId, amount: amount as Ore, type: 'fee' })),
  sources: ['/fees'],
  paymentUrl: '/pay',
  returnUrl: '/',
  language: 'da',
  channel: 'cms',
  requestedAt: 0,
});

const lines = fc.uniqueArray(fc.tuple(fc.nat(1e6).map(String), fc.integer({ min: 1, max: 1e10 })), {
  selector: ([feeId]) => feeId,
  maxLength: 8,
});

describe('CONTRACT 4 and 6: an order is exactly what was shown', () => {
  const entries = [
    fee({ feeId: 1, amount: 0.1, type: 'compensation' }),
    fee({ feeId: 2, amount: 19.99, creationDate: null }),
    fee({ feeId: 3, amount: 192.56, paymentStatus: 'failed' }),
    fee({ feeId: 4, amount: 70, paymentStatus: 'reserved' }),
  ];
  const debts = debtsIn(overviewFor({ 'dibs-fees-url': entries }));
  const order = { lines: debts.map(toOrderLine) };

  it('its sum is the one on the button, in whole øre', () => {
    expect(amountOf(order)).to.equal(28_265);
    expect(amountOf(order)).to.equal(sumOfDebts(debts));
    expect(amountOf(orderOf())).to.equal(0);
    fc.assert(
      fc.property(lines, (some) => {
        const amount = amountOf(orderOf(...some));
        expect(amount).to.equal(some.reduce((sum, [, each]) => sum + each, 0));
        expect(Number.isSafeInteger(amount)).to.be.true;
      }),
    );
  });

  it('its debts are those, in the same sequence', () => {
    expect(feeIdsOf(order)).to.deep.equal(debts.map(({ feeId }) => feeId));
  });

  it('it stores no reason, no title and no material number of a debt', () => {
    const known = toOrderLine(debts[0] as (typeof debts)[0]);
    expect(Object.keys(known)).to.have.members([
      ...['feeId', 'amount', 'type', 'createdOn', 'failed'],
    ]);
    expect(JSON.stringify(order)).not.to.match(/Gebyr|5160562503|53161480/);
  });

  it('it stores whether an earlier payment failed, and nothing else of earlier payments', () => {
    const failed = debts.map((debt) => `${debt.feeId}: ${toOrderLine(debt).failed}`);
    expect(failed.sort()).to.deep.equal(['1: false', '2: false', '3: true', '4: false']);
  });
});

describe('CONTRACT 6: the same debts are requested with the same key', () => {
  const one = orderOf(['1', 7000], ['2', 256]);
  const rows: readonly [what: string, other: Order, same: boolean][] = [
    ['the same', orderOf(['1', 7000], ['2', 256]), true],
    ['in another order', orderOf(['2', 256], ['1', 7000]), true],
    ['one less', orderOf(['1', 7000]), false],
    ['one more', orderOf(['1', 7000], ['2', 256], ['3', 1]), false],
    ['another one', orderOf(['1', 7000], ['3', 256]), false],
    ['another amount', orderOf(['1', 7001], ['2', 256]), false],
    ['the amounts exchanged', orderOf(['1', 256], ['2', 7000]), false],
    ['none', orderOf(), false],
  ];
  for (const [what, other, same] of rows) {
    it(`${what}: ${same ? 'the same key' : 'another'}`, () => {
      expect(sameLines(one, other)).to.equal(same);
      expect(sameLines(other, one)).to.equal(same);
    });
  }

  it('also when anything else has changed', () => {
    const other = { ...one, key: 'x', returnUrl: '/x', language: 'en', requestedAt: 9 } as const;
    expect(sameLines(one, other)).to.be.true;
  });

  it('for any two orders: the same exactly for the same amounts of the same debts', () => {
    const linesKey = (some: readonly (readonly [string, number])[]): string =>
      JSON.stringify([...some].sort());
    fc.assert(
      fc.property(lines, lines, fc.boolean(), (some, others, mixed) => {
        const second = mixed ? [...some].reverse() : others;
        expect(sameLines(orderOf(...some), orderOf(...second))).to.equal(
          linesKey(some) === linesKey(second),
        );
      }),
    );
  });
});

describe('CONTRACT 6: an order’s lines', () => {
  it('are compared as lines: an id that looks like two is another one', () => {
    expect(sameLines(orderOf(['1=100,2', 200]), orderOf(['1', 100], ['2', 200]))).to.be.false;
    expect(sameLines(orderOf(['1",100],["2', 200]), orderOf(['1', 100], ['2', 200]))).to.be.false;
  });
});
