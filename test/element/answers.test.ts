import { expect } from '@open-wc/testing';
import type { Answer } from '../../demo/network/network.js';
import { fee, many } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  resetFixture,
  countParts,
  hasPart,
  viewText,
  partTexts,
  mountWithFees,
  mountSettled,
  part,
  textOf,
} from './fixture.js';

describe('CONTRACT 3.6: an answer that is not a list of debts', () => {
  afterEach(resetFixture);

  const answers: Record<string, Answer> = {
    'HTML with 200': { text: '<!doctype html><title>Log ind</title>' },
    null: { body: null },
    'an object': { body: {} },
    'an object around the list': { body: { fees: [fee()] } },
    'a text': { body: 'ok' },
    'a number': { body: 0 },
    'nothing, 204': { status: 204 },
    'nothing, 200': { text: '' },
    'half a list': { text: '[{"feeId":1,"amount":70},' },
    'a list with an error status': { status: 400, body: [] },
  };
  for (const [what, answer] of Object.entries(answers)) {
    it(`${what} is a failure: no debts, no "no debt", and a retry button`, async () => {
      const element = await mountSettled({
        attributes: library(),
        answers: { 'fees-url': answer },
      });
      expect(textOf(part(element, 'failure-heading'))).to.match(/kunne ikke hentes/);
      expect(hasPart(element, 'retry-button')).to.be.true;
      expect(hasPart(element, 'empty', 'section', 'placeholder')).to.be.false;
      expect(textOf(part(element, 'total'))).to.equal('');
    });
  }
});

describe('CONTRACT 3.6: an entry that cannot be parsed', () => {
  afterEach(resetFixture);

  const { feeId: _id, ...withoutId } = fee();
  const { amount: _amount, ...withoutAmount } = fee();
  const entries: Record<string, unknown> = {
    null: null,
    'a list': [fee()],
    'a text': 'x',
    'an empty object': {},
    'no id': withoutId,
    'an empty id': { ...fee(), feeId: ' ' },
    'an id that JSON has rounded': { ...fee(), feeId: 2 ** 53 },
    'no amount': withoutAmount,
    'an amount that is text': { ...fee(), amount: '70.00' },
    'an amount that is true': { ...fee(), amount: true },
    'an amount in a list': { ...fee(), amount: [70] },
    'parts of an øre': { ...fee(), amount: 0.001 },
    'an implausibly large amount': { ...fee(), amount: 1e15 },
  };
  for (const [what, entry] of Object.entries(entries)) {
    it(`${what} hides no other debt and is reported as missing`, async () => {
      const element = await mountWithFees([entry, fee()], library());
      expect(partTexts(element, 'amount')).to.deep.equal(['70,00 kr.']);
      expect(textOf(part(element, 'unreadable'))).to.match(/^1 mellemværende kunne ikke/);
      expect(textOf(part(element, 'total'))).to.include('I alt mindst 70,00 kr.');
      expect(viewText(element)).not.to.match(/NaN|undefined|\[object|Infinity|null/);
    });
    it(`${what} alone is not "no debt"`, async () => {
      const element = await mountWithFees([entry], library());
      expect(hasPart(element, 'empty')).to.be.false;
      expect(hasPart(element, 'unreadable')).to.be.true;
    });
  }
});

describe('CONTRACT 3: unexpected values in an answer', () => {
  afterEach(resetFixture);

  it('accepts an id that is text', async () => {
    const element = await mountWithFees([{ ...fee(), feeId: '9007199254740993' }], library());
    expect(element.overview.systems[0]?.debts[0]?.feeId).to.equal('9007199254740993');
  });

  it('treats missing fields as absent', async () => {
    const element = await mountWithFees(
      [{ feeId: 1, amount: 70, payableByClient: true }],
      library(),
    );
    expect(partTexts(element, 'amount')).to.deep.equal(['70,00 kr.']);
    expect(partTexts(element, 'reason')).to.deep.equal(['Mellemværende']);
    expect(hasPart(element, 'date', 'materials')).to.be.false;
    expect(viewText(element)).not.to.match(/undefined|null|Invalid/);
  });

  it('treats null and values of the wrong type as absent', async () => {
    const wrong = {
      type: 7,
      reasonMessage: {},
      dueDate: 20220406,
      creationDate: [],
      materials: 'x',
    };
    const empty = Object.fromEntries(Object.keys(wrong).map((name) => [name, null]));
    const element = await mountWithFees(
      [wrong, empty].map((fields) => ({ ...fee(), ...fields })),
      library(),
    );
    expect(countParts(element, 'debt')).to.equal(2);
    expect(partTexts(element, 'reason')).to.deep.equal(['Mellemværende', 'Mellemværende']);
    expect(hasPart(element, 'date', 'materials')).to.be.false;
  });

  it('shows a large amount in full', async () => {
    const element = await mountWithFees(
      [fee({ amount: 99_999_999.99 }), fee({ amount: 0.01 })],
      library(),
    );
    expect(textOf(part(element, 'total'))).to.include('I alt 100.000.000,00 kr.');
  });

  it('ignores unknown fields', async () => {
    const element = await mountWithFees([{ ...fee(), vat: 14, children: [fee()] }], library());
    expect(countParts(element, 'debt')).to.equal(1);
  });

  it('shows and counts all of 10,000 entries', async () => {
    const fees = many(10_000);
    const element = await mountWithFees(fees, library());
    const total = fees.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
    expect(countParts(element, 'debt')).to.equal(10_000);
    expect(element.overview.total).to.equal(total);
    expect(partTexts(element, 'count')).to.deep.equal([
      '6.666 mellemværender',
      '3.334 mellemværender',
    ]);
  }).timeout(60_000);

  it('shows markup in a reason as text', async () => {
    const reasonMessage = '<script>document.title = 1</script><a href="//x">Betal her</a>';
    const element = await mountWithFees([fee({ reasonMessage })], library());
    expect(textOf(part(element, 'reason'))).to.equal(reasonMessage);
    expect(element.shadowRoot?.querySelectorAll('script, a[href="//x"]').length).to.equal(0);
  });

  it('shows the start of a very long reason, and all of it on request', async () => {
    const reasonMessage = 'Erstatning'.repeat(80);
    const element = await mountWithFees([fee({ reasonMessage })], library());
    element.style.inlineSize = '280px';
    expect(textOf(part(element, 'reason'))).to.equal(`${reasonMessage.slice(0, 120)} …`);
    expect(textOf(part(element, 'more'))).to.equal(`Vis hele teksten ${reasonMessage}`);
    expect(part(element, 'base')?.scrollWidth).to.be.at.most(280);
  });
});
