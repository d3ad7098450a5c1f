import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { bosDebts, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  answerTo,
  installApp,
  wouldNavigate,
  postFromFrame,
  postFromPage,
  removeApp,
  dispatchFromApp,
  type App,
  type Message,
} from './native-app-fixture.js';
import {
  returnUrl,
  boxes,
  choose,
  resetPayment,
  setPageUrl,
  storedPayment,
  nextPage,
  otherTab,
  threeDebts,
  pageOf,
  press,
  serverOf,
  type Server,
} from './payment-fixture.js';
import {
  clockAt,
  countParts,
  deferred,
  hasPart,
  recordEvents,
  setHidden,
  json,
  part,
  delay,
  mount,
  viewText,
  partTexts,
  settled,
  mountSettled,
  container,
  waitUntil,
  recordWarnings,
  textOf,
  type FixtureOptions,
} from './fixture.js';

const LINK = new URL('#mobilepay', location.href).href;
const APP = library({ channel: 'app', mobilepay: '' });

type Calls = { readonly args: readonly unknown[][] };

/** The URL, method and token of each request. */
const requests = (server: Server) =>
  (server.fetcher as unknown as Calls).args.map(([url, init]) => ({
    url: String(url),
    method: (init as RequestInit).method ?? 'GET',
    token: new Headers((init as RequestInit).headers).get('Authorization'),
  }));

const tokens = (server: Server) => requests(server).map(({ token }) => token);

const optionsOf = (
  server: Server,
  attributes: Record<string, string> = {},
  properties: FixtureOptions['properties'] = {},
): FixtureOptions => ({
  attributes: { ...APP, 'fees-url': '/fees', ...attributes },
  properties: { fetcher: server.fetcher, ...properties },
});

/** The app's token requests. */
const tokenRequests = (app: App) => app.messages('ddb-debt-token');

/** An app that does not answer by itself, and an element that has requested a token. */
async function pendingRequest(attributes: Record<string, string> = {}) {
  const app = installApp();
  app.token = () => undefined;
  const server = serverOf(threeDebts());
  const element = mount(optionsOf(server, attributes));
  const auths = recordEvents(element, 'ddb-debt-auth');
  await waitUntil(() => tokenRequests(app).length);
  const request = tokenRequests(app)[0] as Message;
  pendingApps.push(app);
  return { app, server, element, request, auths };
}

const pendingApps: App[] = [];

/** The server answers with these statuses first, and then with the debts. */
function refusing(server: Server, ...statuses: number[]): void {
  server.list = () => {
    const status = statuses.shift();
    return status ? json({}, { status }) : json(server.fees);
  };
}

async function reset(): Promise<void> {
  // A pending request is shared with the next element that asks.
  for (const app of pendingApps.splice(0)) {
    for (const request of tokenRequests(app)) dispatchFromApp(answerTo(request, { token: null }));
  }
  await delay();
  removeApp();
  await resetPayment();
}

