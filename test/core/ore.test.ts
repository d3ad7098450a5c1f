import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { oreFromKroner } from '../../src/units/ore.js';

describe('CONTRACT 3.4: amounts become øre exactly', () => {
  it('reads every whole number of øre as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e10 }), (ore) => oreFromKroner(ore / 100) === ore),
      { numRuns: 2000 },
    );
  });

  it('forgives what floats do to sums', () => {
    expect(oreFromKroner(0.1 + 0.2)).to.equal(30);
    expect(oreFromKroner(2.56)).to.equal(256);
    expect(oreFromKroner(19.99)).to.equal(1999);
  });
});
