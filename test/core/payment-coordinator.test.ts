import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import type { Order } from '../../src/payment/core/order.js';
import {
  ACCEPTED_LIFETIME,
  INITIAL_STATE,
  ORDER_LIFETIME,
  type DebtsRead,
  type ReturnedPayment,
} from '../../src/payment/core/state.js';
import { PaymentCoordinator, type PaymentClient } from '../../src/payment/payment-coordinator.js';
import { SessionStore } from '../../src/payment/session-store.js';
import { requestLock, TabChannel } from '../../src/payment/tabs.js';
import { checksumOf } from '../../src/util/keys.js';
import { bodyAnswer, fakeFetcher, noAnswer, statusAnswer, type Answer } from './fetchers.js';
import { settingsOf } from './given.js';
import { claimOf, MINUTE, NOW, orderOf, sentOrderOf, stateWith } from './payment-fixtures.js';

const STARTED = bodyAnswer('{"orderId":"L-1","redirectUrl":"https://pay.example/1"}');
const SETTINGS = settingsOf({
  'dibs-payment-url': '/payment/start',
  'payment-origins': 'https://pay.example',
});

/** Promises that are due are resolved. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A clock that only the test moves. */
class TestClock {
  time = NOW;
  /** How far it is ahead of the timers. */
  error = 0;
  /** The longest wait so far. */
  longest = 0;
  #delays: { readonly at: number; readonly resolve: () => void }[] = [];

  readonly now = (): number => this.time + this.error;

  readonly delay = (milliseconds: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const entry = { at: this.time + milliseconds, resolve };
      this.longest = Math.max(this.longest, milliseconds);
      this.#delays.push(entry);
      signal.addEventListener('abort', () => {
        this.#delays = this.#delays.filter((other) => other !== entry);
        resolve();
      });
    });

  get pending(): number {
    return this.#delays.length;
  }

  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    await settled();
    for (;;) {
      const [next] = this.#delays.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#delays = this.#delays.filter((entry) => entry !== next);
      this.time = next.at;
      next.resolve();
      await settled();
    }
    this.time = end;
  }
}

/** What the tabs of one browser share. */
class TestBrowser {
  readonly clock = new TestClock();
  readonly channels = new Set<Partial<BroadcastChannel>>();
  #locked = false;

  createChannel(): BroadcastChannel {
    const channel: Partial<BroadcastChannel> = {
      postMessage: (data: unknown) => {
        for (const other of this.channels) {
          if (other === channel) continue;
          other.onmessage?.call(other as BroadcastChannel, { data } as MessageEvent);
        }
      },
      close: () => void this.channels.delete(channel),
    };
    this.channels.add(channel);
    return channel as BroadcastChannel;
  }

  readonly locks = {
    request: async (_: string, __: unknown, callback: (lock: unknown) => unknown) => {
      await undefined;
      if (this.#locked) return callback(null);
      this.#locked = true;
      await callback({});
      this.#locked = false;
    },
  } as unknown as LockManager;
}

/** One tab with one client. Its `fetch` gives these answers. */
class TestTab {
  readonly calls: string[] = [];
  readonly storage = new Map<string, string>();
  readonly sent;
  returned: ReturnedPayment | undefined;
  onBlocked: (() => void) | undefined;
  hasApp = false;
  coordinator: PaymentCoordinator;
  readonly client: PaymentClient;

  constructor(
    readonly browser: TestBrowser,
    ...answers: readonly Answer[]
  ) {
    const { fetcher, sent } = fakeFetcher(...answers);
    this.sent = sent;
    this.coordinator = this.#createCoordinator();
    this.client = this.createClient();
    this.client.httpOptions = () => ({ credentials: 'omit', fetcher });
    this.coordinator.register(this.client);
    this.calls.length = 0;
  }

