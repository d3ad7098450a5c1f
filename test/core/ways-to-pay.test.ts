import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Phase } from '../../src/config/phase.js';
import { wayToPay, type WayToPay } from '../../src/payment/ways-to-pay.js';
import { fee, overviewFor, settingsOf, systemIn, type Attributes } from './given.js';

const PHASES: readonly Phase[] = ['before', 'transition', 'after'];

const debts = [
  fee({ feeId: 1, amount: 70 }),
  fee({ feeId: 2, amount: 192.56 }),
  fee({ feeId: 3, amount: 5, payableByClient: false }),
];
const dibs = systemIn(overviewFor({ 'dibs-fees-url': debts }), 'dibs');
const oir = systemIn(overviewFor({ 'oir-fees-url': debts }), 'oir');
const locked = systemIn(overviewFor({ 'dibs-fees-url': [debts[2]] }), 'dibs');

/** `pay by site`, `go https://…` or why not. */
const inWords = (way: WayToPay): string => {
  if (way.is === 'pay') return `pay by ${way.by}`;
  return way.is === 'go' ? `go ${way.url}` : way.because;
};

describe('CONTRACT 5: who pays where', () => {
  const pay = { 'dibs-payment-url': '/payment/start' };
  const mobile = { channel: 'app', mobilepay: '' };
  const site = { 'oir-payment-url': 'https://betaling.example/' };
  type Row = readonly [Attributes, beforeAndTransition: string, after: string];
  const rows: readonly Row[] = [
    [{}, 'dibs.unavailable', 'dibs.ended'],
    [pay, 'pay by site', 'dibs.ended'],
    [{ ...pay, channel: 'cms' }, 'pay by site', 'dibs.ended'],
    [{ mobilepay: '' }, 'dibs.unavailable', 'dibs.ended'],
    [{ ...pay, mobilepay: '' }, 'pay by site', 'dibs.ended'],
    [{ 'dibs-payment-url': 'javascript:alert(1)' }, 'dibs.unavailable', 'dibs.ended'],
    [{ ...site }, 'dibs.unavailable', 'dibs.ended'],
    [{ channel: 'app' }, 'dibs.app', 'dibs.ended'],
    [{ ...pay, channel: 'app' }, 'dibs.app', 'dibs.ended'],
    [{ channel: 'app', mobilepay: 'false' }, 'dibs.app', 'dibs.ended'],
    [mobile, 'pay by mobilepay', 'dibs.ended'],
    [{ ...pay, ...mobile }, 'pay by mobilepay', 'dibs.ended'],
  ];
  for (const [attributes, early, late] of rows) {
    for (const phase of PHASES) {
      const expected = phase === 'after' ? late : early;
      it(`dibs, ${JSON.stringify(attributes)}, ${phase}: ${expected}`, () => {
        expect(inWords(wayToPay(dibs, phase, settingsOf(attributes)))).to.equal(expected);
      });
    }
  }

  for (const phase of PHASES) {
    for (const channel of ['cms', 'app']) {
      it(`oir, ${channel}, ${phase}: the payment site, or the text`, () => {
        const way = (attributes: Attributes): string =>
          inWords(wayToPay(oir, phase, settingsOf({ channel, ...attributes })));
        expect(way(site)).to.equal('go https://betaling.example/');
        expect(way({})).to.equal('oir.noSite');
        expect(way({ ...pay, mobilepay: '' })).to.equal('oir.noSite');
        expect(way({ 'oir-payment-url': 'http://betaling.example/' })).to.equal('oir.noSite');
      });
    }
  }

  it('says what to do instead where FBS lets no client take payment', () => {
    expect(inWords(wayToPay(locked, 'transition', settingsOf(pay)))).to.equal('dibs.unavailable');
    const inApp = wayToPay(locked, 'transition', settingsOf({ ...pay, ...mobile }));
    expect(inApp.is, 'no button for nothing').to.equal('none');
  });
});

describe('CONTRACT 4: what is paid is what is seen', () => {
  it('is every debt that FBS lets a client take payment of, and no other', () => {
    const way = wayToPay(dibs, 'transition', settingsOf({ 'dibs-payment-url': '/pay' }));
    expect(way).to.deep.equal({
      is: 'pay',
      by: 'site',
      debts: dibs.debts.slice(0, 2),
      amount: 26_256,
    });
  });

  it('is exactly the sum of those debts, whatever they are', () => {
    const entry = fc.record({
      feeId: fc.uuid(),
      amount: fc.integer({ min: 1, max: 1e7 }).map((ore) => ore / 100),
      payableByClient: fc.constantFrom(true, false, null),
    });
    const attributes = fc.constantFrom<Attributes>(
      { 'dibs-payment-url': '/pay' },
      { channel: 'app', mobilepay: '' },
    );
    fc.assert(
      fc.property(fc.array(entry), attributes, (entries, given) => {
        const system = systemIn(overviewFor({ 'dibs-fees-url': entries }), 'dibs');
        const way = wayToPay(system, 'transition', settingsOf(given));
        const payable = entries.filter(({ payableByClient }) => payableByClient === true);
        expect(way.is).to.equal(payable.length ? 'pay' : 'none');
        if (way.is !== 'pay') return;
        expect(way.debts.map(({ feeId }) => feeId).sort()).to.deep.equal(
          payable.map(({ feeId }) => feeId).sort(),
        );
        expect(way.amount).to.equal(
          payable.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0),
        );
        for (const debt of way.debts) expect(system.debts).to.include(debt);
      }),
    );
  });
});
