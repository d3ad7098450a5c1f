import { expect } from '@open-wc/testing';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  choose,
  resetPayment,
  storedPayment,
  threeDebts,
  pageOf,
  press,
  refusal,
  refused,
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
  parts,
  delay,
  partTexts,
  waitUntil,
  recordWarnings,
  textOf,
} from './fixture.js';

/** A page whose payment requests get this answer. */
async function answered(answer: Server['answer'], attributes: Record<string, string> = {}) {
  const server = serverOf(threeDebts());
  server.answer = answer;
  const element = await pageOf(server, attributes);
  return { server, element };
}

/** Expects that nothing is busy, and that every debt can be selected. */
function expectFree(element: DdbDebtOverview) {
  expect(countParts(element, 'choice')).to.equal(3);
  expect(hasPart(element, 'locked')).to.be.false;
  expect(parts(element, 'choice').some((box) => (box as HTMLInputElement).disabled)).to.be.false;
  expect(part(element, 'pay-all')?.getAttribute('aria-disabled')).to.equal('false');
  expect(textOf(part(element, 'pay-all'))).to.match(/· .*293[.,]06/);
}

const REFUSALS = [
  [409, 'payment-paying', /ved at blive betalt.*ikke startet/, /being paid.*No new payment/],
  [410, 'payment-paid', /allerede betalt.*ikke startet/, /already paid.*No new payment/],
  [422, 'payment-changed', /Beløbet har ændret sig.*ikke trukket/, /amount has changed.*not been/],
] as const;

describe('CONTRACT 6: refusals by problem+json', () => {
  afterEach(resetPayment);

  for (const [status, kind, danish, english] of REFUSALS) {
    for (const [lang, pattern] of [
      ['da', danish],
      ['en', english],
    ] as const) {
      it(`${status} has its own text and exactly one read (${lang})`, async () => {
        const { server, element } = await answered(() => refusal(status), { lang });
        expect(server.reads).to.equal(1);
        const box = await refused(element);
        expect(textOf(box)).to.match(pattern);
        expect(box?.part.contains(kind)).to.be.true;
        expect(box?.closest('[aria-live]')?.getAttribute('aria-live')).to.equal('assertive');
        expect(countParts(element, 'payment')).to.equal(1);
        expect(server.reads).to.equal(2);
        expect([server.starts.length, server.posted.length]).to.deep.equal([1, 0]);
        expectFree(element);
        expect(storedPayment()).to.be.null;
      });
    }

    it(`${status}: the next request has a new key`, async () => {
      const { server, element } = await answered(() => refusal(status));
      await refused(element);
      press(element, 'pay-all');
      await waitUntil(() => server.starts.length === 2);
      expect(server.starts[1]?.key).not.to.equal(server.starts[0]?.key);
    });

    for (const type of ['application/problem+json; charset=utf-8', 'Application/Problem+JSON']) {
      it(`${status} as ${type} is handled the same`, async () => {
        const { element } = await answered(() => refusal(status, type));
        expect((await refused(element))?.part.contains(kind)).to.be.true;
      });
    }

    for (const type of ['text/html', 'application/json', '']) {
      it(`${status} as ${type || 'nothing'} is not a refusal by the payment host`, async () => {
        const lines = recordWarnings();
        const { server, element } = await answered(() => refusal(status, type));
        const box = await refused(element);
        expect(box?.part.contains('payment-invalid')).to.be.true;
        expect(textOf(box))
          .to.match(/ikke trukket penge/)
          .and.not.to.match(/betalt|ændret/);
        expect(lines.join()).to.match(new RegExp(`dibs-payment-url.*${status}`));
        expect(server.posted.length).to.equal(0);
      });
    }
  }

  it('422: the debts of the new read are shown and paid', async () => {
    const { server, element } = await answered(({ order }) => {
      if (order.amount === 29_306) return refusal(422);
      return toForm();
    });
    server.fees = threeDebts();
    press(element, 'pay-all');
    server.fees = threeDebts().map((each) => (each.feeId === 1 ? { ...each, amount: 71 } : each));
    await waitUntil(() => hasPart(element, 'payment-changed') && server.reads === 2);
    await waitUntil(() => /294,06/.test(textOf(part(element, 'pay-all'))));
    await payAtGateway(element, server);
    expect(server.starts[1]?.order.amount).to.equal(29_406);
  });

  it('410: debts that are already paid are no longer listed', async () => {
    const { server, element } = await answered(() => refusal(410));
    press(element, 'pay-all');
    server.fees = [];
    await waitUntil(() => hasPart(element, 'empty'));
    expect(textOf(part(element, 'payment-paid'))).to.include('allerede betalt');
    expect(hasPart(element, 'pay-button')).to.be.false;
  });

  it('the text stays until the next request', async () => {
    const server = serverOf(threeDebts());
    server.answer = () => refusal(409);
    const element = await pageOf(server);
    await refused(element);
    await choose(element, 0);
    await element.refresh();
    expect(hasPart(element, 'payment-paying')).to.be.true;
    const next = deferred<Response>();
    server.answer = () => next.promise;
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length === 2);
    await element.updateComplete;
    expect(hasPart(element, 'payment')).to.be.false;
    next.resolve(refusal(422));
    await waitUntil(() => hasPart(element, 'payment-changed'));
    expect(countParts(element, 'payment')).to.equal(1);
  });
});