  #createCoordinator(): PaymentCoordinator {
    const { browser } = this;
    const storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
      getItem: (key) => this.storage.get(key) ?? null,
      setItem: (key, value) => void this.storage.set(key, value),
      removeItem: (key) => void this.storage.delete(key),
    };
    return new PaymentCoordinator({
      session: new SessionStore(() => storage as Storage),
      channel: new TabChannel(() => browser.createChannel()),
      requestLock: (callback, signal) => requestLock(callback, signal, () => browser.locks),
      clock: browser.clock,
      navigation: {
        takeReturn: () => {
          const { returned } = this;
          this.returned = undefined;
          return returned;
        },
        navigateToGateway: (destination, _, onBlocked) => {
          this.calls.push(`navigate to ${destination.is === 'link' && destination.url}`);
          this.onBlocked = onBlocked;
        },
      },
    });
  }

  /** Another document, or the next page of the tab. */
  openPage(): void {
    this.coordinator = this.#createCoordinator();
    this.coordinator.register(this.client);
  }

  createClient(): { -readonly [Name in keyof PaymentClient]: PaymentClient[Name] } {
    return {
      settings: () => SETTINGS,
      httpOptions: () => ({ credentials: 'omit' }),
      refreshFees: (force) => void this.calls.push(force ? 'refresh, forced' : 'refresh'),
      onLoginRequired: () => void this.calls.push('login'),
      openInApp: (url) => {
        if (this.hasApp) this.calls.push(`app opens ${url}`);
        return this.hasApp;
      },
      onStateChange: () => undefined,
    };
  }

  get is(): string {
    return this.coordinator.state.current.is;
  }

  get notices(): string {
    return this.coordinator.state.notices.map(({ is }) => is).join(' ');
  }

  async start(order: Order = orderOf()): Promise<void> {
    this.coordinator.pay({ type: 'start', order }, this.client);
    // Firefox reads the body of an answer in some more turns.
    for (let turn = 0; turn < 2 || (this.is === 'starting' && turn < 10); turn++) await settled();
  }

  /** The page is left, and the browser returns with a result. */
  returnWith(result: string): void {
    this.coordinator.unregister(this.client);
    this.returned = { orderId: 'L-1', result };
    this.coordinator.register(this.client);
  }
}

const readOf = (...feeIds: string[]): DebtsRead => ({
  source: '/fees',
  debts: new Map(feeIds.map((feeId) => [feeId, undefined])),
  complete: true,
});

