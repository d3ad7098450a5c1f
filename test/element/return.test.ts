import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import {
  returnUrl,
  choose,
  resetPayment,
  setPageUrl,
  storedPayment,
  nextPage,
  openPageOf,
  otherTab,
  threeDebts,
  pageOf,
  passTime,
  payAtGateway,
  press,
  serverOf,
  type Server,
} from './payment-fixture.js';
import {
  clockAt,
  countParts,
  hasPart,
  setHidden,
  json,
  PAGE,
  part,
  delay,
  viewText,
  partTexts,
  settled,
  container,
  waitUntil,
  textOf,
} from './fixture.js';

type Attributes = Record<string, string>;

/** A page that has navigated to the gateway to pay the debts at these indices; all of them by default. */
async function sentOff(indices: readonly number[] = [], fees: object[] = threeDebts()) {
  const server = serverOf(fees);
  const element = await pageOf(server);
  await choose(element, ...indices);
  await payAtGateway(element, server, indices.length ? 'pay-selected' : 'pay-all');
  return { server, element };
}

/** The page after the return with that result, with an unchanged list. */
async function back(result: string, indices: readonly number[] = [], attributes: Attributes = {}) {
  const { server, element } = await sentOff(indices);
  server.reads = 0;
  return { server, element: await nextPage(element, server, returnUrl(result), attributes) };
}

describe('CONTRACT 6: the result of a payment is announced', () => {
  afterEach(resetPayment);

  for (const result of ['failed', 'cancelled', 'accepted'])
    it(`a moment after its live region is drawn: ${result}`, async () => {
      const { element } = await back(result);
      const region = part(element, 'results') as HTMLElement;
      expect(region.getAttribute('aria-live')).to.equal('polite');
      const [notice] = region.children as unknown as [HTMLElement];
      // As on the first draw.
      region.replaceWith(region);
      // Firefox gives the starting style only after a layout.
      notice.getBoundingClientRect();
      expect(getComputedStyle(notice).visibility).to.equal('hidden');
      for (const animation of notice.getAnimations()) animation.finish();
      expect(getComputedStyle(notice).visibility).to.equal('visible');
    });
});

const without = (...feeIds: number[]) =>
  threeDebts().filter(({ feeId }) => !feeIds.includes(feeId));

const withStatus = (statuses: Record<number, string>): object[] =>
  threeDebts().map((each) => ({ ...each, paymentStatus: statuses[each.feeId] }));

const seconds = (server: Server, clock: sinon.SinonFakeTimers) => {
  const started = Date.now();
  const at: number[] = [];
  let known = server.reads;
  return async (length: number) => {
    for (let second = 0; second < length; second++) {
      await passTime(clock, 1);
      while (known < server.reads) {
        known++;
        at.push(Math.round((Date.now() - started) / 1000));
      }
    }
    return at;
  };
};

