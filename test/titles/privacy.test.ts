import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { resetFixture, json, waitUntil } from '../element/fixture.js';
import { libraryOf, type Catalogue } from './catalogue.js';
import { open, opened, openedWithTitles, titles } from './page.js';

const headersOf = ({ requests }: Catalogue) =>
  requests.map(({ init }) => [...new Headers(init.headers).keys()].sort());

describe('CONTRACT 2, 8: the catalogue receives nothing about the patron', () => {
  afterEach(resetFixture);

  it('no token: it is sent with the debts only', async () => {
    const library = libraryOf(60);
    const getToken = sinon.fake(() => 'very-secret-token');
    const tokens: (string | null)[] = [];
    library.list = (_, { headers }) => {
      tokens.push(new Headers(headers).get('Authorization'));
      return json(library.fees);
    };
    await openedWithTitles(60, library, {}, { getToken });
    expect(tokens).to.deep.equal(['Bearer very-secret-token']);
    expect(getToken.callCount).to.equal(1);
    expect(headersOf(library)).to.deep.equal([['content-type'], ['content-type']]);
    for (const { url, init, body } of library.requests)
      expect(`${url}${body}${JSON.stringify(init)}`).not.to.include('secret');
  });

  it('no token after a 401 from the catalogue: none is requested', async () => {
    const warn = sinon.stub(console, 'warn');
    const library = libraryOf(1);
    const getToken = sinon.fake(() => 'very-secret-token');
    library.answer = () => json({}, { status: 401 });
    await opened(library, {}, { getToken });
    await waitUntil(() => warn.callCount);
    expect(library.requests).to.have.length(1);
    expect(getToken.callCount).to.equal(1);
  });

  it('no amount, reason, date or copy: FAUST numbers only', async () => {
    const library = libraryOf(2);
    await openedWithTitles(2, library);
    const [request] = library.requests;
    const { variables } = JSON.parse(String(request?.body));
    expect(Object.keys(variables)).to.deep.equal(['faust']);
    for (const fee of library.fees as {
      feeId: number;
      materials: { materialItemNumber: string }[];
    }[]) {
      expect(request?.body).not.to.include(fee.feeId);
      expect(request?.body).not.to.include(fee.materials[0]?.materialItemNumber);
    }
  });

  for (const credentials of ['omit', 'same-origin', 'include'])
    it(`no cookie of another site, whatever the credentials of the fees (${credentials})`, async () => {
      const library = libraryOf(1);
      let ofDebts: RequestInit = {};
      library.list = (_, init) => {
        ofDebts = init;
        return json(library.fees);
      };
      await openedWithTitles(1, library, { credentials });
      expect(ofDebts.credentials).to.equal(credentials);
      expect(library.requests[0]?.init.credentials).to.equal('same-origin');
    });

  it('titles are stored nowhere in the browser, and are not cached', async () => {
    const writes = [
      sinon.spy(Storage.prototype, 'setItem'),
      sinon.spy(IDBFactory.prototype, 'open'),
      ...(globalThis.caches ? [sinon.spy(CacheStorage.prototype, 'open')] : []),
    ];
    const cookie = document.cookie;
    const library = libraryOf(2);
    const element = await openedWithTitles(2, library);
    await element.refresh();
    expect(writes.map(({ callCount }) => callCount)).to.deep.equal(writes.map(() => 0));
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.include('Titel');
    expect(document.cookie).to.equal(cookie);
    expect(library.requests[0]?.init.cache).to.equal('no-store');
  });

  it('titles are not in the overview or an event, since those are sent to an app', async () => {
    const library = libraryOf(1);
    const element = open(library);
    const events: string[] = [];
    for (const type of ['load', 'error', 'auth'])
      element.addEventListener(`ddb-debt-${type}`, (event) =>
        events.push(JSON.stringify({ ...event })),
      );
    await waitUntil(() => titles(element).length);
    await element.refresh();
    expect(events).to.have.length(2);
    expect(events.join() + JSON.stringify(element.overview)).not.to.include('Titel');
  });
});

describe('CONTRACT 2, 8: fetcher is used for titles, too', () => {
  afterEach(resetFixture);

  it('and the browser’s fetch is not', async () => {
    const fetch = sinon.stub(globalThis, 'fetch').rejects(new Error('not this way'));
    await openedWithTitles(2, libraryOf(2));
    expect(fetch.callCount).to.equal(0);
  });

  it('without one the browser’s fetch is used', async () => {
    const library = libraryOf(2);
    const fetch = sinon.stub(globalThis, 'fetch').callsFake(library.fetcher);
    await openedWithTitles(2, library, {}, { fetcher: undefined });
    expect(fetch.callCount).to.equal(2);
  });

  it('after a change the new one is used', async () => {
    const library = libraryOf(1);
    const more = libraryOf(1);
    const element = await openedWithTitles(1, library);
    library.fees = [...library.fees, ...more.fees];
    const fetcher = sinon.fake(library.fetcher);
    for (const [number, record] of more.records) library.records.set(number, record);
    element.fetcher = fetcher;
    await element.refresh();
    await waitUntil(() => titles(element).length === 2);
    expect(fetcher.args.map(([url]) => url)).to.deep.equal(['/fees', library.fbiUrl]);
  });

  it('each element uses its own, and never that of a removed one', async () => {
    const library = libraryOf(1);
    const gone = sinon.fake(library.fetcher);
    (await openedWithTitles(1, library, {}, { fetcher: gone })).remove();
    const more = libraryOf(1);
    library.fees = more.fees;
    for (const [number, record] of more.records) library.records.set(number, record);
    const fetcher = sinon.fake(library.fetcher);
    await openedWithTitles(1, library, {}, { fetcher });
    expect([gone.callCount, fetcher.callCount]).to.deep.equal([2, 2]);
  });
});