describe('CONTRACT 6: the patron is no longer logged in', () => {
  afterEach(resetPayment);

  for (const status of [401, 403]) {
    for (const [lang, pattern] of [
      ['da', /Log ind igen for at betale.*ikke trukket penge/],
      ['en', /Log in again to pay.*not been charged/],
    ] as const) {
      it(`${status}: a text, the login link, and ddb-debt-auth (${lang})`, async () => {
        const { server, element } = await answered(() => json({}, { status }), { lang });
        element.innerHTML = '<a slot="login" href="/login">Log ind</a>';
        const events = recordEvents(element, 'ddb-debt-auth');
        const box = await refused(element);
        expect(textOf(box)).to.match(pattern);
        expect(box?.part.contains('payment-login')).to.be.true;
        expect(box?.querySelector('slot[name=login]') === null).to.be.false;
        expect(element.querySelector('a')?.getClientRects().length).to.equal(1);
        expect(events.length).to.equal(1);
        expect(server.posted.length).to.equal(0);
        expectFree(element);
      });
    }
  }

  it('if the debts are refused, too, they are removed', async () => {
    const { server, element } = await answered(() => json({}, { status: 401 }));
    element.innerHTML = '<a slot="login" href="/login">Log ind</a>';
    server.list = () => json({}, { status: 401 });
    press(element, 'pay-all');
    await waitUntil(() => hasPart(element, 'payment-login') && hasPart(element, 'login'));
    expect(countParts(element, 'debt')).to.equal(0);
    expect(element.shadowRoot?.querySelectorAll('slot[name=login]').length).to.equal(1);
    expect(part(element, 'login')?.querySelector('slot') === null).to.be.false;
    expect(element.querySelector('a')?.getClientRects().length).to.equal(1);
  });

  it('a refusal is not shown to a patron who has logged out since', async () => {
    const { server, element } = await answered(() => refusal(409));
    await refused(element);
    server.list = () => json({}, { status: 401 });
    await element.refresh();
    expect(hasPart(element, 'login')).to.be.true;
    expect(hasPart(element, 'payment-paying')).to.be.false;
  });

  it('after a login the same request has the same key', async () => {
    const { server, element } = await answered(() => json({}, { status: 401 }));
    await refused(element);
    server.answer = () => toForm();
    await payAtGateway(element, server);
    expect(server.starts[1]?.key).to.equal(server.starts[0]?.key);
  });
});

