import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fee } from '../../demo/fixtures.js';
import {
  resetFixture,
  countParts,
  deferred,
  nameOf,
  part,
  parts,
  partTexts,
  waitUntil,
  textOf,
} from '../element/fixture.js';
import { catalogueOf, faust, item, owing, type Catalogue } from './catalogue.js';
import { record } from './fbi-schema.js';
import { opened, openedWithTitles, titles } from './page.js';

const WITHOUT = { 'fbi-url': undefined };

/** A library with one debt for several materials, "Bind 1", "Bind 2" …; the debt cannot be selected. */
function libraryFor(count: number): Catalogue & { readonly numbers: readonly string[] } {
  const numbers = Array.from({ length: count }, faust);
  const library = catalogueOf([owing(...numbers)]);
  numbers.forEach((number, index) => library.records.set(number, record(`Bind ${index + 1}`)));
  return Object.assign(library, { numbers });
}

const more = (element: Element) => part(element, 'more') as HTMLDetailsElement | null;
const toggle = (element: Element) => part(element, 'more-toggle') as HTMLElement;

/** The visible titles. */
const visibleTitles = (element: Element) =>
  parts(element, 'title')
    .filter((title) => !title.closest('details:not([open])'))
    .map(textOf);

/** Opens the disclosure at this index; browsers dispatch its event later. */
async function unfold(element: Element, index = 0): Promise<void> {
  const details = parts(element, 'more')[index];
  const toggled = new Promise((resolve) => details?.addEventListener('toggle', resolve));
  details?.querySelector('summary')?.click();
  await toggled;
}

/** Clicks at the position of the element, on whatever is on top. */
function hit(element: Element, target: HTMLElement): void {
  target.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = target.getBoundingClientRect();
  const at = element.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2);
  (at as HTMLElement).click();
}

describe('CONTRACT 8: several materials', () => {
  afterEach(resetFixture);

  it('the first is shown, and “og 2 andre” opens the rest', async () => {
    const library = libraryFor(3);
    const element = await openedWithTitles(3, library);
    expect(more(element)?.localName).to.equal('details');
    expect(textOf(toggle(element))).to.equal('og 2 andre');
    expect(visibleTitles(element)).to.deep.equal(['Bind 1']);
    toggle(element).click();
    expect(more(element)?.open).to.be.true;
    expect(visibleTitles(element)).to.deep.equal(['Bind 1', 'Bind 2', 'Bind 3']);
    const numbers = partTexts(element, 'number').join();
    for (const number of library.numbers) expect(numbers).to.include(`Materialenummer 5${number}`);
    toggle(element).click();
    expect(visibleTitles(element)).to.deep.equal(['Bind 1']);
  });

  it('“og 1 andet” for two; the English text', async () => {
    const element = await openedWithTitles(2, libraryFor(2));
    expect(textOf(toggle(element))).to.equal('og 1 andet');
    element.lang = 'en';
    await element.updateComplete;
    expect(textOf(toggle(element))).to.equal('and 1 other');
    element.remove();
    const other = await openedWithTitles(3, libraryFor(3), { lang: 'en' });
    expect(textOf(toggle(other))).to.equal('and 2 others');
  });

  it('a single one has no disclosure', async () => {
    const element = await openedWithTitles(1, libraryFor(1));
    expect(more(element) === null).to.be.true;
    expect(textOf(part(element, 'materials'))).not.to.include('andre');
  });

  it('their numbers are shown without titles, too', async () => {
    const library = libraryFor(3);
    const element = await opened(library, WITHOUT);
    expect(textOf(toggle(element))).to.equal('og 2 andre');
    expect(countParts(element, 'title')).to.equal(0);
    expect(partTexts(element, 'number').map((line) => line.match(/\d{9}/)?.[0])).to.deep.equal(
      library.numbers.map((number) => `5${number}`),
    );
  });

  it('a periodical has its own text and its title', async () => {
    const number = faust();
    const periodical = { volume: '2021', volumeYear: '2021', displayText: '2021:11' };
    const library = catalogueOf([fee({ materials: [item(number, { periodical })] })]);
    library.records.set(number, record('Illustreret Videnskab'));
    const element = await openedWithTitles(1, library);
    expect(textOf(part(element, 'title'))).to.equal('Illustreret Videnskab');
    expect(textOf(part(element, 'number'))).to.match(/2021:11.*Materialenummer 5/);
  });

  it('a material with only a record shows nothing without fbi-url', async () => {
    const materials = [item(faust(), { materialItemNumber: null })];
    const library = catalogueOf([fee({ materials, dueDate: null })]);
    const element = await opened(library, WITHOUT);
    expect(countParts(element, 'materials')).to.equal(0);
    expect(textOf(part(element, 'debt'))).to.match(/^Gebyr \(for sent\) ?Oprettet .* ?70,00 kr\.$/);
  });

  it('with fbi-url its title is shown, without a number', async () => {
    const number = faust();
    const materials = [item(number, { materialItemNumber: null })];
    const library = catalogueOf([fee({ materials })]);
    library.records.set(number, record('Det'));
    const element = await openedWithTitles(1, library);
    expect(titles(element)).to.deep.equal(['Det']);
    expect(textOf(part(element, 'debt'))).not.to.include('Materialenummer');
  });

  it('a debt without materials has no material text', async () => {
    for (const materials of [[], [{}], [item(undefined, { materialItemNumber: null })]]) {
      const library = catalogueOf([fee({ materials, dueDate: null })]);
      const element = await opened(library);
      expect(countParts(element, 'materials')).to.equal(0);
      expect(textOf(part(element, 'debt'))).not.to.match(/Materialenummer|undefined|null/);
      expect(textOf(part(element, 'amount'))).to.equal('70,00 kr.');
      element.remove();
    }
  });

  it('a material without a name is counted, but cannot be opened', async () => {
    const materials = [item('', {}), item(faust(), { materialItemNumber: null })];
    const library = catalogueOf([fee({ materials })]);
    const element = await opened(library, WITHOUT);
    expect(more(element) === null).to.be.true;
    expect(textOf(part(element, 'materials'))).to.match(/Materialenummer 5100000000 · og 1 andet$/);
  });
});

