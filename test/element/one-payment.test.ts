import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  returnUrl,
  boxes,
  choose,
  claimOf,
  resetPayment,
  FIELDS,
  formOf,
  GATEWAY,
  holdPaymentLock,
  isBusy,
  storedPayment,
  messagesArrive,
  nextPage,
  openPageOf,
  otherTab,
  threeDebts,
  pageOf,
  press,
  refusal,
  payAtGateway,
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
  json,
  part,
  delay,
  partTexts,
  settled,
  waitUntil,
  recordWarnings,
  textOf,
} from './fixture.js';

/** A patron who has been at the gateway with the first two debts, and returns without a result. */
async function open(attributes: Record<string, string> = {}) {
  const server = serverOf(threeDebts());
  const first = await pageOf(server, attributes);
  await choose(first, 0, 1);
  await payAtGateway(first, server, 'pay-selected');
  server.reads = 0;
  return { server, element: await nextPage(first, server, undefined, attributes) };
}

/** No payment can be started. */
const isClosed = (element: Element) => !hasPart(element, 'pay-button', 'choice');

/** The page is restored from the back-forward cache. */
async function fromCache(): Promise<void> {
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  await delay();
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}

describe('CONTRACT 6: back from the gateway without a result', () => {
  afterEach(resetPayment);

  for (const [lang, pattern, button, lock] of [
    [
      'da',
      /i gang med at betale 262,56 kr\..*ved ikke, om betalingen er gennemført.*kl\. 12[.:]35/,
      'Fortsæt betalingen',
      'Betaling er i gang',
    ],
    [
      'en',
      /begun to pay DKK 262\.56.*do not know whether the payment went through.*12[.:]35/,
      'Continue the payment',
      'Payment in progress',
    ],
  ] as const) {
    it(`the payment is open: no other can be started, and this one can be continued (${lang})`, async () => {
      clockAt('2022-06-01T10:00:00Z');
      const { element } = await open({ lang });
      expect(textOf(part(element, 'payment-open'))).to.match(pattern);
      expect(textOf(part(element, 'continue-button'))).to.equal(button);
      expect(isClosed(element)).to.be.true;
      expect(countParts(element, 'payment')).to.equal(1);
      expect(partTexts(element, 'locked')).to.deep.equal([lock, lock]);
      expect(countParts(element, 'debt')).to.equal(3);
      expect(textOf(part(element, 'subtotal'))).to.match(/293[.,]06/);
    });
  }

  it('is open in a page from the back-forward cache, too, which reads again', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    const { reads } = server;
    await fromCache();
    await waitUntil(() => hasPart(element, 'payment-open'));
    expect(isClosed(element)).to.be.true;
    expect(isBusy(element)).to.be.false;
    await waitUntil(() => server.reads > reads);
    expect(server.starts.length).to.equal(1);
  });

  it('is open after one more reload', async () => {
    const { server, element } = await open();
    const again = await nextPage(element, server);
    expect(hasPart(again, 'payment-open')).to.be.true;
    expect(isClosed(again)).to.be.true;
  });

  it('is open in an app, too', async () => {
    const server = serverOf(threeDebts());
    const app = { channel: 'app', mobilepay: '' };
    const first = await pageOf(server, app);
    await payAtGateway(first, server);
    const element = await nextPage(first, server, undefined, app);
    expect(hasPart(element, 'payment-open')).to.be.true;
    expect(isClosed(element)).to.be.true;
  });

  it('is open in both elements of a page, and continues from either, once', async () => {
    const { server, element } = await open();
    const second = await pageOf(server);
    expect(hasPart(second, 'payment-open')).to.be.true;
    press(element, 'continue-button');
    press(second, 'continue-button');
    await waitUntil(() => server.posted.length === 2);
    await messagesArrive();
    expect([server.starts.length, server.posted.length]).to.deep.equal([2, 2]);
  });

  it('ends when the debts are gone, with a receipt for the order', async () => {
    const { server, element } = await open();
    server.fees = threeDebts().slice(2);
    await element.refresh();
    expect(textOf(part(element, 'payment-gone'))).to.match(/ikke længere.*order-1/);
    expect(hasPart(element, 'payment-open', 'receipt')).to.be.false;
    expect(partTexts(element, 'pay-button')).to.deep.equal(['Betal 30,50 kr.']);
    expect(storedPayment()).to.be.null;
  });

  it('has failed when the payment host says so', async () => {
    const { server, element } = await open();
    server.fees = threeDebts().map((each) => ({ ...each, paymentStatus: 'failed' }));
    await element.refresh();
    expect(hasPart(element, 'payment-failed')).to.be.true;
    expect(countParts(element, 'choice')).to.equal(3);
    expect(storedPayment()).to.be.null;
  });

  it('is still open when one of two debts is gone', async () => {
    const { server, element } = await open();
    server.fees = threeDebts().slice(1);
    await element.refresh();
    expect(hasPart(element, 'payment-open')).to.be.true;
    expect(isClosed(element)).to.be.true;
  });

  it('after the last day it stays open, and cannot be continued', async () => {
    const { server, element } = await open();
    const after = await nextPage(element, server, undefined, { 'dibs-end-date': '2022-01-01' });
    expect(textOf(part(after, 'payment-open'))).to.match(
      /ved ikke, om betalingen er gennemført.*kontakt biblioteket.*order-1/,
    );
    expect(hasPart(after, 'continue-button', 'pay-button', 'choice')).to.be.false;
  });

  it('a later result is applied', async () => {
    for (const [result, name] of [
      ['accepted', 'payment-registering'],
      ['cancelled', 'payment-cancelled'],
      ['failed', 'payment-failed'],
    ] as const) {
      const { server, element } = await open();
      const page = await nextPage(element, server, returnUrl(result));
      expect(hasPart(page, name), result).to.be.true;
      expect(hasPart(page, 'payment-open')).to.be.false;
      await resetPayment();
    }
  });
});

