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

/** A patron who has been at the gateway with the first two debts, and is here again without a result. */
async function open(attributes: Record<string, string> = {}) {
  const server = serverOf(threeDebts());
  const first = await pageOf(server, attributes);
  await choose(first, 0, 1);
  await payAtGateway(first, server, 'pay-selected');
  server.reads = 0;
  return { server, element: await nextPage(first, server, undefined, attributes) };
}

/** Nothing can be started. */
const isClosed = (element: Element) => !hasPart(element, 'pay-button', 'choice');

/** The page comes from the back-forward cache. */
async function fromCache(): Promise<void> {
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  await delay();
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}

describe('CONTRACT 6: back from the gateway without a result', () => {
  afterEach(resetPayment);

  for (const [lang, sentence, button, lock] of [
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
    it(`the payment is open: no other can be started, and the same can be gone on with (${lang})`, async () => {
      clockAt('2022-06-01T10:00:00Z');
      const { element } = await open({ lang });
      expect(textOf(part(element, 'payment-open'))).to.match(sentence);
      expect(textOf(part(element, 'continue-button'))).to.equal(button);
      expect(isClosed(element)).to.be.true;
      expect(countParts(element, 'payment')).to.equal(1);
      expect(partTexts(element, 'locked')).to.deep.equal([lock, lock]);
      expect(countParts(element, 'debt')).to.equal(3);
      expect(textOf(part(element, 'subtotal'))).to.match(/293[.,]06/);
    });
  }

  it('also in the page that comes from the back-forward cache, which reads again', async () => {
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

  it('and after one reload more', async () => {
    const { server, element } = await open();
    const again = await nextPage(element, server);
    expect(hasPart(again, 'payment-open')).to.be.true;
    expect(isClosed(again)).to.be.true;
  });

  it('in an app too', async () => {
    const server = serverOf(threeDebts());
    const app = { channel: 'app', mobilepay: '' };
    const first = await pageOf(server, app);
    await payAtGateway(first, server);
    const element = await nextPage(first, server, undefined, app);
    expect(hasPart(element, 'payment-open')).to.be.true;
    expect(isClosed(element)).to.be.true;
  });

  it('in both elements of a page, and goes on from either, once', async () => {
    const { server, element } = await open();
    const second = await pageOf(server);
    expect(hasPart(second, 'payment-open')).to.be.true;
    press(element, 'continue-button');
    press(second, 'continue-button');
    await waitUntil(() => server.posted.length === 2);
    await messagesArrive();
    expect([server.starts.length, server.posted.length]).to.deep.equal([2, 2]);
  });

  it('where the debts are gone it is over, and says which order it was', async () => {
    const { server, element } = await open();
    server.fees = threeDebts().slice(2);
    await element.refresh();
    expect(textOf(part(element, 'payment-gone'))).to.match(/ikke længere.*order-1/);
    expect(hasPart(element, 'payment-open', 'receipt')).to.be.false;
    expect(partTexts(element, 'pay-button')).to.deep.equal(['Betal 30,50 kr.']);
    expect(storedPayment()).to.be.null;
  });

  it('where the host says that it failed, it failed', async () => {
    const { server, element } = await open();
    server.fees = threeDebts().map((each) => ({ ...each, paymentStatus: 'failed' }));
    await element.refresh();
    expect(hasPart(element, 'payment-failed')).to.be.true;
    expect(countParts(element, 'choice')).to.equal(3);
    expect(storedPayment()).to.be.null;
  });

  it('where one of two is gone it is still open', async () => {
    const { server, element } = await open();
    server.fees = threeDebts().slice(1);
    await element.refresh();
    expect(hasPart(element, 'payment-open')).to.be.true;
    expect(isClosed(element)).to.be.true;
  });

  it('after the last day it can be waited for, and not gone on with', async () => {
    const { server, element } = await open();
    const after = await nextPage(element, server, undefined, { 'dibs-end-date': '2022-01-01' });
    expect(textOf(part(after, 'payment-open'))).to.match(
      /ved ikke, om betalingen er gennemført.*kontakt biblioteket.*order-1/,
    );
    expect(hasPart(after, 'continue-button', 'pay-button', 'choice')).to.be.false;
  });

  it('a result that comes later is heard', async () => {
    for (const [result, said] of [
      ['accepted', 'payment-registering'],
      ['cancelled', 'payment-cancelled'],
      ['failed', 'payment-failed'],
    ] as const) {
      const { server, element } = await open();
      const page = await nextPage(element, server, returnUrl(result));
      expect(hasPart(page, said), result).to.be.true;
      expect(hasPart(page, 'payment-open')).to.be.false;
      await resetPayment();
    }
  });
});

describe('CONTRACT 6: "Fortsæt betalingen"', () => {
  afterEach(resetPayment);

  it('asks the host with the same key and the same body, and goes to the gateway again', async () => {
    const { server, element } = await open();
    press(element, 'continue-button');
    await waitUntil(() => server.posted.length === 2);
    const [first, second] = server.starts;
    expect([second?.key, second?.body]).to.deep.equal([first?.key, first?.body]);
    expect(server.posted[1]).to.deep.equal(server.posted[0]);
  });

  it('the same, whatever has changed on the page', async () => {
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

  it('pressed twice, it asks once', async () => {
    const { server, element } = await open();
    const button = part(element, 'continue-button');
    button?.click();
    button?.click();
    await waitUntil(() => server.posted.length === 2);
    button?.click();
    await messagesArrive();
    expect(server.starts.length).to.equal(2);
  });

  it('while it is asked, nothing else can be started', async () => {
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

  it('and again, and again: one key', async () => {
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
    it(`${what}: nothing leaves, nobody says that nothing was charged, and the payment stays open`, async () => {
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

  it('a 410: the patron reads that it is paid, and is offered nothing to pay it again', async () => {
    const { server, element } = await open();
    server.answer = () => refusal(410);
    press(element, 'continue-button');
    await waitUntil(() => /at betale, er betalt/.test(textOf(part(element, 'payment-open'))));
    expect(textOf(part(element, 'payment-open'))).to.match(/ikke betale igen.*order-1/);
    expect(hasPart(element, 'continue-button', 'pay-button', 'choice')).to.be.false;
    expect(server.posted.length).to.equal(1);
  });

  it('while the host is asked the box stays, and its button is busy', async () => {
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

  it('in English', async () => {
    const { server, element } = await open({ lang: 'en' });
    server.answer = () => json({}, { status: 500 });
    press(element, 'continue-button');
    await waitUntil(() => server.starts.length === 2 && hasPart(element, 'payment-open'));
    await waitUntil(() => /could not be continued/.test(textOf(part(element, 'payment-open'))));
  });

  it('a 401: it can be gone on with by who logs in', async () => {
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

  it('a 410, and the debts are gone: it is over', async () => {
    const { server, element } = await open();
    server.answer = () => refusal(410);
    server.fees = [];
    press(element, 'continue-button');
    await waitUntil(() => hasPart(element, 'payment-gone'));
    expect(hasPart(element, 'payment-open')).to.be.false;
    expect(storedPayment()).to.be.null;
  });

  it('where nothing can be remembered, nothing is sent', async () => {
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

  it('counted from when it was last asked for', async () => {
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

  it('a page that is opened later is free', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { server, element } = await open();
    element.remove();
    clock.setSystemTime(new Date('2022-06-01T10:36:00Z'));
    const page = await pageOf(server);
    expect(hasPart(page, 'payment-open', 'locked')).to.be.false;
    expect(countParts(page, 'choice')).to.equal(3);
  });

  it('its result is heard after that, too: it was paid all the same', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { server, element } = await open();
    element.remove();
    clock.setSystemTime(new Date('2022-06-01T11:00:00Z'));
    const page = await nextPage(element, server, returnUrl('accepted'));
    expect(hasPart(page, 'payment-registering')).to.be.true;
  });

  it('afterwards the page is at rest', async () => {
    // The real timers: a loop is one in real time.
    const clock = sinon.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    const { server, element } = await open();
    element.remove();
    clock.setSystemTime(Date.now() + 36 * MINUTE);
    const page = await pageOf(server);
    await page.updateComplete;
    const written = sinon.spy(Storage.prototype, 'setItem');
    await delay(300);
    expect(written.callCount).to.be.at.most(2);
  });
});

describe('CONTRACT 6: a second tab starts no other', () => {
  afterEach(resetPayment);

  for (const [lang, sentence, lock] of [
    ['da', /betale i en anden fane.*kl\. 12[.:]10/, 'Betaling er i gang'],
    ['en', /pay in another tab.*12[.:]10/, 'Payment in progress'],
  ] as const) {
    it(`while another tab pays, nothing can be started here (${lang})`, async () => {
      clockAt('2022-06-01T10:00:00Z');
      const server = serverOf(threeDebts());
      const element = await pageOf(server, { lang });
      otherTab().send({ claim: claimOf() });
      await waitUntil(() => hasPart(element, 'payment-elsewhere'));
      expect(textOf(part(element, 'payment-elsewhere'))).to.match(sentence);
      expect(part(element, 'payment-elsewhere')?.closest('[role]')?.getAttribute('role')).to.equal(
        'status',
      );
      expect(isClosed(element)).to.be.true;
      expect(hasPart(element, 'continue-button')).to.be.false;
      expect(partTexts(element, 'locked')).to.deep.equal([lock]);
      expect(countParts(element, 'debt')).to.equal(3);
    });
  }

  it('when it is released, the debts are read once, and can be paid', async () => {
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

  it('a release of what nobody claimed is nothing', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    otherTab().send({ released: 'k' });
    await messagesArrive();
    expect(server.reads).to.equal(1);
    expect(hasPart(element, 'pay-all')).to.be.true;
  });

  it('a tab that is closed holds back no longer than it said', async () => {
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

  it('what it has paid is locked here, and nothing else', async () => {
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

  it('it is known to the tab’s next page, too', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    otherTab().send({ claim: claimOf() });
    await waitUntil(() => hasPart(element, 'payment-elsewhere'));
    const next = await nextPage(element, server);
    expect(hasPart(next, 'payment-elsewhere')).to.be.true;
    expect(isClosed(next)).to.be.true;
  });

  it('a page that comes asks the others', async () => {
    const tab = otherTab();
    await pageOf(serverOf(threeDebts()));
    await waitUntil(() => tab.messages.length);
    expect(tab.messages).to.deep.equal([{ hello: true }]);
  });

  it('and is answered with what is being paid here', async () => {
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

  it('and with what the others are paying that cannot say so themselves', async () => {
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

  it('while nothing is paid, nothing is answered', async () => {
    await pageOf(serverOf(threeDebts()));
    const tab = otherTab();
    tab.send({ hello: true });
    await messagesArrive();
    expect(tab.messages).to.deep.equal([]);
  });

  it('the others hear of a payment before the host does, and of its end', async () => {
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

  it('accepted here, the others hear that those are being registered, and then that they are free', async () => {
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

  it('while another tab is at the till this very moment, nothing is sent', async () => {
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

  it('nor where the other tab is heard of between the press and the start', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    const { request } = navigator.locks;
    const asked = sinon.stub(navigator.locks, 'request').callsFake((async (...all: unknown[]) => {
      await messagesArrive();
      return Reflect.apply(request, navigator.locks, all);
    }) as LockManager['request']);
    press(element, 'pay-all');
    await waitUntil(() => asked.callCount);
    otherTab().send({ claim: claimOf({ feeIds: ['3'], inProgress: false }) });
    await waitUntil(() => hasPart(element, 'locked'));
    await waitUntil(() => hasPart(element, 'payment-paying'));
    await messagesArrive();
    expect([server.starts.length, storedPayment()?.includes('"order"')]).to.deep.equal([0, false]);
    expect(textOf(part(element, 'pay-all'))).to.include('262,56 kr.');
  });

  it('nor is an open payment gone on with', async () => {
    const { server, element } = await open();
    await holdPaymentLock();
    press(element, 'continue-button');
    await messagesArrive();
    expect(server.starts.length).to.equal(1);
    expect(hasPart(element, 'payment-open')).to.be.true;
  });

  it('the till is free again as soon as the host has answered', async () => {
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

  it('of two at the same moment, the one that can already be paid goes on: nothing leaves here', async () => {
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

  it('of two that are asked alike, one goes on, and both know which', async () => {
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
      // The one that gives way says so.
      if (!gives) tab.send({ released: key });
      next.resolve(toForm());
      await waitUntil(() => (gives ? hasPart(element, 'payment-elsewhere') : server.posted.length));
      await messagesArrive();
      expect(server.posted.length, key).to.equal(gives ? 0 : 1);
      expect(hasPart(element, 'payment-elsewhere')).to.equal(gives);
      await resetPayment();
    }
  });

  it('a copy of this tab speaks of the same order: that is no other', async () => {
    const { server, element } = await open();
    const tab = otherTab();
    tab.send({ claim: claimOf({ key: String(server.starts[0]?.key), feeIds: ['1', '2'] }) });
    await messagesArrive();
    expect(hasPart(element, 'payment-open')).to.be.true;
    expect(hasPart(element, 'payment-elsewhere')).to.be.false;
  });

  it('what another version says is passed over', async () => {
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

  it('two elements of one page are one tab', async () => {
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

describe('CONTRACT 6: another tab that is still open remembers what this one was paying', () => {
  afterEach(resetPayment);

  /** Another tab of the library, which does what the widget does: it remembers claims, and tells them to who comes. */
  function witness() {
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
    it(`${result}: nothing is locked, here or there`, async () => {
      const other = witness();
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

  it('a reload while the host is asked: the same debts can be asked for again', async () => {
    const other = witness();
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

  it('back without a result: it is this tab’s own payment that is open', async () => {
    const other = witness();
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

  it('after 35 minutes it is over in both', async () => {
    const other = witness();
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
