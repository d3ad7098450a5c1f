import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { parseFees } from '../../src/fees/fee.js';
import { fetchFees } from '../../src/fees/fetch-fees.js';
import { withRetry } from '../../src/http/retry.js';
import {
  bodyAnswer,
  entriesAnswer,
  fakeFetcher,
  listenersOn,
  lostAnswer,
  noAnswer,
  statusAnswer,
  trackOutcome,
  type Answer,
} from './fetchers.js';

/** The time that a timer of 0 ms takes by the test's clock, in milliseconds. */
const TICK = 1;
const NOW = Date.parse('2022-06-15T10:00:00Z');

let time: sinon.SinonFakeTimers;
let random: sinon.SinonStub;

/** Sets whether the page is hidden, and dispatches the event. */
function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Called in each `describe`, because all tests of the core share one page. */
function useClock(): void {
  beforeEach(() => {
    time = sinon.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    random = sinon.stub(Math, 'random').returns(0);
    hide(false);
  });
  afterEach(() => {
    sinon.restore();
    Reflect.deleteProperty(document, 'hidden');
  });
}

function read(...answers: readonly Answer[]) {
  const { fetcher, sent } = fakeFetcher(...answers);
  const abort = new AbortController();
  const left = listenersOn(abort.signal);
  const onRetry = sinon.spy();
  const outcome = trackOutcome(
    withRetry(
      () => fetchFees('/fees', { credentials: 'omit', fetcher }, abort.signal, () => undefined),
      abort.signal,
      onRetry,
    ),
  );
  return { outcome, sent, abort, left, onRetry };
}

/** When the requests were sent, in milliseconds from the start. */
const times = ({ sent }: ReturnType<typeof read>): number[] => sent.map(({ at }) => at - NOW);

describe('CONTRACT 3.8: a temporary failure is retried at most twice', () => {
  useClock();

  const passing = { network: lostAnswer, busy: statusAnswer(429), server: statusAnswer(500) };
  for (const [kind, answer] of Object.entries(passing)) {
    it(`${kind}`, async () => {
      const reading = read(answer);
      await time.tickAsync(60_000);
      expect(reading.sent).to.have.length(3);
      expect(reading.outcome.result).to.equal(kind);
      expect(reading.onRetry.callCount).to.equal(2);
      expect(time.countTimers()).to.equal(0);
    });
  }

  it('timeout', async () => {
    const reading = read(noAnswer);
    await time.tickAsync(46_000);
    const [first, second = NaN, third = NaN] = times(reading);
    expect(first).to.equal(0);
    expect(second).to.be.closeTo(15_000, TICK);
    expect(third).to.be.closeTo(30_000, 2 * TICK);
    expect(reading.sent).to.have.length(3);
    expect(reading.outcome.result).to.equal('timeout');
  });

  const lasting = {
    unauthorized: statusAnswer(401),
    rejected: statusAnswer(404),
    invalid: bodyAnswer('{}'),
  };
  for (const [kind, answer] of Object.entries(lasting)) {
    it(`but not ${kind}`, async () => {
      const reading = read(answer);
      await reading.outcome.ended;
      await time.tickAsync(60_000);
      expect(reading.sent).to.have.length(1);
      expect(reading.outcome.result).to.equal(kind);
      expect(reading.onRetry.callCount).to.equal(0);
    });
  }

  it('uses the first good answer', async () => {
    const reading = read(statusAnswer(503), lostAnswer, entriesAnswer(7));
    await time.tickAsync(5 * TICK);
    expect(reading.sent).to.have.length(3);
    expect((await reading.outcome.ended).result).to.deep.equal(parseFees([7]));
    expect(reading.onRetry.callCount).to.equal(2);
  });

  it('stops at a permanent failure', async () => {
    const reading = read(statusAnswer(503), statusAnswer(401));
    await time.tickAsync(60_000);
    expect(reading.sent).to.have.length(2);
    expect(reading.outcome.result).to.equal('unauthorized');
  });
});

describe('CONTRACT 3.8: full-jitter back-off', () => {
  useClock();

  const waits = async (part: number): Promise<readonly [number, number]> => {
    random.returns(part);
    const reading = read(statusAnswer(500));
    await time.tickAsync(60_000);
    const [first = NaN, second = NaN, third = NaN] = reading.sent.map(({ at }) => at);
    return [second - first, third - second];
  };

  it('waits a random part, from zero, of a time that doubles', async () => {
    for (const wait of await waits(0)) expect(wait).to.be.at.most(TICK);
    const [first, second] = await waits(0.5);
    expect(first).to.be.within(250, 5_000);
    expect(second).to.be.closeTo(2 * first, TICK);
    const [shorter, short] = await waits(0.25);
    expect(shorter).to.be.closeTo(first / 2, TICK);
    expect(short).to.be.closeTo(first, TICK);
  });

  it('uses a new random number for each delay', async () => {
    random.onFirstCall().returns(0.5).onSecondCall().returns(0);
    const reading = read(statusAnswer(500));
    await time.tickAsync(60_000);
    const [, second = NaN, third] = times(reading);
    expect(second).to.be.above(100);
    expect(third).to.be.closeTo(second, TICK);
  });
});

