import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import sinon from 'sinon';
import type { Endpoint } from '../../src/fees/endpoints.js';
import { FeesClient } from '../../src/fees/fees-client.js';
import type { EndpointState } from '../../src/fees/endpoint-state.js';
import { entriesAnswer, fetching, fetchingByHand, statusAnswer } from './fetchers.js';
import { present } from './given.js';

const shared: Endpoint = { url: '/fees', systems: ['dibs', 'oir'], shared: true };
const dibs: Endpoint = { url: '/dibs', systems: ['dibs'], shared: false };
const oir: Endpoint = { url: '/oir', systems: ['oir'], shared: false };

function readerOf(fetcher: typeof fetch) {
  const outcomes: EndpointState[] = [];
  const onChange = sinon.spy();
  const reader = new FeesClient({
    transport: () => ({ credentials: 'omit', fetcher }),
    onChange,
    onOutcome: (reading) => outcomes.push(reading),
  });
  const reading = (url: string): EndpointState =>
    present(reader.endpointStates.find(({ endpoint }) => endpoint.url === url));
  return { reader, reading, outcomes, onChange };
}

const urls = (sent: readonly { url: string }[]): string => sent.map(({ url }) => url).join(' ');
const list = (...entries: readonly unknown[]): Response => Response.json(entries);

/** Called in each `describe`, because all tests of the core share one page. */
function stubRandom(): void {
  beforeEach(() => sinon.stub(Math, 'random').returns(0));
  afterEach(() => sinon.restore());
}

describe('CONTRACT 3.1: how often, and in what order, endpoints are read', () => {
  stubRandom();

  it('one endpoint is read once, for both systems', async () => {
    const { fetcher, sent } = fetching(entriesAnswer(1));
    const { reader, reading, outcomes } = readerOf(fetcher);
    await reader.setEndpoints([shared]);
    expect(urls(sent)).to.equal('/fees');
    expect(reading('/fees')).to.deep.include({ state: 'ready', busy: false, entries: [1] });
    expect(outcomes).to.deep.equal([reading('/fees')]);
  });

  it('two are read side by side, and neither waits for the other', async () => {
    const { fetcher, sent, answers } = fetchingByHand();
    const { reader, reading, outcomes, onChange } = readerOf(fetcher);
    const followed = reader.setEndpoints([dibs, oir]);
    await aTimeout(0);
    expect(urls(sent), 'both have left').to.equal('/dibs /oir');
    expect(reading('/dibs')).to.include({ state: 'loading', busy: true });
    onChange.resetHistory();
    answers[1]?.(list(2));
    await waitUntil(() => outcomes.length);
    expect(reading('/oir')).to.deep.include({ state: 'ready', entries: [2] });
    expect(reading('/dibs').status).to.equal('loading');
    expect(onChange.called, 'the change is told at once').to.be.true;
    expect(outcomes.map(({ endpoint }) => endpoint.url)).to.deep.equal(['/oir']);
    answers[0]?.(list(1));
    await followed;
    expect(reading('/dibs')).to.deep.include({ state: 'ready', entries: [1] });
  });

  it('an endpoint without an address has failed, and nothing is sent', async () => {
    const { fetcher, sent } = fetching(entriesAnswer());
    const { reader, outcomes } = readerOf(fetcher);
    await reader.setEndpoints([{ systems: ['dibs'], shared: true }]);
    expect(urls(sent)).to.equal('');
    expect(reader.endpointStates[0]).to.include({
      state: 'failed',
      failure: 'invalid',
      busy: false,
    });
    expect(outcomes).to.have.length(1);
  });

  it('only those are read again that are picked', async () => {
    const { fetcher, sent } = fetching(statusAnswer(404), entriesAnswer(2));
    const { reader, reading } = readerOf(fetcher);
    await reader.setEndpoints([dibs, oir]);
    expect(reading('/dibs')).to.include({ state: 'failed', failure: 'rejected' });
    await reader.refresh(({ failure }) => failure === 'rejected');
    expect(urls(sent)).to.equal('/dibs /oir /dibs');
    expect(reading('/dibs')).to.deep.include({ state: 'ready', entries: [2], failure: undefined });
  });

  it('says when it is tried again, and no longer when that is over', async () => {
    const { fetcher } = fetching(statusAnswer(500), entriesAnswer(1));
    const seen: string[] = [];
    const reader: FeesClient = new FeesClient({
      transport: () => ({ credentials: 'omit', fetcher }),
      onChange: () =>
        seen.push(JSON.stringify(reader.endpointStates.map(({ retrying: slow }) => slow))),
      onOutcome: () => undefined,
    });
    await reader.setEndpoints([shared]);
    expect(seen).to.deep.equal(['[false]', '[true]', '[false]']);
  });
});

