import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Phase } from '../../src/config/phase.js';
import type { Claim } from '../../src/payment/core/claims.js';
import { INITIAL_STATE, type PaymentState } from '../../src/payment/core/state.js';
import {
  locksOfDebts,
  sumOfDebts,
  paymentOption,
  type PaymentOption,
} from '../../src/payment/core/payment-options.js';
import type { SystemOverview } from '../../src/debts/overview.js';
import type { Settings } from '../../src/config/settings.js';
import { claimOf, sentOrderOf, stateWith } from './payment-fixtures.js';
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

const optionOf = (system: SystemOverview, phase: Phase, settings: Settings): PaymentOption =>
  paymentOption(system, phase, settings, INITIAL_STATE, 0);

/** `pay by site`, `go https://…` or why not. */
const summaryOf = (option: PaymentOption): string => {
  if (option.is === 'pay') return `pay by ${option.by}`;
  if (option.is === 'go') return `go ${option.url}`;
  return option.is === 'none' ? option.because : option.is;
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
        expect(summaryOf(optionOf(dibs, phase, settingsOf(attributes)))).to.equal(expected);
      });
    }
  }

  for (const phase of PHASES) {
    for (const channel of ['cms', 'app']) {
      it(`oir, ${channel}, ${phase}: the payment site, or the text`, () => {
        const summary = (attributes: Attributes): string =>
          summaryOf(optionOf(oir, phase, settingsOf({ channel, ...attributes })));
        expect(summary(site)).to.equal('go https://betaling.example/');
        expect(summary({})).to.equal('oir.noSite');
        expect(summary({ ...pay, mobilepay: '' })).to.equal('oir.noSite');
        expect(summary({ 'oir-payment-url': 'http://betaling.example/' })).to.equal('oir.noSite');
      });
    }
  }

  it('says what to do when FBS allows no client to take payment', () => {
    expect(summaryOf(optionOf(locked, 'transition', settingsOf(pay)))).to.equal('dibs.unavailable');
    const inApp = optionOf(locked, 'transition', settingsOf({ ...pay, ...mobile }));
    expect(inApp.is, 'no button for nothing').to.equal('none');
  });
});

describe('CONTRACT 4: the payment is for what is shown', () => {
  it('every debt that FBS lets a client take payment for, and no other', () => {
    const option = optionOf(dibs, 'transition', settingsOf({ 'dibs-payment-url': '/pay' }));
    expect(option).to.deep.equal({
      is: 'pay',
      by: 'site',
      debts: dibs.debts.slice(0, 2),
      choice: true,
    });
    expect(sumOfDebts(dibs.debts.slice(0, 2))).to.equal(26_256);
  });

  it('is exactly the sum of those debts', () => {
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
        const option = optionOf(system, 'transition', settingsOf(given));
        const payable = entries.filter(({ payableByClient }) => payableByClient === true);
        expect(option.is).to.equal(payable.length ? 'pay' : 'none');
        if (option.is !== 'pay') return;
        expect(option.debts.map(({ feeId }) => feeId).sort()).to.deep.equal(
          payable.map(({ feeId }) => feeId).sort(),
        );
        expect(sumOfDebts(option.debts)).to.equal(
          payable.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0),
        );
        for (const debt of option.debts) expect(system.debts).to.include(debt);
      }),
    );
  });
});

describe('CONTRACT 6: locked debts cannot be selected', () => {
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
  const freeIn = (system: SystemOverview, state = INITIAL_STATE, now = 0): string => {
    const option = paymentOption(system, 'transition', settingsOf(pay), state, now);
    return option.is === 'pay'
      ? option.debts.map(({ feeId }) => feeId).join(' ')
      : summaryOf(option);
  };

  it('the payment host’s status locks a debt in every tab; a failed payment does not', () => {
    const system = withStatus('reserved', 'pending', 'completed', 'failed', undefined, 'paid');
    expect(freeIn(system)).to.equal('4 5 6');
    const locks = locksOfDebts(system.debts, INITIAL_STATE, 0);
    const locked = system.debts.map(({ feeId }) => locks.get(feeId) ?? 'free');
    expect(locked.join(' ')).to.equal('paying registering registering free free free');
  });

  it('when all debts are locked there is a sentence and no button', () => {
    expect(freeIn(withStatus('reserved', 'completed'))).to.equal('dibs.locked');
  });

  it('a reservation by this tab’s own request locks nothing here', () => {
    const order = { key: 'k', lines: [{ feeId: '1', amount: 7000, type: 'fee' }] };
    const state = {
      ...INITIAL_STATE,
      current: { is: 'requested', order },
    } as unknown as PaymentState;
    expect(freeIn(withStatus('reserved', 'reserved'), state)).to.equal('1');
    expect(freeIn(withStatus('pending', undefined), state)).to.equal('2');
  });

  it('the sentence says whether any debt is still being paid', () => {
    const variant = (...statuses: string[]) => {
      const option = optionOf(withStatus(...statuses), 'transition', settingsOf(pay));
      return option.is === 'none' && option.variant;
    };
    expect(variant('completed', 'pending')).to.equal('registering');
    expect(variant('completed', 'reserved')).to.be.undefined;
  });

  it('debts that another tab has paid are locked until the claim ends', () => {
    const state = { ...INITIAL_STATE, otherClaims: [claim] };
    expect(freeIn(withStatus(undefined, undefined), state)).to.equal('1');
    expect(freeIn(withStatus(undefined, undefined), state, 10)).to.equal('1 2');
    const reserved = withStatus(undefined, 'reserved').debts;
    expect(locksOfDebts(reserved, state, 0).get('2'), 'paid, whatever the list says').to.equal(
      'registering',
    );
  });

  it('no debt can be paid while another tab pays', () => {
    const state = { ...INITIAL_STATE, otherClaims: [{ ...claim, inProgress: true }] };
    expect(freeIn(withStatus(undefined), state)).to.equal('inProgress');
    expect(freeIn(withStatus(undefined), state, 10)).to.equal('1');
  });

  it('single debts can be selected where the library allows it, and there is more than one', () => {
    const choice = (attributes: Attributes, system: SystemOverview) => {
      const option = optionOf(system, 'transition', settingsOf(attributes));
      return option.is === 'pay' && option.choice;
    };
    const two = withStatus(undefined, undefined);
    expect(choice(pay, two)).to.be.true;
    expect(choice({ ...pay, selection: 'all' }, two)).to.be.false;
    expect(choice({ ...pay, channel: 'app', mobilepay: '' }, two)).to.be.false;
    expect(choice(pay, withStatus(undefined))).to.be.false;
    expect(choice(pay, withStatus(undefined, 'completed')), 'only one is unlocked').to.be.false;
  });
});

describe('CONTRACT 6: while a payment is in progress, no other can start', () => {
  const order = sentOrderOf({ key: 'k1', requestedAt: 0 }, ['7']);
  const otherClaims = [claimOf({ until: 1 })];
  const states: Record<string, PaymentState> = {
    'an open order of other debts': stateWith({ current: { is: 'open', order } }),
    'an order that is being continued': stateWith({ current: { is: 'starting', order } }),
    'another tab': stateWith({ otherClaims }),
  };
  for (const [what, state] of Object.entries(states)) {
    it(what, () => {
      const settings = settingsOf({ 'dibs-payment-url': '/pay' });
      expect(paymentOption(dibs, 'transition', settings, state, 0).is).to.equal('inProgress');
    });
  }
});