describe('CONTRACT 6: the coordinator of a page', () => {
  let browser: TestBrowser;
  let tabs: TestTab[];
  const open = (...answers: readonly Answer[]): TestTab => {
    const tab = new TestTab(browser, ...answers);
    tabs.push(tab);
    return tab;
  };
  beforeEach(() => {
    browser = new TestBrowser();
    tabs = [];
  });
  afterEach(() => {
    for (const { coordinator, client } of tabs) coordinator.unregister(client);
  });

  it('requests a payment, stores it and navigates to the gateway', async () => {
    const tab = open(STARTED);
    await tab.start();
    expect(tab.sent.map(({ url }) => url)).to.deep.equal(['/payment/start']);
    expect(tab.calls).to.deep.equal(['navigate to https://pay.example/1']);
    expect(tab.is).to.equal('away');
    expect([...tab.storage.values()].join()).to.contain('"away"');
  });

  it('lets an app open a link', async () => {
    const tab = open(STARTED);
    tab.hasApp = true;
    await tab.start();
    expect(tab.calls).to.deep.equal(['app opens https://pay.example/1']);
  });

  it('continues the same order with the same key', async () => {
    const tab = open(STARTED);
    await tab.start();
    tab.returnWith('');
    expect(tab.is).to.equal('open');
    tab.coordinator.pay({ type: 'continue' }, tab.client);
    await settled();
    await settled();
    const keys = tab.sent.map(({ init }) => new Headers(init.headers).get('Idempotency-Key'));
    expect(keys).to.deep.equal(['k1', 'k1']);
    expect(tab.is).to.equal('away');
  });

  it('has an open order when the page is still there after 20 seconds', async () => {
    const tab = open(STARTED);
    await tab.start();
    await browser.clock.pass(19_999);
    expect(tab.is).to.equal('away');
    await browser.clock.pass(1);
    expect(tab.is).to.equal('open');
    expect(tab.calls).to.include('refresh, forced');
  });

  it('also when another tab has said something meanwhile', async () => {
    const tab = open(STARTED);
    await tab.start();
    browser.createChannel().postMessage({ claim: claimOf({ inProgress: false }) });
    await browser.clock.pass(20_000);
    expect(tab.is).to.equal('open');
  });

  it('gives each navigation its own 20 seconds', async () => {
    const tab = open(STARTED);
    await tab.start();
    await browser.clock.pass(10_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(tab.is).to.equal('open');
    tab.coordinator.pay({ type: 'continue' }, tab.client);
    await settled();
    await settled();
    await browser.clock.pass(10_000);
    expect(tab.is).to.equal('away');
    await browser.clock.pass(10_000);
    expect(tab.is).to.equal('open');
  });

  it('gives the reason when the navigation is blocked', async () => {
    const tab = open(STARTED);
    await tab.start();
    tab.onBlocked?.();
    expect([tab.is, tab.notices]).to.deep.equal(['requested', 'invalid']);
  });

  it('requires a login when the payment host does not know the patron', async () => {
    const tab = open(statusAnswer(401));
    await tab.start();
    expect(tab.notices).to.equal('login');
    expect(tab.calls).to.include('login');
  });

  it('refuses a payment while another tab is starting one', async () => {
    const [first, second] = [open(noAnswer), open(STARTED)];
    await first.start();
    await second.start(orderOf({ key: 'k2' }));
    expect(second.sent).to.be.empty;
    expect(second.notices).to.equal('elsewhere');
    expect(second.coordinator.state.otherClaims.map(({ key }) => key)).to.deep.equal(['k1']);
  });

  it('releases the lock when the payment host has answered', async () => {
    const tab = open(statusAnswer(500), STARTED);
    await tab.start();
    expect(tab.notices).to.equal('lost');
    await tab.start();
    expect(tab.is).to.equal('away');
  });

  it('announces its claims to a new tab, and ignores invalid messages', async () => {
    const first = open(STARTED);
    await first.start();
    const second = open();
    expect(second.coordinator.state.otherClaims.map(({ key }) => key)).to.deep.equal(['k1']);
    const channel = browser.createChannel();
    for (const data of [null, 'text', {}, { claim: {} }, { claim: claimOf({ until: NaN }) }]) {
      channel.postMessage(data);
    }
    expect(second.coordinator.state.otherClaims).to.have.length(1);
    channel.postMessage({ released: 'k1' });
    expect(second.coordinator.state.otherClaims).to.be.empty;
  });

  it('announces its claims to tabs that were opened while it was away', async () => {
    const first = open(STARTED);
    await first.start();
    first.coordinator.unregister(first.client);
    const second = open();
    expect(second.coordinator.state.otherClaims).to.be.empty;
    first.coordinator.register(first.client);
    expect(second.coordinator.state.otherClaims.map(({ key }) => key)).to.deep.equal(['k1']);
  });

  it('drops a claim of another tab when it ends', async () => {
    const tab = open();
    browser.createChannel().postMessage({ claim: claimOf({ until: NOW + MINUTE }) });
    expect(tab.coordinator.state.otherClaims).to.have.length(1);
    await browser.clock.pass(MINUTE + 1);
    expect(tab.coordinator.state.otherClaims).to.be.empty;
  });

  it('reads the debts seven times after an accepted payment, until they are gone', async () => {
    const tab = open(STARTED);
    await tab.start();
    tab.returnWith('accepted');
    tab.calls.length = 0;
    await browser.clock.pass(85_999);
    expect(tab.calls).to.deep.equal(Array(6).fill('refresh'));
    expect(tab.coordinator.state.accepted.map(({ watched }) => watched)).to.deep.equal([true]);
    await browser.clock.pass(1);
    expect(tab.calls).to.have.length(7);
    expect(tab.coordinator.state.accepted.map(({ watched }) => watched)).to.deep.equal([false]);
    tab.coordinator.dispatch({ type: 'debtsRead', read: readOf() });
    expect(tab.notices).to.equal('receipt');
    tab.coordinator.dispatch({ type: 'loggedOut' });
    expect(tab.notices).to.equal('');
  });

  it('watches once, whatever is read meanwhile, and again after the page was left', async () => {
    const tab = open(STARTED);
    await tab.start();
    tab.returnWith('accepted');
    tab.calls.length = 0;
    tab.coordinator.dispatch({ type: 'debtsRead', read: readOf('1', '2') });
    await browser.clock.pass(2_000);
    expect(tab.calls).to.deep.equal(['refresh']);
    tab.coordinator.unregister(tab.client);
    tab.coordinator.register(tab.client);
    await browser.clock.pass(1_999);
    expect(tab.calls).to.deep.equal(['refresh']);
    await browser.clock.pass(1);
    expect(tab.calls).to.deep.equal(['refresh', 'refresh']);
  });

  it('reads no more when they are gone earlier', async () => {
    const tab = open(STARTED);
    await tab.start();
    tab.returnWith('accepted');
    tab.coordinator.dispatch({ type: 'debtsRead', read: readOf() });
    tab.calls.length = 0;
    await browser.clock.pass(MINUTE);
    expect(tab.calls).to.be.empty;
  });

  it('frees everything with its last client, and not before', async () => {
    const tab = open(noAnswer);
    const second = tab.createClient();
    await tab.start();
    tab.coordinator.register(second);
    expect(tab.is).to.equal('starting');
    tab.coordinator.unregister(second);
    expect(tab.is).to.equal('starting');
    tab.coordinator.unregister(tab.client);
    await settled();
    expect(tab.is).to.equal('idle');
    expect(tab.sent[0]?.init.signal?.aborted, 'request').to.be.true;
    expect(browser.channels.size, 'channels').to.equal(0);
    expect(browser.clock.pending, 'timers').to.equal(0);
    let free = false;
    await browser.locks.request('', {}, (lock) => void (free = !!lock));
    expect(free, 'lock').to.be.true;
  });

  it('keeps no lock that is granted when its last client is gone', async () => {
    const tab = open(STARTED);
    tab.coordinator.pay({ type: 'start', order: orderOf() }, tab.client);
    tab.coordinator.unregister(tab.client);
    await settled();
    expect(tab.sent).to.be.empty;
    let free = false;
    await browser.locks.request('', {}, (lock) => void (free = !!lock));
    expect(free).to.be.true;
  });

  it('frees its timers also while the browser is leaving, and after the return', async () => {
    const tab = open(STARTED);
    await tab.start();
    expect(browser.clock.pending).to.equal(2);
    tab.coordinator.unregister(tab.client);
    expect(browser.clock.pending).to.equal(0);
    tab.returnWith('accepted');
    expect(browser.clock.pending).to.equal(2);
    tab.coordinator.unregister(tab.client);
    expect(browser.clock.pending).to.equal(0);
  });

  it('gives its state up while the page is in the back-forward cache', async () => {
    const tab = open(STARTED);
    await tab.start();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(tab.is).to.equal('idle');
    // An update of the element registers it again.
    tab.coordinator.register(tab.client);
    expect(browser.channels.size).to.equal(0);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(tab.is).to.equal('open');
    expect(browser.channels.size).to.equal(1);
  });

  it('starts without a payment where something else is stored', () => {
    const tab = open();
    tab.coordinator.unregister(tab.client);
    for (const stored of ['{"version":6}', '{"version":3}', 'text', 'null']) {
      tab.storage.set('ddb-debt-payment', stored);
      tab.coordinator.register(tab.client);
      expect(tab.is, stored).to.equal('idle');
      tab.coordinator.unregister(tab.client);
    }
  });

  describe('CONTRACT 7: the patron', () => {
    /** A tab where patron 1 has an open order. */
    const openAs = async (patron: number): Promise<TestTab> => {
      const tab = open(STARTED);
      tab.coordinator.setPatron(`${patron}`);
      await tab.start();
      tab.coordinator.unregister(tab.client);
      tab.openPage();
      return tab;
    };

    it('shows the stored payment of a named patron only after that patron’s token', async () => {
      const tab = await openAs(1);
      expect(tab.is).to.equal('idle');
      tab.coordinator.setPatron('1');
      expect(tab.is).to.equal('open');
    });

    it('does nothing when the token of the same named patron comes again', async () => {
      const tab = await openAs(1);
      tab.coordinator.setPatron('1');
      let changes = 0;
      tab.client.onStateChange = () => void changes++;
      tab.coordinator.setPatron('1');
      expect(changes).to.equal(0);
    });

    it('shows no other named patron that payment', async () => {
      const tab = await openAs(1);
      tab.coordinator.setPatron('2');
      expect(tab.is).to.equal('idle');
      expect(tab.coordinator.state.otherClaims).to.have.length(1);
    });

    it('still knows the patron when its only element is moved', async () => {
      const tab = await openAs(1);
      tab.coordinator.setPatron('1');
      tab.coordinator.unregister(tab.client);
      tab.coordinator.register(tab.client);
      expect(tab.is).to.equal('open');
    });

    it('knows what the same patron began in the tab’s next page, after Back', async () => {
      const tab = open(STARTED);
      const { coordinator } = tab;
      coordinator.setPatron('1');
      coordinator.unregister(tab.client);
      tab.openPage();
      tab.coordinator.setPatron('1');
      await tab.start();
      tab.coordinator.unregister(tab.client);
      tab.coordinator = coordinator;
      coordinator.register(tab.client);
      expect(tab.is).to.equal('idle');
      coordinator.setPatron('1');
      expect(tab.is).to.equal('open');
    });

    it('keeps only a checksum that cannot be guessed without its salt', async () => {
      const [first, second] = [await openAs(1), await openAs(1)];
      const stored = [first, second].map(({ storage }) => [...storage.values()].join());
      const [one, other] = stored.map((text) => /"patron":"([^"]+)"/.exec(text)?.[1]);
      expect(one).to.match(/^\d+-\d+-\d+-\d+\.-?\d+$/);
      expect(one).not.to.equal(other);
      expect(one?.split('.')[1]).not.to.equal(`${checksumOf('1')}`);
    });

    it('drops the payment of an unnamed patron when the token changes, once', async () => {
      const tab = open(STARTED);
      tab.coordinator.setPatron('1');
      await tab.start();
      tab.coordinator.setPatron('1');
      expect(tab.is, 'the same token').to.equal('away');
      tab.coordinator.setPatron('2');
      expect(tab.is).to.equal('idle');
      await tab.start(orderOf({ key: 'k2' }, ['3']));
      expect(tab.is).to.equal('away');
      tab.coordinator.setPatron('2');
      expect(tab.is, 'from another element').to.equal('away');
    });
  });
});

