import { expect } from '@open-wc/testing';
import { library } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import { installApp, removeApp, type App } from './native-app-fixture.js';
import {
  returnUrl,
  resetPayment,
  isBusy,
  nextPage,
  threeDebts,
  pageOf,
  passTime,
  press,
  refusal,
  serverOf,
  toForm,
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
  partTexts,
  mountSettled,
  waitUntil,
  recordWarnings,
  textOf,
} from './fixture.js';

/** On the library's own origin with a hash, so that a navigation would stay within the page. */
const LINK = new URL('#mobilepay', location.href).href;
const APP_LINK = 'mobilepay://open?order=1';

const MOBILEPAY = { channel: 'app', mobilepay: '' };

const leadingTo = (redirectUrl: string, orderId = 'order-1') => json({ orderId, redirectUrl });

/** The library starts the payment. */
async function paying(attributes: Record<string, string> = {}) {
  const app = installApp();
  const server = serverOf(threeDebts());
  server.answer = () => leadingTo(LINK);
  const set = { ...MOBILEPAY, ...attributes };
  const element = await pageOf(server, set);
  return { app, server, element, set };
}

const opened = (app: App) => app.messages('ddb-debt-open').map(({ url }) => url);

/** Presses the button, and waits until the app is requested to open MobilePay. */
async function payBy(app: App, element: DdbDebtOverview, name = 'pay-button'): Promise<void> {
  const before = opened(app).length;
  press(element, name);
  await waitUntil(() => opened(app).length > before);
  await element.updateComplete;
}

/** The patron has been in another app, and returns. */
async function away(): Promise<void> {
  setHidden(true);
  await delay();
  setHidden(false);
}

const disabled = (element: Element, name = 'pay-button') =>
  part(element, name)?.getAttribute('aria-disabled');

/** The URL is unchanged, and no form was submitted. */
function expectStayed(server: Server): void {
  expect(location.hash).to.equal('');
  expect(server.posted).to.deep.equal([]);
}

async function reset(): Promise<void> {
  removeApp();
  await resetPayment();
}

describe('CONTRACT 7: with mobilepay and dibs-payment-url the widget starts the payment', () => {
  afterEach(reset);

  it('one POST, as in CONTRACT 6, and one request to the app to open the destination', async () => {
    const { app, server, element } = await paying();
    await payBy(app, element);
    await delay(50);
    const [start, ...others] = server.starts;
    expect(others.length).to.equal(0);
    expect(start?.url).to.equal(library()['dibs-payment-url']);
    expect(start?.order).to.deep.include({
      feeIds: ['1', '2', '3'],
      amount: 29_306,
      currency: 'DKK',
      channel: 'app',
      language: 'da',
    });
    expect(start?.headers.get('Authorization')).to.equal('Bearer token-1');
    expect(start?.key).to.match(/^\S{20,}$/);
    expect(app.messages('ddb-debt-open')).to.deep.equal([
      { version: 1, type: 'ddb-debt-open', url: LINK },
    ]);
    expectStayed(server);
  });

  it('ddb-debt-pay is sent before it', async () => {
    const { app, element } = await paying();
    await payBy(app, element);
    const types = app.messages().map(({ type }) => type);
    expect(types.filter((type) => type === 'ddb-debt-pay')).to.have.length(1);
    expect(types.indexOf('ddb-debt-pay')).to.be.below(types.indexOf('ddb-debt-open'));
  });

  it('a script of the page cancels it: nothing is started', async () => {
    const { app, server, element } = await paying();
    element.addEventListener('ddb-debt-pay', (event) => event.preventDefault());
    press(element, 'pay-button');
    await delay(50);
    expect([server.starts.length, opened(app).length]).to.deep.equal([0, 0]);
    expect(isBusy(element)).to.be.false;
  });

  it('a double click, and a click while the payment host answers: one payment', async () => {
    const { app, server, element } = await paying();
    const next = deferred<Response>();
    server.answer = () => next.promise;
    const button = part(element, 'pay-button');
    button?.click();
    button?.click();
    await waitUntil(() => server.starts.length);
    await element.updateComplete;
    expect([textOf(button), disabled(element)]).to.deep.equal(['Starter betalingen …', 'true']);
    button?.click();
    next.resolve(leadingTo(LINK));
    await waitUntil(() => opened(app).length);
    button?.click();
    await delay(50);
    expect([server.starts.length, opened(app).length]).to.deep.equal([1, 1]);
  });

  it('a second click after the first was rendered sends no event', async () => {
    const { app, element } = await paying();
    press(element, 'pay-button');
    await waitUntil(() => disabled(element) === 'true');
    press(element, 'pay-button');
    await waitUntil(() => opened(app).length);
    expect(app.messages('ddb-debt-pay')).to.have.length(1);
  });

  it('a refusal: nothing is opened', async () => {
    const { app, server, element } = await paying();
    server.answer = () => refusal(422);
    press(element, 'pay-button');
    await waitUntil(() => hasPart(element, 'payment-changed'));
    expect(opened(app)).to.deep.equal([]);
    expectStayed(server);
  });

  it('a form is submitted in the webview: the app opens nothing', async () => {
    const { app, server, element } = await paying();
    server.answer = () => toForm();
    press(element, 'pay-button');
    await waitUntil(() => server.posted.length);
    await delay(30);
    expect(opened(app)).to.deep.equal([]);
    expect(server.posted).to.have.length(1);
  });

  it('the bridge throws: the webview navigates', async () => {
    const warned = recordWarnings();
    const { app, element } = await paying();
    app.onMessage = ({ type }) => {
      if (type === 'ddb-debt-open') throw new Error('no');
    };
    press(element, 'pay-button');
    await waitUntil(() => location.hash === '#mobilepay');
    expect(warned.join()).to.match(/ddb-debt-open: the app has failed/);
  });
});

