import { expect } from '@open-wc/testing';
import { library } from '../../demo/states.js';
import type { DdbDebtOverview } from '../../src/index.js';
import { appAround, leaveApp, type App } from './native-sides.js';
import {
  backAt,
  clearTill,
  memory,
  nextPage,
  owed,
  pageOf,
  passTime,
  press,
  serverOf,
  type Server,
} from './payment-stage.js';
import {
  clockAt,
  count,
  gate,
  has,
  hide,
  json,
  part,
  pause,
  parts,
  shown,
  until,
  words,
} from './stage.js';

const APP = { channel: 'app', mobilepay: '' };
const LINK = new URL('#mobilepay', location.href).href;

/** From now on it is this patron's app. */
function logIn(app: App, patron: string, named = true): void {
  app.patron = named ? patron : undefined;
  app.token = () => `${patron}-token`;
}

async function astrid(attributes: Record<string, string> = {}, named = true) {
  const app = appAround();
  logIn(app, 'astrid', named);
  const server = serverOf(owed());
  server.answer = () => json({ orderId: 'order-1', redirectUrl: LINK });
  const element = await pageOf(server, { ...APP, ...attributes });
  return { app, server, element };
}

async function payBy(app: App, element: DdbDebtOverview): Promise<void> {
  press(element, 'pay-button');
  await until(() => app.messages('ddb-debt-open').length);
  await element.updateComplete;
}

const askers = (server: Server) => server.starts.map(({ headers }) => headers.get('Authorization'));

async function clean(): Promise<void> {
  hide(false);
  leaveApp();
  await clearTill();
}

describe('CONTRACT 7: a page that is loaded anew by another patron', () => {
  afterEach(clean);

  for (const result of ['accepted', 'cancelled', '']) {
    it(`is told nothing of the first one’s payment (${result || 'no result'})`, async () => {
      const { app, server, element } = await astrid();
      await payBy(app, element);
      logIn(app, 'bo');
      server.fees = [{ ...owed()[0], feeId: 9, amount: 11 }];
      const page = await nextPage(element, server, result && backAt(result), APP);
      await pause(30);
      expect(count(page, 'debt')).to.equal(1);
      expect([...parts(page, 'payment'), ...parts(page, 'receipt')].length).to.equal(0);
      expect(words(part(page, 'base'))).not.to.include('order-1');
      expect(words(part(page, 'pay-button'))).to.equal('Betal 11,00 kr. med MobilePay');
    });
  }

  it('the first one’s debts are still locked when she is back', async () => {
    const { app, server, element } = await astrid();
    await payBy(app, element);
    logIn(app, 'bo');
    const his = await nextPage(element, server, '', APP);
    logIn(app, 'astrid');
    const hers = await nextPage(his, server, '', APP);
    expect(count(hers, 'locked')).to.equal(3);
    expect(has(hers, 'pay-button')).to.be.false;
  });

  it('by the same one: the receipt', async () => {
    const { app, server, element } = await astrid();
    await payBy(app, element);
    // Renewed, and still hers.
    app.token = () => 'astrid-token-2';
    server.fees = [];
    const page = await nextPage(element, server, backAt('accepted'), APP);
    await until(() => has(page, 'receipt'));
    expect(words(part(page, 'receipt')))
      .to.include('order-1')
      .and.to.include('293,06 kr.');
  });

  it('who it is is remembered as a number, and only while something is under way', async () => {
    const { app, element } = await astrid();
    expect(memory()).to.be.null;
    await payBy(app, element);
    expect(JSON.parse(memory() ?? '{}').patron).to.be.a('number');
    expect(memory()).not.to.include('astrid');
  });
});

describe('CONTRACT 7: a payment with another patron’s token', () => {
  afterEach(clean);

  for (const named of [true, false]) {
    it(`is not started: the other’s debts are read (${named ? 'named' : 'by token'})`, async () => {
      const { app, server, element } = await astrid({}, named);
      logIn(app, 'bo', named);
      server.fees = [];
      press(element, 'pay-button');
      await until(() => has(element, 'empty'));
      expect(askers(server)).to.deep.equal([]);
      expect(app.messages('ddb-debt-open')).to.deep.equal([]);
    });
  }
});

describe('CONTRACT 7: two elements', () => {
  afterEach(clean);

  it('the one that finds out later drops nothing of the new patron’s', async () => {
    const { app, server, element } = await astrid({}, false);
    const other = await pageOf(server, APP);
    logIn(app, 'bo', false);
    await element.refresh();
    await payBy(app, element);
    await other.refresh();
    hide(true);
    hide(false);
    await until(() => has(element, 'continue-button'));
    expect(has(other, 'continue-button')).to.be.true;
  });
});

describe('CONTRACT 7: in front again after more than 20 seconds', () => {
  afterEach(clean);
  const DATES = { 'switch-date': '2022-01-01', 'dibs-end-date': '2022-12-01' };

  it('with dibs-payment-url: the debts are read again, and what is gone is said to be', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { app, server, element } = await astrid(DATES);
    await payBy(app, element);
    const before = server.reads;
    hide(true);
    await passTime(clock, 60);
    expect(server.reads, 'a hidden page asks nothing').to.equal(before);
    server.fees = [];
    hide(false);
    await until(() => server.reads > before);
    await until(() => has(element, 'payment-gone'));
  });

  it('without: the debts are read again, and nothing can be paid a second time before that', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { app, server, element } = await astrid({ ...DATES, 'dibs-payment-url': '' });
    press(element, 'pay-button');
    const before = server.reads;
    hide(true);
    await passTime(clock, 60);
    server.fees = [];
    hide(false);
    press(element, 'pay-button');
    await until(() => has(element, 'empty'));
    expect(server.reads).to.equal(before + 1);
    expect(app.messages('ddb-debt-pay').length).to.equal(1);
  });
});

describe('CONTRACT 7: without dibs-payment-url, with an endpoint each', () => {
  afterEach(clean);

  it('that the new debts have been read says nothing of what the app is paying', async () => {
    const app = appAround();
    logIn(app, 'astrid');
    const old = gate<Response>();
    let reads = 0;
    const element = await shown({
      attributes: library({
        ...APP,
        'dibs-payment-url': '',
        'dibs-fees-url': '/old-debts',
        'oir-fees-url': '/oir-debts',
      }),
      properties: {
        fetcher: async (url) => {
          if (/oir/.test(String(url))) return json([]);
          return reads++ ? old.passed : json(owed());
        },
      },
    });
    press(element, 'pay-button');
    const done = element.refresh();
    await pause(50);
    press(element, 'pay-button');
    expect(app.messages('ddb-debt-pay').length).to.equal(1);
    old.open(json([]));
    await done;
    expect(has(element, 'pay-button')).to.be.false;
  });
});

describe('CONTRACT 7: an app that does not answer after a slow 401', () => {
  afterEach(clean);

  it('ddb-debt-auth, and not a time-out', async () => {
    const clock = clockAt('2022-06-01T10:00:00Z');
    const { app, server, element } = await astrid();
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
    // Nobody waits for it any more.
    app.token = () => 'new';
  });
});
