import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { both, fee, newDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  answerTo,
  installApp,
  wouldNavigate,
  removeApp,
  dispatchFromApp,
  BRIDGE_TYPES,
  type App,
  type Message,
} from './native-app-fixture.js';
import { resetPayment, pageOf, press, serverOf, type Server } from './payment-fixture.js';
import {
  resetFixture,
  hasPart,
  recordEvents,
  json,
  part,
  parts,
  delay,
  mount,
  settled,
  mountSettled,
  container,
  waitUntil,
  recordWarnings,
  textOf,
  type FixtureOptions,
} from './fixture.js';

const SITE = 'https://betalingsoverblik.example/';

/** A library without a payment endpoint: the app carries out the payment. */
const APP: Record<string, string> = Object.fromEntries(
  Object.entries(library({ channel: 'app', mobilepay: '' })).filter(
    ([name]) => name !== 'dibs-payment-url',
  ),
);

/** An element with old and new debts; `server` only answers the debts. */
async function inApp(
  attributes: Record<string, string> = {},
): Promise<{ server: Server; element: DdbDebtOverview }> {
  const server = serverOf(both());
  const element = await mountSettled(optionsOf(server, attributes));
  return { server, element };
}

const optionsOf = (server: Server, attributes: Record<string, string> = {}): FixtureOptions => ({
  attributes: { ...APP, 'fees-url': '/fees', ...attributes },
  properties: { fetcher: server.fetcher },
});

/** The uncaught errors of the page. */
function uncaughtErrors(): unknown[] {
  const list: unknown[] = [];
  const { signal } = (listening = new AbortController());
  addEventListener('unhandledrejection', ({ reason }) => list.push(reason), { signal });
  addEventListener('error', ({ error }) => list.push(error), { signal });
  sinon.stub(console, 'error').callsFake((...all: unknown[]) => void list.push(all));
  return list;
}
let listening = new AbortController();

const link = (element: Element, name: string) =>
  parts(element, 'link').find((each) => textOf(each) === name);

/** Waits for one message of that type. */
async function one(app: App, type: string): Promise<Message> {
  await waitUntil(() => app.messages(type).length);
  const [message, ...others] = app.messages(type);
  expect(others, type).to.deep.equal([]);
  return message as Message;
}

async function reset(): Promise<void> {
  listening.abort();
  removeApp();
  await resetPayment();
}