describe('CONTRACT 7: ddb-debt-token, a request and its answer', () => {
  afterEach(reset);

  const SENDERS: Record<string, (answer: object) => unknown> = {
    'a script that the app evaluates: postMessage, as text': (answer) =>
      postFromPage(JSON.stringify(answer)),
    'a script that the app evaluates: postMessage, as an object': postFromPage,
    'the native app: an event without a source, as text': (answer) =>
      dispatchFromApp(JSON.stringify(answer)),
    'the native app: an event without a source, as an object': dispatchFromApp,
  };
  for (const [how, send] of Object.entries(SENDERS)) {
    it(how, async () => {
      const warned = recordWarnings();
      const { app, server, element, request } = await pendingRequest();
      expect(request).to.deep.include({ version: 1, refused: false });
      expect(request.id).to.match(/^\S{8,}$/);
      await delay(20);
      expect(server.reads, 'no request without it').to.equal(0);
      send(answerTo(request, { token: 'hemmelig' }));
      await settled(element);
      expect(tokens(server)).to.deep.equal(['Bearer hemmelig']);
      expect(countParts(element, 'debt')).to.equal(3);
      expect(tokenRequests(app)).to.have.length(1);
      expect(warned).to.deep.equal([]);
    });
  }

  it('an answer without an id is ignored, since it may be late', async () => {
    const warned = recordWarnings();
    const { server, element, request } = await pendingRequest();
    dispatchFromApp({ version: 1, type: 'ddb-debt-token', token: 'stolen' });
    dispatchFromApp(answerTo(request, { token: 'hemmelig' }));
    await settled(element);
    expect(tokens(server)).to.deep.equal(['Bearer hemmelig']);
    expect(warned.join()).to.match(/does not match a pending request/);
  });

  it('each request has its own id', async () => {
    const app = installApp();
    const element = await mountSettled(optionsOf(serverOf(threeDebts())));
    await element.refresh();
    await element.refresh();
    const ids = tokenRequests(app).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).to.deep.equal([3, 3]);
  });

  it('the app is not asked when getToken is set', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    await mountSettled(optionsOf(server, {}, { getToken: () => 'page' }));
    expect(tokenRequests(app)).to.deep.equal([]);
    expect(tokens(server)).to.deep.equal(['Bearer page']);
  });

  it('a late answer is not used for a new request', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    recordWarnings();
    const { server, element, request } = await pendingRequest();
    await clock.tickAsync(10_001);
    await settled(element);
    dispatchFromApp(answerTo(request, { token: 'late' }));
    await delay(30);
    expect(server.reads).to.equal(0);
  });

  it('two endpoints share one request', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    const two = { 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };
    const element = await mountSettled(optionsOf(server, two));
    expect(tokenRequests(app)).to.have.length(1);
    expect(tokens(server)).to.deep.equal(['Bearer token-1', 'Bearer token-1']);
    await element.refresh();
    expect(tokenRequests(app), 'then another one').to.have.length(2);
  });

  it('two elements of a page share one request', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    const elements = [mount(optionsOf(server)), mount(optionsOf(server))];
    await Promise.all(elements.map(settled));
    expect(tokenRequests(app)).to.have.length(1);
    expect(server.reads, 'nor is the same read twice').to.equal(1);
  });

  it('a token that is not a valid header value: log in, and the token is not logged', async () => {
    const warned = recordWarnings();
    const { app, server, element, request } = await pendingRequest();
    dispatchFromApp(answerTo(request, { token: 'hem\nmelig' }));
    await settled(element);
    expect(server.reads).to.equal(0);
    expect(viewText(element)).to.include('Log ind');
    expect(app.messages('ddb-debt-auth')).to.have.length(1);
    expect(warned.join()).not.to.match(/hem|melig/);
  });
});

describe('CONTRACT 7: an invalid answer is ignored, with a warning in the console', () => {
  afterEach(reset);

  const GOOD = { token: 'stolen' };
  /** What is sent, and the expected warning. */
  const INVALID: Record<string, readonly [(request: Message) => unknown, RegExp]> = {
    'from a frame': [
      (request) => postFromFrame(answerTo(request, GOOD)),
      /ddb-debt-token: .* is not the app/,
    ],
    'from a frame, as text': [
      (request) => postFromFrame(JSON.stringify(answerTo(request, GOOD))),
      /ddb-debt-token: .* is not the app/,
    ],
    'without a source, but with an origin': [
      (request) => dispatchFromApp(answerTo(request, GOOD), { origin: 'https://evil.example' }),
      /ddb-debt-token: https:\/\/evil\.example is not the app/,
    ],
    'of version 2': [
      (request) => dispatchFromApp({ ...answerTo(request, GOOD), version: 2 }),
      /ddb-debt-token: takes "version": 1/,
    ],
    'of version "1"': [
      (request) => dispatchFromApp({ ...answerTo(request, GOOD), version: '1' }),
      /ddb-debt-token: takes "version": 1/,
    ],
    'of no version': [
      ({ id, type }) => dispatchFromApp({ type, id, ...GOOD }),
      /ddb-debt-token: takes "version": 1/,
    ],
    'broken JSON': [
      (request) => dispatchFromApp(JSON.stringify(answerTo(request, GOOD)).slice(0, -1)),
      /message that is no JSON/,
    ],
    'to another request': [
      (request) => dispatchFromApp(answerTo({ ...request, id: 'another' }, GOOD)),
      /does not match a pending request/,
    ],
    'to no request': [
      () => dispatchFromApp(answerTo(undefined, { id: null, ...GOOD })),
      /does not match a pending request/,
    ],
    'a token that is a number': [
      (request) => dispatchFromApp(answerTo(request, { token: 7 })),
      /does not match a pending request/,
    ],
    'a token that is an object': [
      (request) => dispatchFromApp(answerTo(request, { token: { token: 'stolen' } })),
      /does not match a pending request/,
    ],
    'no token': [
      (request) => dispatchFromApp(answerTo(request, {})),
      /does not match a pending request/,
    ],
    'of an unknown type': [
      (request) => dispatchFromApp({ ...answerTo(request, GOOD), type: 'ddb-debt-tokens' }),
      /message of an unknown type/,
    ],
  };
  for (const [what, [send, warning]] of Object.entries(INVALID)) {
    it(what, async () => {
      const warned = recordWarnings();
      const { app, server, element, request, auths } = await pendingRequest();
      await send(request);
      await delay(30);
      expect([server.reads, auths.length]).to.deep.equal([0, 0]);
      expect(tokenRequests(app)).to.have.length(1);
      // The request is still pending.
      dispatchFromApp(answerTo(request, { token: 'right' }));
      await settled(element);
      expect(tokens(server)).to.deep.equal(['Bearer right']);
      expect(warned.join()).not.to.include('stolen');
      expect(warned).to.have.length(1);
      expect(warned[0]).to.match(warning);
    });
  }

  it('other messages in the page are ignored', async () => {
    const warned = recordWarnings();
    const { server } = await pendingRequest();
    for (const data of [
      undefined,
      null,
      7,
      '',
      'webpackHotUpdate',
      '{',
      '[]',
      '"ddb"',
      'null',
      [],
      {},
      { type: 7 },
      { type: null, version: 1 },
      { type: 'other', version: 1, token: 'x' },
      new Date(),
    ]) {
      dispatchFromApp(data);
      postFromPage(data);
    }
    await postFromFrame({ type: 'other' });
    await delay(30);
    expect(warned).to.deep.equal([]);
    expect(server.reads).to.equal(0);
  });
});

