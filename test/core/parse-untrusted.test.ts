import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parseMessage, parseStored } from '../../src/payment/core/parse-untrusted.js';
import { claimOf, NOW, orderOf, sentOrderOf } from './payment-fixtures.js';

const ORDER = sentOrderOf({ patron: 'astrid' });
const STORED = {
  orders: [
    { is: 'accepted', order: ORDER, at: NOW, watched: true, pending: ['1'], contested: true },
    { is: 'away', order: ORDER, again: true },
  ],
  otherClaims: [claimOf({ afterPatronChange: 'paying', otherPatron: true })],
  ended: ['k0'],
};
const MESSAGES = [
  { hello: true },
  { claim: claimOf(), relayed: true },
  { released: 'k1', ended: true },
  { returned: { orderId: 'L-1', result: 'accepted' } },
  { order: ORDER },
];

/** Each value of an object, with the path to it. */
function* placesIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (path.length) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) yield* placesIn(inner, [...path, name]);
}

/** A copy with another value in one place. */
function withValue<T>(value: T, [name, ...rest]: readonly string[], other: unknown): T {
  if (name === undefined) return other as T;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  copy[name] = withValue(copy[name], rest, other);
  return copy as T;
}

describe('CONTRACT 6: what comes from the channel or the storage is parsed before use', () => {
  it('what the widget has written is unchanged', () => {
    expect(parseStored(STORED)).to.deep.equal(STORED);
    for (const message of MESSAGES) expect(parseMessage(message)).to.deep.equal(message);
    const requested = { ...STORED, orders: [{ is: 'requested', order: orderOf() }] };
    expect(parseStored(requested)).to.deep.equal(requested);
  });

  it('in no place is there a value of another type', () => {
    for (const [parse, values] of [
      [parseStored, [STORED]],
      [parseMessage, MESSAGES],
    ] as const) {
      for (const value of values) {
        for (const path of placesIn(value)) {
          for (const other of [{ map: 1 }, 10n, null, NaN, [null]]) {
            expect(() => parse(withValue(value, path, other)), path.join('.')).to.throw();
          }
        }
      }
    }
  });

  it('an unknown field is left out, so that it cannot be sent on', () => {
    const claim = claimOf();
    expect(parseMessage({ claim: { ...claim, big: 10n } })).to.deep.equal({ claim });
  });

  it('an order of another tab has a number, and its values are known', () => {
    const { id: _, ...unsent } = ORDER;
    expect(() => parseMessage({ order: unsent })).to.throw();
    for (const different of [
      { channel: 'sms' },
      { lines: [{ feeId: '1', amount: 1, type: 'gift' }] },
      { lines: [{ feeId: '1', amount: 1, type: 'fee', createdOn: 'yesterday' }] },
    ]) {
      expect(() => parseMessage({ order: { ...ORDER, ...different } })).to.throw();
    }
    expect(() => parseMessage({ claim: { ...claimOf(), afterPatronChange: 'paid' } })).to.throw();
  });

  it('anything else is refused, or is no message', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true }), (value) => {
        let message = {};
        try {
          message = parseMessage(value);
        } catch {
          // Refused.
        }
        expect(message).to.deep.equal({});
      }),
    );
  });
});