describe('CONTRACT 7: events are sent as messages of version 1 to any native bridge', () => {
  afterEach(reset);

  for (const bridge of BRIDGE_TYPES) {
    it(`${bridge}: each with its fields, and no others`, async () => {
      const warned = recordWarnings();
      const errors = uncaughtErrors();
      const app = installApp(bridge);
      const { server, element } = await inApp();

      const question = await one(app, 'ddb-debt-token');
      expect(question).to.deep.equal({
        version: 1,
        type: 'ddb-debt-token',
        refused: false,
        id: question.id,
      });
      expect(question.id).to.match(/^\S{8,}$/);
      const load = await one(app, 'ddb-debt-load');
      expect(load).to.deep.equal({
        version: 1,
        type: 'ddb-debt-load',
        overview: JSON.parse(JSON.stringify(element.overview)),
      });
      // Browsers need one or two layouts.
      await waitUntil(() => app.messages('ddb-debt-resize').length);
      const { height, ...resize } = app.messages('ddb-debt-resize').at(-1) as Message;
      expect(resize).to.deep.equal({ version: 1, type: 'ddb-debt-resize' });
      expect(height).to.be.above(100);

      expect(wouldNavigate(part(element, 'go-link'))).to.be.false;
      expect(await one(app, 'ddb-debt-leave')).to.deep.equal({
        version: 1,
        type: 'ddb-debt-leave',
        url: SITE,
      });
      expect(wouldNavigate(link(element, 'Takster'))).to.be.false;
      expect(Object.keys(await one(app, 'ddb-debt-open')).sort()).to.deep.equal([
        'type',
        'url',
        'version',
      ]);
      press(element, 'pay-button');
      expect(await one(app, 'ddb-debt-pay')).to.deep.equal({
        version: 1,
        type: 'ddb-debt-pay',
        feeIds: element.overview.systems[0]?.debts.map(({ feeId }) => feeId),
        amount: 26_256,
        currency: 'DKK',
        channel: 'app',
      });

      server.list = () => json({}, { status: 404 });
      await element.refresh();
      expect(await one(app, 'ddb-debt-error')).to.deep.equal({
        version: 1,
        type: 'ddb-debt-error',
        systems: ['dibs', 'oir'],
        kind: 'rejected',
      });
      server.list = () => json({}, { status: 403 });
      await element.refresh();
      expect(await one(app, 'ddb-debt-auth')).to.deep.equal({ version: 1, type: 'ddb-debt-auth' });

      expect(app.received.every((each) => typeof each === 'string')).to.be.true;
      expect(app.received.join()).not.to.match(/isTrusted|token-1/);
      await delay(30);
      expect(errors).to.deep.equal([]);
      expect(warned).to.deep.equal([
        '<ddb-debt-overview> fees-url: takes a JSON array with status 200, not 404.',
      ]);
    });
  }

  it('uses the first bridge when there are several', async () => {
    const apps = [...BRIDGE_TYPES].reverse().map((bridge) => installApp(bridge));
    await inApp();
    expect(apps.map(({ received: arrived }) => !!arrived.length)).to.deep.equal([
      false,
      false,
      false,
      true,
    ]);
  });

  it('uses a bridge that is added later', async () => {
    const server = serverOf(both());
    const options = optionsOf(server);
    const element = await mountSettled({
      ...options,
      properties: { ...options.properties, getToken: () => 'token-1' },
    });
    expect(wouldNavigate(part(element, 'go-link'))).to.be.true;
    const app = installApp('Flutter');
    expect(wouldNavigate(part(element, 'go-link'))).to.be.false;
    expect((await one(app, 'ddb-debt-leave')).url).to.equal(SITE);
  });

  it('asks a bridge that is added later for the token, and reads again', async () => {
    for (const bridge of BRIDGE_TYPES) {
      const server = serverOf(both());
      server.list = () => json({}, { status: 401 });
      const element = await mountSettled(optionsOf(server));
      expect(hasPart(element, 'login')).to.be.true;
      server.list = () => json(both());
      const app = installApp(bridge);
      await waitUntil(() => hasPart(element, 'debt'));
      expect(server.reads).to.equal(2);
      expect(app.messages('ddb-debt-token')).to.have.length(1);
      expect(app.messages('ddb-debt-resize')).not.to.have.length(0);
      reset();
    }
  });

  it('asks Flutter again when its platform is ready, if the first message was lost', async () => {
    const app = installApp('Flutter');
    app.token = () => undefined;
    const server = serverOf(both());
    const element = mount(optionsOf(server));
    await waitUntil(() => app.messages('ddb-debt-token').length);
    app.token = () => 'token-1';
    // Requests of one task share a message.
    await delay(0);
    dispatchEvent(new Event('flutterInAppWebViewPlatformReady'));
    await waitUntil(() => hasPart(element, 'debt'));
    expect(server.reads).to.equal(1);
  });

  it('does not ask the app where the page has getToken', async () => {
    const server = serverOf(both());
    const options = optionsOf(server);
    const getToken = () => 'token-1';
    await mountSettled({ ...options, properties: { ...options.properties, getToken } });
    const app = installApp('Flutter');
    dispatchEvent(new Event('flutterInAppWebViewPlatformReady'));
    await delay(200);
    expect([server.reads, app.messages('ddb-debt-token').length]).to.deep.equal([1, 0]);
  });

  it('two elements of a page each send their own messages', async () => {
    const app = installApp();
    const { server } = await inApp();
    await mountSettled(optionsOf(server));
    await waitUntil(() => app.messages('ddb-debt-load').length === 2);
    await waitUntil(() => app.messages('ddb-debt-resize').length >= 2);
  });

  it('ignores what the native function returns, and sends no message twice', async () => {
    const app = installApp('Flutter');
    app.token = () => undefined;
    app.onMessage = ({ id }) => ({ version: 1, type: 'ddb-debt-token', id, token: 'token-2' });
    const server = serverOf(both());
    mount(optionsOf(server));
    await waitUntil(() => app.messages('ddb-debt-token').length);
    await delay(50);
    expect(server.reads).to.equal(0);
    expect(app.received.join()).not.to.include('token-2');
    // A pending request is shared with the next element that asks.
    dispatchFromApp(answerTo(app.messages('ddb-debt-token')[0], { token: 'token-1' }));
    await waitUntil(() => server.reads === 1);
  });

  it('sends a load message for each read, even when the debts are the same', async () => {
    const app = installApp();
    const { element } = await inApp();
    await element.refresh();
    await element.refresh();
    expect(app.messages('ddb-debt-load')).to.have.length(3);
  });
});

describe('CONTRACT 7: an event that the page has cancelled', () => {
  afterEach(reset);

  for (const [type, name] of [
    ['ddb-debt-leave', 'go-link'],
    ['ddb-debt-pay', 'pay-button'],
  ] as const) {
    it(`${type} is not sent`, async () => {
      const app = installApp();
      const { element } = await inApp();
      container.addEventListener(type, (event) => event.preventDefault(), { once: true });
      const cancelled = recordEvents(element, type);
      if (name === 'go-link') expect(wouldNavigate(part(element, name))).to.be.false;
      else press(element, name);
      await delay(30);
      expect(cancelled.map(({ defaultPrevented }) => defaultPrevented)).to.deep.equal([true]);
      expect(app.messages(type)).to.deep.equal([]);
      expect(part(element, 'pay-button')?.getAttribute('aria-disabled')).to.equal('false');
    });
  }
});

