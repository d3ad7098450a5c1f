import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import sinon from 'sinon';
import type { DdbDebtOverview, DebtPayEvent } from '../../src/index.js';
import {
  boxes,
  choose,
  resetPayment,
  setPageUrl,
  storedPayment,
  openPageOf,
  otherTab,
  threeDebts,
  pageOf,
  press,
  refusal,
  payAtGateway,
  serverOf,
  PAYMENT_NAME,
  toForm,
  type Server,
} from './payment-fixture.js';
import {
  countParts,
  deferred,
  hasPart,
  recordEvents,
  setOnLine,
  json,
  part,
  parts,
  delay,
  partTexts,
  settled,
  waitUntil,
  recordWarnings,
  textOf,
} from './fixture.js';

/** A page whose payment request is pending until the test answers it. */
async function starting(
  attributes: Record<string, string> = {},
): Promise<{ server: Server; element: DdbDebtOverview; answer: (response: Response) => void }> {
  const server = serverOf(threeDebts());
  const next = deferred<Response>();
  server.answer = () => next.promise;
  const element = await pageOf(server, attributes);
  press(element, 'pay-all');
  await waitUntil(() => server.starts.length);
  await element.updateComplete;
  return { server, element, answer: next.resolve };
}

describe('CONTRACT 6: a payment is started', () => {
  afterEach(resetPayment);

  it('by a POST to dibs-payment-url exactly as written, with exactly the selected debts', async () => {
    const server = serverOf(threeDebts());
    const url = '/payment/start?library=761500&x=%C3%A6';
    const element = await pageOf(server, { 'dibs-payment-url': url });
    await choose(element, 0, 2);
    await payAtGateway(element, server, 'pay-selected');
    const [start] = server.starts;
    expect(server.starts.length).to.equal(1);
    expect(start?.url).to.equal(url);
    expect(start?.init.method).to.equal('POST');
    expect(start?.order).to.deep.equal({
      feeIds: ['1', '3'],
      amount: 10_050,
      currency: 'DKK',
      channel: 'cms',
      returnUrl: location.href,
      language: 'da',
    });
  });

  it('as JSON, with its own key, without any cache, and with the credentials of the fees', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server, { credentials: 'include' });
    await payAtGateway(element, server);
    const [start] = server.starts;
    expect(start?.headers.get('Content-Type')).to.equal('application/json');
    expect(start?.headers.get('Accept')).to.match(/application\/json.*application\/problem\+json/);
    expect(start?.key).to.match(/^\d+(-\d+){3}$/);
    expect(start?.headers.has('Authorization')).to.be.false;
    const { credentials, cache, redirect } = start?.init ?? {};
    expect({ credentials, cache }).to.deep.equal({ credentials: 'include', cache: 'no-store' });
    // A redirect to a login page would look like an answer.
    expect(redirect).not.to.equal('follow');
  });

  it('with the language and the channel of the page', async () => {
    const server = serverOf(threeDebts());
    const attributes = { lang: 'en', channel: 'app', mobilepay: '' };
    const element = await pageOf(server, attributes);
    await payAtGateway(element, server);
    expect(server.starts[0]?.order).to.deep.include({ language: 'en', channel: 'app' });
  });

  it('by `fetch`, when there is no fetcher', async () => {
    const server = serverOf(threeDebts());
    const fetched = sinon.stub(globalThis, 'fetch').callsFake(server.fetcher);
    const element = await pageOf(server, {}, { properties: { fetcher: undefined } });
    await payAtGateway(element, server);
    expect(fetched.lastCall.args[0]).to.equal('/payment/start');
  });

  it('with a return URL without an earlier payment, and with everything else', async () => {
    await setPageUrl('/?a=1&ddb-order=x&ddb-result=failed&b=%C3%A6+%2F#h');
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    expect(server.starts[0]?.order.returnUrl).to.equal(`${location.origin}/?a=1&b=%C3%A6+%2F#h`);
  });

  it('with another key each time', async () => {
    const keys = new Set<unknown>();
    const server = serverOf(threeDebts());
    server.answer = ({ key }) => (keys.add(key), refusal(409));
    const element = await pageOf(server);
    for (let time = 1; time <= 5; time++) {
      press(element, 'pay-all');
      await waitUntil(() => keys.size === time && hasPart(element, 'payment-paying'));
    }
  });

  it('after the ddb-debt-pay event, and only then', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    const before: number[] = [];
    element.addEventListener('ddb-debt-pay', () => before.push(server.starts.length));
    await payAtGateway(element, server);
    expect(before).to.deep.equal([0]);
    expect(server.starts.length).to.equal(1);
  });

  it('by the page alone, when it cancels ddb-debt-pay', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    const events = recordEvents<DebtPayEvent>(element, 'ddb-debt-pay');
    element.addEventListener('ddb-debt-pay', (event) => event.preventDefault());
    await choose(element, 1);
    press(element, 'pay-selected');
    press(element, 'pay-all');
    await delay(50);
    expect(events.map(({ feeIds, amount }) => [feeIds, amount])).to.deep.equal([
      [['2'], 19_256],
      [['1', '2', '3'], 29_306],
    ]);
    expect(server.starts.length).to.equal(0);
    expect(storedPayment()).to.be.null;
    expect(part(element, 'pay-all')?.getAttribute('aria-disabled')).to.equal('false');
  });

  it('not in an app without dibs-payment-url: only the event is sent', async () => {
    const server = serverOf(threeDebts());
    const attributes = { channel: 'app', mobilepay: '', 'dibs-payment-url': '' };
    const element = await pageOf(server, attributes);
    const events = recordEvents(element, 'ddb-debt-pay');
    press(element, 'pay-button');
    await delay(50);
    expect([events.length, server.starts.length]).to.deep.equal([1, 0]);
  });

  it('never in a preview', async () => {
    for (const selection of ['any', 'all']) {
      const server = serverOf(threeDebts());
      const element = await pageOf(server, { 'preview-date': '2022-05-01', selection });
      const events = recordEvents(element, 'ddb-debt-pay');
      await choose(element, ...boxes(element).keys());
      for (const button of parts(element, 'pay-button')) {
        expect(button.getAttribute('aria-disabled')).to.equal('true');
        button.click();
      }
      await delay(50);
      expect([events.length, server.starts.length, storedPayment()]).to.deep.equal([0, 0, null]);
      await resetPayment();
    }
  });
});

