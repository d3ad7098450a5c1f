import { expect } from '@open-wc/testing';
import { both, fee, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import { BROKEN, clear, count, has, part, read, shown, showing, words } from './stage.js';

const total = (element: Element): string => words(part(element, 'total'));

describe('CONTRACT 4: when half of it is on fire, it says which half', () => {
  afterEach(clear);

  it('two endpoints that failed alike are one message and one button', async () => {
    const element = await shown({
      attributes: library(),
      answers: { 'dibs-fees-url': BROKEN, 'oir-fees-url': BROKEN },
    });
    expect(count(element, 'failure')).to.equal(1);
    expect(words(part(element, 'failure-heading'))).to.equal(
      'Dine mellemværender kunne ikke hentes',
    );
  });

  it('two that failed differently are two', async () => {
    const element = await shown({
      attributes: library(),
      answers: { 'dibs-fees-url': BROKEN, 'oir-fees-url': { status: 404 } },
    });
    expect(count(element, 'failure')).to.equal(2);
    expect(read(element)).not.to.include('Du kan skylde mere');
  });

  it('where one system is shown, the words are of that one', async () => {
    for (const [systems, whose] of Object.entries({ dibs: 'biblioteket', oir: 'kommunen' })) {
      const element = await shown({
        attributes: library({ systems }),
        answers: { 'fees-url': BROKEN },
      });
      expect(words(part(element, 'failure-heading'))).to.include(whose);
    }
  });

  it('beside debts that are shown it says that there may be more, and counts and adds up nothing', async () => {
    const element = await shown({
      attributes: library(),
      answers: { 'dibs-fees-url': { body: oldDebts() }, 'oir-fees-url': BROKEN },
    });
    expect(words(part(element, 'failure-text'))).to.include('Du kan skylde mere');
    expect(total(element)).to.equal('');
  });

  it('a later failure says which system, and how old what is shown is', async () => {
    let answer: object = { body: newDebts() };
    const element = await shown({
      attributes: library(),
      answers: { 'dibs-fees-url': { body: oldDebts() }, 'oir-fees-url': () => answer },
    });
    answer = BROKEN;
    await element.refresh();
    expect(words(part(element, 'failure-heading'))).to.include('kommunen');
    expect(words(part(element, 'failure-text'))).to.include('Du ser det, der blev hentet');
    expect(words(part(element, 'failure-text'))).not.to.include('Du kan skylde mere');
    expect(count(element, 'debt')).to.equal(4);
  });
});

describe('CONTRACT 4: no word goes further than what holds', () => {
  afterEach(clear);

  it('the sum of nothing that could be read is not "at least 0,00 kr."', async () => {
    const element = await showing([null], library());
    expect(read(element)).not.to.include('0,00');
    expect(has(element, 'unreadable')).to.be.true;
    // Nor is a place named where it would be paid.
    expect(words(part(element, 'section-heading'))).to.equal('Mellemværender');
  });

  it('"all" is not said where something could not be read', async () => {
    const element = await showing([...both(), { ...fee(), amount: 'x' }], library());
    expect(words(part(element, 'pay-all'))).to.equal(
      'Betal alle, der kan betales her · 262,56 kr.',
    );
  });

  it('a material without a number or a name is not spoken of', async () => {
    const materials = [{ recordId: '48724101' }, { recordId: '52518017' }];
    const element = await showing([fee({ materials })], library());
    expect(words(part(element, 'materials'))).to.match(/^Oprettet [^·]*$/);
  });

  it('a date that means none does not make a debt paid', async () => {
    for (const paidDate of ['0001-01-01', '1899-12-30T00:00:00']) {
      const element = await showing([fee({ paidDate })], library());
      expect(count(element, 'debt')).to.equal(1);
    }
  });

  it('where one system is shown, the number of debts stands in place of the sum of both', async () => {
    const element = await showing(both(), library({ systems: 'dibs' }));
    expect(total(element)).to.equal('2 mellemværender');
    expect(has(element, 'count')).to.be.false;
  });

  it('in the app, nobody is sent to a site where nothing can be paid either', async () => {
    const debts = oldDebts().map((debt) => ({ ...debt, payableByClient: false }));
    const element = await shown({
      attributes: library({ channel: 'app' }),
      answers: { 'dibs-fees-url': { body: debts }, 'oir-fees-url': { body: [] } },
    });
    expect(words(part(element, 'no-action'))).to.match(
      /^Du kan ikke betale her\. Kontakt biblioteket/,
    );
  });

  it('a library that shows the old system and has no date has no introduction of its own accord', async () => {
    const attributes = { systems: 'dibs', 'dibs-payment-url': '/pay' };
    expect(has(await showing(oldDebts(), attributes), 'intro')).to.be.false;
    const texts = { 'intro.transition': 'Velkommen' };
    expect(words(part(await showing(oldDebts(), attributes, { texts }), 'intro'))).to.equal(
      'Velkommen',
    );
    const dated = { ...attributes, 'switch-date': '2021-12-01' };
    expect(has(await showing(oldDebts(), dated), 'intro')).to.be.true;
  });
});
