import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { library as settings } from '../../demo/states.js';
import {
  resetFixture,
  clockAt,
  countParts,
  deferred,
  json,
  waitUntil,
  recordWarnings,
} from '../element/fixture.js';
import { libraryOf, type TitleRequest } from './catalogue.js';
import { answerOf, record } from './fbi-schema.js';
import { afterTitleRequests, open, opened, layoutSnapshot, titles } from './page.js';

/** Records all messages and errors that the page could notice. */
function recordProblems(): unknown[] {
  const problems: unknown[] = [];
  for (const type of ['error', 'unhandledrejection'] as const) {
    const record = (event: Event) => void problems.push(event.type);
    window.addEventListener(type, record);
    undo.push(() => window.removeEventListener(type, record));
  }
  sinon.stub(console, 'error').callsFake((...args) => void problems.push(args.join(' ')));
  return problems;
}
const undo: (() => void)[] = [];

const good = ({ body }: TitleRequest) => answerOf(body, (number) => record(`Titel ${number}`));

/** The valid answer, with another list in it. */
const withList = async (
  request: TitleRequest,
  change: (list: unknown[]) => unknown,
): Promise<Response> => {
  const { data } = (await good(request)) as { data: { manifestations: unknown[] } };
  return json({ data: { manifestations: change(data.manifestations) } });
};

const FAILURES: Record<string, (request: TitleRequest) => Response | Promise<Response>> = {
  'a list that is too short': (request) => withList(request, (list) => list.slice(1)),
  'a list that is too long': (request) => withList(request, (list) => [...list, list[0]]),
  'an empty list': (request) => withList(request, () => []),
  'no list': (request) => withList(request, () => null),
  'an object for a list': (request) => withList(request, (list) => ({ ...list })),
  'errors of GraphQL': () => json({ errors: [{ message: 'Variable "$faust" got invalid value' }] }),
  'errors beside data: null': () => json({ errors: [{ message: 'Timeout' }], data: null }),
  'data: null': () => json({ data: null }),
  'data: {}': () => json({ data: {} }),
  null: () => json(null),
  'an array': () => json([]),
  HTML: () => new Response('<!doctype html><title>Log ind</title>', { status: 200 }),
  'a part of an answer': async (request) =>
    new Response(JSON.stringify(await good(request)).slice(0, -20)),
  nothing: () => new Response(null, { status: 204 }),
  '400': () => json({ errors: [] }, { status: 400 }),
  '401': () => json({ message: 'Unauthorized' }, { status: 401 }),
  '403': () => json({}, { status: 403 }),
  '404': () => new Response('Not found', { status: 404 }),
  '429': () => json({}, { status: 429, headers: { 'Retry-After': '1' } }),
  '500': () => json({}, { status: 500 }),
  '503 in HTML': () => new Response('<h1>Unavailable</h1>', { status: 503 }),
  'no connection': () => Promise.reject(new TypeError('Failed to fetch')),
  'a body that breaks off': () =>
    new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('broken')) })),
  'a fetcher that throws': () => {
    throw new Error('no');
  },
  'a fetcher that answers nothing': () => undefined as never,
};

