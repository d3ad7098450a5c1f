import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import sinon from 'sinon';
import type { Endpoint } from '../../src/fees/endpoints.js';
import { FeesClient } from '../../src/fees/fees-client.js';
import type { EndpointState } from '../../src/fees/endpoints.js';
import { entriesAnswer, fakeFetcher, deferredFetcher, statusAnswer } from './fetchers.js';
import { parseFees } from '../../src/fees/fee.js';
import { present } from './given.js';

const shared: Endpoint = { url: '/fees', systems: ['dibs', 'oir'], shared: true };
const dibs: Endpoint = { url: '/dibs', systems: ['dibs'], shared: false };
const oir: Endpoint = { url: '/oir', systems: ['oir'], shared: false };

function clientOf(fetcher: typeof fetch) {
  const results: EndpointState[] = [];
  const onChange = sinon.spy();
  const client = new FeesClient({
    httpOptions: () => ({ credentials: 'omit', fetcher }),
    onChange,
    onResult: (stateOf) => results.push(stateOf),
  });
  const stateOf = (url: string): EndpointState =>
    present(client.endpointStates.find(({ endpoint }) => endpoint.url === url));
  return { client, stateOf, results, onChange };
}

const urls = (sent: readonly { url: string }[]): string => sent.map(({ url }) => url).join(' ');
const feesOf = (...ids: readonly unknown[]) => ids.map((feeId) => ({ feeId, amount: 1 }));
const parsed = (...ids: readonly unknown[]) => parseFees(feesOf(...ids));
const feesAnswer = (...ids: readonly unknown[]) => entriesAnswer(...feesOf(...ids));
const list = (...ids: readonly unknown[]): Response => Response.json(feesOf(...ids));

/** Called in each `describe`, because all tests of the core share one page. */
function stubRandom(): void {
  beforeEach(() => sinon.stub(Math, 'random').returns(0));
  afterEach(() => sinon.restore());
}

describe('CONTRACT 3.1: which endpoints are read, and in which order', () => {
  stubRandom();

  it('one endpoint is read once, for both systems', async () => {
    const { fetcher, sent } = fakeFetcher(feesAnswer(1));
    const { client, stateOf, results } = clientOf(fetcher);
    await client.setEndpoints([shared]);
    expect(urls(sent)).to.equal('/fees');
    expect(stateOf('/fees')).to.deep.include({
      status: 'ready',
      fetching: false,
      fees: parsed(1),
    });
    expect(results).to.deep.equal([stateOf('/fees')]);
  });

  it('two are read in parallel, and neither waits for the other', async () => {
    const { fetcher, sent, answers } = deferredFetcher();
    const { client, stateOf, results, onChange } = clientOf(fetcher);
    const endpointsSet = client.setEndpoints([dibs, oir]);
    await aTimeout(0);
    expect(urls(sent), 'both have left').to.equal('/dibs /oir');
    expect(stateOf('/dibs')).to.include({ status: 'loading', fetching: true });
    onChange.resetHistory();
    answers[1]?.(list(2));
    await waitUntil(() => results.length);
    expect(stateOf('/oir')).to.deep.include({ status: 'ready', fees: parsed(2) });
    expect(stateOf('/dibs').status).to.equal('loading');
    expect(onChange.called, 'onChange is called at once').to.be.true;
    expect(results.map(({ endpoint }) => endpoint.url)).to.deep.equal(['/oir']);
    answers[0]?.(list(1));
    await endpointsSet;
    expect(stateOf('/dibs')).to.deep.include({ status: 'ready', fees: parsed(1) });
  });

  it('an endpoint without a URL has failed, and nothing is sent', async () => {
    const { fetcher, sent } = fakeFetcher(feesAnswer());
    const { client, results } = clientOf(fetcher);
    await client.setEndpoints([{ systems: ['dibs'], shared: true }]);
    expect(urls(sent)).to.equal('');
    expect(client.endpointStates[0]).to.include({
      status: 'failed',
      failure: 'invalid',
      fetching: false,
    });
    expect(results).to.have.length(1);
  });

  it('only the selected endpoints are read again', async () => {
    const { fetcher, sent } = fakeFetcher(statusAnswer(404), feesAnswer(2));
    const { client, stateOf } = clientOf(fetcher);
    await client.setEndpoints([dibs, oir]);
    expect(stateOf('/dibs')).to.include({ status: 'failed', failure: 'rejected' });
    await client.refresh(({ failure }) => failure === 'rejected');
    expect(urls(sent)).to.equal('/dibs /oir /dibs');
    expect(stateOf('/dibs')).to.deep.include({
      status: 'ready',
      fees: parsed(2),
      failure: undefined,
    });
  });

  it('has a flag while it is retried', async () => {
    const { fetcher } = fakeFetcher(statusAnswer(500), feesAnswer(1));
    const states: string[] = [];
    const client: FeesClient = new FeesClient({
      httpOptions: () => ({ credentials: 'omit', fetcher }),
      onChange: () =>
        states.push(JSON.stringify(client.endpointStates.map(({ retrying }) => retrying))),
      onResult: () => undefined,
    });
    await client.setEndpoints([shared]);
    expect(states).to.deep.equal(['[false]', '[true]', '[false]']);
  });
});

