import { expect } from '@open-wc/testing';
import {
  clear,
  clockAt,
  count,
  gate,
  json,
  pause,
  settled,
  until,
  warnings,
} from '../element/stage.js';
import { libraryOf, owing } from './catalogue.js';
import { record } from './fbi-schema.js';
import { afterAsking, open, opened, titled, titles } from './page.js';

describe('CONTRACT 8: a title is asked for once in the page’s life', () => {
  afterEach(clear);

  it('a refresh asks for none that is known', async () => {
    const library = libraryOf(3);
    const element = await titled(3, library);
    await element.refresh();
    await afterAsking();
    expect(library.reads).to.equal(2);
    expect(library.asked).to.have.length(1);
    expect(titles(element)).to.have.length(3);
  });

  it('a refresh that brings a new debt asks for that one alone', async () => {
    const library = libraryOf(2);
    const more = libraryOf(1);
    const element = await titled(2, library);
    for (const [number, known] of more.records) library.records.set(number, known);
    library.fees = [...library.fees, ...more.fees];
    await element.refresh();
    await until(() => titles(element).length === 3);
    expect(library.asked.map((asked) => asked.faust.length)).to.deep.equal([2, 1]);
    expect(library.asked[1]?.faust).to.deep.equal(more.numbers);
  });

  it('another element of the page has them with its first drawing', async () => {
    const library = libraryOf(3);
    await titled(3, library);
    const debts = gate<Response>();
    library.list = () => debts.passed;
    const second = open(library);
    await until(() => second.shadowRoot);
    const seen: [debts: number, titles: number][] = [];
    const root = second.shadowRoot as ShadowRoot;
    new MutationObserver(() => seen.push([count(second, 'debt'), titles(second).length])).observe(
      root,
      { subtree: true, childList: true },
    );
    debts.open(json(library.fees));
    await until(() => count(second, 'debt') === 3);
    await afterAsking();
    expect(seen.filter(([debts]) => debts === 3)[0]).to.deep.equal([3, 3]);
    expect(library.asked).to.have.length(1);
  });

  it('two elements at the same moment ask once, and both show them', async () => {
    const library = libraryOf(3);
    const [first, second] = [open(library), open(library)];
    await until(() => titles(first).length === 3 && titles(second).length === 3);
    expect(library.asked).to.have.length(1);
  });

  it('an element that comes while another’s request is under way waits for that one', async () => {
    const library = libraryOf(2);
    const coming = gate();
    const { answer } = library;
    library.answer = (asked) => coming.passed.then(() => answer(asked));
    const first = await opened(library);
    await until(() => library.asked.length);
    const second = await opened(library);
    await afterAsking();
    first.remove();
    coming.open();
    await until(() => titles(second).length === 2);
    expect(library.asked).to.have.length(1);
  });

  it('an element that is drawn just before another’s titles come has them too', async () => {
    const library = libraryOf(2);
    const coming = gate();
    const materialResolver = async (ids: string[]) => {
      await coming.passed;
      return new Map(ids.map((id) => [id, { title: 'Det' }]));
    };
    const first = await opened(library, {}, { materialResolver });
    await afterAsking();
    const second = open(library, {}, { materialResolver });
    // Its rows are on screen, and it has not asked yet.
    second.addEventListener('ddb-debt-load', () => coming.open());
    await settled(second);
    await afterAsking();
    expect([titles(first).length, titles(second).length]).to.deep.equal([2, 2]);
  });

  it('another patron’s debts for the same records are not asked for again', async () => {
    const library = libraryOf(2);
    const element = await titled(2, library, {}, { getToken: () => 'astrid' });
    library.fees = library.numbers.map((number) => owing(number));
    element.getToken = () => 'bo';
    await until(() => library.reads === 2);
    await until(() => titles(element).length === 2);
    await afterAsking();
    expect(library.asked).to.have.length(1);
  });

  it('what another patron owes shows none of the first one’s titles', async () => {
    const library = libraryOf(2);
    const other = libraryOf(1);
    const element = await titled(2, library, {}, { getToken: () => 'astrid' });
    library.fees = other.fees;
    library.answer = () => new Promise(() => undefined);
    element.getToken = () => 'bo';
    await until(() => library.reads === 2);
    await until(() => count(element, 'debt') === 1);
    expect(titles(element)).to.deep.equal([]);
  });

  it('drawing again, in another language or with another setting, asks for none', async () => {
    const library = libraryOf(2);
    const element = await titled(2, library);
    for (const change of [{ lang: 'en' }, { headingLevel: 4 }, { systems: 'dibs' }]) {
      Object.assign(element, change);
      await element.updateComplete;
      await afterAsking();
      expect(titles(element)).to.have.length(2);
    }
    expect(library.asked).to.have.length(1);
  });

  it('taken out of the page and put back, it asks for none', async () => {
    const library = libraryOf(2);
    const element = await titled(2, library);
    const parent = element.parentElement;
    element.remove();
    await pause();
    parent?.append(element);
    await element.updateComplete;
    await afterAsking();
    expect(titles(element)).to.have.length(2);
    expect(library.asked).to.have.length(1);
  });

  it('one that the catalogue does not know is not asked for again', async () => {
    const library = libraryOf(2);
    library.records.delete(library.numbers[0] as string);
    const element = await titled(1, library);
    await element.refresh();
    await afterAsking();
    expect(library.asked).to.have.length(1);
  });

  it('a request that failed is made again at the next read, and at no other time', async () => {
    const lines = warnings();
    const library = libraryOf(60);
    const { answer } = library;
    library.answer = (asked) =>
      asked.faust.length === 50 ? json({}, { status: 503 }) : answer(asked);
    const element = await opened(library);
    await until(() => lines.length && titles(element).length === 10);
    element.lang = 'en';
    await element.updateComplete;
    await afterAsking();
    expect(library.asked).to.have.length(2);
    library.answer = answer;
    await element.refresh();
    await until(() => titles(element).length === 60);
    expect(library.asked.map((asked) => asked.faust.length)).to.deep.equal([50, 10, 50]);
    expect(library.asked[2]?.faust).to.deep.equal(library.asked[0]?.faust);
  });

  it('one that hangs is not asked for again until it is let go', async () => {
    const lines = warnings();
    const clock = clockAt('2026-11-27T10:00:00Z');
    const library = libraryOf(2);
    const { answer } = library;
    library.answer = () => new Promise(() => undefined);
    const element = open(library);
    await until(() => (clock.tick(1), library.asked.length));
    await element.refresh();
    await pause(50);
    await clock.tickAsync(1);
    expect(library.asked).to.have.length(1);
    await clock.tickAsync(15_000);
    await until(() => lines.length);
    library.answer = answer;
    await element.refresh();
    await until(() => (clock.tick(1), titles(element).length === 2));
    expect(library.asked).to.have.length(2);
  });

  it('what one address has said, another is asked for', async () => {
    const library = libraryOf(2);
    const other = libraryOf(0);
    const element = await titled(2, library);
    for (const number of library.numbers) other.records.set(number, record('Et andet sted'));
    element.fetcher = other.fetcher;
    element.fbiUrl = other.fbiUrl;
    await until(() => titles(element).join() === 'Et andet sted,Et andet sted');
    expect([library.asked.length, other.asked.length]).to.deep.equal([1, 1]);
  });

  it('fbi-url set late brings them; taken away, they go', async () => {
    const library = libraryOf(2);
    const element = await opened(library, { 'fbi-url': undefined });
    await afterAsking();
    expect(count(element, 'title')).to.equal(0);
    element.fbiUrl = library.fbiUrl;
    await until(() => titles(element).length === 2);
    element.fbiUrl = null;
    await element.updateComplete;
    expect(count(element, 'title')).to.equal(0);
    expect(library.reads).to.equal(1);
  });
});
