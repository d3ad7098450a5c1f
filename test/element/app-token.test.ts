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

/** Each request as it left: its address, and what it was allowed with. */
const requests = (server: Server) =>
  (server.fetcher as unknown as Calls).args.map(([url, init]) => ({
    url: String(url),
    method: (init as RequestInit).method ?? 'GET',
    token: new Headers((init as RequestInit).headers).get('Authorization'),
  }));

const tokens = (server: Server) => requests(server).map(({ token }) => token);

const settingOf = (
  server: Server,
  attributes: Record<string, string> = {},
  properties: FixtureOptions['properties'] = {},
): FixtureOptions => ({
  attributes: { ...APP, 'fees-url': '/fees', ...attributes },
  properties: { fetcher: server.fetcher, ...properties },
});

/** The questions that the app was asked. */
const questions = (app: App) => app.messages('ddb-debt-token');

/** An app that answers nothing by itself, and an element that has asked it. */
async function asking(attributes: Record<string, string> = {}) {
  const app = installApp();
  app.token = () => undefined;
  const server = serverOf(threeDebts());
  const element = mount(settingOf(server, attributes));
  const auths = recordEvents(element, 'ddb-debt-auth');
  await waitUntil(() => questions(app).length);
  const question = questions(app)[0] as Message;
  openQuestions.push(app);
  return { app, server, element, question, auths };
}

const openQuestions: App[] = [];

/** The server answers these statuses, one after the other, and then the debts. */
function refusing(server: Server, ...statuses: number[]): void {
  server.list = () => {
    const status = statuses.shift();
    return status ? json({}, { status }) : json(server.fees);
  };
}

async function clean(): Promise<void> {
  // A question stays open for whoever asks next.
  for (const app of openQuestions.splice(0)) {
    for (const question of questions(app)) dispatchFromApp(answerTo(question, { token: null }));
  }
  await delay();
  removeApp();
  await resetPayment();
}

describe('CONTRACT 7: ddb-debt-token, a question and its answer', () => {
  afterEach(clean);

  const VOICES: Record<string, (answer: object) => unknown> = {
    'a script that the app evaluates: postMessage, as text': (answer) =>
      postFromPage(JSON.stringify(answer)),
    'a script that the app evaluates: postMessage, as an object': postFromPage,
    'the native side: an event from nowhere, as text': (answer) =>
      dispatchFromApp(JSON.stringify(answer)),
    'the native side: an event from nowhere, as an object': dispatchFromApp,
  };
  for (const [how, say] of Object.entries(VOICES)) {
    it(how, async () => {
      const warned = recordWarnings();
      const { app, server, element, question } = await asking();
      expect(question).to.deep.include({ version: 1, refused: false });
      expect(question.id).to.match(/^\S{8,}$/);
      await delay(20);
      expect(server.reads, 'nothing is asked without it').to.equal(0);
      say(answerTo(question, { token: 'hemmelig' }));
      await settled(element);
      expect(tokens(server)).to.deep.equal(['Bearer hemmelig']);
      expect(countParts(element, 'debt')).to.equal(3);
      expect(questions(app)).to.have.length(1);
      expect(warned).to.deep.equal([]);
    });
  }

  it('without an id: it is nobody’s, for it may be late', async () => {
    const warned = recordWarnings();
    const { server, element, question } = await asking();
    dispatchFromApp({ version: 1, type: 'ddb-debt-token', token: 'stolen' });
    dispatchFromApp(answerTo(question, { token: 'hemmelig' }));
    await settled(element);
    expect(tokens(server)).to.deep.equal(['Bearer hemmelig']);
    expect(warned.join()).to.match(/does not match a pending request/);
  });

  it('each question has an id of its own', async () => {
    const app = installApp();
    const element = await mountSettled(settingOf(serverOf(threeDebts())));
    await element.refresh();
    await element.refresh();
    const ids = questions(app).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).to.deep.equal([3, 3]);
  });

  it('where getToken is set the app is not asked', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    await mountSettled(settingOf(server, {}, { getToken: () => 'page' }));
    expect(questions(app)).to.deep.equal([]);
    expect(tokens(server)).to.deep.equal(['Bearer page']);
  });

  it('a question that is answered in time only: the late answer goes to nobody', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    recordWarnings();
    const { server, element, question } = await asking();
    await clock.tickAsync(10_001);
    await settled(element);
    dispatchFromApp(answerTo(question, { token: 'late' }));
    await delay(30);
    expect(server.reads).to.equal(0);
  });

  it('two endpoints side by side ask one question', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    const two = { 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };
    const element = await mountSettled(settingOf(server, two));
    expect(questions(app)).to.have.length(1);
    expect(tokens(server)).to.deep.equal(['Bearer token-1', 'Bearer token-1']);
    await element.refresh();
    expect(questions(app), 'and the next time another').to.have.length(2);
  });

  it('so do two elements of a page', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    const elements = [mount(settingOf(server)), mount(settingOf(server))];
    await Promise.all(elements.map(settled));
    expect(questions(app)).to.have.length(1);
    expect(server.reads, 'nor is the same read twice').to.equal(1);
  });

  it('a token that no header can carry: log in, and it is not said what it was', async () => {
    const warned = recordWarnings();
    const { app, server, element, question } = await asking();
    dispatchFromApp(answerTo(question, { token: 'hem\nmelig' }));
    await settled(element);
    expect(server.reads).to.equal(0);
    expect(viewText(element)).to.include('Log ind');
    expect(app.messages('ddb-debt-auth')).to.have.length(1);
    expect(warned.join()).not.to.match(/hem|melig/);
  });
});