describe('CONTRACT 8: the disclosure', () => {
  afterEach(resetFixture);

  /** Two debts that can be selected, each for three materials. */
  function twoOf() {
    const numbers = Array.from({ length: 6 }, faust);
    const library = catalogueOf([owing(...numbers.slice(0, 3)), owing(...numbers.slice(3))]);
    for (const number of numbers) library.records.set(number, record(`Titel ${number}`));
    return library;
  }

  const boxes = (element: Element) => parts(element, 'choice') as HTMLInputElement[];

  it('can be focused and opened by keyboard', async () => {
    const element = await openedWithTitles(6, twoOf());
    boxes(element)[0]?.focus();
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot?.activeElement === toggle(element)).to.be.true;
    await sendKeys({ press: 'Enter' });
    expect(more(element)?.open).to.be.true;
    await sendKeys({ press: ' ' });
    expect(more(element)?.open).to.be.false;
    expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([false, false]);
  });

  it('is opened by a click, and selects nothing', async () => {
    const element = await openedWithTitles(6, twoOf());
    for (const [index, details] of (parts(element, 'more') as HTMLDetailsElement[]).entries()) {
      hit(element, details.querySelector('summary') as HTMLElement);
      await element.updateComplete;
      expect(details.open, `row ${index}`).to.be.true;
    }
    expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([false, false]);
  });

  it('leaves the rest of the row as the label of its check box', async () => {
    const element = await openedWithTitles(6, twoOf());
    hit(element, part(element, 'number') as HTMLElement);
    await element.updateComplete;
    expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([true, false]);
    expect(more(element)?.open).to.be.false;
  });

  it('is large enough to hit (WCAG 2.5.8), and has a name', async () => {
    const element = await openedWithTitles(6, twoOf());
    expect(toggle(element).getBoundingClientRect().height).to.be.at.least(24);
    expect(nameOf(toggle(element))).to.equal('og 2 andre');
  });

  it('stays open when the debts are read again', async () => {
    const library = twoOf();
    const element = await openedWithTitles(6, library);
    await unfold(element);
    await element.refresh();
    expect((parts(element, 'more') as HTMLDetailsElement[]).map(({ open }) => open)).to.deep.equal([
      true,
      false,
    ]);
  });

  it('stays open when the titles arrive', async () => {
    const library = twoOf();
    const pending = deferred();
    const { answer } = library;
    library.answer = (request) => pending.promise.then(() => answer(request));
    const element = await opened(library);
    await unfold(element);
    pending.resolve();
    await waitUntil(() => titles(element).length === 6);
    expect(more(element)?.open).to.be.true;
  });

  it('is not in the description of a check box, so its content is not read at each selection', async () => {
    const element = await openedWithTitles(6, twoOf());
    const [box] = boxes(element);
    const described = box?.getAttribute('aria-describedby') ?? '';
    const description = textOf(element.shadowRoot?.getElementById(described));
    expect(description).to.include('Titel').and.to.include('Materialenummer');
    expect(description).not.to.include('og 2 andre');
  });

  it('is accessible, open and closed', async () => {
    const element = await openedWithTitles(6, twoOf());
    await unfold(element);
    await expect(element).to.be.accessible();
  });
});