describe('CONTRACT 6: accepted', () => {
  afterEach(resetPayment);

  for (const [lang, text, lock] of [
    [
      'da',
      /^Din betaling på 262,56 kr\. er modtaget.*registreret.*ikke betale igen.*order-1/,
      'Betalingen er ved at blive registreret',
    ],
    [
      'en',
      /^Your payment of DKK 262\.56 has been received.*Do not pay again.*order-1/,
      'The payment is being registered',
    ],
  ] as const) {
    it(`those debts are shown as being registered, and cannot be selected (${lang})`, async () => {
      const { element } = await back('accepted', [0, 1], { lang });
      expect(textOf(part(element, 'payment-registering'))).to.match(text);
      expect(
        part(element, 'payment-registering')?.closest('[aria-live]')?.getAttribute('aria-live'),
      ).to.equal('polite');
      expect(partTexts(element, 'locked')).to.deep.equal([lock, lock]);
      expect(countParts(element, 'debt')).to.equal(3);
      // The third is the only one left.
      expect(hasPart(element, 'choice', 'payment-open')).to.be.false;
      expect(partTexts(element, 'pay-button').join()).to.match(/^(Betal|Pay)\D* 30[,.]50( kr\.)?$/);
    });
  }

  it('when all debts are paid, there is no button, and a text says why', async () => {
    const { element } = await back('accepted');
    expect(hasPart(element, 'choice', 'pay-button')).to.be.false;
    expect(textOf(part(element, 'no-action'))).to.include(
      'ved at blive registreret. Du skal ikke betale igen',
    );
  });

  it('one read serves the list and the payment', async () => {
    const { server } = await back('accepted');
    await delay(50);
    expect(server.reads).to.equal(1);
  });

  it('gone from the list: a receipt, and nothing is stored', async () => {
    const { server, element } = await sentOff([0, 1]);
    server.fees = without(1, 2);
    const page = await nextPage(element, server, returnUrl('accepted'));
    expect(textOf(part(page, 'receipt'))).to.match(/262,56 kr\..*order-1/);
    expect(hasPart(page, 'payment-registering', 'payment', 'locked')).to.be.false;
    expect(storedPayment()).to.be.null;
    expect(partTexts(page, 'pay-button')).to.deep.equal(['Betal 30,50 kr.']);
  });

  it('first listed, then gone: registered, then a receipt', async () => {
    const { server, element } = await back('accepted', [0]);
    expect(hasPart(element, 'payment-registering')).to.be.true;
    server.fees = without(1);
    await element.refresh();
    expect(hasPart(element, 'payment-registering', 'locked')).to.be.false;
    expect(hasPart(element, 'receipt')).to.be.true;
    expect(storedPayment()).to.be.null;
  });

  it('one of two is gone: still being registered, and the receipt comes when both are gone', async () => {
    const { server, element } = await back('accepted', [0, 1]);
    server.fees = without(1);
    await element.refresh();
    expect(hasPart(element, 'receipt')).to.be.false;
    expect(textOf(part(element, 'payment-registering'))).to.include('262,56 kr.');
    expect(countParts(element, 'locked')).to.equal(1);
    server.fees = without(1, 2);
    await element.refresh();
    expect(textOf(part(element, 'receipt'))).to.include('262,56 kr.');
  });

  it('survives a reload', async () => {
    const { server, element } = await back('accepted', [0]);
    const again = await nextPage(element, server);
    expect(hasPart(again, 'payment-registering')).to.be.true;
    expect(countParts(again, 'locked')).to.equal(1);
    server.fees = without(1);
    await again.refresh();
    expect(hasPart(again, 'receipt')).to.be.true;
  });

  it('another debt can be paid meanwhile, and each has its own receipt', async () => {
    const { server, element } = await back('accepted', [0]);
    await choose(element, 0);
    server.answer = () =>
      json({ orderId: 'order-2', form: { action: `${location.origin}/pay`, fields: {} } });
    await payAtGateway(element, server, 'pay-selected');
    expect(server.starts[1]?.order).to.deep.include({ feeIds: ['2'], amount: 19_256 });
    const page = await nextPage(element, server, returnUrl('accepted', 'order-2'));
    expect(countParts(page, 'payment-registering')).to.equal(2);
    server.fees = without(1, 2);
    await page.refresh();
    expect(partTexts(page, 'receipt').join()).to.match(/order-1.*order-2/);
    expect(storedPayment()).to.be.null;
  });

  it('a failed read does not change it', async () => {
    const { server, element } = await back('accepted', [0]);
    server.list = () => json({}, { status: 404 });
    await element.refresh();
    expect(hasPart(element, 'payment-registering')).to.be.true;
    expect(hasPart(element, 'receipt', 'payment-failed')).to.be.false;
  });

  it('a read with entries that cannot be parsed does not change it', async () => {
    const { server, element } = await back('accepted', [0]);
    server.fees = [...without(1), { payableByClient: true, amount: 70 }];
    await element.refresh();
    expect(hasPart(element, 'payment-registering')).to.be.true;
    expect(hasPart(element, 'receipt')).to.be.false;
  });

  it('a list from another endpoint does not change it', async () => {
    const { server, element } = await back('accepted', [0]);
    const nowhere = serverOfOthers(server);
    const other = openPageOf(nowhere, { 'fees-url': '/others' });
    await settled(other);
    expect(hasPart(element, 'payment-registering')).to.be.true;
    expect(hasPart(element, 'receipt')).to.be.false;
    expect(hasPart(other, 'receipt')).to.be.false;
  });

  it('two elements on the page show the same', async () => {
    const { server, element } = await back('accepted', [0]);
    const second = await pageOf(server);
    expect(textOf(part(second, 'payment-registering'))).to.equal(
      textOf(part(element, 'payment-registering')),
    );
    server.fees = without(1);
    await element.refresh();
    await second.updateComplete;
    expect([element, second].map((each) => countParts(each, 'receipt'))).to.deep.equal([1, 1]);
  });
});