describe('CONTRACT 6: what disturbs a coordinator', () => {
  let browser: TestBrowser;
  beforeEach(() => {
    browser = new TestBrowser();
  });
  afterEach(() => sinon.restore());

  const isLockFree = async (): Promise<boolean> => {
    let free = false;
    await browser.locks.request('', {}, (lock) => void (free = !!lock));
    return free;
  };

  it('the page is left while it pays: the lock is free', async () => {
    const tab = new TestTab(browser, noAnswer);
    await tab.start();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(await isLockFree()).to.be.true;
    expect(tab.sent[0]?.init.signal?.aborted).to.be.true;
    tab.coordinator.unregister(tab.client);
  });

  it('locks that never answer are waited for 2 seconds, and not held later', async () => {
    const clock = sinon.useFakeTimers();
    let grant: (lock: unknown) => unknown = () => undefined;
    const locks = {
      request: (_: string, __: object, callback: typeof grant) => (
        (grant = callback),
        new Promise(() => undefined)
      ),
    };
    const granted: boolean[] = [];
    void requestLock(
      (is) => granted.push(is),
      new AbortController().signal,
      () => locks as never,
    );
    await clock.tickAsync(1_999);
    expect(granted).to.deep.equal([]);
    await clock.tickAsync(1);
    expect(granted).to.deep.equal([true]);
    expect(grant({}), 'released at once').to.be.undefined;
    expect(granted).to.have.length(1);
  });

  /** Another element of the page, with another payment URL: its token must not be requested. */
  function registerOther(tab: TestTab): PaymentClient {
    const other = tab.createClient();
    other.settings = () => ({ ...SETTINGS, dibsPaymentUrl: '/another' });
    other.httpOptions = () => expect.fail('its token is not for that host');
    tab.coordinator.register(other);
    return other;
  }

  async function expectSentTwiceTo(url: string, tab: TestTab, other: PaymentClient): Promise<void> {
    await settled();
    await settled();
    expect(tab.sent.map((request) => request.url)).to.deep.equal([url, url]);
    for (const client of [tab.client, other]) tab.coordinator.unregister(client);
  }

  it('an order is continued where it was requested, with the token of that element', async () => {
    const tab = new TestTab(browser, STARTED);
    const url = new URL('/payment/start', document.baseURI).href;
    await tab.start(orderOf({ paymentUrl: url }));
    tab.returnWith('');
    const other = registerOther(tab);
    tab.coordinator.pay({ type: 'continue' }, other);
    await expectSentTwiceTo('/payment/start', tab, other);
  });

  it('an order of another element is requested again with the token of that element', async () => {
    const tab = new TestTab(browser, statusAnswer(500), STARTED);
    const url = new URL('/payment/start', document.baseURI).href;
    await tab.start(orderOf({ paymentUrl: url }));
    expect(tab.notices).to.equal('lost');
    const other = registerOther(tab);
    const again = orderOf({ key: 'k2', paymentUrl: new URL('/another', document.baseURI).href });
    tab.coordinator.pay({ type: 'start', order: again }, other);
    await expectSentTwiceTo('/payment/start', tab, other);
  });

  it('nonsense on the channel changes nothing, and is not sent on', async () => {
    const tab = new TestTab(browser, STARTED);
    const channel = browser.createChannel();
    for (const data of [
      { claim: { ...claimOf(), failed: { map: 1 } } },
      { claim: { ...claimOf(), until: 10n } },
      { order: { id: 'L-1' } },
      { released: 1 },
    ]) {
      channel.postMessage(data);
    }
    expect(tab.coordinator.state).to.deep.equal(INITIAL_STATE);
    channel.postMessage({ claim: { ...claimOf(), extra: 10n } });
    expect(JSON.stringify(tab.coordinator.state.otherClaims)).to.equal(JSON.stringify([claimOf()]));
    tab.coordinator.unregister(tab.client);
  });

  it('a claim that lasts too long ends within an order’s lifetime', () => {
    const tab = new TestTab(browser);
    browser.createChannel().postMessage({ claim: claimOf({ until: Number.MAX_VALUE }) });
    const [claim] = tab.coordinator.state.otherClaims;
    expect(claim?.until).to.equal(NOW + ORDER_LIFETIME);
    tab.coordinator.unregister(tab.client);
  });

  it('a clock that is put back: the payment ends within its lifetime, and no timer is long', async () => {
    const tab = new TestTab(browser, STARTED);
    browser.clock.error = 40 * 24 * 60 * MINUTE;
    await tab.start(orderOf({ requestedAt: browser.clock.now() }));
    tab.returnWith('');
    browser.clock.error = 0;
    browser.clock.longest = 0;
    await browser.clock.pass(MINUTE + 1);
    expect(browser.clock.longest).to.be.at.most(MINUTE + 1);
    const { current } = tab.coordinator.state;
    expect(current.is === 'open' && current.order.requestedAt).to.be.at.most(NOW + MINUTE + 1);
    tab.coordinator.unregister(tab.client);
  });

  it('the browser returns to another tab: both show the same', async () => {
    const first = new TestTab(browser, STARTED);
    await first.start();
    first.returnWith('');
    const second = new TestTab(browser);
    second.returned = { orderId: 'L-1', result: 'accepted' };
    second.openPage();
    for (const { coordinator } of [first, second]) {
      expect(coordinator.state.accepted.map(({ order }) => order.id)).to.deep.equal(['L-1']);
      expect(coordinator.state.notices).to.be.empty;
      coordinator.dispatch({ type: 'debtsRead', read: readOf() });
      expect(coordinator.state.notices.map(({ is }) => is)).to.deep.equal(['receipt']);
    }
  });
});

