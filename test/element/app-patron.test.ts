import { expect } from '@open-wc/testing';
import { library } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import { installApp, removeApp, type App } from './native-app-fixture.js';
import {
  returnUrl,
  resetPayment,
  storedPayment,
  nextPage,
  payAtGateway,
  threeDebts,
  pageOf,
  passTime,
  press,
  serverOf,
  type Server,
} from './payment-fixture.js';
import {
  clockAt,
  container,
  countParts,
  deferred,
  hasPart,
  setHidden,
  json,
  part,
  delay,
  parts,
  mountSettled,
  waitUntil,
  textOf,
} from './fixture.js';

const APP = { channel: 'app', mobilepay: '' };
const LINK = new URL('#mobilepay', location.href).href;

/** Logs this patron in to the app. */
function logIn(app: App, patron: string, named = true): void {
  app.patron = named ? patron : undefined;
  app.token = () => `${patron}-token`;
}

async function pageOfAstrid(attributes: Record<string, string> = {}, named = true) {
  const app = installApp();
  logIn(app, 'astrid', named);
  const server = serverOf(threeDebts());
  server.answer = () => json({ orderId: 'order-1', redirectUrl: LINK });
  const element = await pageOf(server, { ...APP, ...attributes });
  return { app, server, element };
}

async function payBy(app: App, element: DdbDebtOverview): Promise<void> {
  press(element, 'pay-button');
  await waitUntil(() => app.messages('ddb-debt-open').length);
  await element.updateComplete;
}

const authorizations = (server: Server) =>
  server.starts.map(({ headers }) => headers.get('Authorization'));

async function reset(): Promise<void> {
  setHidden(false);
  removeApp();
  await resetPayment();
}

describe('CONTRACT 7: a page that is reloaded by another patron', () => {
  afterEach(reset);

  for (const result of ['accepted', 'cancelled', '']) {
    it(`shows nothing of the first patron’s payment (${result || 'no result'})`, async () => {
      const { app, server, element } = await pageOfAstrid();
      await payBy(app, element);
      logIn(app, 'bo');
      server.fees = [{ ...threeDebts()[0], feeId: 9, amount: 11 }];
      const page = await nextPage(element, server, result && returnUrl(result), APP);
      await delay(30);
      expect(countParts(page, 'debt')).to.equal(1);
      expect([...parts(page, 'payment'), ...parts(page, 'receipt')].length).to.equal(0);
      expect(textOf(part(page, 'base'))).not.to.include('order-1');
      expect(textOf(part(page, 'pay-button'))).to.equal('Betal 11,00 kr. med MobilePay');
    });
  }

  it('the first patron’s debts are still locked when the first patron returns', async () => {
    const { app, server, element } = await pageOfAstrid();
    await payBy(app, element);
    logIn(app, 'bo');
    const his = await nextPage(element, server, '', APP);
    logIn(app, 'astrid');
    const hers = await nextPage(his, server, '', APP);
    expect(countParts(hers, 'locked')).to.equal(3);
    expect(hasPart(hers, 'pay-button')).to.be.false;
  });

  it('reloaded by the same patron: the receipt', async () => {
    const { app, server, element } = await pageOfAstrid();
    await payBy(app, element);
    // A renewed token of the same patron.
    app.token = () => 'astrid-token-2';
    server.fees = [];
    const page = await nextPage(element, server, returnUrl('accepted'), APP);
    await waitUntil(() => hasPart(page, 'receipt'));
    expect(textOf(part(page, 'receipt')))
      .to.include('order-1')
      .and.to.include('293,06 kr.');
  });

  it('the patron is stored as a salted number, and only while a payment is in progress', async () => {
    const { app, element } = await pageOfAstrid();
    expect(storedPayment()).to.be.null;
    await payBy(app, element);
    expect(JSON.parse(storedPayment() ?? '{}').orders[0].order.patron).to.match(/^[\d-]+\.-?\d+$/);
    expect(storedPayment()).not.to.include('astrid');
  });
});

describe('CONTRACT 7: a payment with another patron’s token', () => {
  afterEach(reset);

  for (const named of [true, false]) {
    it(`is not started: the new patron’s debts are read (${named ? 'named' : 'by token'})`, async () => {
      const { app, server, element } = await pageOfAstrid({}, named);
      logIn(app, 'bo', named);
      server.fees = [];
      press(element, 'pay-button');
      await waitUntil(() => hasPart(element, 'empty'));
      expect(authorizations(server)).to.deep.equal([]);
      expect(app.messages('ddb-debt-open')).to.deep.equal([]);
    });
  }
});