/** The same server, for a patron who has no debts there. */
const serverOfOthers = (server: Server): Server => ({
  ...server,
  fetcher: () => Promise.resolve(json([])),
});

describe('CONTRACT 6: the widget reads again, a limited number of times, until they are gone', () => {
  afterEach(resetPayment);

  const READ_TIMES = [2, 5, 10, 18, 31, 52, 86];

  async function acceptedPage() {
    const { server, element } = await sentOff([0, 1]);
    const clock = clockAt('2022-06-01T10:00:00Z');
    const page = await nextPage(element, server, returnUrl('accepted'));
    return { server, clock, page, pass: seconds(server, clock) };
  }

  it('seven times in a minute and a half; then it says not to pay again', async () => {
    const { server, clock, page, pass } = await acceptedPage();
    expect(await pass(85)).to.deep.equal(READ_TIMES.slice(0, 6));
    expect(hasPart(page, 'payment-registering')).to.be.true;
    expect(await pass(2)).to.deep.equal(READ_TIMES);
    await waitUntil(() => hasPart(page, 'payment-received'));
    expect(textOf(part(page, 'payment-received'))).to.match(
      /262,56 kr\. er modtaget.*Du skal ikke betale igen.*kontakt biblioteket.*order-1/,
    );
    expect(hasPart(page, 'payment-registering')).to.be.false;
    expect(countParts(page, 'locked')).to.equal(2);
    const reads = server.reads;
    await clock.tickAsync(30 * 60_000);
    expect(server.reads).to.equal(reads);
    expect(hasPart(page, 'payment-received')).to.be.true;
  });

  it('the text in English', async () => {
    const { clock, page } = await acceptedPage();
    page.lang = 'en';
    await passTime(clock, 90);
    await waitUntil(() => hasPart(page, 'payment-received'));
    expect(textOf(part(page, 'payment-received'))).to.match(
      /has been received.*Do not pay again.*order-1/,
    );
  });

  it('no more once they are gone', async () => {
    const { server, page, pass } = await acceptedPage();
    await pass(6);
    server.fees = without(1, 2);
    expect(await pass(5)).to.deep.equal(READ_TIMES.slice(0, 3));
    await waitUntil(() => hasPart(page, 'receipt'));
    expect(await pass(120)).to.deep.equal(READ_TIMES.slice(0, 3));
    expect(hasPart(page, 'payment-received')).to.be.false;
  });

  it('a late receipt, by any read', async () => {
    const { server, clock, page } = await acceptedPage();
    await passTime(clock, 90);
    await waitUntil(() => hasPart(page, 'payment-received'));
    server.fees = without(1, 2);
    await page.refresh();
    expect(hasPart(page, 'receipt')).to.be.true;
    expect(hasPart(page, 'payment-received')).to.be.false;
    expect(storedPayment()).to.be.null;
  });

  it('not while the page is hidden', async () => {
    const { server, page, pass } = await acceptedPage();
    await pass(3);
    setHidden(true);
    expect(await pass(60)).to.deep.equal([2]);
    setHidden(false);
    await waitUntil(() => server.reads > 2);
    expect(hasPart(page, 'payment-registering')).to.be.true;
  });

  it('not by an element that was removed', async () => {
    const { server, clock, page } = await acceptedPage();
    const { reads } = server;
    page.remove();
    await passTime(clock, 120);
    expect(server.reads).to.equal(reads);
    expect(clock.countTimers()).to.equal(0);
  });

  it('after a day nothing is locked', async () => {
    const { server, clock, page } = await acceptedPage();
    await passTime(clock, 90);
    await waitUntil(() => hasPart(page, 'payment-received'));
    // An open page looks at the clock each minute.
    clock.setSystemTime(Date.now() + 24 * 60 * 60_000);
    await clock.tickAsync(60_001);
    await page.refresh();
    expect(server.fees.length).to.equal(3);
    expect(hasPart(page, 'payment-received', 'locked')).to.be.false;
    expect(countParts(page, 'choice')).to.equal(3);
    expect(storedPayment()).to.be.null;
  });
});

