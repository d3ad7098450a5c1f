import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { both, oldDebts } from '../../demo/fixtures.js';
import { sendRequest } from '../../src/http/send-request.js';
import {
  resetFixture,
  clockAt,
  countParts,
  fetcherOf,
  deferred,
  json,
  part,
  delay,
  settled,
  waitUntil,
  textOf,
} from '../element/fixture.js';
import { catalogueOf, type Catalogue } from './catalogue.js';
import { open } from './page.js';
import { summarized } from './summary-states.js';

const WITHOUT = { 'fbi-url': undefined };

/** Adds the whole overview and the summary to a page, one after the other. */
const pair = (
  library: Catalogue,
  ...more: Parameters<typeof open> extends [unknown, ...infer Rest] ? Rest : never
) => {
  const [attributes, properties] = more;
  return [
    open(library, { ...WITHOUT, ...attributes }, properties),
    open(library, { ...summarized(), ...attributes }, properties),
  ] as const;
};

const line = (element: Element) => textOf(part(element, 'summary'));

describe('two elements with the same source share one request', () => {
  afterEach(resetFixture);

  it('the whole overview and the summary both have the answer', async () => {
    const library = catalogueOf(both());
    const [full, summary] = pair(library);
    await Promise.all([full, summary].map(settled));
    expect(library.reads).to.equal(1);
    expect(countParts(full, 'debt')).to.equal(4);
    expect(line(summary)).to.equal('4 mellemværender · 512,56 kr. · 1 forfaldent');
  });

  it('also with the browser’s fetch', async () => {
    const library = catalogueOf(both());
    const fetch = sinon.stub(globalThis, 'fetch').callsFake(library.fetcher);
    const [full, summary] = pair(library, {}, { fetcher: undefined });
    await Promise.all([full, summary].map(settled));
    expect(fetch.callCount).to.equal(1);
    expect(countParts(full, 'debt')).to.equal(4);
  });

  it('also with the same token, which each element requests', async () => {
    const library = catalogueOf(both());
    const getToken = sinon.fake(async () => 'astrid');
    const [full, summary] = pair(library, {}, { getToken });
    await Promise.all([full, summary].map(settled));
    expect([library.reads, getToken.callCount]).to.deep.equal([1, 2]);
    expect(line(summary)).to.include('512,56');
  });

  it('also with two endpoints, one request for each', async () => {
    const library = catalogueOf(oldDebts());
    const apart = { 'fees-url': undefined, 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };
    await Promise.all(pair(library, apart).map(settled));
    expect(library.reads).to.equal(2);
  });

  for (const [what, answer] of Object.entries({
    'a refusal': () => json({}, { status: 404 }),
    'an expired login': () => json({}, { status: 401 }),
    'an answer that makes no sense': () => new Response('<html>'),
  })) {
    it(`both show ${what}`, async () => {
      const library = catalogueOf([]);
      library.list = answer;
      const [full, summary] = pair(library);
      await Promise.all([full, summary].map(settled));
      expect(library.reads).to.equal(1);
      expect(countParts(full, 'failure') + countParts(full, 'login')).to.equal(1);
      expect(line(summary)).to.match(/kunne ikke hentes|Log ind/);
    });
  }

  it('an element that is removed does not abort the request of the other', async () => {
    for (const leaving of [0, 1]) {
      const library = catalogueOf(both());
      const answer = deferred<Response>();
      let signal: AbortSignal | null | undefined;
      library.list = (_, init) => ((signal = init.signal), answer.promise);
      const elements = pair(library);
      await waitUntil(() => library.reads);
      await delay();
      elements[leaving]?.remove();
      expect(signal?.aborted).to.be.false;
      answer.resolve(json(both()));
      const stays = elements[1 - leaving] as Element;
      await settled(stays as never);
      expect(textOf(part(stays, 'base'))).to.include('512,56');
      expect(library.reads).to.equal(1);
    }
  });

  it('the request is aborted when both are removed', async () => {
    const library = catalogueOf([]);
    let signal: AbortSignal | null | undefined;
    library.list = (_, init) => ((signal = init.signal), new Promise(() => undefined));
    const elements = pair(library);
    await waitUntil(() => library.reads);
    await delay();
    for (const element of elements) element.remove();
    expect(signal?.aborted).to.be.true;
  });
});

