import { expect } from '@open-wc/testing';
import {
  returnUrl,
  choose,
  claimOf,
  resetPayment,
  storedPayment,
  nextPage,
  otherTab,
  threeDebts,
  pageOf,
  refused,
  payAtGateway,
  serverOf,
  toForm,
} from './payment-fixture.js';
import { countParts, hasPart, json, part, partTexts, waitUntil, textOf } from './fixture.js';

/** A patron who has been at the gateway with the first two debts; the next page, at that URL. */
async function after(address?: string, attributes: Record<string, string> = {}) {
  const server = serverOf(threeDebts());
  const first = await pageOf(server, attributes);
  await choose(first, 0, 1);
  await payAtGateway(first, server, 'pay-selected');
  return { server, element: await nextPage(first, server, address, attributes) };
}

/** The list, with these debts changed. */
const changed = (changes: Readonly<Record<number, object>>): object[] =>
  threeDebts().map((each) => ({ ...each, ...changes[each.feeId] }));

describe('CONTRACT 6: a receipt is for debts that are no longer listed', () => {
  afterEach(resetPayment);

  it('not for a debt that has moved to the new system', async () => {
    const { server, element } = await after(returnUrl('accepted'));
    server.fees = changed({ 1: { payableByClient: false }, 2: { payableByClient: false } });
    await element.refresh();
    expect(countParts(element, 'section')).to.equal(2);
    expect(hasPart(element, 'payment-registering')).to.be.true;
    expect(hasPart(element, 'receipt')).to.be.false;
    server.fees = threeDebts().slice(2);
    await element.refresh();
    expect(hasPart(element, 'receipt')).to.be.true;
  });

  it('not for that when the new system is not shown', async () => {
    const { server, element } = await after(returnUrl('accepted'), { systems: 'dibs' });
    server.fees = changed({ 1: { payableByClient: false }, 2: { payableByClient: false } });
    await element.refresh();
    expect(countParts(element, 'debt')).to.equal(1);
    expect(hasPart(element, 'payment-registering')).to.be.true;
    expect(hasPart(element, 'receipt')).to.be.false;
  });

  it('not for a listed debt that cannot be parsed', async () => {
    const { server, element } = await after(returnUrl('accepted'));
    server.fees = changed({ 1: { amount: 'x' }, 2: { amount: null } });
    await element.refresh();
    expect(hasPart(element, 'unreadable') && hasPart(element, 'payment-registering')).to.be.true;
    expect(hasPart(element, 'receipt')).to.be.false;
  });

  it('for a debt that is listed as paid or zero', async () => {
    const { server, element } = await after(returnUrl('accepted'));
    server.fees = changed({ 1: { paidDate: '2022-06-01' }, 2: { amount: 0 } });
    await element.refresh();
    expect(textOf(part(element, 'receipt'))).to.include('262,56 kr.');
    expect(storedPayment()).to.be.null;
  });

  it('a partial receipt is for the debts that are gone only', async () => {
    const { server, element } = await after(returnUrl('accepted'));
    server.fees = changed({ 2: { paymentStatus: 'failed' } }).slice(1);
    await element.refresh();
    expect(textOf(part(element, 'receipt'))).to.match(/Du har betalt 70,00 kr\..*order-1/);
    expect(textOf(part(element, 'receipt'))).not.to.match(/192,56|262,56/);
    expect(hasPart(element, 'locked')).to.be.false;
    expect(countParts(element, 'choice')).to.equal(2);
  });
});

describe('CONTRACT 6: the list and an open payment', () => {
  afterEach(resetPayment);

  for (const status of ['pending', 'completed']) {
    it(`${status}: the payment is accepted and being registered, and cannot be continued`, async () => {
      const { server, element } = await after();
      expect(hasPart(element, 'payment-open')).to.be.true;
      server.fees = changed({ 1: { paymentStatus: status }, 2: { paymentStatus: status } });
      await element.refresh();
      await waitUntil(() => hasPart(element, 'payment-registering'));
      expect(hasPart(element, 'payment-open', 'continue-button')).to.be.false;
      expect(countParts(element, 'locked')).to.equal(2);
      expect(partTexts(element, 'pay-button')).to.deep.equal(['Betal 30,50 kr.']);
      server.fees = threeDebts().slice(2);
      await element.refresh();
      expect(hasPart(element, 'receipt')).to.be.true;
    });
  }

  it('reserved: the payment is still open', async () => {
    const { server, element } = await after();
    server.fees = changed({ 1: { paymentStatus: 'reserved' }, 2: { paymentStatus: 'reserved' } });
    await element.refresh();
    expect(hasPart(element, 'payment-open')).to.be.true;
    expect(hasPart(element, 'pay-button', 'choice')).to.be.false;
  });
});