describe('CONTRACT 2: getToken before a payment request', () => {
  afterEach(resetPayment);

  const TOKEN = 'marker-5up3r-53cr37';

  it('a new token is requested and sent as a bearer token', async () => {
    const server = serverOf(threeDebts());
    let tokenRequests = 0;
    const getToken = () => Promise.resolve(`${TOKEN}-${++tokenRequests}`);
    const element = await pageOf(server, {}, { properties: { getToken } });
    await payAtGateway(element, server);
    expect(tokenRequests).to.equal(2);
    expect(server.starts[0]?.headers.get('Authorization')).to.equal(`Bearer ${TOKEN}-2`);
  });

  it('the token is in no storage, message, event, URL or page', async () => {
    const tab = otherTab();
    const server = serverOf(threeDebts());
    const element = await pageOf(server, {}, { properties: { getToken: () => TOKEN } });
    const events = recordEvents(document, 'ddb-debt-pay', 'ddb-debt-load', 'ddb-debt-auth');
    await payAtGateway(element, server);
    await waitUntil(() => tab.claims().length > 1);
    const sent = [
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify({ ...localStorage }),
      document.cookie,
      JSON.stringify(tab.messages),
      JSON.stringify(events),
      JSON.stringify(server.posted),
      server.starts[0]?.body,
      location.href,
      JSON.stringify(history.state),
      document.documentElement.outerHTML,
      element.shadowRoot?.innerHTML,
    ].join();
    expect(sent).to.include('order-1');
    expect(sent.includes(TOKEN)).to.be.false;
  });

  it('without a token nothing is sent and the patron is tokenRequests to log in', async () => {
    const lines = recordWarnings();
    const server = serverOf(threeDebts());
    let tokenRequests = 0;
    const getToken = () =>
      tokenRequests++ ? Promise.reject(new Error(TOKEN)) : Promise.resolve('ok');
    const element = await pageOf(server, {}, { properties: { getToken } });
    const events = recordEvents(element, 'ddb-debt-auth');
    press(element, 'pay-all');
    await waitUntil(() => hasPart(element, 'payment-login'));
    expect(server.starts.length).to.equal(0);
    expect(events.length).to.be.at.least(1);
    expect(lines.join()).to.include('getToken').and.not.to.include(TOKEN);
  });
});