describe('CONTRACT 7: what is no answer is ignored, and said in the console', () => {
  afterEach(clean);

  const GOOD = { token: 'stolen' };
  /** How it comes, what it is, and what the console says. */
  const BAD: Record<string, readonly [(question: Message) => unknown, RegExp]> = {
    'from a frame': [
      (question) => postFromFrame(answerTo(question, GOOD)),
      /ddb-debt-token: .* is not the app/,
    ],
    'from a frame, as text': [
      (question) => postFromFrame(JSON.stringify(answerTo(question, GOOD))),
      /ddb-debt-token: .* is not the app/,
    ],
    'from nowhere, but with an origin': [
      (question) => dispatchFromApp(answerTo(question, GOOD), { origin: 'https://evil.example' }),
      /ddb-debt-token: https:\/\/evil\.example is not the app/,
    ],
    'of version 2': [
      (question) => dispatchFromApp({ ...answerTo(question, GOOD), version: 2 }),
      /unknown message/,
    ],
    'of version "1"': [
      (question) => dispatchFromApp({ ...answerTo(question, GOOD), version: '1' }),
      /unknown message/,
    ],
    'of no version': [({ id, type }) => dispatchFromApp({ type, id, ...GOOD }), /unknown message/],
    'broken JSON': [
      (question) => dispatchFromApp(JSON.stringify(answerTo(question, GOOD)).slice(0, -1)),
      /unknown message/,
    ],
    'to another question': [
      (question) => dispatchFromApp(answerTo({ ...question, id: 'another' }, GOOD)),
      /does not match a pending request/,
    ],
    'to no question': [
      () => dispatchFromApp(answerTo(undefined, { id: null, ...GOOD })),
      /does not match a pending request/,
    ],
    'a token that is a number': [
      (question) => dispatchFromApp(answerTo(question, { token: 7 })),
      /does not match a pending request/,
    ],
    'a token that is an object': [
      (question) => dispatchFromApp(answerTo(question, { token: { token: 'stolen' } })),
      /does not match a pending request/,
    ],
    'no token': [
      (question) => dispatchFromApp(answerTo(question, {})),
      /does not match a pending request/,
    ],
    'of a type that there is not': [
      (question) => dispatchFromApp({ ...answerTo(question, GOOD), type: 'ddb-debt-tokens' }),
      /unknown message/,
    ],
  };
  for (const [what, [say, complaint]] of Object.entries(BAD)) {
    it(what, async () => {
      const warned = recordWarnings();
      const { app, server, element, question, auths } = await asking();
      await say(question);
      await delay(30);
      expect([server.reads, auths.length]).to.deep.equal([0, 0]);
      expect(questions(app)).to.have.length(1);
      // The right one is still waited for.
      dispatchFromApp(answerTo(question, { token: 'right' }));
      await settled(element);
      expect(tokens(server)).to.deep.equal(['Bearer right']);
      expect(warned.join()).not.to.include('stolen');
      expect(warned).to.have.length(1);
      expect(warned[0]).to.match(complaint);
    });
  }

  it('whatever else passes in a page is not looked at', async () => {
    const warned = recordWarnings();
    const { server } = await asking();
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
  afterEach(clean);

  for (const token of [null, '']) {
    it(`a token that is ${JSON.stringify(token)}: nothing is asked, "Log ind", ddb-debt-auth`, async () => {
      const warned = recordWarnings();
      const { app, server, element, question, auths } = await asking();
      dispatchFromApp(answerTo(question, { token }));
      await settled(element);
      await delay(30);
      expect(server.reads).to.equal(0);
      expect(textOf(part(element, 'failure'))).to.include('Log ind for at se, hvad du skylder.');
      expect(hasPart(element, 'empty', 'debt')).to.be.false;
      expect(auths.length).to.equal(1);
      expect(app.messages('ddb-debt-auth')).to.deep.equal([{ version: 1, type: 'ddb-debt-auth' }]);
      expect(app.messages('ddb-debt-error').map(({ kind }) => kind)).to.deep.equal([
        'unauthorized',
      ]);
      expect(questions(app)).to.have.length(1);
      expect(warned).to.deep.equal([]);
    });
  }

  it('no answer: after 10 seconds, and not before', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const warned = recordWarnings();
    const { app, server, element, auths } = await asking();
    await clock.tickAsync(9_900);
    await delay(20);
    expect([auths.length, hasPart(element, 'failure'), warned.length]).to.deep.equal([0, false, 0]);
    await clock.tickAsync(200);
    await settled(element);
    await delay(20);
    expect(textOf(part(element, 'failure'))).to.include('Log ind');
    expect(auths.length).to.equal(1);
    expect(app.messages('ddb-debt-auth')).to.have.length(1);
    expect(warned).to.have.length(1);
    expect(warned[0]).to.match(/ddb-debt-token: the app has not answered in 10 seconds/);
    expect(server.reads).to.equal(0);
    await clock.tickAsync(60_000);
    expect(questions(app), 'nor is it asked again').to.have.length(1);
  });

  it('who logs in then is asked anew, and sees the list', async () => {
    const { app, server, element, question } = await asking();
    dispatchFromApp(answerTo(question, { token: null }));
    await settled(element);
    app.token = () => 'token-2';
    await element.refresh();
    expect(tokens(server)).to.deep.equal(['Bearer token-2']);
    expect(countParts(element, 'debt')).to.equal(3);
    expect(hasPart(element, 'failure')).to.be.false;
  });

  it('who logs out sees nothing any more', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    const element = await mountSettled(settingOf(server));
    app.token = () => null;
    await element.refresh();
    expect(hasPart(element, 'debt', 'pay-button', 'subtotal')).to.be.false;
    expect(viewText(element)).to.include('Log ind');
    expect(viewText(element)).not.to.match(/\d,\d\d/);
    expect(server.reads).to.equal(1);
  });
});

