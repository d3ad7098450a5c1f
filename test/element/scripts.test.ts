import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { both, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  resetFixture,
  countParts,
  fetcherOf,
  deferred,
  hasPart,
  recordEvents,
  json,
  part,
  mount,
  viewText,
  settled,
  mountWithFees,
  mountSettled,
  waitUntil,
  recordWarnings,
  textOf,
} from './fixture.js';

const bearer = (init: RequestInit | undefined) => new Headers(init?.headers).get('Authorization');

describe('CONTRACT 2: getToken', () => {
  afterEach(resetFixture);

  it('is called before each request, and sent as a bearer token', async () => {
    let turn = 0;
    const fetcher = fetcherOf(() => json([]));
    const getToken = sinon.fake(async () => `token-${++turn}`);
    const element = await mountSettled({
      attributes: { 'fees-url': '/fees' },
      properties: { fetcher, getToken },
    });
    await element.refresh();
    expect(fetcher.args.map(([, init]) => bearer(init))).to.deep.equal([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('set late, after a refusal, the debts are read again with it', async () => {
    const fetcher = fetcherOf((_, init) =>
      bearer(init) ? json(both()) : json({}, { status: 401 }),
    );
    const element = await mountSettled({
      attributes: { 'fees-url': '/fees' },
      properties: { fetcher },
    });
    expect(hasPart(element, 'login')).to.be.true;
    element.getToken = () => 'late';
    await waitUntil(() => countParts(element, 'debt') === 4);
    expect(hasPart(element, 'login')).to.be.false;
  });

  it('set late, after the debts, nothing is read again', async () => {
    const fetcher = fetcherOf(() => json(both()));
    const element = await mountSettled({
      attributes: { 'fees-url': '/fees' },
      properties: { fetcher },
    });
    element.getToken = () => 'late';
    await element.updateComplete;
    expect(fetcher.callCount).to.equal(1);
  });

  const bad: Record<string, () => string | Promise<string>> = {
    throws: () => {
      throw new Error('secret-token');
    },
    rejects: () => Promise.reject(new Error('secret-token')),
    'gives what no header can carry': () => 'secret-token\nX: 1',
  };
  for (const [what, getToken] of Object.entries(bad)) {
    it(`a getToken that ${what} is an expired login: no request, and it is not logged`, async () => {
      const lines = recordWarnings();
      const fetcher = fetcherOf(() => json([]));
      const element = mount({
        attributes: { 'fees-url': '/fees' },
        properties: { fetcher, getToken },
      });
      const events = recordEvents(element, 'ddb-debt-auth');
      await settled(element);
      expect(fetcher.callCount).to.equal(0);
      expect(events.length).to.equal(1);
      expect(textOf(part(element, 'login'))).to.include('Log ind for at se');
      expect(lines.join()).not.to.include('secret-token');
    });
  }

  it('its token is in no attribute, text, event, storage or console message', async () => {
    const lines = recordWarnings();
    const token = 'very-secret-token';
    const element = mount({
      attributes: library({ 'heading-level': '9' }),
      answers: { 'fees-url': { body: both() } },
      properties: { getToken: () => token },
    });
    const [load] = await Promise.all([
      new Promise<Event>((resolve) => element.addEventListener('ddb-debt-load', resolve)),
      settled(element),
    ]);
    const stores = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);
    const overview = JSON.stringify([element.overview, element.problems, { ...load }]);
    for (const index of [element.outerHTML, viewText(element), overview, stores, lines.join()])
      expect(index).not.to.include(token);
  });
});

describe('CONTRACT 2: fetcher', () => {
  afterEach(resetFixture);

  it('replaces fetch, and gets exactly the configured URL', async () => {
    const real = sinon.spy(globalThis, 'fetch');
    const fetcher = fetcherOf(() => json([]));
    const url = 'https://fees.example/a?includepaid=false&includenonpayable=true';
    await mountSettled({
      attributes: { 'fees-url': url, credentials: 'include' },
      properties: { fetcher },
    });
    expect(real.callCount).to.equal(0);
    const [requested, init] = fetcher.firstCall.args;
    expect(requested).to.equal(url);
    expect(init?.credentials).to.equal('include');
    expect(bearer(init)).to.equal(null);
  });

  it('set late, it reads what has not been read', async () => {
    const element = mount({ answers: { 'fees-url': { delay: 'infinite' } } });
    await element.updateComplete;
    element.fetcher = fetcherOf(() => json(oldDebts()));
    await settled(element);
    expect(countParts(element, 'debt')).to.equal(2);
  });

  it('an exception is a failure like any other', async () => {
    sinon.stub(Math, 'random').returns(0);
    const fetcher = () => {
      throw new Error('no');
    };
    const element = await mountSettled({
      attributes: { 'fees-url': '/fees' },
      properties: { fetcher },
    });
    expect(hasPart(element, 'retry-button')).to.be.true;
  });
});

describe('CONTRACT 2: refresh() and overview', () => {
  afterEach(resetFixture);

  it('resolves when the new answer is rendered', async () => {
    let fees: object[] = [];
    const element = await mountSettled({ answers: { 'fees-url': () => ({ body: fees }) } });
    fees = oldDebts();
    const promise = element.refresh();
    expect(promise).to.be.instanceOf(Promise);
    expect(await promise).to.equal(undefined);
    expect(countParts(element, 'debt')).to.equal(2);
  });

  it('resolves also on failure, and before the element is in a page', async () => {
    const element = await mountSettled({ answers: { 'fees-url': { status: 404 } } });
    expect(await element.refresh()).to.equal(undefined);
    expect(await document.createElement('ddb-debt-overview').refresh()).to.equal(undefined);
  });

  it('called twice, it shows the later answer, in any order of arrival', async () => {
    const [first, second] = [deferred<Response>(), deferred<Response>()];
    const answers = [json([]), first.promise, second.promise];
    let turn = 0;
    const fetcher = fetcherOf(() => answers[turn++] as Response);
    const element = await mountSettled({
      attributes: { 'fees-url': '/fees' },
      properties: { fetcher },
    });
    const one = element.refresh().then(() => countParts(element, 'debt'));
    await waitUntil(() => fetcher.callCount === 2);
    const two = element.refresh();
    await waitUntil(() => fetcher.callCount === 3);
    second.resolve(json(oldDebts()));
    await two;
    first.resolve(json(both()));
    expect(await one, 'it waits for the later one').to.equal(2);
    expect(countParts(element, 'debt')).to.equal(2);
    expect(fetcher.args[1]?.[1]?.signal?.aborted).to.be.true;
  });

  it('the overview is what is shown, and frozen', async () => {
    const element = await mountWithFees(both(), library());
    const { overview } = element;
    expect(overview.total).to.equal(51_256);
    expect(
      overview.systems.map(({ system, state, amount }) => [system, state, amount]),
    ).to.deep.equal([
      ['dibs', 'ready', 26_256],
      ['oir', 'ready', 25_000],
    ]);
    const all = [overview, overview.systems, ...overview.systems];
    const debts = overview.systems.flatMap((system) => [system.debts, ...system.debts]);
    const deep = overview.systems.flatMap((system) =>
      system.debts.flatMap(({ materials }) => [materials, ...materials]),
    );
    expect([...all, ...debts].every(Object.isFrozen)).to.be.true;
    expect(deep.every(Object.isFrozen), 'materials too').to.be.true;
    expect(() => Object.assign(element, { overview: 1 })).to.throw(TypeError);
  });

  it('is a snapshot: a refresh makes another', async () => {
    let fees = oldDebts();
    const element = await mountSettled({ answers: { 'fees-url': () => ({ body: fees }) } });
    const before = element.overview;
    fees = [];
    await element.refresh();
    expect(before.systems[0]?.debts).to.have.length(2);
    expect(element.overview.empty).to.be.true;
  });
});