describe('CONTRACT 7: another patron’s getToken', () => {
  afterEach(reset);

  const tokenOf = (patron: string) => ({ properties: { getToken: async () => `${patron}-token` } });

  it('clears the debts also when it is set while the element is not in the page', async () => {
    const server = serverOf(threeDebts());
    const element = await pageOf(server, {}, tokenOf('astrid'));
    element.remove();
    await delay();
    server.fees = [];
    element.getToken = async () => 'bo-token';
    await delay();
    container.append(element);
    await waitUntil(() => hasPart(element, 'empty'));
    expect(server.reads).to.equal(2);
  });

  it('hides the first patron’s payment also when two endpoints notice the change at once', async () => {
    const server = serverOf(threeDebts());
    const endpoints = { 'dibs-fees-url': '/fees', 'oir-fees-url': '/oir' };
    const fetcher: typeof fetch = async (url, init) =>
      url === '/oir' ? json([]) : server.fetcher(url, init);
    let patron = 'astrid';
    const properties = { getToken: async () => `${patron}-token`, fetcher };
    const first = await pageOf(server, endpoints, { properties });
    await payAtGateway(first, server);
    first.remove();
    await delay();
    const element = await pageOf(server, endpoints, { properties });
    expect(hasPart(element, 'payment-open')).to.be.true;
    patron = 'bo';
    await element.refresh();
    await element.updateComplete;
    expect(hasPart(element, 'payment-open')).to.be.false;
  });
});

describe('CONTRACT 7: two elements', () => {
  afterEach(reset);

  it('the element that notices the change later drops nothing of the new patron’s', async () => {
    const { app, server, element } = await pageOfAstrid({}, false);
    const other = await pageOf(server, APP);
    logIn(app, 'bo', false);
    await element.refresh();
    await payBy(app, element);
    await other.refresh();
    setHidden(true);
    setHidden(false);
    await waitUntil(() => hasPart(element, 'continue-button'));
    expect(hasPart(other, 'continue-button')).to.be.true;
  });
});

describe('CONTRACT 7: the app returns to the front after more than 20 seconds', () => {
  afterEach(reset);
  const DATES = { 'switch-date': '2022-01-01', 'dibs-end-date': '2022-12-01' };

  it('with dibs-payment-url: the debts are read again, and a receipt shows what is no longer listed', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { app, server, element } = await pageOfAstrid(DATES);
    await payBy(app, element);
    const before = server.reads;
    setHidden(true);
    await passTime(clock, 60);
    expect(server.reads, 'a hidden page sends nothing').to.equal(before);
    server.fees = [];
    setHidden(false);
    await waitUntil(() => server.reads > before);
    await waitUntil(() => hasPart(element, 'payment-gone'));
  });

  it('without it: the debts are read again, and nothing can be paid twice before that', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { app, server, element } = await pageOfAstrid({ ...DATES, 'dibs-payment-url': '' });
    press(element, 'pay-button');
    const before = server.reads;
    setHidden(true);
    await passTime(clock, 60);
    server.fees = [];
    setHidden(false);
    press(element, 'pay-button');
    await waitUntil(() => hasPart(element, 'empty'));
    expect(server.reads).to.equal(before + 1);
    expect(app.messages('ddb-debt-pay').length).to.equal(1);
  });
});

describe('CONTRACT 7: without dibs-payment-url, with one endpoint per system', () => {
  afterEach(reset);

  it('reading the new debts does not end the payment in the app', async () => {
    const app = installApp();
    logIn(app, 'astrid');
    const old = deferred<Response>();
    let reads = 0;
    const element = await mountSettled({
      attributes: library({
        ...APP,
        'dibs-payment-url': '',
        'dibs-fees-url': '/old-debts',
        'oir-fees-url': '/oir-debts',
      }),
      properties: {
        fetcher: async (url) => {
          if (/oir/.test(String(url))) return json([]);
          return reads++ ? old.promise : json(threeDebts());
        },
      },
    });
    press(element, 'pay-button');
    const done = element.refresh();
    await delay(50);
    press(element, 'pay-button');
    expect(app.messages('ddb-debt-pay').length).to.equal(1);
    old.resolve(json([]));
    await done;
    expect(hasPart(element, 'pay-button')).to.be.false;
  });
});

describe('CONTRACT 7: an app that does not answer after a slow 401', () => {
  afterEach(reset);

  it('gives ddb-debt-auth, not a timeout', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { app, server, element } = await pageOfAstrid();
    app.token = ({ refused }) => (refused ? undefined : 'old');
    server.list = async () => {
      await new Promise((resolve) => setTimeout(resolve, 6_000));
      return json({}, { status: 401 });
    };
    const done = element.refresh();
    await passTime(clock, 18);
    await done;
    expect(app.messages('ddb-debt-auth').length).to.equal(1);
    expect(app.messages('ddb-debt-error').map(({ kind }) => kind)).to.deep.equal(['unauthorized']);
    // No request waits for the token any more.
    app.token = () => 'new';
  });
});
