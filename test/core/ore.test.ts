import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { oreFromKroner, sumOf, type Ore } from '../../src/util/ore.js';

describe('CONTRACT 3.4: amounts become øre exactly', () => {
  it('accepts every whole number of øre', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e10 }), (ore) => oreFromKroner(ore / 100) === ore),
      { numRuns: 2000 },
    );
  });

  it('accepts the JSON number of every whole number of øre', () => {
    const raw = (ore: number): string =>
      `${Math.floor(ore / 100)}.${String(ore % 100).padStart(2, '0')}`;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e10 }),
        (ore) => oreFromKroner(JSON.parse(raw(ore))) === ore,
      ),
      { numRuns: 2000 },
    );
  });

  it('corrects the rounding errors of sums', () => {
    expect(oreFromKroner(0.1 + 0.2)).to.equal(30);
    expect(oreFromKroner(2.56)).to.equal(256);
    expect(oreFromKroner(19.99)).to.equal(1999);
    expect(oreFromKroner(1.1 * 3)).to.equal(330);
    expect(oreFromKroner(1e8)).to.equal(1e10);
  });

  it('corrects the rounding error of any sum of three amounts', () => {
    const ore = fc.integer({ min: 0, max: 1e7 });
    fc.assert(
      fc.property(
        fc.tuple(ore, ore, ore),
        ([a, b, c]) => oreFromKroner(a / 100 + b / 100 + c / 100) === a + b + c,
      ),
    );
  });

  it('accepts zero as 0, never as −0', () => {
    for (const nothing of [0, -0, 0.3 - 0.1 - 0.2]) {
      expect(Object.is(oreFromKroner(nothing), 0), String(nothing)).to.be.true;
    }
  });

  const noAmounts: readonly unknown[] = [
    ...['70', '70,00', '', null, undefined, true, [70], {}, 70n, { valueOf: () => 70 }],
    ...[NaN, Infinity, -Infinity, -0.01, -70, 1.005, 0.001, 0.005, 2.565],
    ...[1e8 + 0.01, 1e10, 1e21, Number.MAX_VALUE],
  ];
  for (const value of noAmounts) {
    it(`rejects ${typeof value} ${String(value)}`, () => {
      expect(oreFromKroner(value)).to.be.undefined;
    });
  }

  it('returns a whole number of øre or nothing, for any value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.double()), (value) => {
        const ore = oreFromKroner(value);
        return ore === undefined || (Number.isSafeInteger(ore) && ore >= 0);
      }),
    );
  });
});

describe('CONTRACT 1: every amount in code is an integer number of øre', () => {
  it('sums exactly', () => {
    expect(sumOf([])).to.equal(0);
    expect(sumOf([7000, 256, 1999] as Ore[])).to.equal(9255);
    expect(sumOf(new Set([1, 2]) as Set<Ore>)).to.equal(3);
  });

  it('stays exact for the largest amounts of a long answer', () => {
    const many = Array.from({ length: 10_000 }, () => 1e10 - 1) as Ore[];
    expect(sumOf(many)).to.equal(10_000 * (1e10 - 1));
    expect(Number.isSafeInteger(sumOf(many))).to.be.true;
  });
});