describe('CONTRACT 7: nobody is logged in', () => {
  afterEach(reset);

  for (const token of [null, '']) {
    it(`a token that is ${JSON.stringify(token)}: no request for debts, "Log ind", ddb-debt-auth`, async () => {
      const warned = recordWarnings();
      const { app, server, element, request, auths } = await pendingRequest();
      dispatchFromApp(answerTo(request, { token }));
      await settled(element);
      await delay(30);
      expect(server.reads).to.equal(0);
      expect(textOf(part(element, 'login'))).to.include('Log ind for at se dine mellemværender');
      expect(hasPart(element, 'empty', 'debt')).to.be.false;
      expect(auths.length).to.equal(1);
      expect(app.messages('ddb-debt-auth')).to.deep.equal([{ version: 1, type: 'ddb-debt-auth' }]);
      expect(app.messages('ddb-debt-error').map(({ kind }) => kind)).to.deep.equal([
        'unauthorized',
      ]);
      expect(tokenRequests(app)).to.have.length(1);
      expect(warned).to.deep.equal([]);
    });
  }

  it('no answer: after exactly 10 seconds', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const warned = recordWarnings();
    const { app, server, element, auths } = await pendingRequest();
    await clock.tickAsync(9_900);
    await delay(20);
    expect([auths.length, hasPart(element, 'login'), warned.length]).to.deep.equal([0, false, 0]);
    await clock.tickAsync(200);
    await settled(element);
    await delay(20);
    expect(textOf(part(element, 'login'))).to.include('Log ind');
    expect(auths.length).to.equal(1);
    expect(app.messages('ddb-debt-auth')).to.have.length(1);
    expect(warned).to.have.length(1);
    expect(warned[0]).to.match(/ddb-debt-token: the app has not answered in 10 seconds/);
    expect(server.reads).to.equal(0);
    await clock.tickAsync(60_000);
    expect(tokenRequests(app), 'no second request').to.have.length(1);
  });

  it('after a login the token is requested again, and the list is shown', async () => {
    const { app, server, element, request } = await pendingRequest();
    dispatchFromApp(answerTo(request, { token: null }));
    await settled(element);
    app.token = () => 'token-2';
    await element.refresh();
    expect(tokens(server)).to.deep.equal(['Bearer token-2']);
    expect(countParts(element, 'debt')).to.equal(3);
    expect(hasPart(element, 'failure')).to.be.false;
  });

  it('after a logout nothing is shown', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    const element = await mountSettled(optionsOf(server));
    app.token = () => null;
    await element.refresh();
    expect(hasPart(element, 'debt', 'pay-button', 'subtotal')).to.be.false;
    expect(viewText(element)).to.include('Log ind');
    expect(viewText(element)).not.to.match(/\d,\d\d/);
    expect(server.reads).to.equal(1);
  });
});