describe('CONTRACT 6: "Fortsæt betalingen"', () => {
  afterEach(resetPayment);

  it('requests with the same key and body, and navigates to the gateway again', async () => {
    const { server, element } = await open();
    press(element, 'continue-button');
    await waitUntil(() => server.posted.length === 2);
    const [first, second] = server.starts;
    expect([second?.key, second?.body]).to.deep.equal([first?.key, first?.body]);
    expect(server.posted[1]).to.deep.equal(server.posted[0]);
  });

  it('requests the same, whatever has changed on the page', async () => {
    const { server, element } = await open();
    server.fees = [
      ...threeDebts().map((each) => ({ ...each, amount: 1 })),
      ...threeDebts().slice(0, 0),
    ];
    const page = await nextPage(element, server, '/?another=page', { lang: 'en' });
    press(page, 'continue-button');
    await waitUntil(() => server.posted.length === 2);
    const [first, second] = server.starts;
    expect([second?.key, second?.body]).to.deep.equal([first?.key, first?.body]);
  });

  it('two clicks send one request', async () => {
    const { server, element } = await open();
    const button = part(element, 'continue-button');
    button?.click();
    button?.click();
    await waitUntil(() => server.posted.length === 2);
    button?.click();
    await messagesArrive();
    expect(server.starts.length).to.equal(2);
  });

  it('during the request nothing else can be started', async () => {
    const { server, element } = await open();
    const next = deferred<Response>();
    server.answer = () => next.promise;
    press(element, 'continue-button');
    await waitUntil(() => server.starts.length === 2);
    await element.updateComplete;
    const events = recordEvents(element, 'ddb-debt-pay');
    for (const box of boxes(element)) box.click();
    await element.updateComplete;
    for (const name of ['pay-all', 'pay-selected', 'pay-button']) part(element, name)?.click();
    await messagesArrive();
    expect([events.length, server.starts.length]).to.deep.equal([0, 2]);
    next.resolve(toForm());
    await waitUntil(() => server.posted.length === 2);
  });

  it('every further request has the same key', async () => {
    const { server, element } = await open();
    let page: DdbDebtOverview = element;
    for (let time = 2; time <= 4; time++) {
      press(page, 'continue-button');
      await waitUntil(() => server.posted.length === time);
      page = await nextPage(page, server);
      expect(hasPart(page, 'payment-open')).to.be.true;
    }
    expect(new Set(server.starts.map(({ key }) => key)).size).to.equal(1);
  });

  const FAILING: Record<string, Server['answer']> = {
    'a 409': () => refusal(409),
    'a 422': () => refusal(422),
    'a 401': () => json({}, { status: 401 }),
    'a 500': () => json({}, { status: 500 }),
    'no network': () => Promise.reject(new TypeError()),
    'another order number': () => toForm('order-2'),
    'a bad destination': () => toForm('order-1', formOf('https://evil.example/', FIELDS)),
  };
  for (const [what, answer] of Object.entries(FAILING)) {
    it(`${what}: no navigation, no text says that nothing was charged, and the payment stays open`, async () => {
      recordWarnings();
      const { server, element } = await open();
      server.answer = answer;
      press(element, 'continue-button');
      await waitUntil(() => server.starts.length === 2 && hasPart(element, 'payment-open'));
      await messagesArrive();
      await element.updateComplete;
      expect(textOf(part(element, 'payment-open'))).to.match(
        /kunne ikke fortsættes.*ved ikke, om den er gennemført/,
      );
      expect(textOf(part(element, 'payment-open'))).not.to.match(/ikke trukket/);
      expect(isClosed(element)).to.be.true;
      expect(server.posted.length).to.equal(1);
      expect(storedPayment()).to.include('order-1');
      server.answer = () => toForm();
      press(element, 'continue-button');
      await waitUntil(() => server.posted.length === 2);
      expect(new Set(server.starts.map(({ key }) => key)).size).to.equal(1);
    });
  }

  it('a 410: the patron reads that it is paid, and cannot pay it again', async () => {
    const { server, element } = await open();
    server.answer = () => refusal(410);
    press(element, 'continue-button');
    await waitUntil(() => /at betale, er betalt/.test(textOf(part(element, 'payment-open'))));
    expect(textOf(part(element, 'payment-open'))).to.match(/ikke betale igen.*order-1/);
    expect(hasPart(element, 'continue-button', 'pay-button', 'choice')).to.be.false;
    expect(server.posted.length).to.equal(1);
  });

  it('during the request the box stays, and its button is busy', async () => {
    const { server, element } = await open();
    const { promise, resolve: answer } = deferred<Response>();
    server.answer = () => promise;
    part(element, 'continue-button')?.focus();
    press(element, 'continue-button');
    await waitUntil(() => server.starts.length === 2);
    await element.updateComplete;
    const button = part(element, 'continue-button');
    expect(textOf(button)).to.equal('Starter betalingen …');
    expect(button?.getAttribute('aria-disabled')).to.equal('true');
    expect(element.shadowRoot?.activeElement === button, 'the focus stays').to.be.true;
    expect(hasPart(element, 'pay-button', 'choice')).to.be.false;
    answer(toForm());
    await waitUntil(() => server.posted.length === 2);
  });

  it('the text in English', async () => {
    const { server, element } = await open({ lang: 'en' });
    server.answer = () => json({}, { status: 500 });
    press(element, 'continue-button');
    await waitUntil(() => server.starts.length === 2 && hasPart(element, 'payment-open'));
    await waitUntil(() => /could not be continued/.test(textOf(part(element, 'payment-open'))));
  });

  it('a 401: the payment can be continued after a login', async () => {
    const { server, element } = await open();
    element.innerHTML = '<a slot="login" href="/login">Log ind</a>';
    const events = recordEvents(element, 'ddb-debt-auth');
    server.answer = () => json({}, { status: 401 });
    press(element, 'continue-button');
    await waitUntil(() => events.length);
    await messagesArrive();
    expect(element.querySelector('a')?.getClientRects().length).to.equal(1);
    expect(hasPart(element, 'continue-button')).to.be.true;
    expect(hasPart(element, 'pay-button', 'choice')).to.be.false;
  });

  it('a 410 and the debts are gone: it has ended', async () => {
    const { server, element } = await open();
    server.answer = () => refusal(410);
    server.fees = [];
    press(element, 'continue-button');
    await waitUntil(() => hasPart(element, 'payment-gone'));
    expect(hasPart(element, 'payment-open')).to.be.false;
    expect(storedPayment()).to.be.null;
  });

  it('without storage nothing is sent', async () => {
    const { server, element } = await open();
    sinon.stub(Storage.prototype, 'setItem').throws(new Error('full'));
    press(element, 'continue-button');
    await messagesArrive();
    expect(server.starts.length).to.equal(1);
    expect(hasPart(element, 'payment-open')).to.be.true;
  });
});

