import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import {
  resetFixture,
  clockAt,
  countParts,
  deferred,
  json,
  delay,
  settled,
  waitUntil,
  recordWarnings,
} from '../element/fixture.js';
import { libraryOf, owing } from './catalogue.js';
import { record } from './fbi-schema.js';
import { afterTitleRequests, open, opened, openedWithTitles, titles } from './page.js';

describe('CONTRACT 8: each title is requested once per page', () => {
  afterEach(resetFixture);

  it('a refresh does not request known titles', async () => {
    const library = libraryOf(3);
    const element = await openedWithTitles(3, library);
    await element.refresh();
    await afterTitleRequests();
    expect(library.reads).to.equal(2);
    expect(library.requests).to.have.length(1);
    expect(titles(element)).to.have.length(3);
  });

  it('known titles are not rendered once more after a refresh', async () => {
    const element = await openedWithTitles(3, libraryOf(3));
    await element.refresh();
    const update = sinon.spy(element, 'requestUpdate');
    await afterTitleRequests();
    expect(update.called).to.be.false;
  });

  it('a refresh with a new debt requests only that title', async () => {
    const library = libraryOf(2);
    const more = libraryOf(1);
    const element = await openedWithTitles(2, library);
    for (const [number, known] of more.records) library.records.set(number, known);
    library.fees = [...library.fees, ...more.fees];
    await element.refresh();
    await waitUntil(() => titles(element).length === 3);
    expect(library.requests.map((request) => request.faust.length)).to.deep.equal([2, 1]);
    expect(library.requests[1]?.faust).to.deep.equal(more.numbers);
  });

  it('another element of the page has them in its first render', async () => {
    const library = libraryOf(3);
    await openedWithTitles(3, library);
    const debts = deferred<Response>();
    library.list = () => debts.promise;
    const second = open(library);
    await waitUntil(() => second.shadowRoot);
    const counts: [debts: number, titles: number][] = [];
    const root = second.shadowRoot as ShadowRoot;
    new MutationObserver(() =>
      counts.push([countParts(second, 'debt'), titles(second).length]),
    ).observe(root, { subtree: true, childList: true });
    debts.resolve(json(library.fees));
    await waitUntil(() => countParts(second, 'debt') === 3);
    await afterTitleRequests();
    expect(counts.filter(([debts]) => debts === 3)[0]).to.deep.equal([3, 3]);
    expect(library.requests).to.have.length(1);
  });

  it('two elements at the same time send one request, and both show the titles', async () => {
    const library = libraryOf(3);
    const [first, second] = [open(library), open(library)];
    await waitUntil(() => titles(first).length === 3 && titles(second).length === 3);
    expect(library.requests).to.have.length(1);
  });

  it('an element waits for the pending request of another', async () => {
    const library = libraryOf(2);
    const pending = deferred();
    const { answer } = library;
    library.answer = (request) => pending.promise.then(() => answer(request));
    const first = await opened(library);
    await waitUntil(() => library.requests.length);
    const second = await opened(library);
    await afterTitleRequests();
    first.remove();
    pending.resolve();
    await waitUntil(() => titles(second).length === 2);
    expect(library.requests).to.have.length(1);
  });

  it('an element that is rendered just before another’s titles arrive has them too', async () => {
    const library = libraryOf(2);
    const pending = deferred();
    const materialResolver = async (ids: string[]) => {
      await pending.promise;
      return new Map(ids.map((id) => [id, { title: 'Det' }]));
    };
    const first = await opened(library, {}, { materialResolver });
    await afterTitleRequests();
    const second = open(library, {}, { materialResolver });
    // Its rows are rendered, and it has not requested titles yet.
    second.addEventListener('ddb-debt-load', () => pending.resolve());
    await settled(second);
    await afterTitleRequests();
    expect([titles(first).length, titles(second).length]).to.deep.equal([2, 2]);
  });

  it('records of another patron’s debts are not requested again', async () => {
    const library = libraryOf(2);
    const element = await openedWithTitles(2, library, {}, { getToken: () => 'astrid' });
    library.fees = library.numbers.map((number) => owing(number));
    element.getToken = () => 'bo';
    await waitUntil(() => library.reads === 2);
    await waitUntil(() => titles(element).length === 2);
    await afterTitleRequests();
    expect(library.requests).to.have.length(1);
  });

  it('another patron’s debts show none of the first patron’s titles', async () => {
    const library = libraryOf(2);
    const other = libraryOf(1);
    const element = await openedWithTitles(2, library, {}, { getToken: () => 'astrid' });
    library.fees = other.fees;
    library.answer = () => new Promise(() => undefined);
    element.getToken = () => 'bo';
    await waitUntil(() => library.reads === 2);
    await waitUntil(() => countParts(element, 'debt') === 1);
    expect(titles(element)).to.deep.equal([]);
  });

  it('a render in another language or with other settings requests none', async () => {
    const library = libraryOf(2);
    const element = await openedWithTitles(2, library);
    for (const change of [{ lang: 'en' }, { headingLevel: 4 }, { systems: 'dibs' }]) {
      Object.assign(element, change);
      await element.updateComplete;
      await afterTitleRequests();
      expect(titles(element)).to.have.length(2);
    }
    expect(library.requests).to.have.length(1);
  });

  it('removed and inserted again, the element requests none', async () => {
    const library = libraryOf(2);
    const element = await openedWithTitles(2, library);
    const parent = element.parentElement;
    element.remove();
    await delay();
    parent?.append(element);
    await element.updateComplete;
    await afterTitleRequests();
    expect(titles(element)).to.have.length(2);
    expect(library.requests).to.have.length(1);
  });

  it('an unknown record is not requested again', async () => {
    const library = libraryOf(2);
    library.records.delete(library.numbers[0] as string);
    const element = await openedWithTitles(1, library);
    await element.refresh();
    await afterTitleRequests();
    expect(library.requests).to.have.length(1);
  });

  it('a failed request is sent again by the next read, and only then', async () => {
    const lines = recordWarnings();
    const library = libraryOf(60);
    const { answer } = library;
    library.answer = (request) =>
      request.faust.length === 50 ? json({}, { status: 503 }) : answer(request);
    const element = await opened(library);
    await waitUntil(() => lines.length && titles(element).length === 10);
    element.lang = 'en';
    await element.updateComplete;
    await afterTitleRequests();
    expect(library.requests).to.have.length(2);
    library.answer = answer;
    await element.refresh();
    await waitUntil(() => titles(element).length === 60);
    expect(library.requests.map((request) => request.faust.length)).to.deep.equal([50, 10, 50]);
    expect(library.requests[2]?.faust).to.deep.equal(library.requests[0]?.faust);
  });

  it('a pending request is not sent again before its timeout', async () => {
    const lines = recordWarnings();
    const clock = clockAt('2026-11-27T10:00:00Z');
    const library = libraryOf(2);
    const { answer } = library;
    library.answer = () => new Promise(() => undefined);
    const element = open(library);
    await waitUntil(() => (clock.tick(1), library.requests.length));
    await element.refresh();
    await delay(50);
    await clock.tickAsync(1);
    expect(library.requests).to.have.length(1);
    await clock.tickAsync(15_000);
    await waitUntil(() => lines.length);
    library.answer = answer;
    await element.refresh();
    await waitUntil(() => (clock.tick(1), titles(element).length === 2));
    expect(library.requests).to.have.length(2);
  });

  it('titles of one URL are requested again from another', async () => {
    const library = libraryOf(2);
    const other = libraryOf(0);
    const element = await openedWithTitles(2, library);
    for (const number of library.numbers) other.records.set(number, record('Et andet sted'));
    element.fetcher = other.fetcher;
    element.fbiUrl = other.fbiUrl;
    await waitUntil(() => titles(element).join() === 'Et andet sted,Et andet sted');
    expect([library.requests.length, other.requests.length]).to.deep.equal([1, 1]);
  });

  it('fbi-url set late shows them; removed, it hides them', async () => {
    const library = libraryOf(2);
    const element = await opened(library, { 'fbi-url': undefined });
    await afterTitleRequests();
    expect(countParts(element, 'title')).to.equal(0);
    element.fbiUrl = library.fbiUrl;
    await waitUntil(() => titles(element).length === 2);
    element.fbiUrl = null;
    await element.updateComplete;
    expect(countParts(element, 'title')).to.equal(0);
    expect(library.reads).to.equal(1);
  });
});