describe('CONTRACT 7: a 401', () => {
  afterEach(reset);

  /** Gives these tokens one after the other, from the app or from getToken. */
  const SOURCES = {
    'by a token request': (app: App, given: string[]) => {
      app.token = () => given.shift() ?? 'none left';
      return undefined;
    },
    'by getToken': (_: App, given: string[]) => {
      const all = [...given];
      return () => (all.length > 1 ? (all.shift() as string) : (all[0] as string));
    },
  };

  for (const [source, by] of Object.entries(SOURCES)) {
    it(`${source}: the token is requested once more, and the second one is used`, async () => {
      const app = installApp();
      const server = serverOf(threeDebts());
      refusing(server, 401);
      const getToken = by(app, ['old', 'new']);
      const element = mount(optionsOf(server, {}, { getToken }));
      const auths = recordEvents(element, 'ddb-debt-auth', 'ddb-debt-error');
      await settled(element);
      expect(tokens(server)).to.deep.equal(['Bearer old', 'Bearer new']);
      expect(countParts(element, 'debt')).to.equal(3);
      expect(auths.length).to.equal(0);
      if (!getToken) {
        expect(tokenRequests(app).map(({ refused }) => refused)).to.deep.equal([false, true]);
      }
    });

    it(`${source}: refused twice: ddb-debt-auth, and exactly two requests`, async () => {
      const app = installApp();
      const server = serverOf(threeDebts());
      refusing(server, 401, 401);
      const getToken = by(app, ['old', 'new']);
      const element = mount(optionsOf(server, {}, { getToken }));
      const auths = recordEvents(element, 'ddb-debt-auth');
      await settled(element);
      await delay(50);
      expect(tokens(server)).to.deep.equal(['Bearer old', 'Bearer new']);
      expect(auths.length).to.equal(1);
      expect(app.messages('ddb-debt-auth')).to.have.length(1);
      expect(textOf(part(element, 'login'))).to.include('Log ind');
      if (!getToken) {
        expect(tokenRequests(app).map(({ refused }) => refused)).to.deep.equal([false, true]);
      }
    });
  }

  it('the second token is null: no second request', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    refusing(server, 401);
    app.token = ({ refused }) => (refused ? null : 'old');
    await mountSettled(optionsOf(server));
    expect(tokens(server)).to.deep.equal(['Bearer old']);
    expect(app.messages('ddb-debt-auth')).to.have.length(1);
  });

  it('a 403 does not request the token again', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    refusing(server, 403);
    await mountSettled(optionsOf(server));
    expect([tokenRequests(app).length, server.reads]).to.deep.equal([1, 1]);
    expect(app.messages('ddb-debt-auth')).to.have.length(1);
  });

  it('two endpoints, both refused: one more token request', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    refusing(server, 401, 401);
    app.token = ({ refused }) => (refused ? 'new' : 'old');
    const element = await mountSettled(
      optionsOf(server, { 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' }),
    );
    expect(tokenRequests(app).map(({ refused }) => refused)).to.deep.equal([false, true]);
    expect(tokens(server)).to.deep.equal(['old', 'old', 'new', 'new'].map((t) => `Bearer ${t}`));
    expect(hasPart(element, 'failure')).to.be.false;
  });

  it('of a payment request: repeated once with the same key, and the payment continues', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    app.patron = 'astrid';
    const element = await mountSettled(optionsOf(server));
    app.token = ({ refused }) => (refused ? 'new' : 'token-1');
    server.answer = () =>
      server.starts.length === 1
        ? json({}, { status: 401 })
        : json({ orderId: 'order-1', redirectUrl: LINK });
    press(element, 'pay-button');
    await waitUntil(() => app.messages('ddb-debt-open').length);
    expect(server.starts.map(({ headers }) => headers.get('Authorization'))).to.deep.equal([
      'Bearer token-1',
      'Bearer new',
    ]);
    expect(new Set(server.starts.map(({ key }) => key)).size).to.equal(1);
    expect(new Set(server.starts.map(({ body }) => body)).size).to.equal(1);
  });

  it('of a payment request, twice: nothing was started, and the patron must log in', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    const element = await mountSettled(optionsOf(server));
    server.answer = () => json({}, { status: 401 });
    press(element, 'pay-button');
    await waitUntil(() => hasPart(element, 'payment-login'));
    await delay(30);
    expect(server.starts.length).to.equal(2);
    expect(app.messages('ddb-debt-auth')).to.have.length(1);
    expect(app.messages('ddb-debt-open')).to.deep.equal([]);
  });

  it('on a web page without getToken: one request', async () => {
    const server = serverOf(threeDebts());
    refusing(server, 401);
    await pageOf(server);
    expect(server.reads).to.equal(1);
  });
});

/** How the token is provided, and how it changes to another patron's. */
interface TokenSource {
  begin(token: string, patron?: string): FixtureOptions['properties'];
  /** Changes the token, and reads the debts again. */
  change(element: DdbDebtOverview, token: string, patron?: string): void;
}