describe('CONTRACT 6: an order is open for 35 minutes', () => {
  afterEach(resetPayment);

  const MINUTE = 60_000;

  it('then it can be paid again, with another key', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { server, element } = await open();
    await clock.tickAsync(34 * MINUTE);
    await element.updateComplete;
    expect(hasPart(element, 'payment-open')).to.be.true;
    expect(isClosed(element)).to.be.true;
    await clock.tickAsync(2 * MINUTE);
    await waitUntil(() => hasPart(element, 'pay-all'));
    expect(hasPart(element, 'payment-open', 'locked')).to.be.false;
    expect(countParts(element, 'choice')).to.equal(3);
    await payAtGateway(element, server);
    expect(server.starts[1]?.key).not.to.equal(server.starts[0]?.key);
  });

  it('counted from the last request', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { server, element } = await open();
    await clock.tickAsync(30 * MINUTE);
    press(element, 'continue-button');
    await waitUntil(() => server.posted.length === 2);
    const page = await nextPage(element, server);
    await clock.tickAsync(30 * MINUTE);
    await page.updateComplete;
    expect(hasPart(page, 'payment-open')).to.be.true;
    expect(isClosed(page)).to.be.true;
    await clock.tickAsync(6 * MINUTE);
    await waitUntil(() => hasPart(page, 'pay-all'));
  });

  it('a page opened later is unlocked', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { server, element } = await open();
    element.remove();
    clock.setSystemTime(new Date('2022-06-01T10:36:00Z'));
    const page = await pageOf(server);
    expect(hasPart(page, 'payment-open', 'locked')).to.be.false;
    expect(countParts(page, 'choice')).to.equal(3);
  });

  it('its result is applied after that, too, since it was paid', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { server, element } = await open();
    element.remove();
    clock.setSystemTime(new Date('2022-06-01T11:00:00Z'));
    const page = await nextPage(element, server, returnUrl('accepted'));
    expect(hasPart(page, 'payment-registering')).to.be.true;
  });

  it('afterwards the page sends nothing', async () => {
    // With real timers, so that a loop would be found.
    const clock = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    const { server, element } = await open();
    element.remove();
    clock.setSystemTime(Date.now() + 36 * MINUTE);
    const page = await pageOf(server);
    await page.updateComplete;
    const setItem = sinon.spy(Storage.prototype, 'setItem');
    await delay(300);
    expect(setItem.callCount).to.be.at.most(2);
  });
});