describe('CONTRACT 6: cancelled, failed', () => {
  afterEach(resetPayment);

  for (const [result, lang, text] of [
    ['cancelled', 'da', 'Betalingen er annulleret. Der er ikke trukket penge.'],
    ['cancelled', 'en', 'The payment is cancelled. You have not been charged.'],
    ['failed', 'da', 'Betalingen blev ikke gennemført. Der er ikke trukket penge. Prøv igen.'],
    ['failed', 'en', 'The payment did not go through. You have not been charged. Try again.'],
  ] as const) {
    it(`${result} has its text, and nothing is locked (${lang})`, async () => {
      const { server, element } = await back(result, [0], { lang });
      expect(partTexts(element, 'payment')).to.deep.equal([text]);
      expect(hasPart(element, `payment-${result}`)).to.be.true;
      expect(countParts(element, 'choice')).to.equal(3);
      expect(hasPart(element, 'locked', 'payment-open')).to.be.false;
      expect(storedPayment()).to.be.null;
      await delay(30);
      expect(server.reads).to.equal(1);
      await choose(element, 0);
      await payAtGateway(element, server, 'pay-selected');
      expect(server.starts[1]?.key).not.to.equal(server.starts[0]?.key);
      expect(hasPart(element, 'payment')).to.be.false;
    });

    it(`${result} is not repeated by the next page (${lang})`, async () => {
      const { server, element } = await back(result, [0], { lang });
      const next = await nextPage(element, server);
      expect(hasPart(next, 'payment')).to.be.false;
    });
  }

  it('a forged result does not cancel an order that was paid', async () => {
    const { server, element } = await back('accepted', [0]);
    for (const result of ['cancelled', 'failed']) {
      const next = await nextPage(element, server, returnUrl(result));
      expect(hasPart(next, 'payment-registering')).to.be.true;
      expect(hasPart(next, `payment-${result}`)).to.be.false;
      expect(countParts(next, 'locked')).to.equal(1);
      next.remove();
    }
  });
});