function fromTokenRequest(): TokenSource {
  const app = installApp();
  const be = (token: string, patron?: string) => {
    app.token = () => token;
    app.patron = patron;
  };
  return {
    begin: (token, patron) => (be(token, patron), {}),
    change: (element, token, patron) => {
      be(token, patron);
      void element.refresh();
    },
  };
}

function fromNewGetToken(): TokenSource {
  installApp();
  return {
    begin: (token) => ({ getToken: () => token }),
    change: (element, token) => {
      element.getToken = () => token;
    },
  };
}

function fromSameGetToken(): TokenSource {
  installApp();
  let current = '';
  return {
    begin: (token) => {
      current = token;
      return { getToken: async () => current };
    },
    change: (element, token) => {
      current = token;
      void element.refresh();
    },
  };
}

const SOURCES = {
  'by a token request': fromTokenRequest,
  'by a token request, with the patron': (): TokenSource => {
    const source = fromTokenRequest();
    return {
      begin: (token) => source.begin(token, 'astrid'),
      change: (element, token) => source.change(element, token, 'bo'),
    };
  },
  'by another getToken': fromNewGetToken,
  'by the same getToken': fromSameGetToken,
} as const;

/** Bo's debts: 35,00 kr. in the old system and 149,95 kr. in the new one. */
const BO = /35,00|149,95/;
/** Texts of Astrid's page. */
const ASTRID = /70,00|192,56|30,50|262,56|293,06|order-1/;

