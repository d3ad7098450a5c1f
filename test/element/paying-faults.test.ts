import { expect } from '@open-wc/testing';
import { both, fee } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import type { DebtPayEvent } from '../../src/index.js';
import {
  returnUrl,
  boxes,
  choose,
  resetPayment,
  nextPage,
  threeDebts,
  pageOf,
  passTime,
  press,
  refusal,
  refused,
  payAtGateway,
  serverOf,
} from './payment-fixture.js';
import {
  clockAt,
  countParts,
  hasPart,
  recordEvents,
  json,
  nameOf,
  part,
  delay,
  viewText,
  partTexts,
  mountSettled,
  waitUntil,
  textOf,
} from './fixture.js';

// DOMAIN, "What the systems in use get wrong", the faults of payment.

describe('DOMAIN: ding2, paying', () => {
  afterEach(resetPayment);

  it('"the total counts lines that pay all leaves out"', async () => {
    const element = await mountSettled({
      attributes: library(),
      answers: {
        'dibs-fees-url': { body: [fee(), fee(), fee({ payableByClient: false, amount: 500 })] },
        'oir-fees-url': { body: [] },
      },
    });
    const events = recordEvents<DebtPayEvent>(element, 'ddb-debt-pay');
    element.addEventListener('ddb-debt-pay', (event) => event.preventDefault());
    press(element, 'pay-all');
    expect(events[0]?.amount).to.equal(14_000);
    // A debt that counts in the total but not on the button is marked in its row, and the button says what it leaves out.
    expect(textOf(part(element, 'pay-all'))).to.equal(
      'Betal alle, der kan betales her · 140,00 kr.',
    );
    expect(textOf(part(element, 'section-heading'))).not.to.equal('Betales her');
    expect(textOf(part(element, 'subtotal'))).to.include('640,00 kr.');
    expect(countParts(element, 'not-payable')).to.equal(1);
  });

  it('the same for a locked debt', async () => {
    const [first, ...others] = threeDebts();
    const server = serverOf([{ ...first, paymentStatus: 'reserved' }, ...others]);
    const element = await pageOf(server);
    expect(textOf(part(element, 'pay-all'))).to.equal(
      'Betal alle, der kan betales her · 223,06 kr.',
    );
    await payAtGateway(element, server);
    expect(server.starts[0]?.order).to.deep.include({ feeIds: ['2', '3'], amount: 22_306 });
    expect(textOf(part(element, 'subtotal'))).to.include('293,06 kr.');
    expect(countParts(element, 'locked')).to.equal(1);
  });

  it('"a *failed* payment locks its line"', async () => {
    const [first, ...others] = threeDebts();
    const server = serverOf([{ ...first, paymentStatus: 'failed' }, ...others]);
    const element = await pageOf(server);
    expect(hasPart(element, 'locked')).to.be.false;
    await choose(element, 0);
    await payAtGateway(element, server, 'pay-selected');
    expect(server.starts[0]?.order).to.deep.include({ feeIds: ['1'], amount: 7000 });
  });

  it('a payment that failed at the gateway, or later, locks nothing, either', async () => {
    for (const [result, status] of [
      ['failed', undefined],
      ['accepted', 'failed'],
    ] as const) {
      const server = serverOf(threeDebts());
      const element = await pageOf(server);
      await choose(element, 0);
      await payAtGateway(element, server, 'pay-selected');
      const [first, ...others] = threeDebts();
      server.fees = [{ ...first, paymentStatus: status }, ...others];
      const page = await nextPage(element, server, returnUrl(result));
      expect(hasPart(page, 'payment-failed')).to.be.true;
      expect(hasPart(page, 'locked')).to.be.false;
      await choose(page, 0);
      await payAtGateway(page, server, 'pay-selected');
      expect(server.starts[1]?.order.feeIds).to.deep.equal(['1']);
      await resetPayment();
    }
  });

  it('"`amount * 100` unrounded (19.99 becomes 1998.99…)"', async () => {
    const amounts = [19.99, 8.95, 1.1, 4.35, 0.29, 64.1, 1_234_567.89];
    for (const amount of amounts) {
      const server = serverOf([fee({ amount })]);
      const element = await pageOf(server);
      const label = textOf(part(element, 'pay-button'));
      await payAtGateway(element, server);
      const sent = server.starts[0]?.order.amount ?? NaN;
      expect(Number.isInteger(sent), `${amount}`).to.be.true;
      expect(sent).to.equal(Number(label.replace(/\D/g, '')));
      expect(sent).to.equal(Math.round(amount * 100));
      await resetPayment();
    }
  });

  it('"cancelled" shown to a patron whose payment is merely not registered yet', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    const clock = clockAt('2022-06-01T10:00:00Z');
    const page = await nextPage(element, server, returnUrl('accepted'));
    const cancelled = /annulleret|ikke gennemført|ikke trukket/;
    for (let second = 0; second < 100; second += 5) {
      expect(viewText(page), `after ${second} s`).to.match(/er modtaget.*Du skal ikke betale igen/);
      expect(viewText(page)).not.to.match(cancelled);
      await passTime(clock, 5);
      await page.updateComplete;
    }
    const reloaded = await nextPage(page, server);
    expect(viewText(reloaded)).to.match(/er modtaget.*Du skal ikke betale igen/);
    expect(viewText(reloaded)).not.to.match(cancelled);
  });

  it('nor to one whose result is unknown', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    const page = await nextPage(element, server);
    expect(viewText(page)).to.match(/ved ikke, om betalingen er gennemført/);
    expect(viewText(page)).not.to.match(/annulleret|ikke trukket/);
  });
});