describe('CONTRACT 7: a destination may be an app link where payment-origins lists it', () => {
  afterEach(reset);

  it('listed: the app opens it', async () => {
    const { app, server, element } = await paying({
      'payment-origins': `${location.origin} mobilepay:`,
    });
    server.answer = () => leadingTo(APP_LINK);
    await payBy(app, element);
    expect(opened(app)).to.deep.equal([APP_LINK]);
    expectStayed(server);
  });

  for (const [what, link, attributes] of [
    ['mobilepay:, and nothing is listed', APP_LINK, {}],
    ['mobilepay:, and only origins are', APP_LINK, { 'payment-origins': location.origin }],
    ['mobilepay:, and another is', APP_LINK, { 'payment-origins': 'vipps:' }],
    ['another one than mobilepay:', 'mobilepayx://open', { 'payment-origins': 'mobilepay:' }],
    ['a page elsewhere', 'https://evil.example/', { 'payment-origins': 'mobilepay:' }],
    ['a script', 'javascript:alert(1)', { 'payment-origins': 'mobilepay: javascript:' }],
  ] as const) {
    it(`${what}: nothing is sent to the app, and the console warns`, async () => {
      const warned = recordWarnings();
      const { app, server, element } = await paying(attributes);
      server.answer = () => leadingTo(link);
      press(element, 'pay-button');
      await waitUntil(() => hasPart(element, 'payment-invalid'));
      await delay(30);
      expect(opened(app)).to.deep.equal([]);
      expect(app.received.join()).not.to.include(link);
      expect(warned.join('\n')).to.match(/dibs-payment-url: answered with a destination/);
      expect(textOf(part(element, 'payment-invalid'))).to.include('Der er ikke trukket penge');
      expect(isBusy(element)).to.be.false;
      expectStayed(server);
    });
  }
});