describe('CONTRACT 6: a reservation of a request whose answer was lost', () => {
  afterEach(resetPayment);

  it('belongs to this tab: it can be requested again with the same key', async () => {
    const server = serverOf(threeDebts());
    server.answer = () => json({}, { status: 500 });
    const element = await pageOf(server);
    await choose(element, 0);
    await refused(element, 'pay-selected');
    server.fees = changed({ 1: { paymentStatus: 'reserved' } });
    await element.refresh();
    expect(hasPart(element, 'locked')).to.be.false;
    server.answer = () => toForm();
    await payAtGateway(element, server, 'pay-selected');
    expect(server.starts[1]?.key).to.equal(server.starts[0]?.key);
  });

  it('no other reservation does', async () => {
    const server = serverOf(threeDebts());
    server.answer = () => json({}, { status: 500 });
    const element = await pageOf(server);
    await choose(element, 0);
    await refused(element, 'pay-selected');
    server.fees = changed({ 2: { paymentStatus: 'reserved' }, 3: { paymentStatus: 'completed' } });
    await element.refresh();
    expect(partTexts(element, 'locked')).to.have.length(2);
    expect(partTexts(element, 'pay-button')).to.deep.equal(['Betal 70,00 kr.']);
  });
});

describe('CONTRACT 6: a debt that another tab has paid, and whose payment failed by its status', () => {
  afterEach(resetPayment);

  it('is unlocked in this tab, too', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    otherTab().send({ claim: claimOf({ feeIds: ['1', '2'], inProgress: false }) });
    await waitUntil(() => countParts(element, 'locked') === 2);
    server.fees = changed({ 1: { paymentStatus: 'failed' } });
    await element.refresh();
    expect(countParts(element, 'locked')).to.equal(1);
    expect(textOf(part(element, 'pay-all'))).to.include('100,50 kr.');
  });

  it('is not, if it had failed before that payment', async () => {
    const server = serverOf(changed({ 1: { paymentStatus: 'failed' } }));
    const element = await pageOf(server);
    otherTab().send({ claim: claimOf({ feeIds: ['1'], inProgress: false, failed: ['1'] }) });
    await waitUntil(() => countParts(element, 'locked') === 1);
    await element.refresh();
    expect(countParts(element, 'locked')).to.equal(1);
  });
});

describe('CONTRACT 6: a patron who is no longer logged in sees nothing of the payment', () => {
  afterEach(resetPayment);

  const loggedOut = () => json({}, { status: 401 });

  it('the receipt is removed, and the next patron does not see it', async () => {
    const { server, element } = await after(returnUrl('accepted'));
    server.fees = threeDebts().slice(2);
    await element.refresh();
    expect(hasPart(element, 'receipt')).to.be.true;
    const { list } = server;
    server.list = loggedOut;
    await element.refresh();
    expect(hasPart(element, 'receipt', 'payment', 'debt')).to.be.false;
    server.list = list;
    await element.refresh();
    expect(countParts(element, 'debt')).to.equal(1);
    expect(hasPart(element, 'receipt', 'payment')).to.be.false;
  });

  it('a payment that is being registered is hidden until somebody logs in', async () => {
    const { server, element } = await after(returnUrl('accepted'));
    const { list } = server;
    server.list = loggedOut;
    await element.refresh();
    expect(hasPart(element, 'payment', 'debt')).to.be.false;
    expect(textOf(part(element, 'login'))).to.include('Log ind for at se');
    server.list = list;
    await element.refresh();
    expect(hasPart(element, 'payment-registering')).to.be.true;
    expect(countParts(element, 'locked')).to.equal(2);
  });

  it('an open payment is hidden', async () => {
    const { server, element } = await after();
    const { list } = server;
    server.list = loggedOut;
    await element.refresh();
    expect(hasPart(element, 'payment', 'continue-button')).to.be.false;
    server.list = list;
    await element.refresh();
    expect(hasPart(element, 'payment-open')).to.be.true;
  });
});