describe('CONTRACT 6: no answer', () => {
  afterEach(resetPayment);

  const NO_ANSWER: Record<string, Server['answer']> = {
    'a 429': () => json({}, { status: 429 }),
    'a 500': () => json({}, { status: 500 }),
    'a 502 page': () => new Response('<html>', { status: 502 }),
    'a 503 with Retry-After': () => json({}, { status: 503, headers: { 'Retry-After': '1' } }),
    'a 504 that calls itself a problem': () => refusal(504),
    'no network': () => Promise.reject(new TypeError('Failed to fetch')),
    'an answer that breaks off': () =>
      new Response(new ReadableStream({ start: (to) => to.error(new Error('reset')) })),
  };
  for (const [what, answer] of Object.entries(NO_ANSWER)) {
    it(`${what}: a text, and a second try by the patron has the same key and body`, async () => {
      const { server, element } = await answered(answer);
      const box = await refused(element);
      expect(box?.part.contains('payment-lost')).to.be.true;
      expect(textOf(box)).to.match(/lige nu.*ikke trukket penge.*Prøv igen/);
      expectFree(element);
      await delay(100);
      expect([server.starts.length, server.posted.length]).to.deep.equal([1, 0]);
      server.answer = () => toForm();
      await payAtGateway(element, server);
      const [first, second] = server.starts;
      expect(server.starts.length).to.equal(2);
      expect([second?.key, second?.body]).to.deep.equal([first?.key, first?.body]);
    });
  }

  it('the text in English', async () => {
    const { element } = await answered(() => json({}, { status: 500 }), { lang: 'en' });
    expect(textOf(await refused(element))).to.match(/right now.*not been charged.*Try again/);
  });

  it('a timeout after 15 s: the same, and a late answer has no effect', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const late = deferred<Response>();
    const { server, element } = await answered(() => late.promise);
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length);
    await clock.tickAsync(14_900);
    expect(hasPart(element, 'payment')).to.be.false;
    await clock.tickAsync(200);
    await waitUntil(() => hasPart(element, 'payment-lost'));
    expect(server.starts[0]?.init.signal?.aborted).to.be.true;
    late.resolve(toForm());
    await delay(30);
    expect(server.posted.length).to.equal(0);
    expectFree(element);
    server.answer = () => toForm();
    await payAtGateway(element, server);
    expect(server.starts[1]?.key).to.equal(server.starts[0]?.key);
  });

  it('a timeout while waiting for the token: nothing is sent when the token arrives', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const late = deferred<string>();
    let tokenRequests = 0;
    const server = serverOf(threeDebts());
    const getToken = () => (tokenRequests++ ? late.promise : 'token');
    const element = await pageOf(server, {}, { properties: { getToken } });
    press(element, 'pay-all');
    await waitUntil(() => tokenRequests === 2);
    await clock.tickAsync(15_000);
    await waitUntil(() => hasPart(element, 'payment-lost'));
    late.resolve('token');
    await delay(30);
    expect(server.starts.length).to.equal(0);
  });

  it('the same debts have the same key, selected one by one or all at once', async () => {
    const { server, element } = await answered(() => json({}, { status: 500 }));
    await choose(element, 2, 1, 0);
    await refused(element, 'pay-selected');
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length === 2);
    const [first, second] = server.starts;
    expect([second?.key, second?.body]).to.deep.equal([first?.key, first?.body]);
  });

  it('another selection has another key', async () => {
    const { server, element } = await answered(() => json({}, { status: 500 }));
    await choose(element, 0, 1);
    await refused(element, 'pay-selected');
    await choose(element, 1);
    await refused(element, 'pay-selected');
    await choose(element, 1);
    await refused(element, 'pay-selected');
    const keys = server.starts.map(({ key }) => key);
    expect(new Set(keys.slice(0, 2)).size).to.equal(2);
    expect(server.starts.map(({ order }) => order.feeIds)).to.deep.equal([
      ['1', '2'],
      ['1'],
      ['1', '2'],
    ]);
  });

  it('another amount of the same debts has another key', async () => {
    const { server, element } = await answered(() => json({}, { status: 500 }));
    await refused(element);
    server.fees = threeDebts().map((each) => (each.feeId === 1 ? { ...each, amount: 71 } : each));
    await element.refresh();
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length === 2);
    expect(server.starts[1]?.key).not.to.equal(server.starts[0]?.key);
    expect(server.starts[1]?.order.amount).to.equal(29_406);
  });

  it('the key survives a reload', async () => {
    const { server, element } = await answered(() => json({}, { status: 500 }));
    await refused(element);
    element.remove();
    server.answer = () => toForm();
    const next = await pageOf(server);
    expectFree(next);
    await payAtGateway(next, server);
    expect(server.starts[1]?.key).to.equal(server.starts[0]?.key);
  });

  it('a reload during the request: the text says that there was no answer', async () => {
    const { server, element } = await answered(() => new Promise(() => undefined));
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length);
    element.remove();
    expect(server.starts[0]?.init.signal?.aborted).to.be.true;
    server.answer = () => toForm();
    const next = await pageOf(server);
    expect(hasPart(next, 'payment-lost')).to.be.true;
    expectFree(next);
    await payAtGateway(next, server);
    expect(server.starts[1]?.key).to.equal(server.starts[0]?.key);
  });

  it('after 35 minutes the payment host has dropped the order: another key', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { server, element } = await answered(() => json({}, { status: 500 }));
    await refused(element);
    await clock.tickAsync(35 * 60_000);
    press(element, 'pay-all');
    await waitUntil(() => server.starts.length === 2);
    expect(server.starts[1]?.key).not.to.equal(server.starts[0]?.key);
  });
});

describe('CONTRACT 6: any other refusal', () => {
  afterEach(resetPayment);

  for (const [what, answer, warning] of [
    ['400', () => json({}, { status: 400 }), '400'],
    ['404', () => new Response('Not found', { status: 404 }), '404'],
    ['405', () => refusal(405), '405'],
    ['a redirect', () => Response.redirect('/login', 302), '302'],
    ['a redirect that was not followed', () => Response.error(), 'redirect'],
  ] as const) {
    it(`${what}: nothing is charged, and the console names the reason`, async () => {
      const lines = recordWarnings();
      const { server, element } = await answered(answer);
      const box = await refused(element);
      expect(box?.part.contains('payment-invalid')).to.be.true;
      expect(textOf(box)).to.match(/ikke trukket penge.*Kontakt biblioteket/);
      expect(lines.filter((line) => /dibs-payment-url/.test(line))).to.have.length(1);
      expect(lines.join()).to.include(warning);
      expect(server.posted.length).to.equal(0);
      expect(partTexts(element, 'pay-button')).to.have.length(2);
      expectFree(element);
    });
  }
});
