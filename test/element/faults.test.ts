import { expect } from '@open-wc/testing';
import { both, fee, inDays, many, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import type { DebtLeaveEvent, DebtPayEvent } from '../../src/index.js';
import {
  BROKEN,
  resetFixture,
  clockAt,
  countParts,
  fetcherOf,
  hasPart,
  recordEvents,
  json,
  part,
  parts,
  mount,
  viewText,
  partTexts,
  settled,
  mountWithFees,
  mountSettled,
  textOf,
} from './fixture.js';

// DOMAIN, "What the systems in use get wrong", without the faults of payment.

const sums = (element: Element) => [
  ...partTexts(element, 'subtotal'),
  ...partTexts(element, 'total'),
];

describe('DOMAIN: DPL fee list', () => {
  afterEach(resetFixture);

  it('"one fee with `materials: []` takes the whole page down, all other fees with it"', async () => {
    const element = await mountWithFees([fee({ materials: [], amount: 30 }), fee()], library());
    expect(partTexts(element, 'amount')).to.have.members(['30,00 kr.', '70,00 kr.']);
  });

  it('"a missing catalogue record hides the row but counts it"', async () => {
    const lost = { materialItemNumber: '1', recordId: '00000000' };
    const materials = [[lost], [{ ...lost, recordId: null }], [{}], [null as never]];
    const fees = materials.map((of) => fee({ materials: of }));
    const element = await mountWithFees(fees, library());
    expect(countParts(element, 'debt')).to.equal(4);
    expect(textOf(part(element, 'count'))).to.equal('4 mellemværender');
  });

  it('"a fee without `payableByClient` vanishes from list and total (all of them: a heading and a button, nothing else)"', async () => {
    const fees = [fee({ amount: 10 }), fee({ amount: 20 })];
    for (const each of fees) delete each.payableByClient;
    const element = await mountWithFees(fees, library());
    expect(countParts(element, 'debt')).to.equal(2);
    expect(textOf(part(element, 'total'))).to.include('30,00 kr.');
  });

  it('"`paidDate` fees still listed and summed"', async () => {
    const element = await mountWithFees(
      [fee(), fee({ paidDate: inDays(-1), amount: 500 })],
      library(),
    );
    expect(partTexts(element, 'amount')).to.deep.equal(['70,00 kr.']);
    for (const sum of sums(element)) expect(sum).to.include('I alt 70,00 kr.');
  });

  it('"amounts as strings add up to 070.002.56, a missing one to NaN kr."', async () => {
    const { amount: _, ...missing } = fee();
    const fees = [{ ...fee(), amount: '70.00' }, { ...fee(), amount: '2.56' }, missing, fee()];
    const element = await mountWithFees(fees, library());
    expect(viewText(element)).not.to.match(/NaN|070|undefined/);
    expect(partTexts(element, 'amount')).to.deep.equal(['70,00 kr.']);
    expect(textOf(part(element, 'subtotal'))).to.equal('Mindst 70,00 kr.');
    expect(textOf(part(element, 'unreadable'))).to.include('3 mellemværender');
  });

  it('"0.3−0.1−0.2 to -0,00 kr."', async () => {
    const element = await mountWithFees(
      [fee({ amount: 0.3 - 0.1 - 0.2 }), fee({ amount: -0 })],
      library(),
    );
    expect(viewText(element)).not.to.include('0,00');
    expect(hasPart(element, 'empty')).to.be.true;
  });

  it('"a 401 is An error occurred after four tries, never a login"', async () => {
    let requests = 0;
    const element = mount({
      answers: { 'fees-url': () => (requests++, { status: 401, body: {} }) },
      children: '<a slot="login" href="/login">Log ind</a>',
    });
    const events = recordEvents(element, 'ddb-debt-auth');
    await settled(element);
    expect(requests).to.equal(1);
    expect(events.length).to.equal(1);
    expect(textOf(part(element, 'login'))).to.include('Log ind for at se');
    expect(element.querySelector('a')?.getClientRects().length).to.equal(1);
  });

  it('"a fees endpoint that hangs shows a skeleton for as long as it hangs"', async () => {
    const clock = clockAt('2022-05-01T10:00:00Z');
    const fetcher = fetcherOf(() => new Promise(() => undefined));
    const element = mount({ attributes: { 'fees-url': '/hangs' }, properties: { fetcher } });
    await element.updateComplete;
    expect(hasPart(element, 'placeholder')).to.be.true;
    await clock.tickAsync(60_000);
    await settled(element);
    expect(hasPart(element, 'placeholder')).to.be.false;
    expect(hasPart(element, 'retry-button')).to.be.true;
    expect(fetcher.callCount).to.equal(3);
  });

  it('"a failing loan, patron or catalogue service replaces a list already on screen by An error occurred, payment link with it"', async () => {
    let answer: object = { body: both() };
    const element = await mountSettled({
      attributes: library(),
      answers: { 'fees-url': () => answer },
    });
    answer = BROKEN;
    await element.refresh();
    expect(countParts(element, 'debt')).to.equal(4);
    expect(hasPart(element, 'go-link')).to.be.true;
    expect(hasPart(element, 'pay-button')).to.be.true;
  });

  it('"bad dates read 30. november 1899"', async () => {
    const bad = ['1899-11-30', '0001-01-01', '0000-00-00', '2022-02-30', 'i morgen', '', '0', null];
    const fees = bad.map((date) => fee({ dueDate: date, creationDate: String(date) }));
    const element = await mountWithFees(fees, library());
    expect(countParts(element, 'debt')).to.equal(bad.length);
    expect(countParts(element, 'date')).to.equal(0);
    expect(viewText(element)).not.to.match(/1899|Invalid|30\. november/);
  });

  it('"two lists, no overall total"', async () => {
    const element = await mountWithFees(both(), library());
    expect(countParts(element, 'section')).to.equal(2);
    expect(textOf(part(element, 'total'))).to.include('I alt 512,56 kr.');
  });

  it('"the empty page is headed contact the library to pay 0"', async () => {
    const { 'help-url': _, ...attributes } = library();
    const element = await mountWithFees([], attributes);
    expect(viewText(element)).not.to.match(/\d+,\d\d|[Kk]ontakt|\b0\b/);
    expect(hasPart(element, 'action')).to.be.false;
  });

  it('"created shown as due, the true due date never"', async () => {
    const element = await mountWithFees(
      [
        fee({ creationDate: '2021-03-01', dueDate: '2021-03-31' }),
        fee({ creationDate: '2021-04-01', dueDate: null }),
      ],
      library(),
    );
    expect(partTexts(element, 'date')).to.deep.equal([
      'Forfaldt 31. marts 2021',
      'Oprettet 1. april 2021',
    ]);
  });

  it('"the pay link dies after one press"', async () => {
    const element = await mountWithFees(newDebts(), library());
    const events = recordEvents<DebtLeaveEvent>(element, 'ddb-debt-leave');
    element.addEventListener('ddb-debt-leave', (event) => event.preventDefault());
    for (let press = 0; press < 3; press++) part(element, 'go-link')?.click();
    expect(events.map(({ url }) => url)).to.deep.equal(
      Array<string>(3).fill('https://betalingsoverblik.example/'),
    );
  });

  it('"rows do not open for `element.click()`"', async () => {
    const element = await mountWithFees(newDebts(), library());
    part(element, 'about-toggle')?.click();
    expect(part(element, 'about')?.hasAttribute('open')).to.be.true;
    expect(part(element, 'about-text')?.getClientRects().length).to.equal(1);
  });

  it('"fixed 184 px rows overflow when zoomed"', async () => {
    const element = await mountWithFees(
      [
        fee({ reasonMessage: 'Gebyr (for sent) og erstatning for to bind', amount: 1234.5 }),
        ...both(),
      ],
      library(),
    );
    element.style.cssText = 'font-size: 200%; inline-size: 320px';
    const boxes = parts(element, 'debt').map((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      for (const child of row.children) {
        expect(child.getBoundingClientRect().top).to.be.at.least(top);
        expect(child.getBoundingClientRect().bottom).to.be.at.most(bottom);
      }
      return { top, bottom };
    });
    for (const [index, { top }] of boxes.entries())
      expect(top).to.be.at.least(boxes[index - 1]?.bottom ?? -Infinity);
  });

  it('"33 requests for 6 fees, 2,021 for 1,000"', async () => {
    for (const size of [6, 1000]) {
      const fetcher = fetcherOf(() => json(many(size)));
      const element = await mountSettled({
        attributes: library({ 'fees-url': '/fees' }),
        properties: { fetcher },
      });
      expect(countParts(element, 'debt')).to.equal(size);
      expect(fetcher.callCount).to.equal(1);
      element.remove();
    }
  });

  it('"layout shift 0.09–0.34"', async () => {
    const element = mount({ attributes: library(), answers: { 'fees-url': { body: both() } } });
    const below = document.createElement('p');
    element.after(below);
    await element.updateComplete;
    // A shift below the first screen is not visible.
    const tops = () =>
      [below, part(element, 'heading'), part(element, 'intro')].map((each) =>
        Math.min(each?.getBoundingClientRect().top ?? 0, innerHeight),
      );
    const before = tops();
    await settled(element);
    expect(tops()).to.deep.equal(before);
  });

  it('"no payment at all"', async () => {
    const element = await mountWithFees(oldDebts(), library());
    const events = recordEvents<DebtPayEvent>(element, 'ddb-debt-pay');
    element.addEventListener('ddb-debt-pay', (event) => event.preventDefault());
    part(element, 'pay-all')?.click();
    expect(events.map(({ amount }) => amount)).to.deep.equal([26_256]);
  });
});