describe('CONTRACT 2: getToken without a network', () => {
  afterEach(resetPayment);

  it('does not mention the login', async () => {
    const server = serverOf(threeDebts());
    let tokenRequests = 0;
    const getToken = () =>
      ++tokenRequests > 1 ? Promise.reject(new TypeError()) : Promise.resolve('ok');
    const element = await pageOf(server, {}, { properties: { getToken } });
    const events = recordEvents(element, 'ddb-debt-auth');
    setOnLine(false);
    press(element, 'pay-all');
    await waitUntil(() => hasPart(element, 'payment-lost'));
    expect([server.starts.length, events.length]).to.deep.equal([0, 0]);
    expect(countParts(element, 'debt')).to.equal(3);
  });
});

describe('CONTRACT 6: a pending payment request', () => {
  afterEach(resetPayment);

  it('is shown on the button and in a live region; the focus stays', async () => {
    const server = serverOf(threeDebts());
    const next = deferred<Response>();
    server.answer = () => next.promise;
    const element = await pageOf(server);
    const announced = () =>
      [...(element.shadowRoot?.querySelectorAll('[aria-live=polite]') ?? [])].map(textOf);
    const status = element.shadowRoot?.querySelectorAll('[aria-live=polite]').length;
    part(element, 'pay-all')?.focus();
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length);
    await element.updateComplete;
    expect(textOf(part(element, 'pay-all'))).to.equal('Starter betalingen …');
    expect(textOf(part(element, 'pay-selected'))).to.equal('Betal valgte · 0,00 kr.');
    expect(
      parts(element, 'pay-button').map((button) => button.getAttribute('aria-disabled')),
    ).to.deep.equal(['true', 'true']);
    expect(announced()).to.include('Starter betalingen …');
    expect(announced().length).to.equal(status);
    expect(element.shadowRoot?.activeElement === part(element, 'pay-all')).to.be.true;
    next.resolve(refusal(409));
    await waitUntil(() => hasPart(element, 'payment-paying'));
    expect(partTexts(element, 'pay-button')).to.deep.equal([
      'Betal valgte · 0,00 kr.',
      'Betal alle · 293,06 kr.',
    ]);
    expect(announced()).not.to.include('Starter betalingen …');
  });

  it('one button is busy, also when all debts are selected', async () => {
    for (const pressed of ['pay-all', 'pay-selected']) {
      const server = serverOf(threeDebts());
      const next = deferred<Response>();
      server.answer = () => next.promise;
      const element = await pageOf(server);
      await choose(element, 0, 1, 2);
      press(element, pressed);
      await waitUntil(() => server.starts.length);
      await element.updateComplete;
      const busy = partTexts(element, 'pay-button').filter((text) => text.startsWith('Starter'));
      expect(busy).to.have.length(1);
      await resetPayment();
    }
  });

  it('the texts in English', async () => {
    const { element } = await starting({ lang: 'en' });
    expect(textOf(part(element, 'pay-all'))).to.equal('Starting the payment …');
  });

  it('keeps the list, its locks and its sums', async () => {
    const { element } = await starting();
    expect(countParts(element, 'debt')).to.equal(3);
    expect(hasPart(element, 'locked', 'payment')).to.be.false;
    expect(textOf(part(element, 'subtotal'))).to.equal('I alt 293,06 kr.');
  });

  it('a second click, element.click(), Enter and Space start nothing more', async () => {
    const { server, element, answer } = await starting();
    const events = recordEvents(element, 'ddb-debt-pay');
    for (const button of parts(element, 'pay-button')) {
      button.click();
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 2 }));
      button.focus();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: ' ' });
    }
    await delay(30);
    expect([events.length, server.starts.length]).to.deep.equal([0, 1]);
    answer(json({ orderId: 'order-1', form: { action: `${location.origin}/pay`, fields: {} } }));
    await waitUntil(() => server.posted.length);
    await element.updateComplete;
    for (const button of parts(element, 'pay-button')) button.click();
    await delay(30);
    expect([events.length, server.starts.length, server.posted.length]).to.deep.equal([0, 1, 1]);
  });

  it('two clicks without a render start nothing more, on one button or on both', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await choose(element, 0);
    press(element, 'pay-all');
    press(element, 'pay-all');
    press(element, 'pay-selected');
    await waitUntil(() => server.posted.length);
    await delay(50);
    expect([server.starts.length, server.posted.length]).to.deep.equal([1, 1]);
    expect(server.starts[0]?.order.feeIds).to.deep.equal(['1', '2', '3']);
  });

  it('two elements on a page start one payment, and both are busy', async () => {
    const server = serverOf(threeDebts());
    const next = deferred<Response>();
    server.answer = () => next.promise;
    const elements = [openPageOf(server), openPageOf(server, { selection: 'all' })];
    await Promise.all(elements.map(settled));
    press(elements[0] as Element, 'pay-all');
    press(elements[1] as Element, 'pay-button');
    await waitUntil(() => server.starts.length);
    await delay(50);
    expect(server.starts.length).to.equal(1);
    await Promise.all(elements.map((element) => element.updateComplete));
    for (const element of elements)
      for (const button of parts(element, 'pay-button'))
        expect(button.getAttribute('aria-disabled')).to.equal('true');
    next.resolve(refusal(409));
    await waitUntil(() => elements.every((element) => hasPart(element, 'payment-paying')));
  });

  it('goes on when its element is removed and another stays', async () => {
    const server = serverOf(threeDebts());
    const next = deferred<Response>();
    server.answer = () => next.promise;
    const [first, second] = [openPageOf(server), openPageOf(server)];
    await Promise.all([first, second].map(settled));
    press(first, 'pay-all');
    await waitUntil(() => server.starts.length);
    first.remove();
    next.resolve(refusal(410));
    await waitUntil(() => hasPart(second, 'payment-paid'));
    expect(server.starts.length).to.equal(1);
  });
});