describe('CONTRACT 4: old data stays while new data is read, and stale data never overwrites fresh data', () => {
  stubRandom();

  it('shows the earlier answer until the new one arrives', async () => {
    const { fetcher, answers } = deferredFetcher();
    const { client, stateOf } = clientOf(fetcher);
    const endpointsSet = client.setEndpoints([shared]);
    await aTimeout(0);
    answers[0]?.(list(1));
    await endpointsSet;
    const again = client.refresh();
    await aTimeout(0);
    expect(stateOf('/fees')).to.deep.include({
      status: 'ready',
      fetching: true,
      fees: parsed(1),
    });
    answers[1]?.(list(2));
    await again;
    expect(stateOf('/fees')).to.deep.include({
      status: 'ready',
      fetching: false,
      fees: parsed(2),
    });
  });

  for (const order of [
    [1, 0],
    [0, 1],
  ]) {
    it(`a newer read wins when they answer in the order ${order.join(', ')}`, async () => {
      const { fetcher, sent, answers } = deferredFetcher();
      const { client, stateOf, results } = clientOf(fetcher);
      const all = [client.setEndpoints([shared])];
      await aTimeout(0);
      all.push(client.refresh());
      await aTimeout(0);
      expect(sent[0]?.init.signal?.aborted, 'the older one is given up').to.be.true;
      expect(sent[1]?.init.signal?.aborted).to.be.false;
      for (const request of order) {
        answers[request]?.(list(request === 1 ? 'new' : 'old'));
        await aTimeout(20);
      }
      await Promise.all(all);
      expect(stateOf('/fees').fees).to.deep.equal(parsed('new'));
      expect(results).to.have.length(1);
    });
  }

  it('a failed refresh keeps the earlier answer, and has the failure', async () => {
    const { fetcher } = fakeFetcher(feesAnswer(1), statusAnswer(404), feesAnswer(2));
    const { client, stateOf, results } = clientOf(fetcher);
    await client.setEndpoints([shared]);
    const { readAt } = stateOf('/fees');
    await aTimeout(5);
    await client.refresh();
    const earlier = {
      status: 'ready',
      failure: 'rejected',
      fees: parsed(1),
      readAt,
      fetching: false,
    };
    expect(stateOf('/fees')).to.deep.include(earlier);
    await client.refresh();
    expect(stateOf('/fees')).to.deep.include({
      status: 'ready',
      failure: undefined,
      fees: parsed(2),
    });
    expect(present(stateOf('/fees').readAt)).to.be.above(present(readAt));
    expect(results.map(({ failure }) => failure)).to.deep.equal([undefined, 'rejected', undefined]);
  });

  it('after a logout the earlier answer is removed', async () => {
    for (const status of [401, 403]) {
      const { fetcher } = fakeFetcher(feesAnswer('secret'), statusAnswer(status));
      const { client, stateOf } = clientOf(fetcher);
      await client.setEndpoints([shared]);
      await client.refresh();
      expect(stateOf('/fees')).to.include({ status: 'failed', failure: 'unauthorized' });
      expect(JSON.stringify(client.endpointStates)).not.to.include('secret');
    }
  });

  it('a first read that fails has the status failed', async () => {
    const { client, stateOf } = clientOf(fakeFetcher(statusAnswer(500)).fetcher);
    await client.setEndpoints([shared]);
    expect(stateOf('/fees')).to.deep.include({
      status: 'failed',
      failure: 'server',
      fetching: false,
    });
    expect(stateOf('/fees').fees).to.be.undefined;
  });
});

