import { expect } from '@open-wc/testing';
import { both, fee, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  BROKEN,
  resetFixture,
  countParts,
  hasPart,
  part,
  viewText,
  mountSettled,
  mountWithFees,
  textOf,
} from './fixture.js';

const total = (element: Element): string => textOf(part(element, 'total'));

describe('CONTRACT 4: when half of it is on fire, it says which half', () => {
  afterEach(resetFixture);

  it('two endpoints that failed alike are one message and one button', async () => {
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': BROKEN, 'oir-fees-url': BROKEN },
    });
    expect(countParts(element, 'failure')).to.equal(1);
    expect(textOf(part(element, 'failure-heading'))).to.equal(
      'Dine mellemværender kunne ikke hentes',
    );
  });

  it('two that failed differently are two', async () => {
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': BROKEN, 'oir-fees-url': { status: 404 } },
    });
    expect(countParts(element, 'failure')).to.equal(2);
    expect(viewText(element)).not.to.include('Du kan skylde mere');
  });

  it('where one system is shown, the words are of that one', async () => {
    for (const [systems, whose] of Object.entries({ dibs: 'biblioteket', oir: 'kommunen' })) {
      const element = await mountSettled({
        attributes: library({ systems }),
        answers: { 'fees-url': BROKEN },
      });
      expect(textOf(part(element, 'failure-heading'))).to.include(whose);
    }
  });

  it('beside debts that are shown it says that there may be more, and counts and adds up nothing', async () => {
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': { body: oldDebts() }, 'oir-fees-url': BROKEN },
    });
    expect(textOf(part(element, 'failure-text'))).to.include('Du kan skylde mere');
    expect(total(element)).to.equal('');
  });

  it('a later failure says which system, and how old what is shown is', async () => {
    let answer: object = { body: newDebts() };
    const element = await mountSettled({
      attributes: library(),
      answers: { 'dibs-fees-url': { body: oldDebts() }, 'oir-fees-url': () => answer },
    });
    answer = BROKEN;
    await element.refresh();
    expect(textOf(part(element, 'failure-heading'))).to.include('kommunen');
    expect(textOf(part(element, 'failure-text'))).to.include('Du ser det, der blev hentet');
    expect(textOf(part(element, 'failure-text'))).not.to.include('Du kan skylde mere');
    expect(countParts(element, 'debt')).to.equal(4);
  });
});

describe('CONTRACT 4: no word goes further than what holds', () => {
  afterEach(resetFixture);

  it('the sum of nothing that could be read is not "at least 0,00 kr."', async () => {
    const element = await mountWithFees([null], library());
    expect(viewText(element)).not.to.include('0,00');
    expect(hasPart(element, 'unreadable')).to.be.true;
    // Nor is a place named where it would be paid.
    expect(textOf(part(element, 'section-heading'))).to.equal('Mellemværender');
  });

  it('"all" is not said where something could not be read', async () => {
    const element = await mountWithFees([...both(), { ...fee(), amount: 'x' }], library());
    expect(textOf(part(element, 'pay-all'))).to.equal(
      'Betal alle, der kan betales her · 262,56 kr.',
    );
  });

  it('a material without a number or a name is not spoken of', async () => {
    const materials = [{ recordId: '48724101' }, { recordId: '52518017' }];
    const element = await mountWithFees([fee({ materials })], library());
    expect(textOf(part(element, 'materials'))).to.match(/^Oprettet [^·]*$/);
  });

  it('a date that means none does not make a debt paid', async () => {
    for (const paidDate of ['0001-01-01', '1899-12-30T00:00:00']) {
      const element = await mountWithFees([fee({ paidDate })], library());
      expect(countParts(element, 'debt')).to.equal(1);
    }
  });

  it('where one system is shown, the number of debts stands in place of the sum of both', async () => {
    const element = await mountWithFees(both(), library({ systems: 'dibs' }));
    expect(total(element)).to.equal('2 mellemværender');
    expect(hasPart(element, 'count')).to.be.false;
  });

  it('in the app, nobody is sent to a site where nothing can be paid either', async () => {
    const debts = oldDebts().map((debt) => ({ ...debt, payableByClient: false }));
    const element = await mountSettled({
      attributes: library({ channel: 'app' }),
      answers: { 'dibs-fees-url': { body: debts }, 'oir-fees-url': { body: [] } },
    });
    expect(textOf(part(element, 'no-action'))).to.match(
      /^Du kan ikke betale her\. Kontakt biblioteket/,
    );
  });

  it('a library that shows the old system and has no date has no introduction of its own accord', async () => {
    const attributes = { systems: 'dibs', 'dibs-payment-url': '/pay' };
    expect(hasPart(await mountWithFees(oldDebts(), attributes), 'intro')).to.be.false;
    const texts = { 'intro.transition': 'Velkommen' };
    expect(textOf(part(await mountWithFees(oldDebts(), attributes, { texts }), 'intro'))).to.equal(
      'Velkommen',
    );
    const dated = { ...attributes, 'switch-date': '2021-12-01' };
    expect(hasPart(await mountWithFees(oldDebts(), dated), 'intro')).to.be.true;
  });
});
