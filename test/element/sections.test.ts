import { expect } from '@open-wc/testing';
import { both, fee, inDays, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  resetFixture,
  countParts,
  hasPart,
  part,
  parts,
  mount,
  viewText,
  partTexts,
  settled,
  mountWithFees,
  mountSettled,
  waitUntil,
  textOf,
} from './fixture.js';

const systems = (element: Element) =>
  parts(element, 'section').map((section) => section.getAttribute('part')?.split(' ').at(-1));

describe('CONTRACT 4: sections', () => {
  afterEach(resetFixture);

  it('dibs first, oir second, in any order of arrival', async () => {
    const element = await mountWithFees([...newDebts(), ...oldDebts()], library());
    expect(systems(element)).to.deep.equal(['section-dibs', 'section-oir']);
  });

  it('dibs first when oir has answered first', async () => {
    const element = await mountSettled({
      attributes: library(),
      answers: {
        'dibs-fees-url': { body: oldDebts(), delay: 60 },
        'oir-fees-url': { body: newDebts() },
      },
    });
    expect(systems(element)).to.deep.equal(['section-dibs', 'section-oir']);
  });

  for (const [fees, shownOnes] of [
    [oldDebts(), ['section-dibs']],
    [newDebts(), ['section-oir']],
    [[], []],
  ] as const) {
    it(`no section without debts: ${shownOnes.join() || 'neither'}`, async () => {
      const element = await mountWithFees(fees, library());
      expect(systems(element)).to.deep.equal(shownOnes);
      expect(hasPart(element, 'placeholder')).to.be.false;
    });
  }

  it('each has its number of debts and its sum, and the widget has the overall total', async () => {
    const element = await mountWithFees([...both(), fee({ amount: 0.44 })], library());
    expect(partTexts(element, 'count')).to.deep.equal(['3 mellemværender', '2 mellemværender']);
    expect(partTexts(element, 'subtotal')).to.deep.equal(['I alt 263,00 kr.', 'I alt 250,00 kr.']);
    expect(textOf(part(element, 'total'))).to.include('I alt 513,00 kr.');
  });

  it('one debt has the singular "mellemværende"', async () => {
    expect(partTexts(await mountWithFees([fee()], library()), 'count')).to.deep.equal([
      '1 mellemværende',
    ]);
  });

  it('no overall total when one system is shown', async () => {
    const element = await mountWithFees(both(), library({ systems: 'oir' }));
    expect(textOf(part(element, 'total'))).not.to.include('kr.');
    expect(partTexts(element, 'subtotal')).to.deep.equal(['I alt 250,00 kr.']);
  });

  it('says "mindst" when something could not be read, in that section and in the total', async () => {
    const element = await mountWithFees([...both(), { ...fee(), amount: 'x' }], library());
    expect(partTexts(element, 'subtotal')).to.deep.equal(['Mindst 262,56 kr.', 'I alt 250,00 kr.']);
    expect(textOf(part(element, 'total'))).to.include('I alt mindst 512,56 kr.');
    expect(textOf(part(element, 'section-dibs'))).to.include('1 mellemværende kunne ikke vises');
  });
});

describe('CONTRACT 4: while loading', () => {
  afterEach(resetFixture);

  it('has a placeholder for both, and says that it is loading', async () => {
    const element = mount({
      attributes: library(),
      answers: { 'fees-url': { delay: 'infinite' } },
    });
    await element.updateComplete;
    expect(countParts(element, 'placeholder')).not.to.equal(0);
    expect(textOf(part(element, 'loading'))).to.equal('Henter dine mellemværender …');
    expect(hasPart(element, 'failure')).to.be.false;
  });

  for (const [first, second] of [
    ['dibs', 'oir'],
    ['oir', 'dibs'],
  ] as const) {
    it(`${second} without an answer shows a placeholder and does not delay ${first}`, async () => {
      const element = mount({
        attributes: library(),
        answers: {
          [`${first}-fees-url`]: { body: first === 'dibs' ? oldDebts() : newDebts() },
          [`${second}-fees-url`]: { delay: 'infinite' },
        },
      });
      await waitUntil(() => part(element, `section-${first}`));
      expect(countParts(element, 'placeholder')).to.equal(1);
      expect(countParts(element, 'debt')).to.equal(2);
      expect(textOf(part(element, 'total'))).not.to.include('kr.');
      expect(hasPart(element, first === 'dibs' ? 'pay-button' : 'go-link')).to.be.true;
    });
  }
});

describe('CONTRACT 4: debts', () => {
  afterEach(resetFixture);

  it('are in order of due date, oldest first; those without one last', async () => {
    const days = [30, -200, 3, -1, 0];
    const fees = days.map((day) => fee({ dueDate: inDays(day), amount: 300 + day }));
    const element = await mountWithFees([fee({ dueDate: null, amount: 999 }), ...fees], library());
    expect(partTexts(element, 'amount')).to.deep.equal(
      [100, 299, 300, 303, 330, 999].map((kroner) => `${kroner},00 kr.`),
    );
  });

  it('are marked as overdue in words; a debt due today is not overdue', async () => {
    const fees = [-1, 0, 1].map((day) => fee({ dueDate: inDays(day) }));
    const element = await mountWithFees(fees, library());
    expect(partTexts(element, 'date').map((date) => date.split(' ')[0])).to.deep.equal([
      'Forfaldt',
      'Betales',
      'Betales',
    ]);
    expect(partTexts(element, 'overdue')).to.have.length(1);
  });

  it('have the reason and the material, with the number of others', async () => {
    const element = await mountWithFees(both(), library());
    expect(partTexts(element, 'reason')).to.deep.equal([
      'Gebyr (for sent)',
      'Erstatning',
      'Gebyr (for sent)',
      'Gebyr (for sent)',
    ]);
    expect(partTexts(element, 'number')[0]).to.match(/^Oprettet .* · Materialenummer 5237104417$/);
    expect(partTexts(element, 'more-toggle')).to.deep.equal(['og 2 andre', 'og 1 andet']);
    expect(partTexts(element, 'materials')).to.have.length(4);
  });

  it('without a reason are named by their type, unknown types too', async () => {
    const fees = ['fee', 'compensation', 'bøde'].map((type, index) =>
      fee({ type, reasonMessage: '', dueDate: inDays(index) }),
    );
    const element = await mountWithFees(fees, library());
    expect(partTexts(element, 'reason')).to.deep.equal(['Gebyr', 'Erstatning', 'Mellemværende']);
  });

  it('under transfer, in both systems, are shown and counted once, in the new one', async () => {
    const [debt] = oldDebts();
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': { body: [debt] }, 'oir-fees-url': { body: [debt] } },
    });
    await settled(element);
    expect(systems(element)).to.deep.equal(['section-oir']);
    expect(textOf(part(element, 'total'))).to.include('I alt 70,00 kr.');
    expect(viewText(element)).to.include('1 mellemværende');
  });
});
