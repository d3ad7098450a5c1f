import { expect } from '@open-wc/testing';
import { both, fee, inDays, newDebts, oldDebts } from '../../demo/fixtures.js';
import { present } from '../core/given.js';
import {
  resetFixture,
  countParts,
  deferred,
  hasPart,
  json,
  part,
  settled,
  waitUntil,
  recordWarnings,
  textOf,
} from '../element/fixture.js';
import { catalogueOf, libraryOf } from './catalogue.js';
import { afterTitleRequests, open, opened } from './page.js';
import { summarized, summaryStates } from './summary-states.js';

const line = (element: Element) => textOf(part(element, 'summary'));

describe('CONTRACT 2, 4: view="summary" shows in one line', () => {
  afterEach(resetFixture);

  for (const what of Object.keys(summaryStates()))
    for (const lang of ['da', 'en'] as const)
      it(`${what} (${lang})`, async () => {
        recordWarnings();
        const { library, attributes, loading, [lang]: text } = present(summaryStates()[what]);
        const element = open(library, { ...attributes, lang });
        if (loading) await waitUntil(() => hasPart(element, 'summary'));
        else await settled(element);
        expect(line(element)).to.equal(text);
      });

  it('nothing that a later read could not confirm', async () => {
    const library = catalogueOf(both());
    const element = await opened(library, summarized());
    expect(line(element)).to.include('512,56 kr.');
    library.list = () => json({}, { status: 404 });
    await element.refresh();
    expect(line(element)).to.equal('Dine mellemværender kunne ikke hentes');
    library.list = () => json(library.fees);
    await element.refresh();
    expect(line(element)).to.include('512,56 kr.');
  });

  it('no "no debts" when a later read failed', async () => {
    const library = catalogueOf([]);
    const element = await opened(library, summarized());
    library.list = () => json({}, { status: 404 });
    await element.refresh();
    expect(line(element)).to.equal('Dine mellemværender kunne ikke hentes');
  });

  it('the last answer, while the debts are read again', async () => {
    const library = catalogueOf(oldDebts());
    const element = await opened(library, summarized());
    const next = deferred<Response>();
    library.list = () => next.promise;
    const done = element.refresh();
    await waitUntil(() => library.reads === 2);
    await element.updateComplete;
    expect(line(element)).to.include('262,56 kr.');
    next.resolve(json([]));
    await done;
    expect(line(element)).to.equal('Du har ingen mellemværender.');
  });

  it('no sum of one system while the other is read', async () => {
    const library = catalogueOf([]);
    const oir = deferred<Response>();
    library.list = (url) => (url === '/dibs' ? json(oldDebts()) : oir.promise);
    const apart = { 'fees-url': undefined, 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };
    const element = open(library, summarized(apart));
    await waitUntil(() => element.overview.systems[0]?.state === 'ready');
    await element.updateComplete;
    expect(line(element)).to.equal('Henter dine mellemværender …');
    oir.resolve(json(newDebts()));
    await settled(element);
    expect(line(element)).to.equal('4 mellemværender · 512,56 kr. · 1 forfaldent');
  });

  it('a debt under transfer once', async () => {
    const library = catalogueOf([]);
    library.list = (url) => json([fee({ feeId: 77, payableByClient: url === '/dibs' })]);
    const apart = { 'fees-url': undefined, 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };
    expect(line(await opened(library, summarized(apart)))).to.equal('1 mellemværende · 70,00 kr.');
  });

  it('in a preview, what is overdue on that day, under the banner', async () => {
    const library = catalogueOf([fee({ dueDate: inDays(12) })]);
    const element = await opened(library, summarized({ 'preview-date': inDays(20) }));
    expect(line(element)).to.equal('1 mellemværende · 70,00 kr. · 1 forfaldent');
    expect(textOf(part(element, 'preview'))).to.match(/^Forhåndsvisning af den /);
  });

  it('the library’s own texts, if there are any', async () => {
    const texts = { empty: 'Intet skyldes.', 'count.other': '{count} poster' };
    const [none, some] = [catalogueOf([]), catalogueOf(oldDebts())];
    const properties = { config: { texts } };
    expect(line(await opened(none, summarized(), properties))).to.equal('Intet skyldes.');
    const element = await opened(some, summarized(), properties);
    expect(line(element)).to.equal('2 poster · 262,56 kr. · 1 forfaldent');
  });

  it('no titles, and does not request them', async () => {
    const library = libraryOf(3);
    await opened(library, summarized({ 'fbi-url': library.fbiUrl }));
    await afterTitleRequests();
    expect(library.requests).to.have.length(0);
  });

  it('the whole overview, and back, when view is changed', async () => {
    const library = catalogueOf(both());
    const element = await opened(library, summarized());
    element.view = 'full';
    await element.updateComplete;
    expect([hasPart(element, 'summary'), countParts(element, 'debt')]).to.deep.equal([false, 4]);
    element.view = 'summary';
    await element.updateComplete;
    expect([hasPart(element, 'summary'), countParts(element, 'debt')]).to.deep.equal([true, 0]);
    expect(library.reads).to.equal(1);
  });
});

describe('CONTRACT 2: the summary links to overview-url', () => {
  afterEach(resetFixture);

  for (const url of ['/user/me/debts', 'debts?x=1#y', 'https://library.example/debts']) {
    it(`exactly as written: ${url}`, async () => {
      const element = await opened(catalogueOf(both()), summarized({ 'overview-url': url }));
      const link = part(element, 'summary-link');
      expect(link?.localName).to.equal('a');
      expect(link?.getAttribute('href')).to.equal(url);
      expect(link?.hasAttribute('target')).to.be.false;
      expect(textOf(link)).to.equal('4 mellemværender · 512,56 kr. · 1 forfaldent');
      expect(element.problems).to.deep.equal([]);
    });
  }

  it('in every state, since the overview says what to do', async () => {
    recordWarnings();
    for (const [what, { library, attributes, loading }] of Object.entries(summaryStates())) {
      const element = open(library, attributes);
      if (loading) await waitUntil(() => hasPart(element, 'summary'));
      else await settled(element);
      expect(part(element, 'summary-link')?.getAttribute('href'), what).to.equal('/debts');
      element.remove();
    }
  });

  for (const url of [
    undefined,
    '',
    'javascript:alert(1)',
    'http://library.example/',
    '//x.example/',
  ])
    it(`not when it is ${url === undefined ? 'not set' : `"${url}"`}: text, and a problem that names it`, async () => {
      const lines = recordWarnings();
      const element = await opened(catalogueOf(both()), summarized({ 'overview-url': url }));
      expect(hasPart(element, 'summary-link')).to.be.false;
      expect(element.shadowRoot?.querySelectorAll('a').length).to.equal(0);
      expect(line(element)).to.equal('4 mellemværender · 512,56 kr. · 1 forfaldent');
      expect(element.problems.every(({ setting }) => setting === 'overview-url')).to.be.true;
      expect(element.problems.length).to.be.at.least(1);
      expect(lines.length).to.equal(element.problems.length);
      expect(lines[0]).to.include('overview-url');
    });

  it('the whole overview does not need it', async () => {
    const element = await opened(catalogueOf(both()), { 'overview-url': undefined });
    expect(element.problems).to.deep.equal([]);
  });
});