describe('CONTRACT 7: the app returns to the front', () => {
  afterEach(reset);

  /** The patron has been in MobilePay, with an unknown outcome. */
  async function back() {
    const all = await paying();
    await payBy(all.app, all.element);
    all.server.reads = 0;
    await away();
    await waitUntil(() => hasPart(all.element, 'payment-open') && all.server.reads);
    return all;
  }

  it('the debts are read again, once, and the payment is open', async () => {
    const { server, element } = await back();
    await delay(50);
    await element.updateComplete;
    expect(server.reads).to.equal(1);
    expect(textOf(part(element, 'payment-open'))).to.match(/i gang med at betale 293,06 kr\./);
    expect(textOf(part(element, 'continue-button'))).to.equal('Fortsæt betalingen');
    expect(hasPart(element, 'pay-button', 'choice')).to.be.false;
    expect(countParts(element, 'debt')).to.equal(3);
  });

  it('"Fortsæt betalingen": the same key and body, and the app opens it again', async () => {
    const { app, server, element } = await back();
    await payBy(app, element, 'continue-button');
    const [first, second] = server.starts;
    expect(server.starts.length).to.equal(2);
    expect([second?.key, second?.body]).to.deep.equal([first?.key, first?.body]);
    expect(opened(app)).to.deep.equal([LINK, LINK]);
    expectStayed(server);
    server.reads = 0;
    await away();
    await waitUntil(() => hasPart(element, 'payment-open') && server.reads);
    expect(disabled(element, 'continue-button')).to.equal('false');
  });

  it('paid and registered meanwhile: the debts are gone, and nothing can be paid twice', async () => {
    const { server, element } = await paying();
    await payBy(installApp(), element);
    server.fees = [];
    await away();
    await waitUntil(() => hasPart(element, 'payment-gone'));
    expect(textOf(part(element, 'payment-gone'))).to.include('order-1');
    expect(hasPart(element, 'pay-button', 'continue-button', 'debt')).to.be.false;
  });

  it('the app did not open it: the patron can continue after 20 seconds', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { app, element } = await paying({
      'switch-date': '2022-01-01',
      'dibs-end-date': '2022-12-01',
    });
    await payBy(app, element);
    await passTime(clock, 19);
    expect(hasPart(element, 'payment-open')).to.be.false;
    await passTime(clock, 2);
    await waitUntil(() => hasPart(element, 'continue-button'));
  });

  it('accepted: after the return URL the payment is being registered, and then there is a receipt', async () => {
    const { server, element, set } = await back();
    const page = await nextPage(element, server, returnUrl('accepted'), set);
    expect(textOf(part(page, 'payment-registering'))).to.match(/293,06 kr\..*order-1/);
    expect(partTexts(page, 'locked')).to.have.length(3);
    expect(hasPart(page, 'pay-button', 'choice', 'payment-open')).to.be.false;
    server.fees = [];
    await page.refresh();
    expect(textOf(part(page, 'receipt'))).to.match(/293,06 kr\..*order-1/);
    expect(hasPart(page, 'payment-registering')).to.be.false;
    expect(location.search).not.to.match(/ddb-/);
  });

  it('cancelled: it can be paid again, with another key', async () => {
    const { app, server, element, set } = await back();
    const page = await nextPage(element, server, returnUrl('cancelled'), set);
    expect(hasPart(page, 'payment-cancelled')).to.be.true;
    await payBy(app, page);
    expect(server.starts[1]?.key).not.to.equal(server.starts[0]?.key);
  });
});