describe('CONTRACT 7: a 401', () => {
  afterEach(clean);

  /** The app's tokens, and a page's, as they are asked for. */
  const WAYS = {
    'by question': (app: App, given: string[]) => {
      app.token = () => given.shift() ?? 'none left';
      return undefined;
    },
    'by getToken': (_: App, given: string[]) => {
      const all = [...given];
      return () => (all.length > 1 ? (all.shift() as string) : (all[0] as string));
    },
  };

  for (const [way, by] of Object.entries(WAYS)) {
    it(`${way}: the token is asked for once more, and the second one used`, async () => {
      const app = installApp();
      const server = serverOf(threeDebts());
      refusing(server, 401);
      const getToken = by(app, ['old', 'new']);
      const element = mount(settingOf(server, {}, { getToken }));
      const auths = recordEvents(element, 'ddb-debt-auth', 'ddb-debt-error');
      await settled(element);
      expect(tokens(server)).to.deep.equal(['Bearer old', 'Bearer new']);
      expect(countParts(element, 'debt')).to.equal(3);
      expect(auths.length).to.equal(0);
      if (!getToken) {
        expect(questions(app).map(({ refused }) => refused)).to.deep.equal([false, true]);
      }
    });

    it(`${way}: refused again: ddb-debt-auth, and exactly two requests`, async () => {
      const app = installApp();
      const server = serverOf(threeDebts());
      refusing(server, 401, 401);
      const getToken = by(app, ['old', 'new']);
      const element = mount(settingOf(server, {}, { getToken }));
      const auths = recordEvents(element, 'ddb-debt-auth');
      await settled(element);
      await delay(50);
      expect(tokens(server)).to.deep.equal(['Bearer old', 'Bearer new']);
      expect(auths.length).to.equal(1);
      expect(app.messages('ddb-debt-auth')).to.have.length(1);
      expect(textOf(part(element, 'failure'))).to.include('Log ind');
      if (!getToken) {
        expect(questions(app).map(({ refused }) => refused)).to.deep.equal([false, true]);
      }
    });
  }

  it('the second token is null: no second request', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    refusing(server, 401);
    app.token = ({ refused }) => (refused ? null : 'old');
    await mountSettled(settingOf(server));
    expect(tokens(server)).to.deep.equal(['Bearer old']);
    expect(app.messages('ddb-debt-auth')).to.have.length(1);
  });

  it('a 403 is no 401: the token is good, and is not asked for again', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    refusing(server, 403);
    await mountSettled(settingOf(server));
    expect([questions(app).length, server.reads]).to.deep.equal([1, 1]);
    expect(app.messages('ddb-debt-auth')).to.have.length(1);
  });

  it('two endpoints, both refused: one question more', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    refusing(server, 401, 401);
    app.token = ({ refused }) => (refused ? 'new' : 'old');
    const element = await mountSettled(
      settingOf(server, { 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' }),
    );
    expect(questions(app).map(({ refused }) => refused)).to.deep.equal([false, true]);
    expect(tokens(server)).to.deep.equal(['old', 'old', 'new', 'new'].map((t) => `Bearer ${t}`));
    expect(hasPart(element, 'failure')).to.be.false;
  });

  it('of a start: asked once more, with the same key, and it goes on', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    const element = await mountSettled(settingOf(server));
    app.token = ({ refused }) => (refused ? 'new' : 'token-1');
    app.patron = 'astrid';
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

  it('of a start, twice: nothing was started, and the patron must log in', async () => {
    const app = installApp();
    const server = serverOf(threeDebts());
    const element = await mountSettled(settingOf(server));
    server.answer = () => json({}, { status: 401 });
    press(element, 'pay-button');
    await waitUntil(() => hasPart(element, 'payment-login'));
    await delay(30);
    expect(server.starts.length).to.equal(2);
    expect(app.messages('ddb-debt-auth')).to.have.length(1);
    expect(app.messages('ddb-debt-open')).to.deep.equal([]);
  });

  it('in a web page without getToken: one request', async () => {
    const server = serverOf(threeDebts());
    refusing(server, 401);
    await pageOf(server);
    expect(server.reads).to.equal(1);
  });
});