for (const [how, createSource] of Object.entries(SOURCES)) {
  describe(`CONTRACT 7: another patron, ${how}: the first patron's data is removed at once`, () => {
    afterEach(reset);

    /** The first patron's page. */
    async function first(attributes: Record<string, string> = {}) {
      const source = createSource();
      const server = serverOf(threeDebts());
      server.answer = () => json({ orderId: 'order-1', redirectUrl: LINK });
      const options = optionsOf(
        server,
        { selection: 'any', ...attributes },
        source.begin('astrid-1'),
      );
      const element = await mountSettled(options);
      expect(tokens(server).every((token) => token === 'Bearer astrid-1')).to.be.true;
      return { source, server, element, options };
    }

    /** Bo logs in; his debts are not answered until `answer`. */
    async function logInBo({ source, server, element }: Awaited<ReturnType<typeof first>>) {
      const next = deferred();
      server.fees = bosDebts();
      server.list = async () => {
        await next.promise;
        return json(server.fees);
      };
      source.change(element, 'bo-1');
      await waitUntil(() => tokens(server).includes('Bearer bo-1'));
      await delay(20);
      await element.updateComplete;
      expect(viewText(element), 'before the answer').not.to.match(ASTRID);
      return {
        answer: async () => {
          next.resolve();
          await waitUntil(() => countParts(element, 'debt') === 2);
          await element.updateComplete;
          expect(viewText(element), 'after the answer').to.match(BO);
          expect(viewText(element)).not.to.match(ASTRID);
        },
      };
    }

    it('list, sums and buttons', async () => {
      const page = await first();
      expect(viewText(page.element)).to.match(ASTRID);
      const { answer } = await logInBo(page);
      const { element } = page;
      expect(hasPart(element, 'debt', 'subtotal', 'pay-button', 'choice', 'empty')).to.be.false;
      expect(hasPart(element, 'placeholder')).to.be.true;
      expect(element.overview.systems.flatMap(({ debts }) => debts)).to.deep.equal([]);
      expect(element.overview.systems.map(({ state }) => state)).to.include('loading');
      await answer();
      expect(partTexts(element, 'pay-button')).to.deep.equal(['Betal 35,00 kr. med MobilePay']);
    });

    it('the selection: nothing is selected for the second patron', async () => {
      const page = await first();
      await choose(page.element, 0, 2);
      expect(viewText(page.element)).to.include('100,50 kr.');
      const { answer } = await logInBo(page);
      // The same ids, to test that the selection is reset and not only hidden.
      page.server.fees = threeDebts().map((each) => ({ ...each, amount: 35 }));
      page.server.list = () => json(page.server.fees);
      await page.element.refresh();
      expect(boxes(page.element).map(({ checked }) => checked)).to.deep.equal([
        false,
        false,
        false,
      ]);
      page.server.fees = bosDebts();
      void page.element.refresh();
      await answer();
    });

    /** The first patron's payment, sent to MobilePay. */
    async function paid(page: Awaited<ReturnType<typeof first>>): Promise<void> {
      const { element, server } = page;
      press(element, 'pay-all');
      await waitUntil(() => server.starts.length && storedPayment()?.includes('"away"'));
      setHidden(true);
      setHidden(false);
      await waitUntil(() => hasPart(element, 'payment-open'));
      // The read that this caused is complete.
      await delay(20);
    }

    it('an open payment is neither shown nor continued', async () => {
      const page = await first();
      await paid(page);
      expect(textOf(part(page.element, 'payment-open'))).to.include('293,06 kr.');
      const { answer } = await logInBo(page);
      expect(hasPart(page.element, 'payment-open', 'continue-button', 'payment')).to.be.false;
      await answer();
      expect(hasPart(page.element, 'payment-open', 'continue-button', 'payment')).to.be.false;
      expect(partTexts(page.element, 'pay-button')).to.deep.equal([
        'Betal 35,00 kr. med MobilePay',
      ]);
      expect(storedPayment(), 'its number is not stored, either').not.to.include('order-1');
    });

    it('the second patron can pay with their own token and key', async () => {
      const page = await first();
      await paid(page);
      const { answer } = await logInBo(page);
      await answer();
      press(page.element, 'pay-button');
      await waitUntil(() => page.server.starts.length === 2);
      const [astrid, bos] = page.server.starts;
      expect(bos?.order.amount).to.equal(3500);
      expect(bos?.headers.get('Authorization')).to.equal('Bearer bo-1');
      expect(bos?.key).not.to.equal(astrid?.key);
    });

    it('if it was the same patron after all, those debts are not paid twice', async () => {
      const page = await first();
      await paid(page);
      const { answer } = await logInBo(page);
      await answer();
      page.server.fees = threeDebts();
      page.server.list = () => json(threeDebts());
      await page.element.refresh();
      expect(partTexts(page.element, 'locked')).to.deep.equal(Array(3).fill('Betaling er i gang'));
      expect(hasPart(page.element, 'pay-button', 'choice')).to.be.false;
    });

    it('a receipt', async () => {
      const page = await first();
      await paid(page);
      page.element.remove();
      await setPageUrl(returnUrl('accepted'));
      page.server.fees = [];
      const element = await mountSettled(page.options);
      await waitUntil(() => hasPart(element, 'receipt'));
      expect(textOf(part(element, 'receipt'))).to.match(/293,06 kr\..*order-1/);
      const { answer } = await logInBo({ ...page, element });
      expect(hasPart(element, 'receipt', 'payment')).to.be.false;
      await answer();
      expect(hasPart(element, 'receipt')).to.be.false;
    });

    it('a payment that is being started is not continued', async () => {
      const page = await first();
      const next = deferred<Response>();
      page.server.answer = () => next.promise;
      press(page.element, 'pay-all');
      await waitUntil(() => page.server.starts.length);
      const { answer } = await logInBo(page);
      next.resolve(json({ orderId: 'order-1', redirectUrl: LINK }));
      await delay(50);
      expect(location.hash).to.equal('');
      await answer();
      expect(hasPart(page.element, 'payment')).to.be.false;
      expect(partTexts(page.element, 'pay-button')).to.deep.equal([
        'Betal 35,00 kr. med MobilePay',
      ]);
    });

    it('two endpoints: both are cleared, whichever one notices the change', async () => {
      const source = createSource();
      const server = serverOf([]);
      const own: Record<string, object[]> = { '/dibs': oldDebts(), '/oir': newDebts() };
      const fetcher = sinon.fake(async (url: RequestInfo | URL, init?: RequestInit) => {
        const { token } = { token: new Headers(init?.headers).get('Authorization') };
        requested.push(`${String(url)} ${token}`);
        if (token === 'Bearer bo-1') await next.promise;
        return json(own[String(url)]);
      });
      const requested: string[] = [];
      const next = deferred();
      const element = await mountSettled({
        attributes: { ...APP, 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' },
        properties: { ...source.begin('astrid-1'), fetcher },
      });
      expect(countParts(element, 'debt')).to.equal(4);
      requested.length = 0;
      own['/dibs'] = bosDebts().slice(0, 1);
      own['/oir'] = bosDebts().slice(1);
      source.change(element, 'bo-1');
      await waitUntil(() => requested.length >= 2);
      await delay(20);
      await element.updateComplete;
      expect(hasPart(element, 'debt', 'subtotal', 'pay-button', 'go-link')).to.be.false;
      next.resolve();
      await waitUntil(() => countParts(element, 'debt') === 2);
      expect(viewText(element))
        .to.match(/35,00/)
        .and.to.match(/149,95/);
      expect([...new Set(requested)].sort()).to.deep.equal([
        '/dibs Bearer bo-1',
        '/oir Bearer bo-1',
      ]);
      expect(server.reads).to.equal(0);
    });

    it('the second patron’s list never arrives: the first one’s is not shown again', async () => {
      const page = await first();
      page.server.list = () => json({}, { status: 404 });
      page.source.change(page.element, 'bo-1');
      await waitUntil(() => hasPart(page.element, 'failure'));
      expect(hasPart(page.element, 'debt')).to.be.false;
      expect(viewText(page.element)).not.to.match(ASTRID);
    });

    it('a late answer for the first patron is not shown', async () => {
      const page = await first();
      const late = deferred<Response>();
      page.server.list = () => late.promise;
      void page.element.refresh();
      await waitUntil(() => page.server.reads === 2);
      page.server.fees = bosDebts();
      page.server.list = () => json(page.server.fees);
      page.source.change(page.element, 'bo-1');
      await waitUntil(() => countParts(page.element, 'debt') === 2);
      late.resolve(json(threeDebts()));
      await delay(30);
      await page.element.updateComplete;
      expect(viewText(page.element)).to.match(BO);
      expect(viewText(page.element)).not.to.match(ASTRID);
    });

    it('after a change back, the first patron sees their own debts, and pays once', async () => {
      const page = await first();
      await paid(page);
      const { answer } = await logInBo(page);
      await answer();
      page.server.fees = threeDebts();
      page.server.list = () => json(page.server.fees);
      page.source.change(page.element, 'astrid-1');
      await waitUntil(() => countParts(page.element, 'debt') === 3);
      expect(partTexts(page.element, 'locked')).to.have.length(3);
      expect(hasPart(page.element, 'pay-button')).to.be.false;
    });

    it('the other tabs are notified that those debts are locked and no payment is in progress', async () => {
      const page = await first();
      await paid(page);
      const tab = otherTab();
      const { answer } = await logInBo(page);
      await waitUntil(() => tab.claims().length);
      expect(tab.claims().at(-1)).to.deep.include({ feeIds: ['1', '2', '3'], inProgress: false });
      await answer();
    });
  });
}

describe('CONTRACT 7: the same patron with another token', () => {
  afterEach(reset);

  it('patron is the same: nothing is cleared, and the selection stays', async () => {
    const app = installApp();
    app.patron = 'astrid';
    const server = serverOf(threeDebts());
    const element = await mountSettled(optionsOf(server, { selection: 'any' }));
    await choose(element, 1);
    const next = deferred();
    server.list = async () => {
      await next.promise;
      return json(threeDebts());
    };
    app.token = () => 'token-2';
    const done = element.refresh();
    await waitUntil(() => tokens(server).at(-1) === 'Bearer token-2');
    await delay(20);
    await element.updateComplete;
    expect(countParts(element, 'debt')).to.equal(3);
    expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([false, true, false]);
    next.resolve();
    await done;
    expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([false, true, false]);
    expect(server.reads, 'and it is read once').to.equal(2);
  });

  it('an open payment stays open', async () => {
    const app = installApp();
    app.patron = 'astrid';
    const server = serverOf(threeDebts());
    server.answer = () => json({ orderId: 'order-1', redirectUrl: LINK });
    const element = await mountSettled(optionsOf(server));
    press(element, 'pay-button');
    await waitUntil(() => app.messages('ddb-debt-open').length);
    app.token = () => 'token-2';
    setHidden(true);
    setHidden(false);
    await waitUntil(() => tokens(server).at(-1) === 'Bearer token-2');
    await delay(30);
    await element.updateComplete;
    expect(hasPart(element, 'payment-open', 'continue-button')).to.be.true;
  });

  it('another getToken that gives the same token: nothing is cleared or read again', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server, {}, { properties: { getToken: () => 'token-1' } });
    await choose(element, 1);
    element.getToken = async () => 'token-1';
    await delay(30);
    await element.updateComplete;
    expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([false, true, false]);
    expect(server.reads).to.equal(1);
  });

  describe('a getToken that gives another token for each call', () => {
    async function renewing() {
      const server = serverOf(threeDebts());
      let given = 0;
      const getToken = () => `each-${++given}`;
      const element = await pageOf(server, {}, { properties: { getToken } });
      return { server, element };
    }

    it('a refresh never blanks the list', async () => {
      const { server, element } = await renewing();
      await choose(element, 1);
      const counts: number[] = [];
      const observer = new MutationObserver(() => counts.push(countParts(element, 'debt')));
      observer.observe(element.shadowRoot as ShadowRoot, { childList: true, subtree: true });
      for (let time = 0; time < 4; time++) {
        const next = deferred();
        server.list = async () => {
          await next.promise;
          return json(threeDebts());
        };
        const done = element.refresh();
        await delay(10);
        counts.push(countParts(element, 'debt'));
        next.resolve();
        await done;
      }
      observer.disconnect();
      expect(
        counts.every((debts) => debts === 3),
        counts.join(),
      ).to.be.true;
      expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([false, true, false]);
      expect(new Set(tokens(server)).size).to.equal(tokens(server).length);
    });

    for (const patron of ['astrid', undefined]) {
      const shown = patron
        ? 'shown, since the page names the patron'
        : 'not shown, and the debts are locked';
      it(`payments work, and their outcome is ${shown}`, async () => {
        const { server, element } = await renewing();
        let given = 0;
        element.getToken = () => ({ token: `each-${++given}`, patron });
        await element.refresh();
        press(element, 'pay-all');
        await waitUntil(() => server.posted.length);
        const page = await nextPage(
          element,
          server,
          returnUrl('accepted'),
          {},
          {
            properties: { getToken: () => ({ token: `each-${++given}`, patron }) },
          },
        );
        expect(hasPart(page, 'payment-registering')).to.equal(!!patron);
        expect(countParts(page, 'locked')).to.equal(3);
        server.fees = [];
        await page.refresh();
        expect(hasPart(page, 'receipt')).to.equal(!!patron);
      });
    }

    it('open payments stay open', async () => {
      const { server, element } = await renewing();
      press(element, 'pay-all');
      await waitUntil(() => server.posted.length);
      setHidden(true);
      setHidden(false);
      await waitUntil(() => hasPart(element, 'payment-open'));
      await element.refresh();
      await element.refresh();
      expect(hasPart(element, 'payment-open')).to.be.true;
      press(element, 'continue-button');
      await waitUntil(() => server.posted.length === 2);
      expect(new Set(server.starts.map(({ key }) => key)).size).to.equal(1);
    });
  });
});

