import { expect } from '@open-wc/testing';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  returnUrl,
  boxes,
  choose,
  resetPayment,
  storedPayment,
  nextPage,
  otherTab,
  threeDebts,
  pageOf,
  passTime,
  press,
  refusal,
  payAtGateway,
  serverOf,
  toForm,
} from './payment-fixture.js';
import {
  clockAt,
  countParts,
  deferred,
  hasPart,
  part,
  delay,
  container,
  waitUntil,
} from './fixture.js';

/** Moves the element in the page without a pause, as scripts do that rearrange a page. */
async function move(element: DdbDebtOverview): Promise<void> {
  const box = document.createElement('div');
  container.append(box);
  box.append(element);
  await delay(20);
  await element.updateComplete;
}

/** Removes it from the page, and inserts it again a little later. */
async function takeOut(element: DdbDebtOverview): Promise<void> {
  element.remove();
  await delay(20);
  container.append(element);
  await delay(20);
  await element.updateComplete;
}

for (const [what, disturb] of [
  ['taken out of the page and put back', takeOut],
  ['moved in the page', move],
] as const) {
  describe(`CONTRACT 6: an element that is ${what}`, () => {
    afterEach(resetPayment);

    it('keeps the selection', async () => {
      const server = serverOf(threeDebts());
      const element = await pageOf(server);
      await choose(element, 0, 2);
      await disturb(element);
      expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([true, false, true]);
      await payAtGateway(element, server, 'pay-selected');
      expect(server.starts[0]?.order.amount).to.equal(10_050);
    });

    it('during a payment request: the late answer has no effect, and the key is the same', async () => {
      const server = serverOf(threeDebts());
      const next = deferred<Response>();
      server.answer = () => next.promise;
      const element = await pageOf(server);
      press(element, 'pay-all');
      await waitUntil(() => server.starts.length);
      await disturb(element);
      next.resolve(toForm());
      await delay(30);
      expect(server.posted.length).to.equal(0);
      expect(hasPart(element, 'payment-lost')).to.be.true;
      server.answer = () => toForm();
      await payAtGateway(element, server);
      expect(server.starts[1]?.key).to.equal(server.starts[0]?.key);
    });

    it('directly after the click: one payment at most', async () => {
      const server = serverOf(threeDebts());
      const element = await pageOf(server);
      press(element, 'pay-all');
      await disturb(element);
      await delay(50);
      expect(server.starts.length).to.be.at.most(1);
      expect(server.posted.length).to.equal(server.starts.length);
    });

    it('during the navigation to the gateway: the payment is open', async () => {
      const server = serverOf(threeDebts());
      const element = await pageOf(server);
      await payAtGateway(element, server);
      await disturb(element);
      expect(hasPart(element, 'payment-open')).to.be.true;
      expect(hasPart(element, 'pay-button', 'choice')).to.be.false;
    });

    it('after an accepted payment: it goes on reading the debts until the receipt', async () => {
      const server = serverOf(threeDebts());
      const element = await pageOf(server);
      await payAtGateway(element, server);
      const clock = clockAt('2022-06-01T10:00:00Z');
      const page = await nextPage(element, server, returnUrl('accepted'));
      await passTime(clock, 3);
      await disturb(page);
      expect(hasPart(page, 'payment-registering')).to.be.true;
      const { reads } = server;
      await passTime(clock, 120);
      await delay(30);
      await page.updateComplete;
      expect(server.reads - reads).to.be.within(1, 8);
      expect(hasPart(page, 'payment-received')).to.be.true;
      expect(hasPart(page, 'payment-registering')).to.be.false;
      expect(countParts(page, 'locked')).to.equal(3);
    });

    it('handles events as before', async () => {
      const server = serverOf(threeDebts());
      const element = await pageOf(server);
      await disturb(element);
      server.answer = () => refusal(409);
      press(element, 'pay-all');
      await waitUntil(() => hasPart(element, 'payment-paying'));
      expect([server.starts.length, server.reads]).to.deep.equal([1, 2]);
    });
  });
}

describe('CONTRACT 6: an element that was removed', () => {
  afterEach(resetPayment);

  it('receives and sends no messages, and holds no lock', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    element.remove();
    const stored = storedPayment();
    const tab = otherTab();
    tab.send({ hello: true });
    await delay(50);
    expect(tab.messages).to.deep.equal([]);
    expect(storedPayment()).to.equal(stored);
    const held = await navigator.locks.request(
      'ddb-debt-payment',
      { ifAvailable: true },
      (lock) => !lock,
    );
    expect(held).to.be.false;
  });

  it('sets no timers', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    element.remove();
    await delay(20);
    expect(clock.countTimers()).to.equal(0);
  });

  it('while it waited for the lock: nothing is sent', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    press(element, 'pay-all');
    element.remove();
    await delay(50);
    expect([server.starts.length, server.posted.length]).to.deep.equal([0, 0]);
    expect(storedPayment()).to.be.null;
  });

  it('does not affect the other elements of the page', async () => {
    const server = serverOf(threeDebts());
    const first = await pageOf(server);
    const second = await pageOf(server);
    first.remove();
    await payAtGateway(second, server);
    expect(server.starts.length).to.equal(1);
    expect(part(second, 'pay-all')?.getAttribute('aria-disabled')).to.equal('true');
  });
});
