import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { both, oldDebts } from '../../demo/fixtures.js';
import {
  resetFixture,
  clockAt,
  countParts,
  fetcherOf,
  hasPart,
  setHidden,
  json,
  delay,
  mount,
  settled,
  container,
  waitUntil,
} from './fixture.js';

const MINUTE = 60_000;

/** An element that has been read once, with a fake clock. */
async function read(answer: () => Response | Promise<Response> = () => json(both())) {
  const clock = clockAt('2022-05-01T10:10:00Z');
  const fetcher = fetcherOf(answer);
  const element = mount({ attributes: { 'fees-url': '/fees' }, properties: { fetcher } });
  await settled(element);
  const reads = async () => {
    await delay(20);
    return fetcher.callCount;
  };
  return { clock, element, fetcher, reads };
}

describe('CONTRACT 4: a page that the patron returns to', () => {
  afterEach(resetFixture);

  it('reads again when it is restored from the back-forward cache, and only then', async () => {
    const { element, reads } = await read();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(await reads()).to.equal(1);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(await reads()).to.equal(2);
    expect(countParts(element, 'debt')).to.equal(4);
  });

  it('reads again after five minutes in the background', async () => {
    const { clock, element, reads } = await read();
    setHidden(true);
    clock.setSystemTime(Date.now() + 5 * MINUTE);
    expect(await reads()).to.equal(1);
    setHidden(false);
    expect(countParts(element, 'debt')).to.equal(4);
    expect(await reads()).to.equal(2);
  });

  it('does not read again after less, or repeatedly', async () => {
    const { clock, reads } = await read();
    for (let turn = 0; turn < 4; turn++) {
      setHidden(true);
      clock.setSystemTime(Date.now() + 4 * MINUTE);
      setHidden(false);
    }
    expect(await reads()).to.equal(1);
  });

  it('reads again when the element is inserted after that time', async () => {
    const { clock, element, reads } = await read();
    element.remove();
    clock.setSystemTime(Date.now() + 6 * MINUTE);
    container.append(element);
    expect(await reads()).to.equal(2);
  });

  it('does not read for an element that was removed', async () => {
    const { element, reads } = await read();
    element.remove();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    dispatchEvent(new Event('online'));
    expect(await reads()).to.equal(1);
  });
});

describe('CONTRACT 3.8: a page that is online again', () => {
  afterEach(resetFixture);

  it('reads again only what failed offline', async () => {
    sinon.stub(Math, 'random').returns(0);
    let offline = true;
    const requests: string[] = [];
    const fetcher = fetcherOf((url) => {
      requests.push(url);
      if (url === '/oir') return json({}, { status: 404 });
      if (offline) throw new TypeError('Failed to fetch');
      return json(oldDebts());
    });
    const element = mount({
      attributes: { 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' },
      properties: { fetcher },
    });
    await settled(element);
    expect(requests.filter((url) => url === '/dibs')).to.have.length(3);
    requests.length = 0;
    offline = false;
    dispatchEvent(new Event('online'));
    await waitUntil(() => countParts(element, 'debt') === 2);
    expect(requests).to.deep.equal(['/dibs']);
  });

  it('does not read again what has been read', async () => {
    const { reads } = await read();
    dispatchEvent(new Event('online'));
    expect(await reads()).to.equal(1);
  });
});

describe('CONTRACT 3.8: timeouts and retries', () => {
  afterEach(resetFixture);

  it('an answer that never ends is a timeout, after three requests', async () => {
    const clock = clockAt('2022-05-01T10:10:00Z');
    const endless = () =>
      new Response(
        new ReadableStream({
          start: (stream) => stream.enqueue(new TextEncoder().encode('[{"feeId":1,')),
        }),
      );
    const fetcher = fetcherOf(endless);
    const element = mount({ attributes: { 'fees-url': '/fees' }, properties: { fetcher } });
    await waitUntil(() => fetcher.callCount === 1);
    await clock.tickAsync(14_900);
    expect(hasPart(element, 'failure')).to.be.false;
    await clock.tickAsync(45_000);
    await settled(element);
    expect(fetcher.callCount).to.equal(3);
    expect(element.overview.systems[0]?.failure).to.equal('timeout');
    expect(hasPart(element, 'retry-button')).to.be.true;
  });

  it('says that it takes long after the first failure', async () => {
    const clock = clockAt('2022-05-01T10:10:00Z');
    const fetcher = fetcherOf(() => json({}, { status: 500 }));
    const element = mount({ attributes: { 'fees-url': '/fees' }, properties: { fetcher } });
    await waitUntil(() => element.shadowRoot?.textContent?.includes('længere tid end normalt'));
    expect(hasPart(element, 'failure')).to.be.false;
    await clock.tickAsync(10_000);
    await settled(element);
    expect(fetcher.callCount).to.equal(3);
  });

  it('a hidden page does not retry until it is visible', async () => {
    const clock = clockAt('2022-05-01T10:10:00Z');
    setHidden(true);
    const fetcher = fetcherOf(() => json({}, { status: 500 }));
    const element = mount({ attributes: { 'fees-url': '/fees' }, properties: { fetcher } });
    await waitUntil(() => element.shadowRoot?.textContent?.includes('længere tid end normalt'));
    await clock.tickAsync(60_000);
    expect(fetcher.callCount).to.equal(1);
    setHidden(false);
    await clock.tickAsync(10_000);
    await settled(element);
    expect(fetcher.callCount).to.equal(3);
  });

  it('a long Retry-After is not waited for: there are no more requests', async () => {
    const { fetcher, clock } = await read(() =>
      json({}, { status: 503, headers: { 'Retry-After': '120' } }),
    );
    await clock.tickAsync(10 * MINUTE);
    expect(fetcher.callCount).to.equal(1);
  });
});