describe('CONTRACT 7: on a web page nothing is sent, even if there is a native bridge', () => {
  afterEach(reset);

  for (const channel of ['cms', '']) {
    it(`channel="${channel}"`, async () => {
      const app = installApp();
      const server = serverOf(both());
      const element = await pageOf(server, channel ? { channel } : {});
      expect(wouldNavigate(part(element, 'go-link'))).to.be.true;
      for (const name of ['Takster', 'Kontakt biblioteket', 'Betalingsbetingelser']) {
        expect(wouldNavigate(link(element, name)), name).to.be.true;
      }
      press(element, 'pay-all');
      await waitUntil(() => server.posted.length);
      server.list = () => json({}, { status: 401 });
      await element.refresh();
      await delay(50);
      expect(app.received).to.deep.equal([]);
      expect(hasPart(element, 'login')).to.be.true;
    });
  }
});

describe('CONTRACT 7: without a native bridge nothing is sent, and links work as on a web page', () => {
  afterEach(reset);

  /** Objects of other pages with the same names are not our bridge. */
  const NOBODY: Record<string, object> = {
    'nothing at all': {},
    'others’ handlers': {
      webkit: { messageHandlers: { other: { postMessage: sinon.fake() } } },
      flutter_inappwebview: {},
      ReactNativeWebView: {},
    },
    'a webkit without handlers': { webkit: {} },
  };
  for (const [what, objects] of Object.entries(NOBODY)) {
    it(what, async () => {
      const warned = recordWarnings();
      const errors = uncaughtErrors();
      const names = Object.keys(objects);
      for (const [name, value] of Object.entries(objects)) {
        Object.defineProperty(globalThis, name, { configurable: true, value });
      }
      try {
        const { server, element } = await inApp();
        expect(server.reads, 'no token can be requested').to.equal(1);
        expect(wouldNavigate(part(element, 'go-link'))).to.be.true;
        expect(wouldNavigate(link(element, 'Takster'))).to.be.true;
        expect(part(element, 'go-link')?.getAttribute('href')).to.equal(SITE);
        const events = recordEvents(element, 'ddb-debt-pay');
        press(element, 'pay-button');
        await element.updateComplete;
        expect(events.length).to.equal(1);
        expect(part(element, 'pay-button')?.getAttribute('aria-disabled')).to.equal('false');
        expect(warned).to.deep.equal([]);
        expect(errors).to.deep.equal([]);
      } finally {
        for (const name of names) Reflect.deleteProperty(globalThis, name);
      }
    });
  }
});

describe('CONTRACT 7: a native bridge that fails', () => {
  afterEach(reset);

  for (const bridge of ['WKWebView', 'Android', 'React Native'] as const) {
    it(`${bridge}, synchronously: no error reaches the page, the console warns, and links work as on a web page`, async () => {
      const warned = recordWarnings();
      const errors = uncaughtErrors();
      const app = installApp(bridge);
      const { element } = await inApp();
      app.onMessage = () => {
        throw new Error('the bridge is gone');
      };
      expect(wouldNavigate(part(element, 'go-link'))).to.be.true;
      expect(wouldNavigate(link(element, 'Takster'))).to.be.true;
      press(element, 'pay-button');
      await element.updateComplete;
      expect(part(element, 'pay-button')?.getAttribute('aria-disabled')).to.equal('false');
      await element.refresh();
      expect(hasPart(element, 'login'), 'the token is not waited for').to.be.true;
      for (const type of ['leave', 'open', 'pay', 'token']) {
        expect(
          warned.filter((line) => line.includes(`ddb-debt-${type}: the app has failed`)),
          type,
        ).to.have.length(1);
      }
      await delay(30);
      expect(errors).to.deep.equal([]);
    });
  }

  for (const bridge of ['Flutter', 'WKWebView'] as const) {
    it(`${bridge}, by a rejected promise: the same`, async () => {
      const warned = recordWarnings();
      const errors = uncaughtErrors();
      const app = installApp(bridge);
      const { element } = await inApp();
      // Replace the handler itself, not its argument.
      app.onMessage = () => Promise.reject(new Error('no listener'));
      wouldNavigate(part(element, 'go-link'));
      await waitUntil(() => warned.length);
      await delay(30);
      expect(warned.join()).to.match(/ddb-debt-leave: the app has failed/);
      expect(errors).to.deep.equal([]);
    });
  }

  it('a property whose getter throws counts as missing', async () => {
    const errors = uncaughtErrors();
    const warned = recordWarnings();
    const server = serverOf(both());
    const options = optionsOf(server);
    const element = await mountSettled({
      ...options,
      properties: { ...options.properties, getToken: () => 'token-1' },
    });
    Object.defineProperty(globalThis, 'DdbDebtOverview', {
      configurable: true,
      value: {
        postMessage() {
          throw 'not even an error';
        },
      },
    });
    try {
      expect(wouldNavigate(part(element, 'go-link'))).to.be.true;
      expect(warned).to.have.length(1);
      expect(errors).to.deep.equal([]);
    } finally {
      Reflect.deleteProperty(globalThis, 'DdbDebtOverview');
    }
  });
});

