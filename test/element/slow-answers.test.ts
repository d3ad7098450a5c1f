import { expect } from '@open-wc/testing';
import { both } from '../../demo/fixtures.js';
import { library } from '../../demo/states.js';
import {
  resetFixture,
  clockAt,
  countParts,
  fetcherOf,
  hasPart,
  recordEvents,
  json,
  delay,
  mount,
  settled,
  container,
  waitUntil,
  recordWarnings,
} from './fixture.js';

describe('CONTRACT 2: each may be set before or after the element is defined', () => {
  afterEach(resetFixture);

  it('an endpoint that is set a little later causes no warning', async () => {
    const lines = recordWarnings();
    const fetcher = fetcherOf(() => json(both()));
    const element = mount({ attributes: library(), properties: { fetcher } });
    const events = recordEvents(element, 'ddb-debt-error', 'ddb-debt-load');
    await delay(100);
    element.config = { feesUrl: '/fees' };
    await settled(element);
    expect(countParts(element, 'debt')).to.equal(4);
    expect(events.map(({ type }) => type)).to.deep.equal(['ddb-debt-load']);
    expect(lines).to.deep.equal([]);
  });

  it('one that is not set within a second is reported, in the console and to the patron', async () => {
    const clock = clockAt('2022-05-01T10:00:00Z');
    const lines = recordWarnings();
    const element = mount({ attributes: library() });
    await clock.tickAsync(999);
    expect(hasPart(element, 'failure')).to.be.false;
    await clock.tickAsync(1);
    await waitUntil(() => hasPart(element, 'failure'));
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('fees-url: is not set');
    expect(hasPart(element, 'retry-button')).to.be.false;
  });

  it('an element that was removed meanwhile does not wait', async () => {
    const clock = clockAt('2022-05-01T10:00:00Z');
    const element = mount({ attributes: library() });
    await element.updateComplete;
    element.remove();
    expect(clock.countTimers()).to.equal(0);
  });

  it('a bad value is reported at once', async () => {
    const lines = recordWarnings();
    mount({ attributes: { 'fees-url': 'javascript:alert(1)' } });
    await waitUntil(() => lines.length);
    expect(lines[0]).to.include('fees-url="javascript:alert(1)"');
  });

  it('an element that has its endpoint does not wait', async () => {
    const clock = clockAt('2022-05-01T10:00:00Z');
    const fetcher = fetcherOf(() => json([]));
    const element = mount({ attributes: { 'fees-url': '/fees' }, properties: { fetcher } });
    await settled(element);
    const waiting = clock.countTimers();
    element.remove();
    // Only the hourly timer was set.
    expect([waiting, clock.countTimers()]).to.deep.equal([1, 0]);
  });
});

describe('CONTRACT 2: getToken and fetcher', () => {
  afterEach(resetFixture);

  it('removed, or repeatedly set to nothing, cause no request', async () => {
    const fetcher = fetcherOf(() => new Promise<Response>(() => undefined));
    const element = mount({ attributes: { 'fees-url': '/fees' }, properties: { fetcher } });
    await waitUntil(() => fetcher.callCount);
    element.getToken = undefined;
    element.getToken = undefined;
    await delay(20);
    expect(fetcher.callCount).to.equal(1);
    element.getToken = () => 'token';
    await waitUntil(() => fetcher.callCount === 2);
  });
});

describe('CONTRACT 3.1: one request, however many systems are shown', () => {
  afterEach(resetFixture);

  it('also when the systems shown change', async () => {
    const fetcher = fetcherOf(() => json(both()));
    const element = mount({
      attributes: library({ 'fees-url': '/fees' }),
      properties: { fetcher },
    });
    await settled(element);
    for (const [systems, debts] of [
      ['dibs', 2],
      ['oir', 2],
      ['both', 4],
    ] as const) {
      element.systems = systems;
      await element.updateComplete;
      expect(countParts(element, 'debt')).to.equal(debts);
    }
    expect(fetcher.callCount).to.equal(1);
  });
});

describe('Layout: the widget can be placed where a page shrinks its content', () => {
  afterEach(resetFixture);

  const layouts = {
    'a flex row': 'display: flex',
    'a flex column': 'display: flex; flex-direction: column; align-items: flex-start',
    'a grid cell': 'display: grid; justify-items: start',
  };
  for (const [name, style] of Object.entries(layouts)) {
    it(`in ${name} it is as wide as a phone, and never wider than the page`, async () => {
      for (const width of [280, 900]) {
        const box = document.createElement('div');
        box.style.cssText = `${style}; width: ${width}px`;
        container.append(box);
        const fetcher = fetcherOf(() => json(both()));
        const element = mount({
          attributes: library({ 'fees-url': '/fees' }),
          properties: { fetcher },
          into: box,
        });
        await settled(element);
        expect(element.getBoundingClientRect().width).to.be.within(Math.min(width, 280), width);
      }
    });
  }
});
