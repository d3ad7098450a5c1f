import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { checksumOf } from '../../src/util/keys.js';

const text = fc.string({ unit: 'grapheme', maxLength: 400 });

describe('CONTRACT 7: only 32 bits of a token are kept', () => {
  it('is an integer of 32 bits, for any text', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const sum = checksumOf(raw);
        expect(sum).to.equal(sum | 0);
      }),
    );
    const long = checksumOf('æ'.repeat(100_000));
    expect(long).to.equal(long | 0);
    expect(checksumOf('')).to.equal(0);
    // The last step of this text exceeds 32 bits.
    const beyond = checksumOf('m8gdf8zof-i8f\uffe6');
    expect(beyond).to.equal(beyond | 0);
  });

  it('is the same for the same text', () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(checksumOf([...raw].join(''))).to.equal(checksumOf(raw));
      }),
    );
  });

  it('differs for different random texts', () => {
    const token = fc.uint8Array({ minLength: 24, maxLength: 64 }).map((bytes) => btoa(`${bytes}`));
    fc.assert(
      fc.property(token, token, (one, other) => {
        expect(checksumOf(one) === checksumOf(other)).to.equal(one === other);
      }),
      { numRuns: 1000, seed: 20_261_122 },
    );
  });

  it('differs when one character is added, removed or changed', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789');
    const letters = fc.array(letter, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(letters, fc.nat(), letter, (raw, dice, another) => {
        const sum = checksumOf(raw.join(''));
        const at = dice % raw.length;
        expect(checksumOf([...raw, another].join('')), 'more').not.to.equal(sum);
        expect(checksumOf(raw.slice(0, -1).join('')), 'less').not.to.equal(sum);
        const changed = raw.map((each, place) => (place === at ? another : each)).join('');
        expect(checksumOf(changed) === sum, 'another').to.equal(changed === raw.join(''));
      }),
      { seed: 20_261_122 },
    );
  });

  it('depends on the order of the characters', () => {
    expect(checksumOf('ab')).not.to.equal(checksumOf('ba'));
    expect(checksumOf('salt.Aa')).not.to.equal(checksumOf('salt.BB'));
    expect(checksumOf('0101701234')).not.to.equal(checksumOf('0101704321'));
  });

  it('differs for a thousand consecutive numbers', () => {
    const sums = Array.from({ length: 1000 }, (_, index) => checksumOf(String(700_000 + index)));
    expect(new Set(sums).size).to.equal(1000);
  });
});