describe('different requests are not shared', () => {
  afterEach(resetFixture);

  it('another token: each element shows the debts of its patron', async () => {
    const library = catalogueOf([]);
    library.list = (_, { headers }) =>
      json(new Headers(headers).get('Authorization') === 'Bearer bo' ? oldDebts() : both());
    const first = open(library, WITHOUT, { getToken: () => 'astrid' });
    const second = open(library, WITHOUT, { getToken: () => 'bo' });
    await Promise.all([first, second].map(settled));
    expect(library.reads).to.equal(2);
    expect([countParts(first, 'debt'), countParts(second, 'debt')]).to.deep.equal([4, 2]);
  });

  it('with and without a token', async () => {
    const library = catalogueOf(both());
    const elements = [open(library, WITHOUT), open(library, WITHOUT, { getToken: () => 'bo' })];
    await Promise.all(elements.map(settled));
    expect(library.reads).to.equal(2);
  });

  for (const other of [{ 'fees-url': '/others' }, { credentials: 'include' }]) {
    it(`another ${Object.keys(other).join()}`, async () => {
      const library = catalogueOf(both());
      await Promise.all(
        [open(library, WITHOUT), open(library, { ...WITHOUT, ...other })].map(settled),
      );
      expect(library.reads).to.equal(2);
    });
  }

  it('another fetcher', async () => {
    const library = catalogueOf(both());
    const fetcher = sinon.fake(library.fetcher);
    await Promise.all([open(library, WITHOUT), open(library, WITHOUT, { fetcher })].map(settled));
    expect([library.reads, fetcher.callCount]).to.deep.equal([2, 1]);
  });

  it('a refresh always sends a new request, and shows its answer', async () => {
    const library = catalogueOf(both());
    const [full, summary] = pair(library);
    await Promise.all([full, summary].map(settled));
    library.fees = oldDebts();
    await full.refresh();
    expect(library.reads).to.equal(2);
    expect(countParts(full, 'debt')).to.equal(2);
    expect(line(summary)).to.include('512,56');
  });

  it('a refresh while both are pending sends a new request, since the debts may have changed', async () => {
    const library = catalogueOf([]);
    const first = deferred<Response>();
    library.list = () => (library.reads === 1 ? first.promise : json(oldDebts()));
    const [full, summary] = pair(library);
    await waitUntil(() => library.reads);
    await delay();
    const done = full.refresh();
    await delay(20);
    expect(library.reads).to.equal(2);
    first.resolve(json(both()));
    await done;
    await settled(summary);
    expect([countParts(full, 'debt'), line(summary).slice(0, 1)]).to.deep.equal([2, '4']);
  });

  it('an element that is added after the answer sends a new request, except while the page loads', async () => {
    const library = catalogueOf([]);
    let readyState = 'interactive';
    Object.defineProperty(document, 'readyState', { configurable: true, get: () => readyState });
    try {
      await settled(open(library, WITHOUT));
      await settled(open(library, WITHOUT));
      expect(library.reads).to.equal(1);
      readyState = 'complete';
      dispatchEvent(new Event('load'));
      await settled(open(library, WITHOUT));
      expect(library.reads).to.equal(2);
      await settled(open(library, WITHOUT));
      expect(library.reads).to.equal(3);
    } finally {
      Reflect.deleteProperty(document, 'readyState');
    }
  });

  it('an answer of the page load is not shared with a refresh, and neither is a failure', async () => {
    Object.defineProperty(document, 'readyState', { configurable: true, get: () => 'interactive' });
    try {
      const library = catalogueOf([]);
      const element = open(library, WITHOUT);
      await settled(element);
      await element.refresh();
      expect(library.reads).to.equal(2);
      const broken = catalogueOf([]);
      broken.list = async () => json({}, { status: 404 });
      await settled(open(broken, WITHOUT));
      await settled(open(broken, WITHOUT));
      expect(broken.reads).to.equal(2);
    } finally {
      Reflect.deleteProperty(document, 'readyState');
      dispatchEvent(new Event('load'));
    }
  });

  it('an element that is added half a second later shares the request that is pending', async () => {
    const clock = clockAt('2026-11-27T10:00:00Z');
    const library = catalogueOf([]);
    library.list = () => new Promise(() => undefined);
    open(library, WITHOUT);
    await waitUntil(() => library.reads === 1);
    clock.tick(50);
    open(library, WITHOUT);
    await delay(20);
    expect(library.reads).to.equal(1);
    clock.tick(450);
    open(library, WITHOUT);
    await delay(20);
    expect(library.reads).to.equal(1);
  });

  it('payment requests are never shared', async () => {
    const fetcher = fetcherOf(() => json({ orderId: 'order-1' }));
    const post = () =>
      sendRequest(
        '/pay',
        { method: 'POST', headers: { 'Idempotency-Key': 'same' }, body: '{}' },
        { credentials: 'same-origin', fetcher },
        new AbortController().signal,
        async (response) => response.json(),
      );
    expect(await Promise.all([post(), post()])).to.have.length(2);
    expect(fetcher.callCount).to.equal(2);
  });
});
