import { expect } from '@open-wc/testing';
import { fee } from '../../demo/fixtures.js';
import {
  clockAt,
  countParts,
  hasPart,
  json,
  part,
  partTexts,
  textOf,
  waitUntil,
} from './fixture.js';
import {
  messagesArrive,
  nextPage,
  otherTab,
  pageOf,
  payAtGateway,
  resetPayment,
  returnUrl,
  serverOf,
  setPageUrl,
  storedPayment,
  threeDebts,
  toForm,
} from './payment-fixture.js';

describe('CONTRACT 6: an order is settled only by a list that has shown its debts', () => {
  afterEach(resetPayment);

  it('not by the same path with another query, in another element', async () => {
    const server = serverOf(threeDebts());
    const fetcher = async () => json([fee({ feeId: 9, amount: 11 })]);
    const first = await pageOf(server, { 'fees-url': '/fees?patron=1' });
    await payAtGateway(first, server);
    const page = await nextPage(first, server, returnUrl('accepted'), {
      'fees-url': '/fees?patron=1',
    });
    const second = await pageOf(
      server,
      { 'fees-url': '/fees?patron=2' },
      { properties: { fetcher } },
    );
    for (const element of [page, second]) {
      expect(hasPart(element, 'receipt')).to.be.false;
      expect(hasPart(element, 'payment-registering')).to.be.true;
    }
    server.fees = [];
    await page.refresh();
    expect(hasPart(page, 'receipt')).to.be.true;
  });

  it('not by a new fees-url of the same element', async () => {
    const server = serverOf(threeDebts());
    const first = await pageOf(server, { 'fees-url': '/fees?patron=1' });
    await payAtGateway(first, server);
    const page = await nextPage(first, server, returnUrl('accepted'), {
      'fees-url': '/fees?patron=1',
    });
    server.fees = [];
    page.setAttribute('fees-url', '/fees?patron=2');
    await page.updateComplete;
    await page.refresh();
    expect(hasPart(page, 'receipt')).to.be.false;
  });

  it('an unreadable entry with its id is still listed', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    server.fees = threeDebts().map((one) => ({ ...one, amount: 'much' }));
    const page = await nextPage(element, server, returnUrl('accepted'));
    await page.refresh();
    expect(hasPart(page, 'receipt', 'payment-gone')).to.be.false;
  });

  for (const [first, second] of [
    ['failed', 'completed'],
    ['completed', 'failed'],
  ] as const) {
    it(`one id twice, ${first} and ${second}: the stricter wins`, async () => {
      const [debt, ...rest] = threeDebts();
      const server = serverOf([
        { ...debt, paymentStatus: first },
        { ...debt, paymentStatus: second },
        ...rest,
      ]);
      const element = await pageOf(server);
      expect(countParts(element, 'locked')).to.equal(1);
      expect(textOf(part(element, 'pay-all'))).to.include('223,06');
    });
  }
});

describe('CONTRACT 6: a payment belongs to whoever’s token began it', () => {
  afterEach(resetPayment);

  it('the next patron on the same page reads no receipt, and the debts stay locked', async () => {
    const server = serverOf(threeDebts());
    const tokenOf = (token: string) => ({ properties: { getToken: () => token } });
    const first = await pageOf(server, {}, tokenOf('astrid'));
    await payAtGateway(first, server);
    server.list = () => json({}, { status: 401 });
    first.remove();
    await setPageUrl(returnUrl('accepted'));
    const page = await pageOf(server, {}, tokenOf('astrid'));
    server.list = () => json(server.fees);
    page.getToken = () => 'bo';
    await page.refresh();
    expect(hasPart(page, 'payment-registering', 'receipt')).to.be.false;
    expect(countParts(page, 'locked')).to.equal(3);
    server.fees = [];
    await page.refresh();
    expect(hasPart(page, 'receipt')).to.be.false;
    expect(textOf(part(page, 'base'))).not.to.include('order-1');
  });

  it('a renewed token of a named patron is the same patron’s', async () => {
    const server = serverOf(threeDebts());
    let renewed = 0;
    const properties = { getToken: async () => ({ token: `t${++renewed}`, patron: 'astrid' }) };
    const first = await pageOf(server, {}, { properties });
    await payAtGateway(first, server);
    expect(server.starts[0]?.headers.get('Authorization')).to.match(/^Bearer t\d+$/);
    expect(storedPayment()).not.to.include('astrid');
    const page = await nextPage(first, server, returnUrl('accepted'), {}, { properties });
    expect(hasPart(page, 'payment-registering')).to.be.true;
  });
});

describe('CONTRACT 6: a time that is not today is said with its day', () => {
  afterEach(resetPayment);

  for (const [now, lang, words] of [
    ['2022-06-01T10:00:00Z', 'da', 'fra kl. 12.35.'],
    ['2022-06-01T21:50:00Z', 'da', 'fra kl. 00.25 den 2. juni.'],
    ['2022-06-01T21:50:00Z', 'en', 'from 00:25 on 2 June.'],
  ] as const) {
    it(`${lang}: ${words}`, async () => {
      clockAt(now);
      const server = serverOf(threeDebts());
      const element = await pageOf(server, { lang });
      await payAtGateway(element, server);
      const page = await nextPage(element, server, undefined, { lang });
      expect(partTexts(page, 'payment-open').join()).to.include(words);
    });
  }
});

describe('CONTRACT 6: the result is in another tab', () => {
  afterEach(resetPayment);

  it('this tab knows the order: it is believed here, and told', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    const page = await nextPage(element, server);
    const tab = otherTab();
    tab.send({ returned: { orderId: 'order-1', result: 'accepted' } });
    await waitUntil(() => hasPart(page, 'payment-registering'));
    await messagesArrive();
    const told = tab.messages.find((message) => 'order' in message);
    expect(told).to.have.nested.property('order.id', 'order-1');
  });

  it('another tab knows it: this one shows the same', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    const stored = JSON.parse(storedPayment() ?? '{}');
    element.remove();
    sessionStorage.clear();
    await setPageUrl(returnUrl('accepted'));
    const tab = otherTab();
    const page = await pageOf(server);
    expect(hasPart(page, 'payment-unknown')).to.be.true;
    await waitUntil(() => tab.messages.some((message) => 'returned' in message));
    tab.send({ order: stored.orders[0].order });
    await waitUntil(() => hasPart(page, 'payment-registering'));
    expect(hasPart(page, 'payment-unknown')).to.be.false;
    expect(countParts(page, 'locked')).to.equal(3);
  });
});

describe('CONTRACT 6: the form for the gateway', () => {
  afterEach(resetPayment);

  it('is sent in UTF-8, whatever the encoding of the page', async () => {
    const server = serverOf(threeDebts());
    server.answer = () => toForm();
    const forms: string[] = [];
    const submit = HTMLFormElement.prototype.submit;
    HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
      forms.push(this.acceptCharset);
      submit.call(this);
    };
    const element = await pageOf(server);
    await payAtGateway(element, server);
    expect(forms).to.deep.equal(['utf-8']);
  });
});
