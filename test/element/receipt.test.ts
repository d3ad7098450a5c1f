import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { fee } from '../../demo/fixtures.js';
import {
  returnUrl,
  choose,
  resetPayment,
  nextPage,
  threeDebts,
  pageOf,
  press,
  payAtGateway,
  serverOf,
  toForm,
} from './payment-fixture.js';
import {
  clockAt,
  countParts,
  hasPart,
  recordEvents,
  part,
  parts,
  delay,
  partTexts,
  waitUntil,
  textOf,
} from './fixture.js';

/** A patron's second page, where all debts that were paid are gone at once. */
async function paid(
  fees: object[] = threeDebts(),
  attributes: Record<string, string> = {},
  orderId = 'order-1',
) {
  const server = serverOf(fees);
  server.answer = () => toForm(orderId);
  const element = await pageOf(server, attributes);
  await payAtGateway(element, server);
  server.fees = [];
  const address = returnUrl('accepted', encodeURIComponent(orderId));
  return { server, page: await nextPage(element, server, address, attributes) };
}

describe('CONTRACT 6: the receipt', () => {
  afterEach(resetPayment);

  it('has no button to print in a browser that cannot print', async () => {
    sinon.stub(window, 'print').value(undefined);
    const { page } = await paid();
    expect(hasPart(page, 'receipt')).to.be.true;
    expect(hasPart(page, 'print-button')).to.be.false;
  });

  it('has the order number, amount, date and debts', async () => {
    clockAt('2022-06-01T10:00:00Z');
    const { page } = await paid();
    expect(textOf(part(page, 'receipt')?.querySelector('h3'))).to.equal('Kvittering');
    expect(partTexts(page, 'receipt-text')).to.deep.equal(['Du har betalt 293,06 kr.']);
    expect(partTexts(page, 'receipt-fact')).to.deep.equal([
      'Ordrenummer: order-1',
      'Betalt: 1. juni 2022',
    ]);
    expect(partTexts(page, 'receipt-line')).to.deep.equal([
      'Gebyr · Oprettet 6. april 2022 70,00 kr.',
      'Erstatning · Oprettet 7. maj 2022 192,56 kr.',
      'Gebyr · Oprettet 8. juni 2022 30,50 kr.',
    ]);
    expect(textOf(part(page, 'receipt')?.querySelector('[part=subtotal]'))).to.equal(
      'I alt 293,06 kr.',
    );
    expect(textOf(part(page, 'print-button'))).to.equal('Udskriv kvittering');
  });

  it('the same in English', async () => {
    clockAt('2022-06-01T10:00:00Z');
    const { page } = await paid(threeDebts(), { lang: 'en' });
    expect(textOf(part(page, 'receipt')?.querySelector('h3'))).to.equal('Receipt');
    expect(partTexts(page, 'receipt-text')).to.deep.equal(['You have paid DKK 293.06']);
    expect(partTexts(page, 'receipt-fact')).to.deep.equal([
      'Order number: order-1',
      'Paid: 1 June 2022',
    ]);
    expect(partTexts(page, 'receipt-line')[1]).to.equal(
      'Compensation · Created 7 May 2022 DKK 192.56',
    );
    expect(textOf(part(page, 'print-button'))).to.equal('Print receipt');
  });

  for (const [accepted, day] of [
    ['2022-06-30T21:30:00Z', '30. juni 2022'],
    ['2022-06-30T22:30:00Z', '1. juli 2022'],
  ] as const) {
    it(`its date is the day when the payment was accepted, in Copenhagen: ${accepted}, ${day}`, async () => {
      const clock = clockAt(accepted);
      const server = serverOf(threeDebts());
      const element = await pageOf(server);
      await payAtGateway(element, server);
      const page = await nextPage(element, server, returnUrl('accepted'));
      clock.setSystemTime(Date.now() + 12 * 60 * 60_000);
      server.fees = [];
      await page.refresh();
      expect(partTexts(page, 'receipt-fact')[1]).to.equal(`Betalt: ${day}`);
    });
  }

  it('has exactly the debts that were paid, with the amounts that were paid', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await choose(element, 0, 2);
    await payAtGateway(element, server, 'pay-selected');
    server.fees = [fee({ feeId: 2, amount: 192.56 }), fee({ feeId: 4, amount: 900 })];
    const page = await nextPage(element, server, returnUrl('accepted'));
    const rows = parts(page, 'receipt-line').map((row) => textOf(row.lastElementChild));
    expect(rows).to.deep.equal(['70,00 kr.', '30,50 kr.']);
    expect(partTexts(page, 'receipt-text')[0]).to.include('100,50 kr.');
    expect(partTexts(page, 'pay-all')).to.deep.equal(['Betal alle · 1.092,56 kr.']);
  });

  it('has a debt without a date, and one of another type', async () => {
    const fees = [fee({ type: 'gift', creationDate: '', amount: 12.05 })];
    const { page } = await paid(fees);
    expect(partTexts(page, 'receipt-line')).to.deep.equal(['Mellemværende 12,05 kr.']);
  });

  it('the order number is text, whatever it contains', async () => {
    const { page } = await paid(threeDebts(), {}, '<b>ø & "1"</b>');
    expect(partTexts(page, 'receipt-fact')[0]).to.equal('Ordrenummer: <b>ø & "1"</b>');
  });

  it('is announced by a live region that was there before', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    const page = await nextPage(element, server, returnUrl('accepted'));
    const status = part(page, 'payment-registering')?.parentElement;
    expect(status?.getAttribute('aria-live')).to.equal('polite');
    server.fees = [];
    await page.refresh();
    expect(part(page, 'receipt')?.parentElement === status).to.be.true;
  });

  it('is a region with a heading one level below the widget’s own', async () => {
    const { page } = await paid(threeDebts(), { 'heading-level': '3' });
    const receipt = part(page, 'receipt');
    const id = String(receipt?.getAttribute('aria-labelledby'));
    expect(receipt?.localName).to.equal('section');
    expect(textOf(page.shadowRoot?.getElementById(id))).to.equal('Kvittering');
    expect(receipt?.querySelector('h4') === null).to.be.false;
    const list = part(page, 'receipt-list');
    expect([list?.localName, list?.getAttribute('role')]).to.deep.equal(['ul', 'list']);
  });

  it('is shown beside the text that there are no debts', async () => {
    const { page } = await paid();
    expect(hasPart(page, 'receipt') && hasPart(page, 'empty')).to.be.true;
  });

  it('stays after a refresh, and is gone after a reload', async () => {
    const { server, page } = await paid();
    await page.refresh();
    expect(countParts(page, 'receipt')).to.equal(1);
    const next = await nextPage(page, server);
    expect(hasPart(next, 'receipt', 'payment')).to.be.false;
  });

  it('stays until the next payment is started', async () => {
    const { server, page } = await paid();
    server.fees = [fee(), fee()];
    await page.refresh();
    await choose(page, 0);
    expect(hasPart(page, 'receipt')).to.be.true;
    await payAtGateway(page, server);
    expect(hasPart(page, 'receipt')).to.be.false;
  });

  it('can be printed, one print per click', async () => {
    const print = sinon.stub(window, 'print');
    const { page } = await paid();
    press(page, 'print-button');
    press(page, 'print-button');
    expect(print.callCount).to.equal(2);
  });

  it('has no print button in an app', async () => {
    const { page } = await paid(threeDebts(), { channel: 'app', mobilepay: '' });
    expect(hasPart(page, 'receipt')).to.be.true;
    expect(hasPart(page, 'print-button')).to.be.false;
  });

  it('does not overflow on a phone, with a long order number', async () => {
    const { page } = await paid(threeDebts(), {}, '4d5a6f'.repeat(12));
    page.style.cssText = 'display: block; inline-size: 320px';
    await delay(20);
    const { right } = page.getBoundingClientRect();
    for (const row of [...parts(page, 'receipt-line'), ...parts(page, 'receipt-fact')]) {
      const range = document.createRange();
      range.selectNodeContents(row);
      expect(range.getBoundingClientRect().right).to.be.at.most(right);
    }
  });

  it('is followed by the ddb-debt-load event of the read that caused it', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    await payAtGateway(element, server);
    const page = await nextPage(element, server, returnUrl('accepted'));
    const events = recordEvents(page, 'ddb-debt-load');
    server.fees = [];
    await page.refresh();
    await waitUntil(() => events.length);
    expect(hasPart(page, 'receipt')).to.be.true;
  });
});
