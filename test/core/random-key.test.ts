import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { randomKey } from '../../src/util/keys.js';

describe('CONTRACT 6: an Idempotency-Key is random', () => {
  afterEach(() => sinon.restore());

  it('is text that any header, URL and storage accepts', () => {
    for (let time = 0; time < 100; time++) {
      const key = randomKey();
      expect(key).to.match(/^\d{1,10}(-\d{1,10}){3}$/);
      expect(new Headers({ 'Idempotency-Key': key }).get('Idempotency-Key')).to.equal(key);
      expect(encodeURIComponent(key)).to.equal(key);
      expect(JSON.parse(JSON.stringify({ key }))).to.deep.equal({ key });
    }
  });

  it('is never repeated', () => {
    const keys = Array.from({ length: 10_000 }, randomKey);
    expect(new Set(keys).size).to.equal(10_000);
  });

  it('has 128 bits from crypto.getRandomValues, and no other source', () => {
    const predictable = sinon.spy(Math, 'random');
    const random = sinon.spy(crypto, 'getRandomValues');
    const key = randomKey();
    const [bits] = random.args.flat() as [Uint32Array];
    expect(bits.byteLength * 8).to.equal(128);
    expect(key).to.equal([...bits].join('-'));
    expect(predictable.callCount).to.equal(0);
  });

  it('has 32 random bits in each of its four parts', () => {
    const parts = Array.from({ length: 500 }, () => randomKey().split('-').map(Number));
    for (const place of [0, 1, 2, 3]) {
      const values = parts.map((each) => each[place] ?? 0);
      expect(Math.max(...values), 'high').to.be.above(2 ** 31);
      expect(Math.min(...values), 'low').to.be.below(2 ** 31);
      // A constant bit would halve the number of keys.
      for (let bit = 0; bit < 32; bit++) {
        const set = values.filter((value) => Math.floor(value / 2 ** bit) % 2).length;
        expect(set, `bit ${bit}`).to.be.within(150, 350);
      }
    }
  });

  it('works on a page without randomUUID', () => {
    const { randomUUID } = crypto;
    Object.defineProperty(crypto, 'randomUUID', { configurable: true, value: undefined });
    try {
      expect(randomKey()).to.match(/^\d/);
    } finally {
      Reflect.deleteProperty(crypto, 'randomUUID');
      expect(crypto.randomUUID === randomUUID).to.be.true;
    }
  });
});
