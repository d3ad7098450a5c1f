import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { returnedIn, withoutReturn } from '../../src/payment/return-url.js';

const PAGE = 'https://library.example/min-side/gebyrer';

describe('CONTRACT 6: the return URL', () => {
  it('has the order and its result', () => {
    const address = `${PAGE}?a=1&ddb-order=L-1%2F2&ddb-result=accepted#x`;
    expect(returnedIn(address)).to.deep.equal({ orderId: 'L-1/2', result: 'accepted' });
    expect(returnedIn(`${PAGE}?ddb-order=L-1`)).to.deep.equal({ orderId: 'L-1', result: '' });
    expect(returnedIn(`${PAGE}?ddb-result=accepted`)).to.be.undefined;
    expect(returnedIn(PAGE)).to.be.undefined;
    expect(returnedIn(`${PAGE}#ddb-order=L-1`)).to.be.undefined;
  });

  const CLEANED: Record<string, string> = {
    '?ddb-order=1&ddb-result=accepted': '',
    '?ddb-order=1&ddb-result=accepted#h?ddb-order=2': '#h?ddb-order=2',
    '?a=1&ddb-order=1&b=2&ddb-result=failed&c=3#x': '?a=1&b=2&c=3#x',
    '?a=%C3%A6+%20&ddb-order=1&A=&&b&b=2': '?a=%C3%A6+%20&A=&&b&b=2',
    '?%64db-order=1&a=1': '?a=1',
    '?ddb-order&ddb-result&a': '?a',
    '?ddb-order=1&ddb-order=2': '',
    '?a&?ddb-order=2&ddb-order=1&b': '?a&?ddb-order=2&b',
  };
  for (const [before, after] of Object.entries(CLEANED)) {
    it(`${before} leaves "${after}"`, () => {
      expect(withoutReturn(PAGE + before)).to.equal(PAGE + after);
    });
  }

  for (const unchanged of [
    '',
    '?',
    '?a=1',
    '?ddb-orders=1',
    '?x-ddb-order=1',
    '?a=ddb-order=1',
    '#x',
  ]) {
    it(`"${unchanged}" is not changed`, () => {
      expect(withoutReturn(PAGE + unchanged)).to.equal(PAGE + unchanged);
    });
  }

  it('other parameters and the hash stay exactly the same', () => {
    const piece = fc.stringMatching(/^[a-zæ%25+.~*=-]{0,8}$/);
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), fc.nat(9), piece, (pieces, at, hash) => {
        const plain = new URL(`${PAGE}?${pieces.join('&')}#${hash}`).href;
        fc.pre(!/ddb-(order|result)/.test(plain) && !plain.includes('?#'));
        const parts = [...pieces];
        parts.splice(at % (pieces.length + 1), 0, 'ddb-order=1', 'ddb-result=accepted');
        expect(withoutReturn(`${PAGE}?${parts.join('&')}#${hash}`)).to.equal(plain);
      }),
    );
  });
});
