import { expect } from '@open-wc/testing';
import { fee } from '../../demo/fixtures.js';
import { clear, count, gate, has, json, part, settled, until, warnings } from '../element/stage.js';
import { catalogueOf, faust, item } from './catalogue.js';
import { record } from './fbi-schema.js';
import { afterAsking, open, titles } from './page.js';

const APART = { 'fees-url': undefined, 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };

/** A library whose systems answer when the test says so. */
function apart() {
  const library = catalogueOf([]);
  const [old, recent] = [faust(), faust()];
  library.records.set(old, record('Gammel')).set(recent, record('Ny'));
  const dibs = gate<Response>();
  const oir = gate<Response>();
  library.list = (url) => (url === '/dibs' ? dibs.passed : oir.passed);
  return {
    library,
    numbers: { old, recent },
    answerDibs: (status = 200) => dibs.open(json([fee({ materials: [item(old)] })], { status })),
    answerOir: (status = 200) =>
      oir.open(json([fee({ materials: [item(recent)], payableByClient: false })], { status })),
  };
}

const inSection = (element: Element, name: string) =>
  titles(element).filter((title) => part(element, name)?.textContent?.includes(title));

describe('CONTRACT 3.1, 8: each system’s titles come when its debts have', () => {
  afterEach(clear);

  it('the first one’s while the second is still read, in two requests', async () => {
    const { library, numbers, answerDibs, answerOir } = apart();
    const element = open(library, APART);
    answerOir();
    await until(() => titles(element).length === 1);
    expect(inSection(element, 'section-oir')).to.deep.equal(['Ny']);
    expect(has(element, 'placeholder')).to.be.true;
    answerDibs();
    await until(() => titles(element).length === 2);
    expect(inSection(element, 'section-dibs')).to.deep.equal(['Gammel']);
    await afterAsking();
    expect(library.asked.map((asked) => asked.faust)).to.deep.equal([
      [numbers.recent],
      [numbers.old],
    ]);
  });

  it('both at the same moment: two requests at the most, no number twice', async () => {
    const { library, numbers, answerDibs, answerOir } = apart();
    const element = open(library, APART);
    answerDibs();
    answerOir();
    await until(() => titles(element).length === 2);
    await afterAsking();
    expect(library.asked.length).to.be.at.most(2);
    expect(library.asked.flatMap((asked) => asked.faust).sort()).to.deep.equal(
      Object.values(numbers).sort(),
    );
  });

  for (const status of [404, 401]) {
    it(`a system that fails (${status}) does not hinder the other’s`, async () => {
      const { library, answerDibs, answerOir } = apart();
      const element = open(library, APART);
      answerDibs(status);
      answerOir();
      await settled(element);
      await until(() => titles(element).length === 1);
      expect(inSection(element, 'section-oir')).to.deep.equal(['Ny']);
      expect(count(element, 'failure')).to.equal(1);
      expect(library.asked).to.have.length(1);
    });
  }

  it('titles that failed for the first come with the second’s', async () => {
    const lines = warnings();
    const { library, numbers, answerDibs, answerOir } = apart();
    const { answer } = library;
    library.answer = (asked) =>
      library.asked.length === 1 ? json({}, { status: 500 }) : answer(asked);
    const element = open(library, APART);
    answerDibs();
    await until(() => lines.length);
    expect(titles(element)).to.deep.equal([]);
    answerOir();
    await until(() => titles(element).length === 2);
    expect(library.asked.map((asked) => asked.faust)).to.deep.equal([
      [numbers.old],
      [numbers.old, numbers.recent],
    ]);
  });
});