describe('CONTRACT 8: when titles cannot be read, nothing else changes', () => {
  afterEach(() => {
    resetFixture();
    for (const each of undo.splice(0)) each();
  });

  for (const [what, answer] of Object.entries(FAILURES)) {
    it(`${what}: the page is unchanged, and the console warns once`, async () => {
      const lines = recordWarnings();
      const problems = recordProblems();
      const library = libraryOf(3);
      const pending = deferred();
      library.answer = (request) => pending.promise.then(() => answer(request));
      const element = await opened(library);
      await waitUntil(() => library.requests.length);
      const before = layoutSnapshot(element);
      const { overview } = element;
      pending.resolve();
      await waitUntil(() => lines.length);
      await afterTitleRequests();
      await element.updateComplete;
      expect(layoutSnapshot(element)).to.deep.equal(before);
      expect(element.overview).to.deep.equal(overview);
      expect(element.problems).to.deep.equal([]);
      expect(library.requests).to.have.length(1);
      expect(library.reads).to.equal(1);
      const warnings = lines.filter((line) => line.includes('fbi-url'));
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(/^<ddb-debt-overview> /);
      expect(problems).to.deep.equal([]);
    });
  }

  it('no answer: the page is unchanged, and the request is aborted after 15 seconds', async () => {
    const lines = recordWarnings();
    const problems = recordProblems();
    const clock = clockAt('2026-11-27T10:00:00Z');
    const library = libraryOf(3);
    library.answer = () => new Promise(() => undefined);
    const element = open(library);
    await waitUntil(() => countParts(element, 'debt') === 3);
    await element.updateComplete;
    const before = layoutSnapshot(element);
    await waitUntil(() => (clock.tick(1), library.requests.length));
    await clock.tickAsync(14_000);
    expect(lines).to.have.length(0);
    expect(library.requests[0]?.init.signal?.aborted).to.be.false;
    await clock.tickAsync(1_500);
    await element.updateComplete;
    expect(layoutSnapshot(element)).to.deep.equal(before);
    expect(library.requests[0]?.init.signal?.aborted).to.be.true;
    expect(lines).to.have.length(1);
    expect(problems).to.deep.equal([]);
  });

  for (const what of ['HTML', '500', 'no connection', 'errors of GraphQL'])
    it(`${what}: the console has one warning, and names no record`, async () => {
      const lines = recordWarnings();
      const library = libraryOf(101);
      library.answer = FAILURES[what] as typeof library.answer;
      await opened(library);
      // An answer that is not valid has a reason, too.
      const warnings = () => lines.filter((line) => line.includes('no titles could be read'));
      await waitUntil(() => warnings().length);
      await afterTitleRequests();
      expect(warnings()).to.have.length(1);
      expect(lines.join()).not.to.match(/\d{8}/);
    });

  it('a failed request does not affect another', async () => {
    recordWarnings();
    const library = libraryOf(51);
    const { answer } = library;
    library.answer = (request) =>
      request.faust.length === 50 ? json({}, { status: 500 }) : answer(request);
    const element = await opened(library);
    await waitUntil(() => titles(element).length === 1);
    expect(countParts(element, 'debt')).to.equal(51);
  });

  it('titles in an answer with errors are shown', async () => {
    const lines = recordWarnings();
    const library = libraryOf(3);
    library.records.delete(library.numbers[1] as string);
    library.answer = async ({ body }) =>
      json({
        ...(await answerOf(body, (number) => library.records.get(number))),
        errors: [{ message: 'Timeout', path: ['manifestations', 1] }],
      });
    const element = await opened(library);
    await waitUntil(() => titles(element).length === 2);
    expect(lines).to.deep.equal([]);
  });

  const ODD: Record<string, unknown> = {
    'a record that is text': 'Det',
    'a record that is a list': [1],
    'titles that are text': { titles: 'Det' },
    'a title that is an object': { titles: { full: [{ main: 'Det' }] } },
    'creators that are text': { creators: 'Inger Christensen' },
    'a creator that is null': { creators: [null] },
    'types that are an object': { materialTypes: { materialTypeSpecific: {} } },
    'a cover that is text': { cover: 'https://covers.example/1.jpg' },
  };
  for (const [what, odd] of Object.entries(ODD)) {
    it(`${what} does not hide the other titles of its request`, async () => {
      const lines = recordWarnings();
      const library = libraryOf(3);
      library.answer = (request) =>
        withList(request, ([first, , last]) => [
          first,
          typeof odd === 'object' && !Array.isArray(odd) ? { ...record('Sær'), ...odd } : odd,
          last,
        ]);
      const element = await opened(library);
      await waitUntil(() => titles(element).length >= 2 || lines.length);
      expect(lines).to.deep.equal([]);
      expect(titles(element).length).to.be.at.least(2);
    });
  }

  it('payment, selection and retry work while the titles are pending', async () => {
    const library = libraryOf(3);
    library.answer = () => new Promise(() => undefined);
    const element = await opened(library, settings());
    await waitUntil(() => library.requests.length);
    const [box] = element.shadowRoot?.querySelectorAll<HTMLInputElement>('[part=choice]') ?? [];
    box?.click();
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[part~=pay-selected]')?.textContent).to.include(
      '70,00',
    );
    library.fees = library.fees.slice(1);
    await element.refresh();
    expect(countParts(element, 'debt')).to.equal(2);
  });
});