describe('CONTRACT 6: a second tab starts no other payment', () => {
  afterEach(resetPayment);

  for (const [lang, pattern, lock] of [
    ['da', /betale i en anden fane.*kl\. 12[.:]10/, 'Betaling er i gang'],
    ['en', /pay in another tab.*12[.:]10/, 'Payment in progress'],
  ] as const) {
    it(`while another tab pays, nothing can be started here (${lang})`, async () => {
      clockAt('2022-06-01T10:00:00Z');
      const server = serverOf(threeDebts());
      const element = await pageOf(server, { lang });
      otherTab().send({ claim: claimOf() });
      await waitUntil(() => hasPart(element, 'payment-elsewhere'));
      expect(textOf(part(element, 'payment-elsewhere'))).to.match(pattern);
      expect(
        part(element, 'payment-elsewhere')?.closest('[aria-live]')?.getAttribute('aria-live'),
      ).to.equal('polite');
      expect(isClosed(element)).to.be.true;
      expect(hasPart(element, 'continue-button')).to.be.false;
      expect(partTexts(element, 'locked')).to.deep.equal([lock]);
      expect(countParts(element, 'debt')).to.equal(3);
    });
  }

  it('when the claim is released, the debts are read once, and can be paid', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    const tab = otherTab();
    tab.send({ claim: claimOf({ key: 'k' }) });
    await waitUntil(() => hasPart(element, 'payment-elsewhere'));
    server.fees = threeDebts().slice(1);
    tab.send({ released: 'k' });
    await waitUntil(() => hasPart(element, 'pay-all') && countParts(element, 'debt') === 2);
    await messagesArrive();
    expect(server.reads).to.equal(2);
    expect(hasPart(element, 'payment-elsewhere', 'locked')).to.be.false;
  });

  it('a release without a claim changes nothing', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    otherTab().send({ released: 'k' });
    await messagesArrive();
    expect(server.reads).to.equal(1);
    expect(hasPart(element, 'pay-all')).to.be.true;
  });

  it('a closed tab locks no longer than its claim', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    otherTab().send({ claim: claimOf() });
    await waitUntil(() => hasPart(element, 'payment-elsewhere'));
    await clock.tickAsync(9 * 60_000);
    await element.updateComplete;
    expect(isClosed(element)).to.be.true;
    await clock.tickAsync(2 * 60_000);
    await waitUntil(() => hasPart(element, 'pay-all'));
    expect(hasPart(element, 'payment-elsewhere', 'locked')).to.be.false;
  });

  it('only the debts that it has paid are locked here', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    otherTab().send({ claim: claimOf({ feeIds: ['2'], inProgress: false }) });
    await waitUntil(() => hasPart(element, 'locked'));
    expect(partTexts(element, 'locked')).to.deep.equal(['Betalingen er ved at blive registreret']);
    expect(hasPart(element, 'payment-elsewhere')).to.be.false;
    expect(textOf(part(element, 'pay-all'))).to.include('100,50 kr.');
    await payAtGateway(element, server);
    expect(server.starts[0]?.order.feeIds).to.deep.equal(['1', '3']);
  });

  it('the claim is stored for the tab’s next page', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    otherTab().send({ claim: claimOf() });
    await waitUntil(() => hasPart(element, 'payment-elsewhere'));
    const next = await nextPage(element, server);
    expect(hasPart(next, 'payment-elsewhere')).to.be.true;
    expect(isClosed(next)).to.be.true;
  });

  it('a new page asks the other tabs for their claims', async () => {
    const tab = otherTab();
    await pageOf(serverOf(threeDebts()));
    await waitUntil(() => tab.messages.length);
    expect(tab.messages).to.deep.equal([{ hello: true }]);
  });

  it('gets the claim of the payment in progress here', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await choose(element, 0, 1);
    await payAtGateway(element, server, 'pay-selected');
    const tab = otherTab();
    tab.send({ hello: true });
    await waitUntil(() => tab.claims().length);
    const [claim] = tab.claims();
    expect(claim).to.deep.include({
      key: server.starts[0]?.key,
      feeIds: ['1', '2'],
      inProgress: true,
      sent: true,
    });
    expect((claim?.until ?? 0) - Date.now()).to.be.within(34 * 60_000, 35 * 60_000);
  });

  it('gets the claims of other tabs that have been closed', async () => {
    const element = await pageOf(serverOf(threeDebts()));
    const away = otherTab();
    const claim = claimOf();
    away.send({ claim });
    await waitUntil(() => hasPart(element, 'payment-elsewhere'));
    const tab = otherTab();
    tab.send({ hello: true });
    await waitUntil(() => tab.claims().length);
    expect(tab.claims()).to.deep.equal([claim]);
  });

  it('gets no answer when nothing is being paid', async () => {
    await pageOf(serverOf(threeDebts()));
    const tab = otherTab();
    tab.send({ hello: true });
    await messagesArrive();
    expect(tab.messages).to.deep.equal([]);
  });

  it('the other tabs receive a claim before the request is sent, and its release', async () => {
    const tab = otherTab();
    const server = serverOf(threeDebts());
    const next = deferred<Response>();
    server.answer = () => next.promise;
    const element = await pageOf(server);
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length && tab.claims().length);
    expect(tab.claims()[0]).to.deep.include({
      key: server.starts[0]?.key,
      feeIds: ['1', '2', '3'],
      inProgress: true,
      sent: false,
    });
    next.resolve(refusal(409));
    await waitUntil(() => tab.released().length);
    expect(tab.released()).to.deep.equal([server.starts[0]?.key]);
  });

  it('accepted here: the other tabs show the debts as being registered, and then unlock them', async () => {
    const { server, element } = await open();
    const tab = otherTab();
    const page = await nextPage(element, server, returnUrl('accepted'));
    await waitUntil(() => tab.claims().length);
    expect(tab.claims().at(-1)).to.deep.include({
      feeIds: ['1', '2'],
      inProgress: false,
      sent: true,
    });
    server.fees = [];
    await page.refresh();
    await waitUntil(() => tab.released().length);
    expect(tab.released()).to.deep.equal([server.starts[0]?.key]);
  });

  it('while another tab holds the lock, nothing is sent', async () => {
    const leave = await holdPaymentLock();
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    press(element, 'pay-all');
    await waitUntil(() => hasPart(element, 'payment-elsewhere'));
    expect([server.starts.length, storedPayment()]).to.deep.equal([0, null]);
    leave();
    await messagesArrive();
    await payAtGateway(element, server);
    expect(server.starts.length).to.equal(1);
    expect(hasPart(element, 'payment-elsewhere')).to.be.false;
  });

  it('the time when the patron can pay here again does not move', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    await holdPaymentLock();
    const element = await pageOf(serverOf(threeDebts()));
    press(element, 'pay-all');
    await waitUntil(() => hasPart(element, 'payment-elsewhere'));
    clock.setSystemTime(Date.now() + 20 * 60_000);
    element.requestUpdate();
    await element.updateComplete;
    expect(textOf(part(element, 'payment-elsewhere'))).to.match(/12[.:]35/);
  });

  it('nothing is sent when a claim arrives between the click and the request', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    const { request } = navigator.locks;
    const lockRequest = sinon.stub(navigator.locks, 'request').callsFake((async (
      ...all: unknown[]
    ) => {
      await messagesArrive();
      return Reflect.apply(request, navigator.locks, all);
    }) as LockManager['request']);
    press(element, 'pay-all');
    await waitUntil(() => lockRequest.callCount);
    otherTab().send({ claim: claimOf({ feeIds: ['3'], inProgress: false }) });
    await waitUntil(() => hasPart(element, 'locked'));
    await waitUntil(() => hasPart(element, 'payment-paying'));
    await messagesArrive();
    expect([server.starts.length, storedPayment()?.includes('"order"')]).to.deep.equal([0, false]);
    expect(textOf(part(element, 'pay-all'))).to.include('262,56 kr.');
  });

  it('an open payment is not continued', async () => {
    const { server, element } = await open();
    await holdPaymentLock();
    press(element, 'continue-button');
    await messagesArrive();
    expect(server.starts.length).to.equal(1);
    expect(hasPart(element, 'payment-open')).to.be.true;
  });

  it('the lock is released as soon as the payment host has answered', async () => {
    const server = serverOf(threeDebts());
    const next = deferred<Response>();
    server.answer = () => next.promise;
    const element = await pageOf(server);
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length);
    const held = () =>
      navigator.locks.request('ddb-debt-payment', { ifAvailable: true }, (lock) => !lock);
    expect(await held()).to.be.true;
    next.resolve(toForm());
    await waitUntil(() => server.posted.length);
    await messagesArrive();
    expect(await held()).to.be.false;
  });

  it('of two payments at once, the one that can already be paid goes on: this tab does not navigate', async () => {
    const server = serverOf(threeDebts());
    const next = deferred<Response>();
    server.answer = () => next.promise;
    const element = await pageOf(server);
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length);
    otherTab().send({ claim: claimOf({ key: '~', sent: true }) });
    await waitUntil(() => hasPart(element, 'payment-elsewhere'));
    expect(server.starts[0]?.init.signal?.aborted).to.be.true;
    next.resolve(toForm());
    await messagesArrive();
    expect(server.posted.length).to.equal(0);
    expect(isClosed(element)).to.be.true;
  });

  it('of two simultaneous requests one goes on, and both tabs agree which', async () => {
    for (const [key, gives] of [
      ['0', true],
      ['~', false],
    ] as const) {
      const server = serverOf(threeDebts());
      const next = deferred<Response>();
      server.answer = () => next.promise;
      const element = await pageOf(server);
      press(element, 'pay-all');
      await waitUntil(() => server.starts.length);
      const tab = otherTab();
      tab.send({ claim: claimOf({ key, sent: false }) });
      await messagesArrive();
      // The tab that stops releases its claim.
      if (!gives) tab.send({ released: key });
      next.resolve(toForm());
      await waitUntil(() => (gives ? hasPart(element, 'payment-elsewhere') : server.posted.length));
      await messagesArrive();
      expect(server.posted.length, key).to.equal(gives ? 0 : 1);
      expect(hasPart(element, 'payment-elsewhere')).to.equal(gives);
      await resetPayment();
    }
  });

  it('a duplicate of this tab claims the same order, which does not lock it', async () => {
    const { server, element } = await open();
    const tab = otherTab();
    tab.send({ claim: claimOf({ key: String(server.starts[0]?.key), feeIds: ['1', '2'] }) });
    await messagesArrive();
    expect(hasPart(element, 'payment-open')).to.be.true;
    expect(hasPart(element, 'payment-elsewhere')).to.be.false;
  });

  it('messages of another version are ignored', async () => {
    const errors = sinon.stub(console, 'error');
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    const tab = otherTab();
    for (const message of [
      null,
      7,
      'hello',
      [],
      {},
      { version: 2 },
      { released: 7 },
      { claim: {} },
    ])
      tab.send(message);
    await messagesArrive();
    await element.updateComplete;
    expect([hasPart(element, 'pay-all'), errors.callCount]).to.deep.equal([true, 0]);
  });

  it('two elements of one page count as one tab', async () => {
    const server = serverOf(threeDebts());
    const elements = [openPageOf(server), openPageOf(server)];
    await Promise.all(elements.map(settled));
    const [first, second] = elements as [DdbDebtOverview, DdbDebtOverview];
    await payAtGateway(first, server);
    await second.updateComplete;
    expect(elements.some((element) => hasPart(element, 'payment-elsewhere'))).to.be.false;
    await fromCache();
    await waitUntil(() => elements.every((element) => hasPart(element, 'payment-open')));
  });
});

