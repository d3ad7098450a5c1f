import { expect } from '@open-wc/testing';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  backAt,
  boxes,
  choose,
  clearTill,
  memory,
  nextPage,
  otherTab,
  owed,
  pageOf,
  passTime,
  press,
  refusal,
  sendOff,
  serverOf,
  toForm,
} from './payment-stage.js';
import { clockAt, count, gate, has, part, pause, stage, until } from './stage.js';

/** Puts the element somewhere else in the page, in one breath, as a script does that lays a page out anew. */
async function move(element: DdbDebtOverview): Promise<void> {
  const box = document.createElement('div');
  stage.append(box);
  box.append(element);
  await pause(20);
  await element.updateComplete;
}

/** Takes it out of the page, and puts it back a little later. */
async function takeOut(element: DdbDebtOverview): Promise<void> {
  element.remove();
  await pause(20);
  stage.append(element);
  await pause(20);
  await element.updateComplete;
}

for (const [what, disturb] of [
  ['taken out of the page and put back', takeOut],
  ['moved in the page', move],
] as const) {
  describe(`CONTRACT 6: an element that is ${what}`, () => {
    afterEach(clearTill);

    it('keeps what is chosen', async () => {
      const server = serverOf(owed());
      const element = await pageOf(server);
      await choose(element, 0, 2);
      await disturb(element);
      expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([true, false, true]);
      await sendOff(element, server, 'pay-selected');
      expect(server.starts[0]?.order.amount).to.equal(10_050);
    });

    it('while the host is asked: the answer that comes late does nothing, and the key is the same', async () => {
      const server = serverOf(owed());
      const next = gate<Response>();
      server.answer = () => next.passed;
      const element = await pageOf(server);
      press(element, 'pay-all');
      await until(() => server.starts.length);
      await disturb(element);
      next.open(toForm());
      await pause(30);
      expect(server.posted.length).to.equal(0);
      expect(has(element, 'payment-lost')).to.be.true;
      server.answer = () => toForm();
      await sendOff(element, server);
      expect(server.starts[1]?.key).to.equal(server.starts[0]?.key);
    });

    it('in the same breath as the press: one payment at most', async () => {
      const server = serverOf(owed());
      const element = await pageOf(server);
      press(element, 'pay-all');
      await disturb(element);
      await pause(50);
      expect(server.starts.length).to.be.at.most(1);
      expect(server.posted.length).to.equal(server.starts.length);
    });

    it('on its way to the gateway: the payment is open', async () => {
      const server = serverOf(owed());
      const element = await pageOf(server);
      await sendOff(element, server);
      await disturb(element);
      expect(has(element, 'payment-open')).to.be.true;
      expect(has(element, 'pay-button', 'choice')).to.be.false;
    });

    it('after a payment that was accepted: it reads on, and ends as it would have', async () => {
      const server = serverOf(owed());
      const element = await pageOf(server);
      await sendOff(element, server);
      const clock = clockAt('2022-06-01T10:00:00Z');
      const page = await nextPage(element, server, backAt('accepted'));
      await passTime(clock, 3);
      await disturb(page);
      expect(has(page, 'payment-registering')).to.be.true;
      const { reads } = server;
      await passTime(clock, 120);
      await pause(30);
      await page.updateComplete;
      expect(server.reads - reads).to.be.within(1, 8);
      expect(has(page, 'payment-received')).to.be.true;
      expect(has(page, 'payment-registering')).to.be.false;
      expect(count(page, 'locked')).to.equal(3);
    });

    it('listens as before', async () => {
      const server = serverOf(owed());
      const element = await pageOf(server);
      await disturb(element);
      server.answer = () => refusal(409);
      press(element, 'pay-all');
      await until(() => has(element, 'payment-paying'));
      expect([server.starts.length, server.reads]).to.deep.equal([1, 2]);
    });
  });
}

describe('CONTRACT 6: an element that has left', () => {
  afterEach(clearTill);

  it('hears nothing, tells nothing, and holds nothing back', async () => {
    const server = serverOf(owed());
    const element = await pageOf(server);
    await sendOff(element, server);
    element.remove();
    const written = memory();
    const tab = otherTab();
    tab.say({ hello: true });
    await pause(50);
    expect(tab.heard).to.deep.equal([]);
    expect(memory()).to.equal(written);
    const held = await navigator.locks.request(
      'ddb-debt-payment',
      { ifAvailable: true },
      (lock) => !lock,
    );
    expect(held).to.be.false;
  });

  it('does not look at the clock', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const server = serverOf(owed());
    const element = await pageOf(server);
    await sendOff(element, server);
    element.remove();
    await pause(20);
    expect(clock.countTimers()).to.equal(0);
  });

  it('asked before the lock was there: nothing is sent', async () => {
    const server = serverOf(owed());
    const element = await pageOf(server);
    press(element, 'pay-all');
    element.remove();
    await pause(50);
    expect([server.starts.length, server.posted.length]).to.deep.equal([0, 0]);
    expect(memory()).to.be.null;
  });

  it('leaves the others of the page at work', async () => {
    const server = serverOf(owed());
    const first = await pageOf(server);
    const second = await pageOf(server);
    first.remove();
    await sendOff(second, server);
    expect(server.starts.length).to.equal(1);
    expect(part(second, 'pay-all')?.getAttribute('aria-disabled')).to.equal('true');
  });
});