describe('CONTRACT 6: paymentStatus after accepted', () => {
  afterEach(resetPayment);

  for (const status of ['reserved', 'pending', 'completed']) {
    it(`${status}: still being registered`, async () => {
      const { server, element } = await sentOff([0]);
      server.fees = withStatus({ 1: status });
      const page = await nextPage(element, server, returnUrl('accepted'));
      expect(hasPart(page, 'payment-registering')).to.be.true;
      expect(partTexts(page, 'locked')).to.deep.equal(['Betalingen er ved at blive registreret']);
    });
  }

  it('failed: the text says so, and nothing is locked', async () => {
    const { server, element } = await sentOff([0, 1]);
    server.fees = withStatus({ 1: 'failed', 2: 'failed' });
    const page = await nextPage(element, server, returnUrl('accepted'));
    expect(hasPart(page, 'payment-failed')).to.be.true;
    expect(hasPart(page, 'payment-registering', 'receipt', 'locked')).to.be.false;
    expect(countParts(page, 'choice')).to.equal(3);
    expect(storedPayment()).to.be.null;
  });

  it('one of two failed, the other is gone: a receipt only for the paid one', async () => {
    const { server, element } = await back('accepted', [0, 1]);
    server.fees = withStatus({ 2: 'failed' }).slice(1);
    await element.refresh();
    expect(textOf(part(element, 'payment-partly'))).to.match(
      /^Kun en del er betalt\. Der er ikke trukket penge for resten\./,
    );
    expect(partTexts(element, 'receipt-line')).to.have.length(1);
    expect(hasPart(element, 'payment-registering', 'payment-failed')).to.be.false;
    expect(storedPayment()).to.be.null;
  });

  it('the text in English', async () => {
    const { server, element } = await back('accepted', [0, 1], { lang: 'en' });
    server.fees = withStatus({ 2: 'failed' }).slice(1);
    await element.refresh();
    expect(textOf(part(element, 'payment-partly'))).to.match(
      /^Only a part is paid\. You have not been charged for the rest\./,
    );
  });

  it('one of two failed, the other is still listed: being registered', async () => {
    const { server, element } = await back('accepted', [0, 1]);
    server.fees = withStatus({ 2: 'failed' });
    await element.refresh();
    expect(hasPart(element, 'payment-registering')).to.be.true;
    expect(hasPart(element, 'payment-partly', 'payment-failed')).to.be.false;
  });

  it('an earlier failure does not apply to it', async () => {
    const { server, element } = await sentOff([0], withStatus({ 1: 'failed' }));
    const page = await nextPage(element, server, returnUrl('accepted'));
    expect(hasPart(page, 'payment-registering')).to.be.true;
    expect(hasPart(page, 'payment-failed')).to.be.false;
    expect(countParts(page, 'locked')).to.equal(1);
    server.fees = without(1);
    await page.refresh();
    expect(hasPart(page, 'receipt')).to.be.true;
  });
});