describe('CONTRACT 6: another open tab has stored the claim of this tab', () => {
  afterEach(resetPayment);

  /** Another tab, which stores claims as the widget does, and sends them to new tabs. */
  function secondTab() {
    const channel = new BroadcastChannel('ddb-debt-payment');
    const claims = new Map<string, unknown>();
    channel.onmessage = ({ data }) => {
      if (data.claim) claims.set(data.claim.key, data.claim);
      else if (data.released) claims.delete(data.released);
      else for (const claim of claims.values()) channel.postMessage({ claim });
    };
    return { claims, close: () => channel.close() };
  }

  for (const result of ['cancelled', 'failed']) {
    it(`${result}: nothing is locked, here or in the other tab`, async () => {
      const other = secondTab();
      try {
        const { server, element } = await open();
        await messagesArrive();
        expect(other.claims.size).to.equal(1);
        const page = await nextPage(element, server, returnUrl(result));
        await messagesArrive();
        await page.updateComplete;
        expect(hasPart(page, `payment-${result}`)).to.be.true;
        expect(hasPart(page, 'payment-elsewhere', 'locked'), 'here').to.be.false;
        expect(countParts(page, 'choice')).to.equal(3);
        expect(other.claims.size, 'there').to.equal(0);
      } finally {
        other.close();
      }
    });
  }

  it('a reload during the request: the same debts can be requested again', async () => {
    const other = secondTab();
    try {
      const server = serverOf(threeDebts());
      server.answer = () => new Promise(() => undefined);
      const element = await pageOf(server);
      press(element, 'pay-all');
      await waitUntil(() => server.starts.length && other.claims.size);
      server.answer = () => toForm();
      const page = await nextPage(element, server);
      await messagesArrive();
      await page.updateComplete;
      expect(hasPart(page, 'payment-elsewhere', 'locked')).to.be.false;
      await payAtGateway(page, server);
      expect(server.starts[1]?.key).to.equal(server.starts[0]?.key);
      expect(server.posted[0]?.action).to.equal(GATEWAY);
    } finally {
      other.close();
    }
  });

  it('a return without a result: this tab’s own payment is open', async () => {
    const other = secondTab();
    try {
      const { element } = await open();
      await messagesArrive();
      await element.updateComplete;
      expect(hasPart(element, 'payment-open')).to.be.true;
      expect(hasPart(element, 'payment-elsewhere')).to.be.false;
    } finally {
      other.close();
    }
  });

  it('after 35 minutes it has ended in both tabs', async () => {
    const other = secondTab();
    try {
      const clock = clockAt('2022-06-01T10:00:00Z');
      const { server, element } = await open();
      await clock.tickAsync(36 * 60_000);
      const page = await nextPage(element, server);
      await messagesArrive();
      await page.updateComplete;
      expect(hasPart(page, 'payment-elsewhere', 'payment-open', 'locked')).to.be.false;
      expect(countParts(page, 'choice')).to.equal(3);
    } finally {
      other.close();
    }
  });
});