describe('CONTRACT 4: old stays while new is read, and stale never overwrites fresh', () => {
  stubRandom();

  it('shows what was read until the answer', async () => {
    const { fetcher, answers } = fetchingByHand();
    const { reader, reading } = readerOf(fetcher);
    const followed = reader.setEndpoints([shared]);
    await aTimeout(0);
    answers[0]?.(list(1));
    await followed;
    const again = reader.refresh();
    await aTimeout(0);
    expect(reading('/fees')).to.deep.include({ state: 'ready', busy: true, entries: [1] });
    answers[1]?.(list(2));
    await again;
    expect(reading('/fees')).to.deep.include({ state: 'ready', busy: false, entries: [2] });
  });

  for (const order of [
    [1, 0],
    [0, 1],
  ]) {
    it(`a newer read wins when they answer in the order ${order.join(', ')}`, async () => {
      const { fetcher, sent, answers } = fetchingByHand();
      const { reader, reading, outcomes } = readerOf(fetcher);
      const all = [reader.setEndpoints([shared])];
      await aTimeout(0);
      all.push(reader.refresh());
      await aTimeout(0);
      expect(sent[0]?.init.signal?.aborted, 'the older one is given up').to.be.true;
      expect(sent[1]?.init.signal?.aborted).to.be.false;
      for (const request of order) {
        answers[request]?.(list(request === 1 ? 'new' : 'old'));
        await aTimeout(20);
      }
      await Promise.all(all);
      expect(reading('/fees').fees).to.deep.equal(['new']);
      expect(outcomes).to.have.length(1);
    });
  }

  it('a refresh that failed keeps what was read, and says so', async () => {
    const { fetcher } = fetching(entriesAnswer(1), statusAnswer(404), entriesAnswer(2));
    const { reader, reading, outcomes } = readerOf(fetcher);
    await reader.setEndpoints([shared]);
    const { readAt } = reading('/fees');
    await aTimeout(5);
    await reader.refresh();
    const kept = { state: 'ready', failure: 'rejected', entries: [1], readAt, busy: false };
    expect(reading('/fees')).to.deep.include(kept);
    await reader.refresh();
    expect(reading('/fees')).to.deep.include({ state: 'ready', failure: undefined, entries: [2] });
    expect(present(reading('/fees').readAt)).to.be.above(present(readAt));
    expect(outcomes.map(({ failure }) => failure)).to.deep.equal([
      undefined,
      'rejected',
      undefined,
    ]);
  });

  it('whoever is logged out no longer sees what was read', async () => {
    for (const status of [401, 403]) {
      const { fetcher } = fetching(entriesAnswer('secret'), statusAnswer(status));
      const { reader, reading } = readerOf(fetcher);
      await reader.setEndpoints([shared]);
      await reader.refresh();
      expect(reading('/fees')).to.include({ state: 'failed', failure: 'unauthorized' });
      expect(JSON.stringify(reader.endpointStates)).not.to.include('secret');
    }
  });

  it('a first read that failed has failed', async () => {
    const { reader, reading } = readerOf(fetching(statusAnswer(500)).fetcher);
    await reader.setEndpoints([shared]);
    expect(reading('/fees')).to.deep.include({ state: 'failed', failure: 'server', busy: false });
    expect(reading('/fees').fees).to.be.undefined;
  });
});