describe('CONTRACT 7: without dibs-payment-url the app carries out the payment', () => {
  afterEach(reset);

  const { 'dibs-payment-url': _, ...REST } = library({ ...MOBILEPAY, 'fees-url': '/fees' });

  async function pressedInApp(attributes: Record<string, string> = {}) {
    const app = installApp();
    const server = serverOf(threeDebts());
    const element = await mountSettled({
      attributes: { ...REST, ...attributes },
      properties: { fetcher: server.fetcher },
    });
    press(element, 'pay-button');
    await element.updateComplete;
    server.reads = 0;
    return { app, server, element };
  }

  const pays = (app: App) => app.messages('ddb-debt-pay').length;

  it('ddb-debt-pay has exactly what is shown, and the button is busy', async () => {
    const { app, server, element } = await pressedInApp();
    expect(app.messages('ddb-debt-pay')).to.deep.equal([
      {
        version: 1,
        type: 'ddb-debt-pay',
        feeIds: ['1', '2', '3'],
        amount: 29_306,
        currency: 'DKK',
        channel: 'app',
      },
    ]);
    expect(textOf(part(element, 'pay-button'))).to.equal('Starter betalingen …');
    expect(disabled(element)).to.equal('true');
    await delay(30);
    expect([server.starts.length, opened(app).length, server.reads]).to.deep.equal([0, 0, 0]);
  });

  it('a second click sends no event', async () => {
    const { app, element } = await pressedInApp();
    press(element, 'pay-button');
    await delay(30);
    press(element, 'pay-button');
    expect(pays(app)).to.equal(1);
  });

  it('two clicks without a render send one event', async () => {
    const { app, element } = await pressedInApp();
    await element.refresh();
    const button = part(element, 'pay-button');
    button?.click();
    button?.click();
    await delay(30);
    expect(pays(app)).to.equal(2);
  });

  it('refresh() ends it, and reads the debts', async () => {
    const { app, server, element } = await pressedInApp();
    server.fees = threeDebts().slice(2);
    await element.refresh();
    expect(server.reads).to.equal(1);
    expect(partTexts(element, 'pay-button')).to.deep.equal(['Betal 30,50 kr. med MobilePay']);
    expect(disabled(element)).to.equal('false');
    press(element, 'pay-button');
    expect(app.messages('ddb-debt-pay').at(-1)).to.deep.include({ feeIds: ['3'], amount: 3050 });
  });

  it('while refresh() reads, the button is busy, and the list stays', async () => {
    const { server, element } = await pressedInApp();
    const next = deferred<Response>();
    server.list = () => next.promise;
    const done = element.refresh();
    await waitUntil(() => server.reads);
    await element.updateComplete;
    expect([countParts(element, 'debt'), disabled(element)]).to.deep.equal([3, 'true']);
    next.resolve(json([]));
    await done;
    expect(hasPart(element, 'debt')).to.be.false;
  });

  it('so does a return of the app to the front', async () => {
    const { server, element } = await pressedInApp();
    server.fees = [];
    await away();
    await waitUntil(() => hasPart(element, 'empty'));
    expect(server.reads).to.equal(1);
    await away();
    await delay(30);
    expect(server.reads, 'once').to.equal(1);
  });

  it('otherwise it ends after exactly 20 seconds', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { app, element } = await pressedInApp({
      'switch-date': '2022-01-01',
      'dibs-end-date': '2022-12-01',
    });
    await passTime(clock, 19);
    await element.updateComplete;
    expect(disabled(element)).to.equal('true');
    await passTime(clock, 2);
    await element.updateComplete;
    expect(disabled(element)).to.equal('false');
    expect(textOf(part(element, 'pay-button'))).to.equal('Betal 293,06 kr. med MobilePay');
    press(element, 'pay-button');
    expect(pays(app)).to.equal(2);
    await passTime(clock, 15);
    await element.updateComplete;
    expect(disabled(element), 'of the second, counted from it').to.equal('true');
  });

  it('refresh() in between: the next payment has its own 20 seconds', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { element } = await pressedInApp({
      'switch-date': '2022-01-01',
      'dibs-end-date': '2022-12-01',
    });
    await passTime(clock, 15);
    await element.refresh();
    press(element, 'pay-button');
    await passTime(clock, 10);
    await element.updateComplete;
    expect(disabled(element)).to.equal('true');
  });

  it('nothing is stored', async () => {
    const { element } = await pressedInApp();
    expect(sessionStorage.getItem('ddb-debt-payment')).to.be.null;
    const payments = recordEvents(element, 'ddb-debt-pay');
    element.remove();
    expect(payments.length).to.equal(0);
  });

  it('cancelled by a script of the page: no message, and the button is enabled', async () => {
    const { app, element } = await pressedInApp();
    await element.refresh();
    element.addEventListener('ddb-debt-pay', (event) => event.preventDefault());
    press(element, 'pay-button');
    await element.updateComplete;
    expect([pays(app), disabled(element)]).to.deep.equal([1, 'false']);
  });
});
