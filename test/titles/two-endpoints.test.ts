import { expect } from '@open-wc/testing';
import { fee } from '../../demo/fixtures.js';
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
} from '../element/fixture.js';
import { catalogueOf, faust, item } from './catalogue.js';
import { record } from './fbi-schema.js';
import { afterTitleRequests, open, titles } from './page.js';

const APART = { 'fees-url': undefined, 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };

/** A library whose systems answer when the test says so. */
function apart() {
  const library = catalogueOf([]);
  const [old, recent] = [faust(), faust()];
  library.records.set(old, record('Gammel')).set(recent, record('Ny'));
  const dibs = deferred<Response>();
  const oir = deferred<Response>();
  library.list = (url) => (url === '/dibs' ? dibs.promise : oir.promise);
  return {
    library,
    numbers: { old, recent },
    answerDibs: (status = 200) => dibs.resolve(json([fee({ materials: [item(old)] })], { status })),
    answerOir: (status = 200) =>
      oir.resolve(json([fee({ materials: [item(recent)], payableByClient: false })], { status })),
  };
}

const inSection = (element: Element, name: string) =>
  titles(element).filter((title) => part(element, name)?.textContent?.includes(title));

describe('CONTRACT 3.1, 8: the titles of each system are read after its debts', () => {
  afterEach(resetFixture);

  it('those of the first system while the second is being read, in two requests', async () => {
    const { library, numbers, answerDibs, answerOir } = apart();
    const element = open(library, APART);
    answerOir();
    await waitUntil(() => titles(element).length === 1);
    expect(inSection(element, 'section-oir')).to.deep.equal(['Ny']);
    expect(hasPart(element, 'placeholder')).to.be.true;
    answerDibs();
    await waitUntil(() => titles(element).length === 2);
    expect(inSection(element, 'section-dibs')).to.deep.equal(['Gammel']);
    await afterTitleRequests();
    expect(library.requests.map((request) => request.faust)).to.deep.equal([
      [numbers.recent],
      [numbers.old],
    ]);
  });

  it('both at the same time: at most two requests, no number twice', async () => {
    const { library, numbers, answerDibs, answerOir } = apart();
    const element = open(library, APART);
    answerDibs();
    answerOir();
    await waitUntil(() => titles(element).length === 2);
    await afterTitleRequests();
    expect(library.requests.length).to.be.at.most(2);
    expect(library.requests.flatMap((request) => request.faust).sort()).to.deep.equal(
      Object.values(numbers).sort(),
    );
  });

  for (const status of [404, 401]) {
    it(`a system that fails (${status}) does not affect the titles of the other`, async () => {
      const { library, answerDibs, answerOir } = apart();
      const element = open(library, APART);
      answerDibs(status);
      answerOir();
      await settled(element);
      await waitUntil(() => titles(element).length === 1);
      expect(inSection(element, 'section-oir')).to.deep.equal(['Ny']);
      expect(countParts(element, status === 401 ? 'login' : 'failure')).to.equal(1);
      expect(library.requests).to.have.length(1);
    });
  }

  it('titles that failed with the first system are requested with those of the second', async () => {
    const lines = recordWarnings();
    const { library, numbers, answerDibs, answerOir } = apart();
    const { answer } = library;
    library.answer = (request) =>
      library.requests.length === 1 ? json({}, { status: 500 }) : answer(request);
    const element = open(library, APART);
    answerDibs();
    await waitUntil(() => lines.length);
    expect(titles(element)).to.deep.equal([]);
    answerOir();
    await waitUntil(() => titles(element).length === 2);
    expect(library.requests.map((request) => request.faust)).to.deep.equal([
      [numbers.old],
      [numbers.old, numbers.recent],
    ]);
  });

  it('those of a system that is shown later, from an answer that was read before', async () => {
    const [old, recent] = [faust(), faust()];
    const library = catalogueOf([
      fee({ materials: [item(old)] }),
      fee({ materials: [item(recent)], payableByClient: false }),
    ]);
    library.records.set(old, record('Gammel')).set(recent, record('Ny'));
    const element = open(library, { systems: 'dibs' });
    await waitUntil(() => titles(element).length === 1);
    element.systems = 'both';
    await waitUntil(() => titles(element).length === 2);
    expect(library.reads).to.equal(1);
  });
});