describe('CONTRACT 2: a new configuration reads what is new in it', () => {
  stubRandom();

  it('keeps what was read of an endpoint that stays', async () => {
    const { fetcher, sent } = fetching(entriesAnswer(1), entriesAnswer(2), entriesAnswer(3));
    const { reader, reading } = readerOf(fetcher);
    await reader.setEndpoints([dibs, oir]);
    await reader.setEndpoints([{ ...oir, url: '/new' }, { ...dibs }]);
    expect(urls(sent)).to.equal('/dibs /oir /new');
    expect(reading('/dibs').fees).to.deep.equal([1]);
    expect(reading('/new').fees).to.deep.equal([3]);
    expect(reader.endpointStates).to.have.length(2);
  });

  it('does not ask twice for what is on its way', async () => {
    const { fetcher, sent, answers } = fetchingByHand();
    const { reader, reading } = readerOf(fetcher);
    const all = [reader.setEndpoints([shared]), reader.setEndpoints([{ ...shared }])];
    await aTimeout(0);
    expect(urls(sent)).to.equal('/fees');
    answers[0]?.(list(1));
    await Promise.all(all);
    expect(reading('/fees').fees).to.deep.equal([1]);
  });

  it('does not try again by itself what has failed', async () => {
    const { fetcher, sent } = fetching(statusAnswer(404));
    const { reader } = readerOf(fetcher);
    await reader.setEndpoints([shared]);
    await reader.setEndpoints([shared]);
    expect(sent).to.have.length(1);
  });

  it('reads anew what an address of their own stands for, and keeps what a shared one has answered', async () => {
    const { fetcher, sent } = fetching(entriesAnswer());
    const { reader } = readerOf(fetcher);
    await reader.setEndpoints([shared]);
    await reader.setEndpoints([{ ...shared, systems: ['dibs'] }]);
    expect(sent).to.have.length(1);
    expect(reader.endpointStates.map(({ endpoint }) => endpoint.systems)).to.deep.equal([['dibs']]);
    await reader.setEndpoints([{ ...shared, systems: ['dibs'], shared: false }]);
    await reader.setEndpoints([{ ...shared, systems: ['oir'], shared: false }]);
    expect(sent).to.have.length(3);
  });

  it('gives up what is no longer asked for, and does not look at its answer', async () => {
    const { fetcher, sent, answers } = fetchingByHand();
    const { reader, outcomes } = readerOf(fetcher);
    const all = [reader.setEndpoints([shared])];
    await aTimeout(0);
    all.push(reader.setEndpoints([dibs]));
    await aTimeout(0);
    expect(sent[0]?.init.signal?.aborted).to.be.true;
    answers[0]?.(list('old'));
    answers[1]?.(list('new'));
    await Promise.all(all);
    expect(reader.endpointStates.map(({ fees: entries }) => entries)).to.deep.equal([['new']]);
    expect(outcomes.map(({ endpoint }) => endpoint.url)).to.deep.equal(['/dibs']);
  });
});

describe('CONTRACT 3.8: an element that leaves the page stops asking', () => {
  stubRandom();

  it('ends all reads, keeps what was read, and begins again where it left off', async () => {
    const { fetcher, sent, answers } = fetchingByHand();
    const { reader, reading, outcomes } = readerOf(fetcher);
    const all = [reader.setEndpoints([dibs, oir])];
    await aTimeout(0);
    answers[0]?.(list(1));
    await waitUntil(() => outcomes.length);
    reader.stop();
    await Promise.all(all);
    expect(sent[1]?.init.signal?.aborted).to.be.true;
    answers[1]?.(list('late'));
    await aTimeout(20);
    expect(reading('/dibs').fees).to.deep.equal([1]);
    expect(reading('/oir')).to.include({ state: 'loading', busy: false });
    expect(outcomes).to.have.length(1);

    const followed = reader.setEndpoints([dibs, oir]);
    await aTimeout(0);
    expect(urls(sent)).to.equal('/dibs /oir /oir');
    answers[2]?.(list(2));
    await followed;
    expect(reading('/oir').fees).to.deep.equal([2]);
  });
});
