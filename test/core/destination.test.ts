import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { destinationOf } from '../../src/payment/destination.js';

const GATEWAY = 'https://pay.example';
const ALLOWED = [GATEWAY, 'http://127.0.0.1:5181', 'mobilepay:'];

const link = (redirectUrl: unknown) => destinationOf({ redirectUrl }, ALLOWED);
const form = (action: unknown, fields: unknown = { merchant: '1' }) =>
  destinationOf({ form: { action, fields } }, ALLOWED);

describe('CONTRACT 6: a destination outside payment-origins, or not https, is refused', () => {
  for (const url of [
    `${GATEWAY}/checkout?id=1#x`,
    'http://127.0.0.1:5181/pay',
    'HTTPS://PAY.EXAMPLE/checkout',
    `${GATEWAY}:443/checkout`,
  ]) {
    it(`allows ${url}, by link and by form`, () => {
      expect(link(url)).to.deep.equal({ is: 'link', url: new URL(url).href });
      expect(form(url)).to.deep.equal({
        is: 'form',
        action: new URL(url).href,
        fields: [['merchant', '1']],
      });
    });
  }

  const REFUSED: readonly unknown[] = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    `blob:${GATEWAY}/0`,
    '//pay.example/checkout',
    '/checkout',
    '',
    'https:pay.example.evil.example/',
    'https://pay.example.evil.example/',
    'https://evil.example/?https://pay.example',
    'https://pay.example@evil.example/',
    'https://evil.example\\@pay.example/',
    'https://user@pay.example/',
    'https://user:password@pay.example/',
    'https://pay.example:444/',
    'https://pаy.example/',
    'http://pay.example/',
    'http://127.0.0.1:5182/',
    'intent://pay.example/#Intent;end',
    'vipps:',
    null,
    5,
    {},
    [`${GATEWAY}/`],
  ];
  for (const url of REFUSED) {
    it(`refuses ${JSON.stringify(url)}, by link and by form`, () => {
      expect(link(url)).to.be.a('string');
      expect(form(url)).to.be.a('string');
    });
  }

  it('uses the URL that was checked', () => {
    expect(link('https:\\\\pay.example\\x')).to.deep.equal({ is: 'link', url: `${GATEWAY}/x` });
    expect(link('\thttps://pay.ex\nample/')).to.deep.equal({ is: 'link', url: `${GATEWAY}/` });
  });

  it('allows an app link whose scheme is listed, but no form', () => {
    expect(link('mobilepay://pay?id=1')).to.deep.include({ is: 'link' });
    expect(form('mobilepay://pay?id=1')).to.be.a('string');
  });

  it('names the refused destination, for the integrator', () => {
    expect(link('https://evil.example/x'))
      .to.contain('https://evil.example/x')
      .and.to.contain(GATEWAY);
  });

  it('accepts exactly one destination', () => {
    expect(destinationOf({}, ALLOWED)).to.be.a('string');
    const both = { redirectUrl: `${GATEWAY}/`, form: { action: `${GATEWAY}/`, fields: {} } };
    expect(destinationOf(both, ALLOWED)).to.be.a('string');
  });

  it('submits fields of text and numbers, in their order, and no others', () => {
    const fields = { b: 'x', a: 26256, submit: '', orderid: '"><script>' };
    expect(form(`${GATEWAY}/`, fields)).to.deep.include({
      fields: [
        ['b', 'x'],
        ['a', '26256'],
        ['submit', ''],
        ['orderid', '"><script>'],
      ],
    });
    for (const bad of [null, [], 'x', { a: null }, { a: {} }, { a: true }, { a: ['x'] }]) {
      expect(form(`${GATEWAY}/`, bad), JSON.stringify(bad)).to.be.a('string');
    }
  });

  it('never allows another origin', () => {
    const url = fc.oneof(
      fc.webUrl({ withQueryParameters: true }),
      fc.string(),
      fc
        .tuple(
          fc.constantFrom('https:', 'http:', 'javascript:', ''),
          fc.string(),
          fc.constantFrom(GATEWAY, 'pay.example'),
        )
        .map((parts) => parts.join('')),
      fc.anything(),
    );
    fc.assert(
      fc.property(url, url, (redirectUrl, action) => {
        for (const found of [link(redirectUrl), form(action)]) {
          if (typeof found === 'string') continue;
          const { origin, protocol } = new URL(found.is === 'link' ? found.url : found.action);
          expect(ALLOWED).to.include(/^http/.test(protocol) ? origin : protocol);
        }
      }),
    );
  });
});
