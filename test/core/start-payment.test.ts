import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import type { Order } from '../../src/payment/core/order.js';
import { startPayment } from '../../src/payment/start-payment.js';
import type { HttpOptions } from '../../src/fees/http.js';
import type { Ore } from '../../src/util/ore.js';
import {
  bodyAnswer,
  fetching,
  halfAnswer,
  lostAnswer,
  noAnswer,
  statusAnswer,
} from './fetchers.js';

const ORDER: Order = {
  key: 'f00d',
  lines: [
    { feeId: '434536', amount: 7000 as Ore, type: 'fee' },
    { feeId: '9', amount: 19256 as Ore, type: 'compensation' },
  ],
  source: '/fees',
  returnUrl: 'https://library.example/fees?a=1#x',
  language: 'da',
  channel: 'cms',
  requestedAt: 0,
};
const GOOD = bodyAnswer('{"orderId":"L-1","redirectUrl":"https://pay.example/1"}');

const start = (
  fetcher: typeof fetch,
  transport: Partial<HttpOptions> = {},
  signal = new AbortController().signal,
) =>
  startPayment(
    ORDER,
    { dibsPaymentUrl: '/payment/start', paymentOrigins: ['https://pay.example'] },
    { credentials: 'include', fetcher, ...transport },
    signal,
  );

const why = async (...args: Parameters<typeof start>): Promise<string> => {
  const answer = await start(...args);
  return answer.is === 'go' ? 'go' : answer.because;
};

describe('CONTRACT 6: a payment is started', () => {
  afterEach(() => sinon.restore());

  it('by one POST with the key and the token, saying exactly what is paid', async () => {
    const { fetcher, sent } = fetching(GOOD);
    expect((await start(fetcher, { getToken: () => 'secret' })).is).to.equal('go');
    expect(sent).to.have.length(1);
    const [{ url, init }] = sent as [(typeof sent)[0]];
    expect(url).to.equal('/payment/start');
    expect(init).to.include({
      method: 'POST',
      credentials: 'include',
      redirect: 'manual',
      cache: 'no-store',
    });
    expect(init.headers).to.deep.equal({
      Accept: 'application/json, application/problem+json',
      'Content-Type': 'application/json',
      'Idempotency-Key': 'f00d',
      Authorization: 'Bearer secret',
    });
    expect(JSON.parse(String(init.body))).to.deep.equal({
      feeIds: ['434536', '9'],
      amount: 26256,
      currency: 'DKK',
      channel: 'cms',
      returnUrl: 'https://library.example/fees?a=1#x',
      language: 'da',
    });
  });

  it('or not: no network, half an answer and a 5xx are no answer', async () => {
    const half = halfAnswer('{"orderId":', new TypeError('network error'));
    for (const answer of [lostAnswer, half, statusAnswer(500), statusAnswer(503)]) {
      expect(await why(fetching(answer).fetcher)).to.equal('lost');
    }
  });

  it('or not: a redirect is an answer that leads nowhere', async () => {
    const redirect = () =>
      ({ status: 0, headers: new Headers(), text: async () => '' }) as Response;
    expect(await why(fetching(redirect).fetcher)).to.equal('invalid');
  });

  it('or not: without a token that can be sent the patron must log in, and nothing is asked', async () => {
    sinon.stub(console, 'warn');
    const { fetcher, sent } = fetching(GOOD);
    const getToken = () => Promise.reject(new Error('no login'));
    expect(await why(fetcher, { getToken })).to.equal('login');
    expect(sent).to.be.empty;
  });

  it('or not: after 15 s nobody waits any longer', async () => {
    const time = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { fetcher, sent } = fetching(noAnswer);
    const outcome = why(fetcher);
    await time.tickAsync(14_999);
    expect(sent[0]?.init.signal?.aborted).to.be.false;
    await time.tickAsync(1);
    expect(await outcome).to.equal('lost');
    expect(sent[0]?.init.signal?.aborted).to.be.true;
  });

  it('or not: whoever leaves is not answered', async () => {
    const abort = new AbortController();
    const outcome = why(fetching(noAnswer).fetcher, {}, abort.signal);
    abort.abort();
    expect(await outcome).to.equal('lost');
  });
});
