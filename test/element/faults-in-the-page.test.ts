import { expect } from '@open-wc/testing';
import { both, fee, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  BROKEN,
  resetFixture,
  countParts,
  hasPart,
  part,
  parts,
  viewText,
  partTexts,
  mountWithFees,
  mountSettled,
  container,
  waitUntil,
  textOf,
} from './fixture.js';

// DOMAIN, "What the systems in use get wrong", without the faults of payment.

const NO_DEBT = /ingen mellemværender/;

describe('DOMAIN: ding2', () => {
  afterEach(resetFixture);

  it('"FBS failing is shown, and cached, as no debts"', async () => {
    let answer: object = BROKEN;
    const element = await mountSettled({ answers: { 'fees-url': () => answer } });
    expect(viewText(element)).not.to.match(NO_DEBT);
    answer = { body: both() };
    part(element, 'retry-button')?.click();
    await waitUntil(() => parts(element, 'debt').length === 4);
    expect(hasPart(element, 'failure')).to.be.false;
  });

  it('"only-external debts with default settings show neither debts nor no debts"', async () => {
    const element = await mountWithFees(newDebts());
    expect(partTexts(element, 'amount')).to.have.members(['230,00 kr.', '20,00 kr.']);
    expect(hasPart(element, 'no-action')).to.be.true;
    expect(viewText(element)).not.to.match(NO_DEBT);
  });
});

describe('DOMAIN: Finna', () => {
  afterEach(resetFixture);

  it('"cents padded on the wrong side (12.05 shown as 12,50)"', async () => {
    const element = await mountWithFees([fee({ amount: 12.05 }), fee({ amount: 12.5 })], library());
    expect(partTexts(element, 'amount')).to.have.members(['12,05 kr.', '12,50 kr.']);
  });

  it('"library system\'s error answered as an empty list"', async () => {
    for (const body of [{ error: 'ILS offline' }, { fees: [] }, null, 'error']) {
      const element = await mountWithFees(body);
      expect(viewText(element)).not.to.match(NO_DEBT);
      expect(hasPart(element, 'failure')).to.be.true;
    }
  });
});

describe('DOMAIN: Aspen, Koha, FOLIO', () => {
  afterEach(resetFixture);

  it('"10,50 typed becomes NaN"', async () => {
    const element = await mountWithFees([{ ...fee(), amount: '10,50' }, fee()], library());
    expect(viewText(element)).not.to.include('NaN');
    expect(textOf(part(element, 'unreadable'))).to.include('1 mellemværende');
  });

  it('"`parseInt` of a threshold"', async () => {
    const element = await mountWithFees(newDebts(), library({ 'registration-hours': '1.5' }));
    expect(partTexts(element, 'note').join()).to.include('1,5 timer');
  });

  it('"hard-coded $"', async () => {
    for (const lang of ['da', 'en']) {
      const element = await mountWithFees(both(), library({ lang }));
      expect(viewText(element)).not.to.include('$');
      expect(partTexts(element, 'amount').every((amount) => /kr\.|DKK/.test(amount))).to.be.true;
    }
  });

  it('"float sums"', async () => {
    const amounts = [0.1, 0.2, 0.7, 33.33, 33.33, 33.34, 4.35, 1.1];
    const element = await mountWithFees(
      amounts.map((amount) => fee({ amount })),
      library(),
    );
    expect(textOf(part(element, 'subtotal'))).to.equal('I alt 106,45 kr.');
    expect(element.overview.total).to.equal(10_645);
  });
});

describe('DOMAIN: reported elsewhere', () => {
  afterEach(resetFixture);

  it('"dates a day early west of Greenwich"', async () => {
    // A separate page, whose time zone is Los Angeles.
    const frame = document.createElement('iframe');
    const define = new URL('../../src/define.ts', import.meta.url).href;
    frame.srcdoc = `<script>
      const { DateTimeFormat } = Intl;
      const zone = { timeZone: 'America/Los_Angeles' };
      Intl.DateTimeFormat = function (lang, options) {
        return new DateTimeFormat(lang, { ...zone, ...options });
      };
      for (const [name, part] of [['getDate', 'day'], ['getMonth', 'month'], ['getFullYear', 'year']])
        Date.prototype[name] = function () {
          const parts = new DateTimeFormat('en', { ...zone, year: 'numeric', month: 'numeric', day: 'numeric' });
          return +parts.formatToParts(this).find(({ type }) => type === part).value - (part === 'month');
        };
    </script><script type="module" src="${define}"></script>
    <ddb-debt-overview></ddb-debt-overview>`;
    container.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
    const element = frame.contentDocument?.querySelector('ddb-debt-overview');
    if (!element) throw new Error('No element in the frame.');
    const fees = [
      fee({ dueDate: '2022-04-06' }),
      fee({ dueDate: null, creationDate: '2022-01-01' }),
    ];
    element.fetcher = () => Promise.resolve(new Response(JSON.stringify(fees)));
    element.feesUrl = '/west';
    await waitUntil(() => parts(element, 'debt').length === 2);
    expect(new Date('2022-04-06T00:00Z').getDate(), 'the page as it is').to.equal(6);
    expect(partTexts(element, 'date')).to.deep.equal([
      'Forfaldt 6. april 2022',
      'Oprettet 1. januar 2022',
    ]);
  });

  it('"debts handed to another office vanish from the page and patrons believe they owe nothing"', async () => {
    const [first, second] = oldDebts().map((debt) => ({ ...debt, feeId: debt.feeId + 10_000 }));
    let isExternal = false;
    const element = await mountSettled({
      attributes: library(),
      answers: {
        'fees-url': () => ({ body: [{ ...first, payableByClient: !isExternal }, second] }),
      },
    });
    expect(countParts(element, 'section')).to.equal(1);
    isExternal = true;
    await element.refresh();
    expect(countParts(element, 'section')).to.equal(2);
    expect(countParts(element, 'debt')).to.equal(2);
    expect(textOf(part(element, 'total'))).to.include('262,56 kr.');
    // With the old system only, the texts are about that system.
    const oldOnly = await mountSettled({
      attributes: library({ systems: 'dibs' }),
      answers: { 'fees-url': { body: [{ ...first, payableByClient: false }] } },
    });
    expect(countParts(oldOnly, 'debt')).to.equal(0);
    expect(textOf(part(oldOnly, 'empty'))).to.equal(
      'Du har ingen mellemværender, der betales her.',
    );
  });

  it('"one bad row hides all"', async () => {
    const bad = [null, 7, 'x', [], {}, { ...fee(), feeId: null }, { ...fee(), amount: -5 }];
    const element = await mountWithFees([...bad, fee()], library());
    expect(partTexts(element, 'amount')).to.deep.equal(['70,00 kr.']);
    const counted = partTexts(element, 'unreadable').map((text) => parseInt(text, 10));
    expect(counted.reduce((sum, count) => sum + count, 0)).to.equal(bad.length);
  });
});
