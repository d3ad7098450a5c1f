import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Phase } from '../../src/config/phase.js';
import { INITIAL_STATE, type Claim, type PaymentState } from '../../src/payment/core/state.js';
import {
  locksOf,
  sumOfDebts,
  paymentOption,
  type PaymentOption,
} from '../../src/payment/core/payment-options.js';
import type { SystemOverview } from '../../src/debts/overview.js';
import type { Settings } from '../../src/config/settings.js';
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

const wayOf = (system: SystemOverview, phase: Phase, settings: Settings): PaymentOption =>
  paymentOption(system, phase, settings, INITIAL_STATE, 0);

/** `pay by site`, `go https://…` or why not. */
const inWords = (way: PaymentOption): string => {
  if (way.is === 'pay') return `pay by ${way.by}`;
  if (way.is === 'go') return `go ${way.url}`;
  return way.is === 'none' ? way.because : way.is;
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
        expect(inWords(wayOf(dibs, phase, settingsOf(attributes)))).to.equal(expected);
      });
    }
  }

  for (const phase of PHASES) {
    for (const channel of ['cms', 'app']) {
      it(`oir, ${channel}, ${phase}: the payment site, or the text`, () => {
        const way = (attributes: Attributes): string =>
          inWords(wayOf(oir, phase, settingsOf({ channel, ...attributes })));
        expect(way(site)).to.equal('go https://betaling.example/');
        expect(way({})).to.equal('oir.noSite');
        expect(way({ ...pay, mobilepay: '' })).to.equal('oir.noSite');
        expect(way({ 'oir-payment-url': 'http://betaling.example/' })).to.equal('oir.noSite');
      });
    }
  }

  it('says what to do instead where FBS lets no client take payment', () => {
    expect(inWords(wayOf(locked, 'transition', settingsOf(pay)))).to.equal('dibs.unavailable');
    const inApp = wayOf(locked, 'transition', settingsOf({ ...pay, ...mobile }));
    expect(inApp.is, 'no button for nothing').to.equal('none');
  });
});

describe('CONTRACT 4: what is paid is what is seen', () => {
  it('is every debt that FBS lets a client take payment of, and no other', () => {
    const way = wayOf(dibs, 'transition', settingsOf({ 'dibs-payment-url': '/pay' }));
    expect(way).to.deep.equal({
      is: 'pay',
      by: 'site',
      debts: dibs.debts.slice(0, 2),
      choice: true,
    });
    expect(sumOfDebts(dibs.debts.slice(0, 2))).to.equal(26_256);
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
        const way = wayOf(system, 'transition', settingsOf(given));
        const payable = entries.filter(({ payableByClient }) => payableByClient === true);
        expect(way.is).to.equal(payable.length ? 'pay' : 'none');
        if (way.is !== 'pay') return;
        expect(way.debts.map(({ feeId }) => feeId).sort()).to.deep.equal(
          payable.map(({ feeId }) => feeId).sort(),
        );
        expect(sumOfDebts(way.debts)).to.equal(
          payable.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0),
        );
        for (const debt of way.debts) expect(system.debts).to.include(debt);
      }),
    );
  });
});

describe('CONTRACT 6: what is being paid cannot be picked', () => {
  const pay = { 'dibs-payment-url': '/pay' };
  const claim: Claim = {
    key: 'k',
    feeIds: ['2'],
    until: 10,
    inProgress: false,
    sent: true,
    failed: [],
  };
  const withStatus = (...statuses: readonly (string | undefined)[]) =>
    systemIn(
      overviewFor({
        'dibs-fees-url': statuses.map((paymentStatus, index) =>
          fee({ feeId: index + 1, paymentStatus }),
        ),
      }),
      'dibs',
    );
  const freeIn = (system: SystemOverview, till = INITIAL_STATE, now = 0): string => {
    const way = paymentOption(system, 'transition', settingsOf(pay), till, now);
    return way.is === 'pay' ? way.debts.map(({ feeId }) => feeId).join(' ') : inWords(way);
  };

  it('the host’s word locks a line for every tab; a failed payment does not', () => {
    const system = withStatus('reserved', 'pending', 'completed', 'failed', undefined, 'paid');
    expect(freeIn(system)).to.equal('4 5 6');
    const locks = locksOf(system.debts, INITIAL_STATE, 0);
    const words = system.debts.map(({ feeId }) => locks.get(feeId) ?? 'free');
    expect(words.join(' ')).to.equal('paying registering registering free free free');
  });

  it('where all are locked there is a sentence, and no button', () => {
    expect(freeIn(withStatus('reserved', 'completed'))).to.equal('dibs.locked');
  });

  it('that the host holds what this tab has asked for, and not been sent to pay, locks nothing here', () => {
    const order = { key: 'k', lines: [{ feeId: '1', amount: 7000, type: 'fee' }] };
    const till = { ...INITIAL_STATE, current: { is: 'asked', order } } as unknown as PaymentState;
    expect(freeIn(withStatus('reserved', 'reserved'), till)).to.equal('1');
    expect(freeIn(withStatus('pending', undefined), till)).to.equal('2');
  });

  it('the sentence says whether anything is still being paid', () => {
    const variant = (...statuses: string[]) => {
      const way = wayOf(withStatus(...statuses), 'transition', settingsOf(pay));
      return way.is === 'none' && way.variant;
    };
    expect(variant('completed', 'pending')).to.equal('registering');
    expect(variant('completed', 'reserved')).to.be.undefined;
  });

  it('what another tab has paid is locked here, until it says no more', () => {
    const till = { ...INITIAL_STATE, others: [claim] };
    expect(freeIn(withStatus(undefined, undefined), till)).to.equal('1');
    expect(freeIn(withStatus(undefined, undefined), till, 10)).to.equal('1 2');
  });

  it('while another tab pays nothing can be paid here', () => {
    const till = { ...INITIAL_STATE, others: [{ ...claim, going: true }] };
    expect(freeIn(withStatus(undefined), till)).to.equal('under way');
    expect(freeIn(withStatus(undefined), till, 10)).to.equal('1');
  });

  it('single ones can be picked where the library lets them, and there is more than one', () => {
    const choice = (attributes: Attributes, system: SystemOverview) => {
      const way = wayOf(system, 'transition', settingsOf(attributes));
      return way.is === 'pay' && way.choice;
    };
    const two = withStatus(undefined, undefined);
    expect(choice(pay, two)).to.be.true;
    expect(choice({ ...pay, selection: 'all' }, two)).to.be.false;
    expect(choice({ ...pay, channel: 'app', mobilepay: '' }, two)).to.be.false;
    expect(choice(pay, withStatus(undefined))).to.be.false;
    expect(choice(pay, withStatus(undefined, 'completed')), 'one is left').to.be.false;
  });
});
