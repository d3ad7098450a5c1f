import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { fee } from '../../demo/fixtures.js';
import {
  backAt,
  choose,
  clearTill,
  nextPage,
  owed,
  pageOf,
  press,
  sendOff,
  serverOf,
  toForm,
} from './payment-stage.js';
import { clockAt, count, has, heard, part, parts, pause, readAll, until, words } from './stage.js';

/** A patron's second page, where all that was paid is gone at once. */
async function paid(
  fees: object[] = owed(),
  attributes: Record<string, string> = {},
  orderId = 'order-1',
) {
  const server = serverOf(fees);
  server.answer = () => toForm(orderId);
  const element = await pageOf(server, attributes);
  await sendOff(element, server);
  server.fees = [];
  const address = backAt('accepted', encodeURIComponent(orderId));
  return { server, page: await nextPage(element, server, address, attributes) };
}

describe('CONTRACT 6: the receipt', () => {
  afterEach(clearTill);

  it('has order, amount, date and what was paid', async () => {
    clockAt('2022-06-01T10:00:00Z');
    const { page } = await paid();
    expect(words(part(page, 'receipt')?.querySelector('h3'))).to.equal('Kvittering');
    expect(readAll(page, 'receipt-text')).to.deep.equal(['Du har betalt 293,06 kr.']);
    expect(readAll(page, 'receipt-fact')).to.deep.equal([
      'Ordrenummer: order-1',
      'Betalt: 1. juni 2022',
    ]);
    expect(readAll(page, 'receipt-line')).to.deep.equal([
      'Gebyr · Oprettet 6. april 2022 70,00 kr.',
      'Erstatning · Oprettet 7. maj 2022 192,56 kr.',
      'Gebyr · Oprettet 8. juni 2022 30,50 kr.',
    ]);
    expect(words(part(page, 'receipt')?.querySelector('[part=subtotal]'))).to.equal(
      'I alt 293,06 kr.',
    );
    expect(words(part(page, 'print-button'))).to.equal('Udskriv kvittering');
  });

  it('the same in English', async () => {
    clockAt('2022-06-01T10:00:00Z');
    const { page } = await paid(owed(), { lang: 'en' });
    expect(words(part(page, 'receipt')?.querySelector('h3'))).to.equal('Receipt');
    expect(readAll(page, 'receipt-text')).to.deep.equal(['You have paid DKK 293.06']);
    expect(readAll(page, 'receipt-fact')).to.deep.equal([
      'Order number: order-1',
      'Paid: 1 June 2022',
    ]);
    expect(readAll(page, 'receipt-line')[1]).to.equal(
      'Compensation · Created 7 May 2022 DKK 192.56',
    );
    expect(words(part(page, 'print-button'))).to.equal('Print receipt');
  });

  for (const [accepted, day] of [
    ['2022-06-30T21:30:00Z', '30. juni 2022'],
    ['2022-06-30T22:30:00Z', '1. juli 2022'],
  ] as const) {
    it(`its date is the day it was accepted, in Copenhagen: ${accepted}, ${day}`, async () => {
      const clock = clockAt(accepted);
      const server = serverOf(owed());
      const element = await pageOf(server);
      await sendOff(element, server);
      const page = await nextPage(element, server, backAt('accepted'));
      clock.setSystemTime(Date.now() + 12 * 60 * 60_000);
      server.fees = [];
      await page.refresh();
      expect(readAll(page, 'receipt-fact')[1]).to.equal(`Betalt: ${day}`);
    });
  }

  it('is of exactly what was paid, at the amounts that were paid', async () => {
    const server = serverOf(owed());
    const element = await pageOf(server);
    await choose(element, 0, 2);
    await sendOff(element, server, 'pay-selected');
    server.fees = [fee({ feeId: 2, amount: 192.56 }), fee({ feeId: 4, amount: 900 })];
    const page = await nextPage(element, server, backAt('accepted'));
    const rows = parts(page, 'receipt-line').map((row) => words(row.lastElementChild));
    expect(rows).to.deep.equal(['70,00 kr.', '30,50 kr.']);
    expect(readAll(page, 'receipt-text')[0]).to.include('100,50 kr.');
    expect(readAll(page, 'pay-all')).to.deep.equal(['Betal alle · 1.092,56 kr.']);
  });

  it('of a debt without a date, and of another type', async () => {
    const fees = [fee({ type: 'gift', creationDate: '', amount: 12.05 })];
    const { page } = await paid(fees);
    expect(readAll(page, 'receipt-line')).to.deep.equal(['Mellemværende 12,05 kr.']);
  });

  it('the order number is text, whatever the host calls it', async () => {
    const { page } = await paid(owed(), {}, '<b>ø & "1"</b>');
    expect(readAll(page, 'receipt-fact')[0]).to.equal('Ordrenummer: <b>ø & "1"</b>');
  });

  it('is told to those who do not see it, by a status that was there before', async () => {
    const server = serverOf(owed());
    const element = await pageOf(server);
    await sendOff(element, server);
    const page = await nextPage(element, server, backAt('accepted'));
    const status = part(page, 'payment-registering')?.parentElement;
    expect(status?.getAttribute('role')).to.equal('status');
    server.fees = [];
    await page.refresh();
    expect(part(page, 'receipt')?.parentElement === status).to.be.true;
  });

  it('is a region with a heading one below the widget’s own', async () => {
    const { page } = await paid(owed(), { 'heading-level': '3' });
    const receipt = part(page, 'receipt');
    const id = String(receipt?.getAttribute('aria-labelledby'));
    expect(receipt?.localName).to.equal('section');
    expect(words(page.shadowRoot?.getElementById(id))).to.equal('Kvittering');
    expect(receipt?.querySelector('h4') === null).to.be.false;
    const list = part(page, 'receipt-list');
    expect([list?.localName, list?.getAttribute('role')]).to.deep.equal(['ul', 'list']);
  });

  it('stands beside the words that nothing is owed', async () => {
    const { page } = await paid();
    expect(has(page, 'receipt') && has(page, 'empty')).to.be.true;
  });

  it('stays over a refresh, and is gone with the page', async () => {
    const { server, page } = await paid();
    await page.refresh();
    expect(count(page, 'receipt')).to.equal(1);
    const next = await nextPage(page, server);
    expect(has(next, 'receipt', 'payment')).to.be.false;
  });

  it('stays until the next payment is started', async () => {
    const { server, page } = await paid();
    server.fees = [fee(), fee()];
    await page.refresh();
    await choose(page, 0);
    expect(has(page, 'receipt')).to.be.true;
    await sendOff(page, server);
    expect(has(page, 'receipt')).to.be.false;
  });

  it('can be printed, by one press each time', async () => {
    const printed = sinon.stub(window, 'print');
    const { page } = await paid();
    press(page, 'print-button');
    press(page, 'print-button');
    expect(printed.callCount).to.equal(2);
  });

  it('in an app there is nothing to print with', async () => {
    const { page } = await paid(owed(), { channel: 'app', mobilepay: '' });
    expect(has(page, 'receipt')).to.be.true;
    expect(has(page, 'print-button')).to.be.false;
  });

  it('does not run out at the side of a phone, with a long order number', async () => {
    const { page } = await paid(owed(), {}, '4d5a6f'.repeat(12));
    page.style.cssText = 'display: block; inline-size: 320px';
    await pause(20);
    const { right } = page.getBoundingClientRect();
    for (const row of [...parts(page, 'receipt-line'), ...parts(page, 'receipt-fact')]) {
      const range = document.createRange();
      range.selectNodeContents(row);
      expect(range.getBoundingClientRect().right).to.be.at.most(right);
    }
  });

  it('the host hears of the read that brought it', async () => {
    const server = serverOf(owed());
    const element = await pageOf(server);
    await sendOff(element, server);
    const page = await nextPage(element, server, backAt('accepted'));
    const events = heard(page, 'ddb-debt-load');
    server.fees = [];
    await page.refresh();
    await until(() => events.length);
    expect(has(page, 'receipt')).to.be.true;
  });
});