describe('CONTRACT 2: a new configuration reads only new endpoints', () => {
  stubRandom();

  it('keeps the answer of an endpoint that stays', async () => {
    const { fetcher, sent } = fakeFetcher(feesAnswer(1), feesAnswer(2), feesAnswer(3));
    const { client, stateOf } = clientOf(fetcher);
    await client.setEndpoints([dibs, oir]);
    await client.setEndpoints([{ ...oir, url: '/new' }, { ...dibs }]);
    expect(urls(sent)).to.equal('/dibs /oir /new');
    expect(stateOf('/dibs').fees).to.deep.equal(parsed(1));
    expect(stateOf('/new').fees).to.deep.equal(parsed(3));
    expect(client.endpointStates).to.have.length(2);
  });

  it('does not repeat a pending request', async () => {
    const { fetcher, sent, answers } = deferredFetcher();
    const { client, stateOf } = clientOf(fetcher);
    const all = [client.setEndpoints([shared]), client.setEndpoints([{ ...shared }])];
    await aTimeout(0);
    expect(urls(sent)).to.equal('/fees');
    answers[0]?.(list(1));
    await Promise.all(all);
    expect(stateOf('/fees').fees).to.deep.equal(parsed(1));
  });

  it('does not retry a failed one', async () => {
    const { fetcher, sent } = fakeFetcher(statusAnswer(404));
    const { client } = clientOf(fetcher);
    await client.setEndpoints([shared]);
    await client.setEndpoints([shared]);
    expect(sent).to.have.length(1);
  });

  it('reads again an endpoint that was shared and is not any more, and keeps the answer of a shared one', async () => {
    const { fetcher, sent } = fakeFetcher(feesAnswer());
    const { client } = clientOf(fetcher);
    await client.setEndpoints([shared]);
    await client.setEndpoints([{ ...shared, systems: ['dibs'] }]);
    expect(sent).to.have.length(1);
    expect(client.endpointStates.map(({ endpoint }) => endpoint.systems)).to.deep.equal([['dibs']]);
    await client.setEndpoints([{ ...shared, systems: ['dibs'], shared: false }]);
    await client.setEndpoints([{ ...shared, systems: ['oir'], shared: false }]);
    expect(sent).to.have.length(3);
  });

  it('aborts a request that is no longer needed, and ignores its answer', async () => {
    const { fetcher, sent, answers } = deferredFetcher();
    const { client, results } = clientOf(fetcher);
    const all = [client.setEndpoints([shared])];
    await aTimeout(0);
    all.push(client.setEndpoints([dibs]));
    await aTimeout(0);
    expect(sent[0]?.init.signal?.aborted).to.be.true;
    answers[0]?.(list('old'));
    answers[1]?.(list('new'));
    await Promise.all(all);
    expect(client.endpointStates.map(({ fees }) => fees)).to.deep.equal([parsed('new')]);
    expect(results.map(({ endpoint }) => endpoint.url)).to.deep.equal(['/dibs']);
  });
});

describe('CONTRACT 3.8: an element that was removed sends no requests', () => {
  stubRandom();

  it('aborts all reads, keeps the answers, and continues when it is inserted again', async () => {
    const { fetcher, sent, answers } = deferredFetcher();
    const { client, stateOf, results } = clientOf(fetcher);
    const all = [client.setEndpoints([dibs, oir])];
    await aTimeout(0);
    answers[0]?.(list(1));
    await waitUntil(() => results.length);
    client.stop();
    await Promise.all(all);
    expect(sent[1]?.init.signal?.aborted).to.be.true;
    answers[1]?.(list('late'));
    await aTimeout(20);
    expect(stateOf('/dibs').fees).to.deep.equal(parsed(1));
    expect(stateOf('/oir')).to.include({ status: 'loading', fetching: false });
    expect(results).to.have.length(1);

    const endpointsSet = client.setEndpoints([dibs, oir]);
    await aTimeout(0);
    expect(urls(sent)).to.equal('/dibs /oir /oir');
    answers[2]?.(list(2));
    await endpointsSet;
    expect(stateOf('/oir').fees).to.deep.equal(parsed(2));
  });
});