describe('CONTRACT 6: the storage of a tab', () => {
  const KEY = 'ddb-debt-payment';
  const OPEN = stateWith({ current: { is: 'open', order: sentOrderOf() } });
  const createStorage = (entries: readonly (readonly [string, string])[] = []) => {
    const map = new Map(entries);
    return {
      map,
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, value: string) => void map.set(key, value),
      removeItem: (key: string) => void map.delete(key),
    };
  };
  const sessionOf = (storage: object): SessionStore => new SessionStore(() => storage as Storage);
  const keysOf = (session: SessionStore): readonly (string | undefined)[] =>
    session.load()?.orders.map(({ order }) => order.key) ?? [];

  it('a write that is swallowed has failed', () => {
    const swallows = { ...createStorage(), setItem: () => undefined };
    const forgets = { ...createStorage(), getItem: () => null };
    const changes = createStorage();
    const { setItem } = changes;
    changes.setItem = (key, value) => setItem(key, value.slice(1));
    for (const storage of [swallows, forgets, changes]) {
      expect(sessionOf(storage).save(OPEN)).to.be.false;
    }
    expect(sessionOf(createStorage()).save(OPEN)).to.be.true;
    expect(sessionOf(createStorage()).save(INITIAL_STATE), 'nothing to store').to.be.true;
  });

  it('two documents of a tab keep each other’s payments', () => {
    const storage = createStorage();
    const [page, frame] = [sessionOf(storage), sessionOf(storage)];
    for (const each of [page, frame]) each.load();
    frame.save(OPEN);
    page.save(INITIAL_STATE);
    expect(keysOf(sessionOf(storage))).to.deep.equal(['k1']);
    page.save(stateWith({ current: { is: 'requested', order: orderOf({ key: 'k2' }) } }));
    frame.save(INITIAL_STATE);
    expect(keysOf(sessionOf(storage)), 'and remove their own').to.deep.equal(['k2']);
    page.save(INITIAL_STATE);
    expect(storage.map.size).to.equal(0);
  });

  it('the next page removes what the last one has stored', () => {
    const storage = createStorage();
    sessionOf(storage).save(OPEN);
    const next = sessionOf(storage);
    next.load();
    next.save(INITIAL_STATE);
    expect(storage.map.size).to.equal(0);
  });

  it('a payment that another version has stored is kept, and no other starts until it is over', () => {
    for (const version of [5, 7]) {
      const text = `{"version":${version},"current":{"order":{"requestedAt":${NOW}}},"at":${NOW - 1}}`;
      const storage = createStorage([[KEY, text]]);
      const session = sessionOf(storage);
      expect(session.load()).to.be.undefined;
      const over = NOW + ACCEPTED_LIFETIME;
      for (const at of [NOW, over - 1]) {
        expect([session.save(OPEN, at), session.save(INITIAL_STATE, at)]).to.deep.equal([
          false,
          true,
        ]);
        expect([...storage.map]).to.deep.equal([[KEY, text]]);
      }
      expect(session.save(OPEN, over)).to.be.true;
      expect(keysOf(session)).to.deep.equal(['k1']);
    }
  });

  it('a tab with the payment of another version can pay when that is over', async () => {
    const browser = new TestBrowser();
    const tab = new TestTab(browser, STARTED);
    tab.storage.set(KEY, `{"version":4,"requestedAt":${NOW}}`);
    await tab.start();
    expect([tab.notices, tab.sent.length]).to.deep.equal(['storage', 0]);
    await browser.clock.pass(ACCEPTED_LIFETIME);
    await tab.start(orderOf({ key: 'k2', requestedAt: browser.clock.now() }));
    expect(tab.is).to.equal('away');
    tab.coordinator.unregister(tab.client);
  });

  it('what is no payment is replaced', () => {
    for (const text of ['{"version":6}', '{"version":"x"}', 'text', 'null', '[]']) {
      const storage = createStorage([[KEY, text]]);
      const session = sessionOf(storage);
      expect(session.load()).to.be.undefined;
      expect(session.save(OPEN)).to.be.true;
    }
  });

  it('reads nothing and stores nothing where the browser denies it', () => {
    const session = new SessionStore(() => {
      throw new DOMException('', 'SecurityError');
    });
    expect(session.load()).to.be.undefined;
    expect(session.save(INITIAL_STATE)).to.be.false;
  });
});