describe('CONTRACT 2: a token is only in its request header', () => {
  afterEach(reset);

  it('it is in no message, storage, console, event, URL or markup', async () => {
    const logged: string[] = [];
    const note = (what: unknown): void => {
      logged.push(
        typeof what === 'string'
          ? what
          : JSON.stringify({ ...(what as object), isTrusted: undefined }),
      );
    };
    for (const name of ['log', 'info', 'debug', 'warn', 'error'] as const) {
      sinon.stub(console, name).callsFake((...all: unknown[]) => all.forEach((one) => note(one)));
    }
    const writes = sinon.spy(Storage.prototype, 'setItem');
    for (const type of ['load', 'error', 'auth', 'pay', 'leave']) {
      container.addEventListener(`ddb-debt-${type}`, note);
    }
    const tab = otherTab();
    const app = installApp();
    let given = 0;
    app.token = () => `hemmelig-${++given}`;
    app.patron = 'cpr-0101701234';
    const server = serverOf(threeDebts());
    server.answer = () => json({ orderId: 'order-1', redirectUrl: LINK });
    refusing(server, 401);
    const element = await mountSettled(optionsOf(server));
    wouldNavigate(part(element, 'link'));
    press(element, 'pay-button');
    await waitUntil(() => app.messages('ddb-debt-open').some(({ url }) => url === LINK));
    setHidden(true);
    setHidden(false);
    await waitUntil(() => hasPart(element, 'payment-open'));
    app.patron = 'another';
    await element.refresh();
    refusing(server, 401, 401);
    await element.refresh();
    element.getToken = () => 'hemmelig-page';
    await waitUntil(() => hasPart(element, 'debt'));
    element.getToken = () => 'hemmelig\npage';
    await delay(30);
    expect(tokens(server).every((token) => token?.includes('hemmelig'))).to.be.true;
    expect(given).to.be.above(4);

    const traces: Record<string, unknown> = {
      messages: app.received,
      'other tabs': tab.messages,
      'console and events': logged,
      storage: [{ ...sessionStorage }, { ...localStorage }, document.cookie, writes.args],
      addresses: [requests(server).map(({ url }) => url), location.href],
      bodies: server.starts.map(({ body }) => body),
      markup: [element.outerHTML, element.shadowRoot?.innerHTML],
      overview: element.overview,
      problems: element.problems,
    };
    for (const [name, left] of Object.entries(traces)) {
      expect(JSON.stringify(left), name).not.to.match(/hemmelig|cpr-|0101701234/);
    }
    expect(JSON.stringify(traces).length, 'something was recorded').to.be.above(5000);
  });
});
