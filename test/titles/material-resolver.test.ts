import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { DdbDebtOverview } from '../../src/index.js';
import {
  resetFixture,
  countParts,
  deferred,
  part,
  partTexts,
  settled,
  container,
  waitUntil,
  textOf,
} from '../element/fixture.js';
import { catalogueOf, faust, libraryOf, owing } from './catalogue.js';
import { afterTitleRequests, opened, openedWithTitles, titles } from './page.js';

/** Resolves every number: "Egen 10000001". */
const knowing = () =>
  sinon.fake(
    async (recordIds: string[]) => new Map(recordIds.map((id) => [id, { title: `Egen ${id}` }])),
  );

const WITHOUT = { 'fbi-url': undefined };

describe('CONTRACT 8: a page can provide the titles', () => {
  afterEach(resetFixture);

  it('gets the FAUST numbers, once each, without fbi-url', async () => {
    const [one, other] = [faust(), faust()];
    const library = catalogueOf([owing(one, other), owing(one)]);
    const materialResolver = knowing();
    const element = await openedWithTitles(3, library, WITHOUT, { materialResolver });
    expect(materialResolver.args).to.deep.equal([[[one, other]]]);
    expect(titles(element)).to.deep.equal([`Egen ${one}`, `Egen ${other}`, `Egen ${one}`]);
  });

  it('gets at most 50 in a call', async () => {
    const library = libraryOf(120);
    const materialResolver = knowing();
    await openedWithTitles(120, library, WITHOUT, { materialResolver });
    const sizes = materialResolver.args.map(([recordIds]) => recordIds.length);
    expect(sizes).to.deep.equal([50, 50, 20]);
    expect(new Set(materialResolver.args.flatMap(([ids]) => ids)).size).to.equal(120);
  });

  it('is called when the rows are rendered', async () => {
    const library = libraryOf(2);
    let rows = -1;
    const resolve = knowing();
    await openedWithTitles(2, library, WITHOUT, {
      materialResolver: (recordIds) => {
        rows = countParts(document.querySelector('ddb-debt-overview') as Element, 'debt');
        return resolve(recordIds);
      },
    });
    expect(rows).to.equal(2);
  });

  it('can return all fields of a title', async () => {
    const library = libraryOf(1);
    const whole = {
      title: 'Azorno',
      creators: ['Inger Christensen', 'En Oversætter'],
      year: '1967',
      type: 'roman',
      coverUrl: 'https://covers.example/azorno.jpg',
    };
    const element = await openedWithTitles(1, library, WITHOUT, {
      materialResolver: async ([id = '']) => new Map([[id, whole]]),
    });
    expect(partTexts(element, 'byline')).to.deep.equal([
      'Inger Christensen, En Oversætter · 1967 · roman',
    ]);
    expect(element.shadowRoot?.querySelector('img')?.src).to.equal(whole.coverUrl);
  });

  it('replaces fbi-url, which gets no request', async () => {
    const library = libraryOf(2);
    const element = await openedWithTitles(2, library, {}, { materialResolver: knowing() });
    expect(titles(element)[0]).to.match(/^Egen/);
    await afterTitleRequests();
    expect(library.requests).to.have.length(0);
  });

  it('a number that it leaves out is shown, and is not requested again', async () => {
    const library = libraryOf(2);
    const [known = ''] = library.numbers;
    const materialResolver = sinon.fake(async () => new Map([[known, { title: 'Kendt' }]]));
    const element = await openedWithTitles(1, library, WITHOUT, { materialResolver });
    await element.refresh();
    await afterTitleRequests();
    expect(materialResolver.callCount).to.equal(1);
    expect(textOf(part(element, 'base'))).to.include(`Materialenummer 5${library.numbers[1]}`);
  });

  it('a title that was not requested is not shown', async () => {
    const library = libraryOf(1);
    const more = { title: 'Uspurgt' };
    const resolve = knowing();
    const element = await openedWithTitles(1, library, WITHOUT, {
      materialResolver: async (ids) => new Map([...(await resolve(ids)), ['1', more], ['', more]]),
    });
    expect(titles(element)).to.deep.equal([`Egen ${library.numbers[0]}`]);
  });

  it('may change the list that it gets', async () => {
    const library = libraryOf(2);
    const resolve = knowing();
    const element = await openedWithTitles(2, library, WITHOUT, {
      materialResolver: (recordIds) => resolve(recordIds.splice(0)),
    });
    expect(titles(element)).to.have.length(2);
  });
});

describe('CONTRACT 2, 8: materialResolver may be set before or after', () => {
  afterEach(resetFixture);

  it('before the element is defined', async () => {
    const library = libraryOf(2);
    const materialResolver = knowing();
    const element = document.createElement('x-late-titles') as DdbDebtOverview;
    Object.assign(element, { feesUrl: '/fees', fetcher: library.fetcher, materialResolver });
    container.append(element);
    customElements.define('x-late-titles', class extends DdbDebtOverview {});
    await settled(element);
    await waitUntil(() => titles(element).length === 2);
    expect(element.materialResolver === materialResolver).to.be.true;
    expect(Object.hasOwn(element, 'materialResolver')).to.be.false;
  });

  it('after the debts: it is called for the shown debts, which are not read again', async () => {
    const library = libraryOf(2);
    const element = await opened(library, WITHOUT);
    await afterTitleRequests();
    element.materialResolver = knowing();
    await waitUntil(() => titles(element).length === 2);
    expect(library.reads).to.equal(1);
  });

  it('in place of another: the titles of the new one are shown', async () => {
    const library = libraryOf(2);
    const element = await openedWithTitles(2, library, WITHOUT, { materialResolver: knowing() });
    element.materialResolver = async (ids) => new Map(ids.map((id) => [id, { title: 'Ny' }]));
    await waitUntil(() => titles(element).join() === 'Ny,Ny');
  });

  it('in place of a pending one: the late answer is not shown', async () => {
    const library = libraryOf(1);
    const late = deferred();
    const old = knowing();
    const element = await opened(library, WITHOUT, {
      materialResolver: (ids) => late.promise.then(() => old(ids)),
    });
    await afterTitleRequests();
    element.materialResolver = async ([id = '']) => new Map([[id, { title: 'Ny' }]]);
    await waitUntil(() => titles(element).join() === 'Ny');
    late.resolve();
    await afterTitleRequests();
    expect(titles(element)).to.deep.equal(['Ny']);
  });

  it('removed: fbi-url is used', async () => {
    const library = libraryOf(2);
    const element = await openedWithTitles(2, library, {}, { materialResolver: knowing() });
    element.materialResolver = undefined;
    await waitUntil(() => titles(element)[0] === 'Titel 1');
    expect(library.requests).to.have.length(1);
  });

  it('two elements with the same one: each number is requested once', async () => {
    const library = libraryOf(2);
    const materialResolver = knowing();
    await openedWithTitles(2, library, WITHOUT, { materialResolver });
    await openedWithTitles(2, library, WITHOUT, { materialResolver });
    expect(materialResolver.callCount).to.equal(1);
  });
});