/** How the token comes, and how it becomes another's. */
interface Way {
  begin(token: string, patron?: string): FixtureOptions['properties'];
  /** Another token, and the debts are read anew. */
  change(element: DdbDebtOverview, token: string, patron?: string): void;
}

function byQuestion(): Way {
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

function byAnotherGetToken(): Way {
  installApp();
  return {
    begin: (token) => ({ getToken: () => token }),
    change: (element, token) => {
      element.getToken = () => token;
    },
  };
}

function byTheSameGetToken(): Way {
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

const WAYS = {
  'by question': byQuestion,
  'by question, where the app says who it is': (): Way => {
    const way = byQuestion();
    return {
      begin: (token) => way.begin(token, 'astrid'),
      change: (element, token) => way.change(element, token, 'bo'),
    };
  },
  'by another getToken': byAnotherGetToken,
  'by the same getToken': byTheSameGetToken,
} as const;

/** Bo's debts: 35,00 kr. here and 149,95 kr. there. */
const BO = /35,00|149,95/;
/** What of Astrid's could be read on the page. */
const ASTRID = /70,00|192,56|30,50|262,56|293,06|order-1/;

for (const [how, wayOf] of Object.entries(WAYS)) {
  describe(`CONTRACT 7: another patron, ${how}: what is the first one's is gone at once`, () => {
    afterEach(clean);

    /** The first patron's page, in which something is under way. */
    async function first(attributes: Record<string, string> = {}) {
      const way = wayOf();
      const server = serverOf(threeDebts());
      server.answer = () => json({ orderId: 'order-1', redirectUrl: LINK });
      const setting = settingOf(server, { selection: 'any', ...attributes }, way.begin('astrid-1'));
      const element = await mountSettled(setting);
      expect(tokens(server).every((token) => token === 'Bearer astrid-1')).to.be.true;
      return { way, server, element, setting };
    }

    /** Bo logs in; the answer of his debts is held back until it is let go. */
    async function bo({ way, server, element }: Awaited<ReturnType<typeof first>>) {
      const next = deferred();
      server.fees = bosDebts();
      server.list = async () => {
        await next.promise;
        return json(server.fees);
      };
      way.change(element, 'bo-1');
      await waitUntil(() => tokens(server).includes('Bearer bo-1'));
      await delay(20);
      await element.updateComplete;
      expect(viewText(element), 'before the answer').not.to.match(ASTRID);
      return {
        arrive: async () => {
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
      const { arrive } = await bo(page);
      const { element } = page;
      expect(hasPart(element, 'debt', 'subtotal', 'pay-button', 'choice', 'empty')).to.be.false;
      expect(hasPart(element, 'placeholder')).to.be.true;
      expect(element.overview.systems.flatMap(({ debts }) => debts)).to.deep.equal([]);
      expect(element.overview.systems.map(({ state }) => state)).to.include('loading');
      await arrive();
      expect(partTexts(element, 'pay-button')).to.deep.equal(['Betal 35,00 kr. med MobilePay']);
    });

    it('the choice: nothing is chosen for the second', async () => {
      const page = await first();
      await choose(page.element, 0, 2);
      expect(viewText(page.element)).to.include('100,50 kr.');
      const { arrive } = await bo(page);
      // The same ids, to see that it is forgotten and not only not shown.
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
      await arrive();
    });

    /** The first one's payment, sent to MobilePay. */
    async function paid(page: Awaited<ReturnType<typeof first>>): Promise<void> {
      const { element, server } = page;
      press(element, 'pay-all');
      await waitUntil(() => server.starts.length && storedPayment()?.includes('"away"'));
      setHidden(true);
      setHidden(false);
      await waitUntil(() => hasPart(element, 'payment-open'));
      // What was read then has come.
      await delay(20);
    }

    it('an open payment: neither told of, nor gone on with', async () => {
      const page = await first();
      await paid(page);
      expect(textOf(part(page.element, 'payment-open'))).to.include('293,06 kr.');
      const { arrive } = await bo(page);
      expect(hasPart(page.element, 'payment-open', 'continue-button', 'payment')).to.be.false;
      await arrive();
      expect(hasPart(page.element, 'payment-open', 'continue-button', 'payment')).to.be.false;
      expect(partTexts(page.element, 'pay-button')).to.deep.equal([
        'Betal 35,00 kr. med MobilePay',
      ]);
      expect(storedPayment(), 'nor its number remembered').not.to.include('order-1');
    });

    it('the second can pay his own, with his token and a key of its own', async () => {
      const page = await first();
      await paid(page);
      const { arrive } = await bo(page);
      await arrive();
      press(page.element, 'pay-button');
      await waitUntil(() => page.server.starts.length === 2);
      const [astrid, bos] = page.server.starts;
      expect(bos?.order.amount).to.equal(3500);
      expect(bos?.headers.get('Authorization')).to.equal('Bearer bo-1');
      expect(bos?.key).not.to.equal(astrid?.key);
    });

    it('if it was the same one after all, those debts are not paid twice', async () => {
      const page = await first();
      await paid(page);
      const { arrive } = await bo(page);
      await arrive();
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
      const element = await mountSettled(page.setting);
      await waitUntil(() => hasPart(element, 'receipt'));
      expect(textOf(part(element, 'receipt'))).to.match(/293,06 kr\..*order-1/);
      const { arrive } = await bo({ ...page, element });
      expect(hasPart(element, 'receipt', 'payment')).to.be.false;
      await arrive();
      expect(hasPart(element, 'receipt')).to.be.false;
    });

    it('a payment that is being started: it is not gone on with', async () => {
      const page = await first();
      const next = deferred<Response>();
      page.server.answer = () => next.promise;
      press(page.element, 'pay-all');
      await waitUntil(() => page.server.starts.length);
      const { arrive } = await bo(page);
      next.resolve(json({ orderId: 'order-1', redirectUrl: LINK }));
      await delay(50);
      expect(location.hash).to.equal('');
      await arrive();
      expect(hasPart(page.element, 'payment')).to.be.false;
      expect(partTexts(page.element, 'pay-button')).to.deep.equal([
        'Betal 35,00 kr. med MobilePay',
      ]);
    });

    it('two endpoints: both, whichever of them has found out', async () => {
      const way = wayOf();
      const server = serverOf([]);
      const own: Record<string, object[]> = { '/dibs': oldDebts(), '/oir': newDebts() };
      const fetcher = sinon.fake(async (url: RequestInfo | URL, init?: RequestInit) => {
        const { token } = { token: new Headers(init?.headers).get('Authorization') };
        asked.push(`${String(url)} ${token}`);
        if (token === 'Bearer bo-1') await next.promise;
        return json(own[String(url)]);
      });
      const asked: string[] = [];
      const next = deferred();
      const element = await mountSettled({
        attributes: { ...APP, 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' },
        properties: { ...way.begin('astrid-1'), fetcher },
      });
      expect(countParts(element, 'debt')).to.equal(4);
      asked.length = 0;
      own['/dibs'] = bosDebts().slice(0, 1);
      own['/oir'] = bosDebts().slice(1);
      way.change(element, 'bo-1');
      await waitUntil(() => asked.length >= 2);
      await delay(20);
      await element.updateComplete;
      expect(hasPart(element, 'debt', 'subtotal', 'pay-button', 'go-link')).to.be.false;
      next.resolve();
      await waitUntil(() => countParts(element, 'debt') === 2);
      expect(viewText(element))
        .to.match(/35,00/)
        .and.to.match(/149,95/);
      expect([...new Set(asked)].sort()).to.deep.equal(['/dibs Bearer bo-1', '/oir Bearer bo-1']);
      expect(server.reads).to.equal(0);
    });

    it('the second one’s list never comes: the first one’s does not come back', async () => {
      const page = await first();
      page.server.list = () => json({}, { status: 404 });
      page.way.change(page.element, 'bo-1');
      await waitUntil(() => hasPart(page.element, 'failure'));
      expect(hasPart(page.element, 'debt')).to.be.false;
      expect(viewText(page.element)).not.to.match(ASTRID);
    });

    it('an answer of the first one’s that comes late is not shown', async () => {
      const page = await first();
      const late = deferred<Response>();
      page.server.list = () => late.promise;
      void page.element.refresh();
      await waitUntil(() => page.server.reads === 2);
      page.server.fees = bosDebts();
      page.server.list = () => json(page.server.fees);
      page.way.change(page.element, 'bo-1');
      await waitUntil(() => countParts(page.element, 'debt') === 2);
      late.resolve(json(threeDebts()));
      await delay(30);
      await page.element.updateComplete;
      expect(viewText(page.element)).to.match(BO);
      expect(viewText(page.element)).not.to.match(ASTRID);
    });

    it('and back again: the first one sees her own, and pays once', async () => {
      const page = await first();
      await paid(page);
      const { arrive } = await bo(page);
      await arrive();
      page.server.fees = threeDebts();
      page.server.list = () => json(page.server.fees);
      page.way.change(page.element, 'astrid-1');
      await waitUntil(() => countParts(page.element, 'debt') === 3);
      expect(partTexts(page.element, 'locked')).to.have.length(3);
      expect(hasPart(page.element, 'pay-button')).to.be.false;
    });

    it('the other tabs are told that those debts are locked, and that nobody is paying', async () => {
      const page = await first();
      await paid(page);
      const tab = otherTab();
      const { arrive } = await bo(page);
      await waitUntil(() => tab.claims().length);
      expect(tab.claims().at(-1)).to.deep.include({ feeIds: ['1', '2', '3'], inProgress: false });
      await arrive();
    });
  });
}

describe('CONTRACT 7: the same patron with another token', () => {
  afterEach(clean);

  it('patron says so: nothing is cleared, and what is chosen stays chosen', async () => {
    const app = installApp();
    app.patron = 'astrid';
    const server = serverOf(threeDebts());
    const element = await mountSettled(settingOf(server, { selection: 'any' }));
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

  it('and an open payment stays open', async () => {
    const app = installApp();
    app.patron = 'astrid';
    const server = serverOf(threeDebts());
    server.answer = () => json({ orderId: 'order-1', redirectUrl: LINK });
    const element = await mountSettled(settingOf(server));
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

  it('another getToken that gives the same token: nothing is cleared, nor read again', async () => {
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

    it('the list is not blanked by a refresh, at any moment', async () => {
      const { server, element } = await renewing();
      await choose(element, 1);
      const seen: number[] = [];
      const watching = new MutationObserver(() => seen.push(countParts(element, 'debt')));
      watching.observe(element.shadowRoot as ShadowRoot, { childList: true, subtree: true });
      for (let time = 0; time < 4; time++) {
        const next = deferred();
        server.list = async () => {
          await next.promise;
          return json(threeDebts());
        };
        const done = element.refresh();
        await delay(10);
        seen.push(countParts(element, 'debt'));
        next.resolve();
        await done;
      }
      watching.disconnect();
      expect(
        seen.every((debts) => debts === 3),
        seen.join(),
      ).to.be.true;
      expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([false, true, false]);
      expect(new Set(tokens(server)).size).to.equal(tokens(server).length);
    });

    it('payments go through, and what becomes of them is told', async () => {
      const { server, element } = await renewing();
      press(element, 'pay-all');
      await waitUntil(() => server.posted.length);
      server.fees = threeDebts();
      const page = await nextPage(element, server, returnUrl('accepted'));
      let given = 100;
      page.getToken = () => `each-${++given}`;
      await page.refresh();
      expect(hasPart(page, 'payment-registering')).to.be.true;
      server.fees = [];
      await page.refresh();
      expect(textOf(part(page, 'receipt'))).to.match(/293,06 kr\..*order-1/);
    });

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

describe('CONTRACT 2: a token is nowhere but in its header', () => {
  afterEach(clean);

  it('in no message, storage, console, event, address or markup', async () => {
    const said: string[] = [];
    const note = (what: unknown): void => {
      said.push(
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
    const element = await mountSettled(settingOf(server));
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
      'console and events': said,
      storage: [{ ...sessionStorage }, { ...localStorage }, document.cookie, writes.args],
      addresses: [requests(server).map(({ url }) => url), location.href],
      bodies: server.starts.map(({ body }) => body),
      markup: [element.outerHTML, element.shadowRoot?.innerHTML],
      overview: element.overview,
      problems: element.problems,
    };
    for (const [place, left] of Object.entries(traces)) {
      expect(JSON.stringify(left), place).not.to.match(/hemmelig|cpr-|0101701234/);
    }
    expect(JSON.stringify(traces).length, 'there was something to look at').to.be.above(5000);
  });
});
