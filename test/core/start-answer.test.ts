import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { readStart } from '../../src/payment/start-answer.js';

const ALLOWED = ['https://pay.example'];
const PROBLEM = 'application/problem+json; charset=utf-8';
const GOOD = { orderId: 'L-1', redirectUrl: 'https://pay.example/1' };

const read = (status: number, body: unknown = GOOD, type = 'application/json') =>
  readStart(
    { status, type, text: typeof body === 'string' ? body : JSON.stringify(body) },
    ALLOWED,
  );

const because = (...args: Parameters<typeof read>): string => {
  const answer = read(...args);
  return answer.is === 'go' ? 'go' : answer.because;
};

describe('CONTRACT 6: what the host answers to a start', () => {
  it('an order and where it is paid', () => {
    expect(read(200)).to.deep.equal({
      is: 'go',
      id: 'L-1',
      destination: { is: 'link', url: 'https://pay.example/1' },
    });
    expect(read(201).is).to.equal('go');
    expect(because(200, GOOD, 'text/html'), 'whatever its type').to.equal('go');
  });

  const REFUSALS = { 409: 'paying', 410: 'paid', 422: 'changed' };
  for (const [status, why] of Object.entries(REFUSALS)) {
    it(`${status} as problem+json: ${why}`, () => {
      expect(read(+status, {}, PROBLEM)).to.deep.equal({ is: 'refused', because: why });
      expect(because(+status, 'not even JSON', PROBLEM)).to.equal(why);
    });

    it(`${status} of another kind says nothing about the debts`, () => {
      for (const type of ['text/html', 'application/json', '', 'x-application/problem+json']) {
        expect(because(+status, {}, type), type).to.equal('invalid');
      }
    });
  }

  const STATUSES: Record<number, string> = {
    ...{ 401: 'login', 403: 'login' },
    ...{ 500: 'lost', 502: 'lost', 503: 'lost', 504: 'lost', 599: 'lost' },
    ...{ 0: 'invalid', 204: 'invalid', 302: 'invalid', 304: 'invalid' },
    ...{ 400: 'invalid', 404: 'invalid', 405: 'invalid', 418: 'invalid', 429: 'invalid' },
  };
  for (const [status, why] of Object.entries(STATUSES)) {
    it(`${status}: ${why}`, () => {
      expect(because(+status, +status === 204 ? '' : GOOD)).to.equal(why);
      expect(because(+status, {}, PROBLEM)).to.equal(why);
    });
  }

  const NONSENSE: Record<string, unknown> = {
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
  for (const [what, body] of Object.entries(NONSENSE)) {
    it(`200 with ${what} starts nothing, and says why to the integrator`, () => {
      const answer = read(200, body);
      expect(answer).to.include({ is: 'refused', because: 'invalid' });
      expect(answer).to.have.property('fault').that.is.a('string').and.not.empty;
    });
  }

  it('anything at all is read without a throw, and leads nowhere else', () => {
    fc.assert(
      fc.property(
        fc.nat(599),
        fc.string(),
        fc.oneof(fc.json(), fc.string()),
        (status, type, text) => {
          const answer = readStart({ status, type, text }, ALLOWED);
          if (answer.is === 'go') expect(answer.destination).to.include({ is: 'link' });
        },
      ),
    );
  });
});
