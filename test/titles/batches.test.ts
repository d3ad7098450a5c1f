import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { fee } from '../../demo/fixtures.js';
import {
  resetFixture,
  countParts,
  deferred,
  json,
  part,
  parts,
  delay,
  settled,
  waitUntil,
  recordWarnings,
  textOf,
} from '../element/fixture.js';
import { catalogueOf, faust, item, libraryOf, owing } from './catalogue.js';
import { record } from './fbi-schema.js';
import { afterTitleRequests, open, opened, openedWithTitles, titles } from './page.js';

describe('CONTRACT 8: the titles are requested once, together', () => {
  afterEach(resetFixture);

  it('after the rows have been rendered and painted', async () => {
    const library = libraryOf(3);
    const events: string[] = [];
    const log = (event: string) => void (events.at(-1) === event || events.push(event));
    let isFrame = false;
    const { requestAnimationFrame: real } = window;
    sinon.stub(window, 'requestAnimationFrame').callsFake((callback) =>
      real((time) => {
        isFrame = true;
        // Runs before the frames that the callback requests.
        setTimeout(() => (isFrame = false));
        log('frame');
        callback(time);
      }),
    );
    const next = () => requestAnimationFrame(next);
    next();
    library.answer = () => {
      log(isFrame ? 'request inside a frame' : 'request');
      return json({});
    };
    const debts = deferred<Response>();
    library.list = () => debts.promise;
    const element = open(library);
    await waitUntil(() => element.shadowRoot);
    new MutationObserver(() => {
      if (countParts(element, 'debt') === 3) log('rows');
    }).observe(element.shadowRoot as ShadowRoot, { subtree: true, childList: true });
    debts.resolve(json(library.fees));
    await waitUntil(() => library.requests.length);
    const upToIt = events.slice(
      events.indexOf('rows'),
      events.findIndex((event) => /^request/.test(event)) + 1,
    );
    expect(upToIt).to.deep.equal(['rows', 'frame', 'request']);
  });

  it('not while the debts are read, or when the read failed', async () => {
    const library = libraryOf(1);
    const debts = deferred<Response>();
    library.list = () => debts.promise;
    const element = open(library);
    await waitUntil(() => library.reads);
    await afterTitleRequests();
    expect(library.requests).to.have.length(0);
    debts.resolve(json({}, { status: 404 }));
    await settled(element);
    await afterTitleRequests();
    expect(library.requests).to.have.length(0);
  });

  it('not when there are no debts, or none has a record', async () => {
    for (const fees of [[], [fee({ materials: [] }), fee({ materials: [item()] })]]) {
      const library = catalogueOf(fees);
      await opened(library);
      await afterTitleRequests();
      expect(library.requests).to.have.length(0);
    }
  });

  it('not without fbi-url', async () => {
    const library = libraryOf(2);
    const element = await opened(library, { 'fbi-url': undefined });
    await afterTitleRequests();
    expect(library.requests).to.have.length(0);
    expect(countParts(element, 'title')).to.equal(0);
  });

  for (const url of [
    'http://fbi.example/',
    '//fbi.example/',
    'javascript:alert(1)',
    'ftp://x.example/',
  ])
    it(`not from ${url}: the console warns, and the debts are shown`, async () => {
      const lines = recordWarnings();
      const library = libraryOf(2);
      const element = await opened(library, { 'fbi-url': url });
      await afterTitleRequests();
      expect(element.problems.map(({ setting }) => setting)).to.deep.equal(['fbi-url']);
      expect(lines).to.have.length(1);
      expect([library.reads, library.requests.length]).to.deep.equal([1, 0]);
      expect(countParts(element, 'debt')).to.equal(2);
    });

  it('by a GraphQL POST, to the URL exactly as written', async () => {
    const library = libraryOf(1);
    await openedWithTitles(1, library);
    const [{ url, init }] = library.requests as [(typeof library.requests)[0]];
    expect(url).to.equal(library.fbiUrl);
    expect(init.method).to.equal('POST');
    expect(new Headers(init.headers).get('Content-Type')).to.equal('application/json');
    expect(Object.keys(JSON.parse(String(init.body)))).to.deep.equal(['query', 'variables']);
  });

  it('in the order of the page', async () => {
    const library = libraryOf(5);
    const element = await openedWithTitles(5, library);
    const shown = parts(element, 'debt').map((row) => textOf(row.querySelector('[part=title]')));
    const inOrder = shown.map((title) => library.numbers[Number(title.slice(6)) - 1]);
    expect(library.requests.map((request) => request.faust)).to.deep.equal([inOrder]);
  });

  it('each record once, even when several debts have it', async () => {
    const [one, other] = [faust(), faust()];
    const library = catalogueOf([owing(one, one), owing(one, other), owing(other), owing(one)]);
    library.records.set(one, record('Det')).set(other, record('Lys'));
    const element = await openedWithTitles(6, library);
    expect(library.requests.map((request) => [...request.faust].sort())).to.deep.equal([
      [one, other],
    ]);
    expect(titles(element).sort()).to.deep.equal(['Det', 'Det', 'Det', 'Det', 'Lys', 'Lys']);
  });

  it('also the records behind a disclosure', async () => {
    const numbers = [faust(), faust(), faust()];
    const library = catalogueOf([owing(...numbers)]);
    for (const number of numbers) library.records.set(number, record(`Titel ${number}`));
    const element = await openedWithTitles(3, library);
    expect(titles(element)).to.deep.equal(numbers.map((number) => `Titel ${number}`));
    expect(library.requests).to.have.length(1);
  });

  for (const [debts, requests] of [
    [1, [1]],
    [49, [49]],
    [50, [50]],
    [51, [50, 1]],
    [100, [50, 50]],
    [101, [50, 50, 1]],
  ] as const) {
    it(`${debts} in ${requests.length === 1 ? 'one request' : `${requests.length} requests`}`, async () => {
      const library = libraryOf(debts);
      const element = await openedWithTitles(debts, library);
      const sizes = library.requests.map((request) => request.faust.length);
      expect(sizes).to.deep.equal(requests);
      expect(new Set(library.requests.flatMap((request) => request.faust))).to.deep.equal(
        new Set(library.numbers),
      );
      expect(new Set(titles(element)).size).to.equal(debts);
    });
  }

  it('51 in two parallel requests: neither waits for the other, and each is shown on arrival', async () => {
    const library = libraryOf(51);
    const slow = deferred();
    const { answer } = library;
    library.answer = async (request) => {
      if (request.faust.length === 50) await slow.promise;
      return answer(request);
    };
    const element = await openedWithTitles(1, library);
    expect(library.requests).to.have.length(2);
    slow.resolve();
    await waitUntil(() => titles(element).length === 51);
  });

  it('1,000 debts for 1,000 records: 20 requests of 50, all of them shown', async () => {
    const library = libraryOf(1000);
    const element = await openedWithTitles(1000, library);
    expect(library.requests.map((request) => request.faust.length)).to.deep.equal(
      Array(20).fill(50),
    );
    expect(new Set(titles(element)).size).to.equal(1000);
    expect(library.reads).to.equal(1);
  });

  it('an answer that arrives after the element was removed has no effect', async () => {
    const library = libraryOf(2);
    const slow = deferred();
    const { answer } = library;
    library.answer = (request) => slow.promise.then(() => answer(request));
    const element = await opened(library);
    await waitUntil(() => library.requests.length);
    const parent = element.parentElement;
    element.remove();
    slow.resolve();
    await delay(20);
    parent?.append(element);
    await waitUntil(() => titles(element).length === 2);
    expect(library.requests).to.have.length(1);
    expect(textOf(part(element, 'total'))).to.include('140,00 kr.');
  });
});