describe('CONTRACT 6: only an order that was started in this tab has a result', () => {
  afterEach(resetPayment);

  const nothingSaid = (element: Element) =>
    !hasPart(element, 'payment', 'receipt', 'locked') && countParts(element, 'choice') === 3;
  /** A sentence that claims nothing, and nothing is locked. */
  const nothingClaimed = (element: Element) =>
    partTexts(element, 'payment').join() ===
      'Har du lige betalt? Så kan der gå lidt tid, før det ses her. Betal ikke det samme igen.' &&
    !hasPart(element, 'receipt', 'locked') &&
    countParts(element, 'choice') === 3;

  for (const result of ['accepted', 'cancelled', 'failed', 'ACCEPTED', 'xyz', '']) {
    it(`no payment was started: ddb-result=${result} claims nothing, and is removed`, async () => {
      const server = serverOf(threeDebts());
      await setPageUrl(returnUrl(result));
      const element = await pageOf(server);
      await delay(30);
      expect(nothingClaimed(element)).to.be.true;
      expect(location.href).to.equal(PAGE);
      expect([server.reads, storedPayment()]).to.deep.equal([1, null]);
    });
  }

  for (const [what, address] of Object.entries({
    'another order': returnUrl('accepted', 'order-2'),
    'another order, cancelled': returnUrl('cancelled', 'order-2'),
    'no order': '/?ddb-result=accepted&a=1',
    'an empty order': returnUrl('accepted', ''),
    'the order in another case': returnUrl('accepted', 'ORDER-1'),
    'the order with a suffix': returnUrl('accepted', 'order-1%20'),
    'no result': '/?ddb-order=order-1',
    'an unknown result': returnUrl('paid'),
    'a result in another case': returnUrl('Accepted'),
    'an empty result': returnUrl(''),
  })) {
    it(`${what}: the open payment stays open`, async () => {
      const { server, element } = await sentOff([0]);
      const page = await nextPage(element, server, address);
      expect(hasPart(page, 'payment-open')).to.be.true;
      expect(hasPart(page, 'payment-registering', 'receipt', 'payment-cancelled', 'payment-failed'))
        .to.be.false;
      expect(location.href).not.to.include('ddb-');
    });
  }

  it('the return URL of an ended payment claims nothing', async () => {
    const { server, element } = await sentOff([0]);
    server.fees = without(1);
    const page = await nextPage(element, server, returnUrl('accepted'));
    expect(hasPart(page, 'receipt')).to.be.true;
    for (const result of ['accepted', 'cancelled']) {
      server.fees = threeDebts();
      const again = await nextPage(
        container.firstElementChild as Element,
        server,
        returnUrl(result),
      );
      expect(nothingClaimed(again)).to.be.true;
    }
  });

  it('the result is never inserted as markup', async () => {
    const server = serverOf(threeDebts());
    await setPageUrl(returnUrl('%3Cimg%20src=x%3E', '%3Cimg%20src=x%3E'));
    const element = await pageOf(server);
    expect(element.shadowRoot?.querySelector('img') === null).to.be.true;
    expect(viewText(element)).not.to.include('<img');
  });

  for (const [what, value] of Object.entries({
    'no JSON': '{',
    'JSON of another kind': '[1]',
    null: 'null',
    'half of the JSON': '{"version":6}',
    'a value of the page': '"hello"',
  })) {
    it(`a stored state with ${what} is ignored`, async () => {
      sessionStorage.setItem('ddb-debt-payment', value);
      const server = serverOf(threeDebts());
      const element = await pageOf(server);
      expect(nothingSaid(element)).to.be.true;
      await payAtGateway(element, server);
      expect(server.starts.length).to.equal(1);
    });
  }

  it('what another version has stored is kept, and nothing is paid without being stored', async () => {
    const stored = `{"version":4,"current":{"is":"open","order":{"requestedAt":${Date.now()}}}}`;
    sessionStorage.setItem('ddb-debt-payment', stored);
    const server = serverOf(threeDebts());
    const element = await pageOf(server);
    press(element, 'pay-all');
    await waitUntil(() => hasPart(element, 'payment-storage'));
    expect([storedPayment(), server.starts.length]).to.deep.equal([stored, 0]);
  });
});

describe('CONTRACT 2, 6: an element that cannot pay uses nothing of the payment', () => {
  afterEach(resetPayment);

  for (const [what, attributes] of Object.entries({
    'without dibs-payment-url': { 'dibs-payment-url': '' },
    'with a bad dibs-payment-url': { 'dibs-payment-url': 'javascript:alert(1)' },
    'for the new system only': { systems: 'oir' },
    'in a preview': { 'preview-date': '2022-06-01' },
  } as Record<string, Attributes>)) {
    it(`${what}: no storage, no channel, and no change of the URL`, async () => {
      const { server, element } = await sentOff([0]);
      element.remove();
      const stored = storedPayment();
      const address = returnUrl('accepted');
      await setPageUrl(address);
      const tab = otherTab();
      const touched = (['getItem', 'setItem', 'removeItem'] as const).map((name) =>
        sinon.spy(Storage.prototype, name),
      );
      const replaced = sinon.spy(history, 'replaceState');
      const page = await pageOf(server, attributes);
      await page.refresh();
      await delay(20);
      expect(touched.map((spy) => spy.callCount)).to.deep.equal([0, 0, 0]);
      expect([replaced.callCount, tab.messages.length]).to.deep.equal([0, 0]);
      expect(location.href).to.equal(address);
      expect(hasPart(page, 'payment', 'receipt')).to.be.false;
      page.remove();
      expect(storedPayment()).to.equal(stored);
    });
  }

  it('registers as soon as it can pay', async () => {
    const { server, element } = await sentOff([0]);
    const page = await nextPage(element, server, returnUrl('accepted'), { systems: 'oir' });
    expect(location.search).to.include('ddb-order');
    page.removeAttribute('systems');
    await page.updateComplete;
    await waitUntil(() => hasPart(page, 'payment-registering'));
    expect(location.search).not.to.include('ddb-order');
  });
});
