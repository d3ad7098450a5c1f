import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import sinon from 'sinon';
import type { Order } from '../../src/payment/core/order.js';
import { parseStartAnswer, requestPayment } from '../../src/payment/payment-request.js';
import type { HttpOptions } from '../../src/http/send-request.js';
import type { Ore } from '../../src/util/ore.js';
import {
  bodyAnswer,
  fakeFetcher,
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
  sources: ['/fees'],
  paymentUrl: '',
  returnUrl: 'https://library.example/fees?a=1#x',
  language: 'da',
  channel: 'cms',
  requestedAt: 0,
};
const STARTED = bodyAnswer('{"orderId":"L-1","redirectUrl":"https://pay.example/1"}');

const start = (
  fetcher: typeof fetch,
  httpOptions: Partial<HttpOptions> = {},
  signal = new AbortController().signal,
) =>
  requestPayment(
    ORDER,
    { dibsPaymentUrl: '/payment/start', paymentOrigins: ['https://pay.example'] },
    { credentials: 'include', fetcher, ...httpOptions },
    signal,
  );

const reasonOf = async (...args: Parameters<typeof start>): Promise<string> => {
  const answer = await start(...args);
  return answer.is === 'started' ? 'started' : answer.reason;
};

describe('CONTRACT 6: a payment is requested', () => {
  afterEach(() => sinon.restore());

  it('by one POST with the key and the token, with exactly what is paid', async () => {
    const { fetcher, sent } = fakeFetcher(STARTED);
    expect((await start(fetcher, { getToken: () => 'secret' })).is).to.equal('started');
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

  it('and shares that with no other', async () => {
    const { fetcher, sent } = fakeFetcher(STARTED);
    await Promise.all([start(fetcher), start(fetcher)]);
    expect(sent).to.have.length(2);
  });

  it('no network, half an answer and a 5xx are no answer', async () => {
    const half = halfAnswer('{"orderId":', new TypeError('network error'));
    for (const answer of [lostAnswer, half, statusAnswer(500), statusAnswer(503)]) {
      expect(await reasonOf(fakeFetcher(answer).fetcher)).to.equal('lost');
    }
  });

  it('a redirect is an invalid answer', async () => {
    const redirect = () =>
      ({ status: 0, headers: new Headers(), text: async () => '' }) as Response;
    expect(await reasonOf(fakeFetcher(redirect).fetcher)).to.equal('invalid');
  });

  it('without a token that can be sent the patron must log in, and nothing is requested', async () => {
    sinon.stub(console, 'warn');
    const { fetcher, sent } = fakeFetcher(STARTED);
    const getToken = () => Promise.reject(new Error('no login'));
    expect(await reasonOf(fetcher, { getToken })).to.equal('login');
    expect(sent).to.be.empty;
  });

  it('the request times out after 15 s', async () => {
    const time = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { fetcher, sent } = fakeFetcher(noAnswer);
    const outcome = reasonOf(fetcher);
    await time.tickAsync(14_999);
    expect(sent[0]?.init.signal?.aborted).to.be.false;
    await time.tickAsync(1);
    expect(await outcome).to.equal('lost');
    expect(sent[0]?.init.signal?.aborted).to.be.true;
  });

  it('an aborted request gets no answer', async () => {
    const abort = new AbortController();
    const outcome = reasonOf(fakeFetcher(noAnswer).fetcher, {}, abort.signal);
    abort.abort();
    expect(await outcome).to.equal('lost');
  });
});

const ALLOWED = ['https://pay.example'];
const PROBLEM = 'application/problem+json; charset=utf-8';
const GOOD = { orderId: 'L-1', redirectUrl: 'https://pay.example/1' };

const read = (status: number, body: unknown = GOOD, type = 'application/json') =>
  parseStartAnswer(
    { status, type, text: typeof body === 'string' ? body : JSON.stringify(body) },
    ALLOWED,
  );

const readReason = (...args: Parameters<typeof read>): string => {
  const answer = read(...args);
  return answer.is === 'started' ? 'started' : answer.reason;
};

describe('CONTRACT 6: the answer to a start', () => {
  it('an order and its destination', () => {
    expect(read(200)).to.deep.equal({
      is: 'started',
      orderId: 'L-1',
      destination: { is: 'link', url: 'https://pay.example/1' },
    });
    expect(read(201).is).to.equal('started');
    expect(readReason(200, GOOD, 'text/html'), 'with any type').to.equal('started');
  });

  const REFUSALS = { 409: 'paying', 410: 'paid', 422: 'changed' };
  for (const [status, reason] of Object.entries(REFUSALS)) {
    it(`${status} as problem+json: ${reason}`, () => {
      expect(read(+status, {}, PROBLEM)).to.deep.equal({ is: 'refused', reason });
      expect(readReason(+status, 'not even JSON', PROBLEM)).to.equal(reason);
    });

    it(`${status} with another type says nothing about the debts`, () => {
      for (const type of ['text/html', 'application/json', '', 'x-application/problem+json']) {
        expect(readReason(+status, {}, type), type).to.equal('invalid');
      }
    });
  }

  const STATUSES: Record<number, string> = {
    ...{ 401: 'login', 403: 'login' },
    ...{ 500: 'lost', 502: 'lost', 503: 'lost', 504: 'lost', 599: 'lost' },
    ...{ 0: 'invalid', 204: 'invalid', 302: 'invalid', 304: 'invalid' },
    ...{ 400: 'invalid', 404: 'invalid', 405: 'invalid', 418: 'invalid', 429: 'lost' },
  };
  for (const [status, reason] of Object.entries(STATUSES)) {
    it(`${status}: ${reason}`, () => {
      expect(readReason(+status, +status === 204 ? '' : GOOD)).to.equal(reason);
      expect(readReason(+status, {}, PROBLEM)).to.equal(reason);
    });
  }

  const INVALID: Record<string, unknown> = {
    'a login page': '<!doctype html><title>Log ind</title>',
    nothing: '',
    null: 'null',
    'a list': [GOOD],
    text: '"L-1"',
    'half of it': '{"orderId":"L-1",',
    'no destination': { orderId: 'L-1' },
    'no order id': { redirectUrl: GOOD.redirectUrl },
    'an order id that is a number': { ...GOOD, orderId: 1 },
    'a blank order id': { ...GOOD, orderId: ' ' },
    'a destination elsewhere': { ...GOOD, redirectUrl: 'https://evil.example/' },
  };
  for (const [what, body] of Object.entries(INVALID)) {
    it(`200 with ${what} starts nothing, and reports a fault`, () => {
      const answer = read(200, body);
      expect(answer).to.include({ is: 'refused', reason: 'invalid' });
      expect(answer).to.have.property('fault').that.is.a('string').and.not.empty;
    });
  }

  it('any answer is parsed without a throw, and allows no other origin', () => {
    fc.assert(
      fc.property(
        fc.nat(599),
        fc.string(),
        fc.oneof(fc.json(), fc.string()),
        (status, type, text) => {
          const answer = parseStartAnswer({ status, type, text }, ALLOWED);
          if (answer.is === 'started') expect(answer.destination).to.include({ is: 'link' });
        },
      ),
    );
  });
});
