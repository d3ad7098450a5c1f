import { expect } from '@open-wc/testing';
import { both, newDebts, oldDebts } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  DebtAuthEvent,
  DebtErrorEvent,
  DebtLeaveEvent,
  DebtLoadEvent,
  DebtPayEvent,
} from '../../src/index.js';
import {
  BROKEN,
  resetFixture,
  countParts,
  recordEvents,
  part,
  mount,
  settled,
  mountWithFees,
  mountSettled,
  container,
} from './fixture.js';
import type { FixtureOptions } from './fixture.js';

const TYPES = ['load', 'error', 'auth', 'pay', 'leave'].map((name) => `ddb-debt-${name}`);

/** Records events outside of a shadow root around the element. */
async function recordOutsideShadowRoot(options: FixtureOptions) {
  const wrapper = document.createElement('div');
  container.append(wrapper);
  const events = recordEvents(wrapper, ...TYPES);
  const element = mount({ ...options, into: wrapper.attachShadow({ mode: 'open' }) });
  await settled(element);
  return { element, events };
}

const reachesAll = (event: Event | undefined) => event?.bubbles && event.composed;

describe('CONTRACT 2: ddb-debt-load, ddb-debt-error and ddb-debt-auth', () => {
  afterEach(resetFixture);

  it('load has the overview, and crosses shadow roots', async () => {
    const { element, events } = await recordOutsideShadowRoot({
      answers: { 'fees-url': { body: both() } },
    });
    const [event] = events as DebtLoadEvent[];
    expect(events.map(({ type }) => type)).to.deep.equal(['ddb-debt-load']);
    expect(event instanceof DebtLoadEvent).to.be.true;
    expect(reachesAll(event)).to.be.true;
    expect(event?.cancelable).to.be.false;
    expect(event?.overview === element.overview).to.be.true;
    expect(event?.overview.systems.flatMap(({ debts }) => debts)).to.have.length(4);
  });

  it('load is dispatched when the debts are rendered, and after each refresh', async () => {
    const element = mount({ answers: { 'fees-url': { body: both() } } });
    const rows: number[] = [];
    element.addEventListener('ddb-debt-load', () => rows.push(countParts(element, 'debt')));
    await settled(element);
    await element.refresh();
    expect(rows).to.deep.equal([4, 4]);
  });

  it('error has the systems and the failure kinds', async () => {
    const { events } = await recordOutsideShadowRoot({ answers: { 'fees-url': BROKEN } });
    const [event] = events as DebtErrorEvent[];
    expect(event instanceof DebtErrorEvent).to.be.true;
    expect(events.length).to.equal(1);
    expect(reachesAll(event)).to.be.true;
    expect(event?.systems).to.deep.equal(['dibs', 'oir']);
    expect(event?.kind).to.equal('server');
  });

  for (const [kind, answer] of [
    ['rejected', { status: 404 }],
    ['busy', { ...BROKEN, status: 429 }],
    ['server', BROKEN],
    ['invalid', { text: '<html>' }],
    ['invalid', { status: 204 }],
    ['unauthorized', { status: 403 }],
  ] as const) {
    it(`a failed system and a complete one are distinguished: ${JSON.stringify(answer)}`, async () => {
      const { events } = await recordOutsideShadowRoot({
        answers: { 'dibs-fees-url': { body: [] }, 'oir-fees-url': answer },
      });
      const error = events.find((event) => event instanceof DebtErrorEvent);
      expect(error?.systems).to.deep.equal(['oir']);
      expect(error?.kind).to.equal(kind);
      expect(events.filter((event) => event instanceof DebtLoadEvent).length).to.equal(1);
    });
  }

  it('auth is dispatched with the error when the patron must log in', async () => {
    const { events } = await recordOutsideShadowRoot({ answers: { 'fees-url': { status: 401 } } });
    expect(events.map(({ type }) => type)).to.deep.equal(['ddb-debt-error', 'ddb-debt-auth']);
    expect(events[1] instanceof DebtAuthEvent).to.be.true;
    expect(reachesAll(events[1])).to.be.true;
  });

  it('no event after the element has left the page', async () => {
    const element = mount({ answers: { 'fees-url': { body: both(), delay: 20 } } });
    const events = recordEvents(element, ...TYPES);
    await element.updateComplete;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(events.length).to.equal(0);
  });
});

describe('CONTRACT 2: ddb-debt-pay', () => {
  afterEach(resetFixture);

  it('has the amount in øre, and can be cancelled', async () => {
    const { element, events } = await recordOutsideShadowRoot({
      attributes: library(),
      answers: { 'fees-url': { body: oldDebts() } },
    });
    element.addEventListener('ddb-debt-pay', (event) => event.preventDefault());
    part(element, 'pay-all')?.click();
    const event = events.at(-1) as DebtPayEvent;
    expect(event instanceof DebtPayEvent).to.be.true;
    expect(reachesAll(event)).to.be.true;
    expect(event.cancelable).to.be.true;
    const { feeIds, amount, currency, channel } = event;
    const ids = element.overview.systems[0]?.debts.map(({ feeId }) => feeId);
    expect({ feeIds, amount, currency, channel }).to.deep.equal({
      feeIds: ids,
      amount: 26_256,
      currency: 'DKK',
      channel: 'cms',
    });
  });

  it('has the channel in an app', async () => {
    const element = await mountWithFees(oldDebts(), library({ channel: 'app', mobilepay: '' }));
    const events = recordEvents<DebtPayEvent>(element, 'ddb-debt-pay');
    element.addEventListener('ddb-debt-pay', (event) => event.preventDefault());
    part(element, 'pay-button')?.click();
    expect(events[0]?.channel).to.equal('app');
  });
});

describe('CONTRACT 2: ddb-debt-leave', () => {
  afterEach(resetFixture);

  /** Clicks the link; returns whether the browser would follow it. Nothing is opened. */
  function wouldNavigate(element: Element): boolean {
    let followed = false;
    document.addEventListener(
      'click',
      (click) => {
        followed = !click.defaultPrevented;
        click.preventDefault();
      },
      { once: true },
    );
    part(element, 'go-link')?.click();
    return followed;
  }

  it('has the URL, and the browser follows it', async () => {
    const { element, events } = await recordOutsideShadowRoot({
      attributes: library(),
      answers: { 'fees-url': { body: newDebts() } },
    });
    expect(wouldNavigate(element)).to.be.true;
    const event = events.at(-1) as DebtLeaveEvent;
    expect(event instanceof DebtLeaveEvent).to.be.true;
    expect(reachesAll(event)).to.be.true;
    expect(event.cancelable).to.be.true;
    expect(event.url).to.equal('https://betalingsoverblik.example/');
  });

  it('when the page cancels it, the browser does not follow it', async () => {
    const element = await mountSettled({
      attributes: library({ channel: 'app' }),
      answers: { 'fees-url': { body: newDebts() } },
    });
    element.addEventListener('ddb-debt-leave', (event) => event.preventDefault());
    expect(wouldNavigate(element)).to.be.false;
  });
});