describe('DOMAIN: reported elsewhere, paying', () => {
  afterEach(resetPayment);

  it('"browser closed at the gateway, list stale, charged twice (ding2#1898)": the tab comes back', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    // A browser that restarts restores its tabs with their session storage; the list is as old as the server's.
    const page = await nextPage(element, server);
    expect(hasPart(page, 'pay-button', 'choice')).to.be.false;
    for (const row of page.shadowRoot?.querySelectorAll<HTMLElement>('[part=debt]') ?? [])
      row.click();
    await delay(30);
    expect(server.starts.length).to.equal(1);
  });

  for (const [what, status, answer] of [
    ['the payment host says that it is being paid', 'reserved', () => refusal(409)],
    ['the payment host has no status, and refuses', undefined, () => refusal(409)],
    ['the payment host has no status, and refuses what is paid', undefined, () => refusal(410)],
  ] as const) {
    it(`"browser closed at the gateway, list stale, charged twice (ding2#1898)": nothing is stored, and ${what}`, async () => {
      const server = serverOf(threeDebts());
      const element = await pageOf(server);
      await payAtGateway(element, server);
      element.remove();
      sessionStorage.removeItem('ddb-debt-payment');
      server.fees = threeDebts().map((each) => ({ ...each, paymentStatus: status }));
      server.answer = answer;
      const page = await pageOf(server);
      if (status) {
        expect(hasPart(page, 'pay-button', 'choice')).to.be.false;
        expect(countParts(page, 'locked')).to.equal(3);
        return;
      }
      const box = await refused(page);
      expect(textOf(box)).to.match(/ikke startet en ny betaling/);
      expect(server.posted.length).to.equal(1);
    });
  }
});

describe('DOMAIN: DPL fee list, paying', () => {
  afterEach(resetPayment);

  it('"the pay link dies after one press"', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    for (const [time, answer] of [
      () => refusal(409),
      () => json({}, { status: 500 }),
      () => json({}),
      () => json({}, { status: 401 }),
      () => refusal(422),
    ].entries()) {
      server.answer = answer;
      press(element, 'pay-all');
      await waitUntil(() => server.starts.length === time + 1);
      await waitUntil(() => part(element, 'pay-all')?.getAttribute('aria-disabled') === 'false');
      await delay(20);
    }
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length === 6);
  });

  it('also after an abandoned payment', async () => {
    const server = serverOf(threeDebts());
    let page = await pageOf(server);
    for (let time = 1; time <= 3; time++) {
      await payAtGateway(page, server);
      page = await nextPage(page, server, returnUrl('cancelled'));
      expect(server.starts.length).to.equal(time);
    }
    expect(new Set(server.starts.map(({ key }) => key)).size).to.equal(3);
  });

  it('also when the page carries out the payment', async () => {
    const element = await pageOf(serverOf(threeDebts()));
    const events = recordEvents<DebtPayEvent>(element, 'ddb-debt-pay');
    element.addEventListener('ddb-debt-pay', (event) => event.preventDefault());
    for (let time = 0; time < 3; time++) press(element, 'pay-all');
    expect(events.map(({ amount }) => amount)).to.deep.equal([29_306, 29_306, 29_306]);
  });

  it('"no payment at all"', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    server.fees = [];
    const page = await nextPage(element, server, returnUrl('accepted'));
    expect(textOf(part(page, 'receipt'))).to.include('293,06 kr.');
  });
});

describe('DOMAIN: Aspen, Koha, FOLIO, paying', () => {
  afterEach(resetPayment);

  it('"unlabelled check boxes"', async () => {
    const element = await pageOf(serverOf([...both(), ...threeDebts()]), { 'terms-url': '/terms' });
    const controls = [...(element.shadowRoot?.querySelectorAll('input, button, a, summary') ?? [])];
    expect(boxes(element).length).to.equal(5);
    expect(controls.map(nameOf)).not.to.include('');
    const names = boxes(element).map(nameOf);
    expect(names.every((name) => /\d,\d\d kr\.( |$)/.test(name))).to.be.true;
    expect(new Set(names).size).to.equal(5);
    // Each also has a visible label that can be clicked.
    expect(boxes(element).map(({ labels }) => textOf(labels?.[0]))).to.deep.equal(
      partTexts(element, 'reason').slice(0, 5),
    );
  });
});