describe('CONTRACT 8: a record that the catalogue does not know', () => {
  afterEach(resetFixture);

  it('is shown by its number; the others have their titles', async () => {
    const library = libraryOf(3);
    const [, unknown = ''] = library.numbers;
    library.records.delete(unknown);
    const element = await openedWithTitles(2, library);
    expect(titles(element).sort()).to.deep.equal(['Titel 1', 'Titel 3']);
    const row = parts(element, 'debt').find((debt) => textOf(debt).includes(`5${unknown}`));
    expect(textOf(row?.querySelector('[part=number]'))).to.include(`Materialenummer 5${unknown}`);
    expect(textOf(row?.querySelector('[part=title]'))).to.equal('');
  });

  it('a title is never shown for another debt', async () => {
    const library = libraryOf(60);
    library.numbers.forEach((number, index) => {
      if (index % 3) library.records.set(number, record(`For ${number}`));
      else library.records.delete(number);
    });
    const element = await openedWithTitles(40, library);
    for (const row of parts(element, 'debt')) {
      const [, number] = /5(\d{8})$/.exec(textOf(row.querySelector('[part=number]'))) ?? [];
      const title = library.records.has(String(number)) ? `For ${number}` : '';
      expect(textOf(row.querySelector('[part=title]'))).to.equal(title);
    }
  });
});