describe('CONTRACT 7: URLs that the app opens', () => {
  afterEach(reset);

  it('the payment site: ddb-debt-leave, and the webview does not navigate', async () => {
    const app = installApp();
    const { element } = await inApp();
    const url = 'https://betaling.example/kommune?nr=101';
    element.setAttribute('oir-payment-url', url);
    await element.updateComplete;
    expect(wouldNavigate(part(element, 'go-link'))).to.be.false;
    expect((await one(app, 'ddb-debt-leave')).url).to.equal(url);
    expect(app.messages('ddb-debt-open')).to.deep.equal([]);
  });

  it('other links: ddb-debt-open with an absolute URL, and the webview does not navigate', async () => {
    const app = installApp();
    const { element } = await inApp({
      'terms-url': '/betingelser?a=1',
      'rates-url': '#takster',
      'help-url': 'https://bibliotek.example/kontakt',
    });
    for (const name of ['Betalingsbetingelser', 'Takster', 'Kontakt biblioteket']) {
      expect(wouldNavigate(link(element, name)), name).to.be.false;
    }
    expect(app.messages('ddb-debt-open').map(({ url }) => url)).to.deep.equal([
      `${location.origin}/betingelser?a=1`,
      new URL('#takster', document.baseURI).href,
      'https://bibliotek.example/kontakt',
    ]);
    expect(app.messages('ddb-debt-leave')).to.deep.equal([]);
  });
});

describe('CONTRACT 7: ddb-debt-resize carries the height', () => {
  afterEach(reset);
  afterEach(resetFixture);

  const heights = (app: App) => app.messages('ddb-debt-resize').map(({ height }) => height);
  const heightOf = (element: Element) => Math.ceil(element.getBoundingClientRect().height);
  /** Waits until the app knows the height. */
  const known = (app: App, element: Element) =>
    waitUntil(() => heights(app).at(-1) === heightOf(element));

  async function measured() {
    const app = installApp();
    const server = serverOf(newDebts());
    const element = mount(optionsOf(server));
    await settled(element);
    await known(app, element);
    // The content so far has been measured.
    await delay(60);
    return { app, server, element };
  }

  it('of the first content', async () => {
    const { app, element } = await measured();
    expect(heights(app).at(-1)).to.equal(heightOf(element));
    expect(heights(app).every((height) => Number.isInteger(height) && Number(height) > 0)).to.be
      .true;
  });

  it('of more debts, and of fewer', async () => {
    const { app, server, element } = await measured();
    const first = heightOf(element);
    server.fees = [...both(), fee()];
    await element.refresh();
    await known(app, element);
    expect(heights(app).at(-1)).to.be.above(first);
    server.fees = [];
    await element.refresh();
    await known(app, element);
    expect(heights(app).at(-1)).to.be.below(first);
  });

  it('is not sent when the height has not changed', async () => {
    const { app, element } = await measured();
    const before = heights(app);
    await element.refresh();
    const { width, height } = element.getBoundingClientRect();
    // Slightly narrower, with the same height.
    element.style.width = `${width - 0.5}px`;
    await delay(150);
    expect(element.getBoundingClientRect().height).to.equal(height);
    expect(element.getBoundingClientRect().width).to.be.below(width);
    expect(heights(app)).to.deep.equal(before);
    expect(new Set(before).size, 'nor twice the same').to.equal(before.length);
  });

  it('is sent when the parent gets narrower and the text wraps', async () => {
    const { app, element } = await measured();
    const before = heightOf(element);
    container.style.width = '200px';
    try {
      await waitUntil(() => heights(app).at(-1) !== before);
      expect(heights(app).at(-1)).to.equal(heightOf(element));
      expect(heightOf(element)).to.be.above(before);
    } finally {
      container.removeAttribute('style');
    }
  });

  it('is not sent while the element is hidden, or after it was removed', async () => {
    const { app, server, element } = await measured();
    const before = heights(app);
    element.style.display = 'none';
    await delay(60);
    element.remove();
    server.fees = both();
    await delay(60);
    expect(heights(app)).to.deep.equal(before);
  });
});