describe('CONTRACT 3.8: Retry-After is respected', () => {
  useClock();

  const later = (seconds: number): string => new Date(NOW + seconds * 1000).toUTCString();
  const obeyed: readonly [raw: string, milliseconds: number][] = [
    ['7', 7_000],
    ['30', 30_000],
    [later(9), 9_000],
    ['0', 0],
    [later(-60), 0],
    ['soon', 0],
    ['-5', 0],
  ];
  for (const [raw, milliseconds] of obeyed) {
    for (const status of [429, 503]) {
      it(`${status}, ${raw}: after ${milliseconds} ms, and not before`, async () => {
        const reading = read(statusAnswer(status, { 'Retry-After': raw }), entriesAnswer());
        if (milliseconds) {
          await time.tickAsync(milliseconds - 1);
          expect(reading.sent).to.have.length(1);
        }
        await time.tickAsync(1);
        expect(reading.sent).to.have.length(2);
        expect((await reading.outcome.ended).result).to.deep.equal([]);
      });
    }
  }

  it('is a minimum: the jitter is added to it', async () => {
    random.returns(0.5);
    const reading = read(statusAnswer(503, { 'Retry-After': '7' }), entriesAnswer());
    await time.tickAsync(60_000);
    expect(times(reading)[1]).to.be.above(7_000);
  });

  for (const raw of ['31', '3600', later(31), '99999999999999999999']) {
    it(`${raw}: too long to wait, so there is no retry`, async () => {
      const reading = read(statusAnswer(503, { 'Retry-After': raw }));
      expect((await reading.outcome.ended).result).to.equal('server');
      await time.tickAsync(4_000_000);
      expect(reading.sent).to.have.length(1);
      expect(reading.onRetry.callCount).to.equal(0);
    });
  }
});

describe('CONTRACT 3.8: retries only while the page is visible', () => {
  useClock();

  it('waits while the page is hidden, and continues when it is visible', async () => {
    random.returns(0.5);
    const reading = read(statusAnswer(500), entriesAnswer(7));
    await time.tickAsync(1);
    hide(true);
    await time.tickAsync(600_000);
    expect(reading.sent).to.have.length(1);
    hide(false);
    expect((await reading.outcome.ended).result).to.deep.equal(parseFees([7]));
  });

  it('does not shorten the delay when the page becomes visible', async () => {
    random.returns(0.5);
    const reading = read(statusAnswer(500), entriesAnswer(7));
    await time.tickAsync(1);
    hide(true);
    hide(false);
    await time.tickAsync(100);
    expect(reading.sent).to.have.length(1);
    await time.tickAsync(5_000);
    expect(reading.sent).to.have.length(2);
  });

  it('sends nothing while the page stays hidden', async () => {
    hide(true);
    const listening = listenersOn(document);
    const reading = read(statusAnswer(500), entriesAnswer(7));
    await time.tickAsync(600_000);
    expect(reading.sent).to.have.length(1);
    expect(reading.outcome.result).to.be.undefined;
    document.dispatchEvent(new Event('visibilitychange'));
    await time.tickAsync(0);
    expect(reading.sent, 'still hidden').to.have.length(1);
    hide(false);
    expect((await reading.outcome.ended).result).to.deep.equal(parseFees([7]));
    expect(reading.sent).to.have.length(2);
    expect(listening()).to.equal(0);
    expect(reading.left()).to.equal(0);
  });
});

describe('CONTRACT 3.8: a read that is aborted ends', () => {
  useClock();

  const ends = async (reading: ReturnType<typeof read>): Promise<void> => {
    const before = reading.sent.length;
    reading.abort.abort();
    await reading.outcome.ended;
    expect(reading.outcome.result).not.to.be.an('array');
    await time.tickAsync(600_000);
    hide(false);
    await time.tickAsync(0);
    expect(reading.sent).to.have.length(before);
    expect(time.countTimers()).to.equal(0);
    expect(reading.left()).to.equal(0);
  };

  it('during a request', async () => {
    const reading = read(noAnswer);
    await time.tickAsync(1_000);
    await ends(reading);
    expect(reading.onRetry.callCount, 'it is not tried again').to.equal(0);
  });

  it('during a delay', async () => {
    random.returns(0.5);
    const reading = read(statusAnswer(500));
    await time.tickAsync(1);
    await ends(reading);
    expect(reading.sent).to.have.length(1);
  });

  it('while the page is hidden', async () => {
    hide(true);
    const listening = listenersOn(document);
    const reading = read(statusAnswer(500));
    await time.tickAsync(10_000);
    await ends(reading);
    expect(reading.sent).to.have.length(1);
    expect(listening()).to.equal(0);
  });
});