describe('CONTRACT 6: a payment is stored in the tab, or it is not started', () => {
  afterEach(resetPayment);

  async function pageAfterPress(server: Server, lang = 'da') {
    const element = await pageOf(server, { lang });
    press(element, 'pay-all');
    await waitUntil(() => hasPart(element, 'payment'));
    await delay(30);
    return element;
  }

  const patterns = {
    da: /huske.*ikke trukket penge.*anden browser/,
    en: /remember.*not been charged/,
  };
  for (const [lang, pattern] of Object.entries(patterns)) {
    it(`storage cannot be written: nothing is sent, and a text says why (${lang})`, async () => {
      sinon.stub(Storage.prototype, 'setItem').throws(new DOMException('', 'QuotaExceededError'));
      const server = serverOf(threeDebts());
      const element = await pageAfterPress(server, lang);
      expect(textOf(part(element, 'payment-storage'))).to.match(pattern);
      expect(
        part(element, 'payment-storage')?.closest('[aria-live]')?.getAttribute('aria-live'),
      ).to.equal('assertive');
      expect([server.starts.length, server.posted.length]).to.deep.equal([0, 0]);
      expect(part(element, 'pay-all')?.getAttribute('aria-disabled')).to.equal('false');
    });
  }

  it('there is no storage: nothing is sent, and everything else works', async () => {
    // Not the getter of the page: WebKit ignores one that a script has replaced after many reads.
    for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
      sinon.stub(Storage.prototype, method).throws(new DOMException('', 'SecurityError'));
    }
    const server = serverOf(threeDebts());
    const element = await pageAfterPress(server);
    expect(hasPart(element, 'payment-storage')).to.be.true;
    expect(server.starts.length).to.equal(0);
    expect(countParts(element, 'debt')).to.equal(3);
  });

  it('storage was full when the answer arrived: no navigation, and the next try has the same key', async () => {
    const server = serverOf(threeDebts());
    const next = deferred<Response>();
    server.answer = () => next.promise;
    const element = await pageOf(server);
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length);
    const full = sinon.stub(Storage.prototype, 'setItem').throws(new Error('full'));
    next.resolve(json({ orderId: '1', form: { action: `${location.origin}/pay`, fields: {} } }));
    await waitUntil(() => hasPart(element, 'payment-storage'));
    expect(server.posted.length).to.equal(0);
    full.restore();
    server.answer = () => toForm();
    press(element, 'pay-all');
    await waitUntil(() => server.posted.length);
    const [first, second] = server.starts;
    expect(second?.key).to.equal(first?.key);
  });

  it('is stored before the request, and before the navigation', async () => {
    const server = serverOf(threeDebts());
    const at: (string | null)[] = [];
    server.answer = () => (at.push(storedPayment()), refusal(409));
    const element = await pageOf(server);
    expect(storedPayment()).to.be.null;
    press(element, 'pay-all');
    await waitUntil(() => hasPart(element, 'payment-paying'));
    expect(at[0]).to.include(String(server.starts[0]?.key));
    expect(storedPayment()).to.be.null;
  });

  it('is stored without names, titles or reasons, and nowhere else', async () => {
    const fees = threeDebts().map((each) => ({
      ...each,
      reasonMessage: 'Gebyr marker-reason',
      materials: [{ materialItemNumber: 'marker-item', recordId: 'marker-record' }],
      title: 'marker-title',
      patron: 'marker-name',
    }));
    const tab = otherTab();
    const server = serverOf(fees);
    const element = await pageOf(server);
    await payAtGateway(element, server);
    await waitUntil(() => tab.claims().length > 1);
    expect(storedPayment()).to.include('order-1');
    expect(Object.keys(sessionStorage).filter((name) => name.startsWith('ddb'))).to.deep.equal([
      PAYMENT_NAME,
    ]);
    expect(`${storedPayment()} ${JSON.stringify(tab.messages)}`).not.to.include('marker');
    expect(Object.keys(localStorage).filter((name) => name.startsWith('ddb'))).to.deep.equal([]);
    expect(document.cookie).not.to.include('ddb');
  });
});

describe('CONTRACT 6: browsers without an API', () => {
  afterEach(resetPayment);

  it('without locks one payment is started, however often the button is pressed', async () => {
    const locks = sinon.stub(navigator, 'locks').value(undefined);
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    press(element, 'pay-all');
    press(element, 'pay-all');
    await waitUntil(() => server.posted.length);
    await delay(30);
    expect([server.starts.length, server.posted.length]).to.deep.equal([1, 1]);
    locks.restore();
  });

  it('also when locks are blocked', async () => {
    sinon.stub(navigator.locks, 'request').rejects(new DOMException('', 'SecurityError'));
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    press(element, 'pay-all');
    press(element, 'pay-all');
    await waitUntil(() => server.posted.length);
    expect([server.starts.length, server.posted.length]).to.deep.equal([1, 1]);
  });

  it('without BroadcastChannel', async () => {
    sinon.stub(globalThis, 'BroadcastChannel').value(undefined);
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    expect(server.starts.length).to.equal(1);
  });
});
