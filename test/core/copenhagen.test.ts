import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import sinon from 'sinon';
import { dayInCopenhagen, everyHour } from '../../src/util/time.js';

const HOUR = 3_600_000;

/** The parts of an instant in Copenhagen, computed independently of the source. */
const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Copenhagen',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const partsOf = (instant: number): Record<string, string> =>
  Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));

describe('CONTRACT 3.7: "today" is the day in Copenhagen', () => {
  const days: readonly [instant: string, day: string][] = [
    ['2022-01-14T22:59:59.999Z', '2022-01-14'],
    ['2022-01-14T23:00:00.000Z', '2022-01-15'],
    ['2022-06-14T21:59:59.999Z', '2022-06-14'],
    ['2022-06-14T22:00:00.000Z', '2022-06-15'],
    ['2021-12-31T22:59:59.999Z', '2021-12-31'],
    ['2021-12-31T23:00:00.000Z', '2022-01-01'],
    // Summer time begins at 01:00 UTC: the day begins at 23:00 UTC and ends at 22:00.
    ['2022-03-26T22:59:59.999Z', '2022-03-26'],
    ['2022-03-26T23:00:00.000Z', '2022-03-27'],
    ['2022-03-27T21:59:59.999Z', '2022-03-27'],
    ['2022-03-27T22:00:00.000Z', '2022-03-28'],
    // Summer time ends at 01:00 UTC: the day begins at 22:00 UTC and ends at 23:00.
    ['2022-10-29T21:59:59.999Z', '2022-10-29'],
    ['2022-10-29T22:00:00.000Z', '2022-10-30'],
    ['2022-10-30T22:59:59.999Z', '2022-10-30'],
    ['2022-10-30T23:00:00.000Z', '2022-10-31'],
  ];
  for (const [instant, day] of days) {
    it(`${instant} is ${day}`, () => {
      expect(dayInCopenhagen(new Date(instant))).to.equal(day);
      expect(dayInCopenhagen(Date.parse(instant))).to.equal(day);
    });
  }

  const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) });

  it('is the day of a clock in Copenhagen', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { year, month, day } = partsOf(instant);
        return dayInCopenhagen(instant) === `${year}-${month}-${day}`;
      }),
      { numRuns: 1000 },
    );
  });

  it('changes only at a full hour of UTC, which everyHour relies on', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const full = instant - (instant % HOUR);
        return dayInCopenhagen(full) === dayInCopenhagen(full + HOUR - 1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('CONTRACT 5: the phase changes at midnight in Copenhagen, in an open page too', () => {
  let time: sinon.SinonFakeTimers;
  const startAt = (instant: string): void => {
    time = sinon.useFakeTimers({
      now: Date.parse(instant),
      toFake: ['setTimeout', 'clearTimeout', 'Date'],
    });
  };
  afterEach(() => time.restore());

  const midnights: readonly [name: string, start: string, midnight: string][] = [
    ['in winter', '2022-01-14T10:11:12.131Z', '2022-01-14T23:00:00Z'],
    ['in summer', '2022-06-14T10:11:12.131Z', '2022-06-14T22:00:00Z'],
    ['before summer time begins', '2022-03-26T10:00:00.001Z', '2022-03-26T23:00:00Z'],
    ['after summer time began', '2022-03-27T00:30:00Z', '2022-03-27T22:00:00Z'],
    ['before summer time ends', '2022-10-29T10:00:00Z', '2022-10-29T22:00:00Z'],
    ['after summer time ended', '2022-10-30T00:30:00Z', '2022-10-30T23:00:00Z'],
  ];
  for (const [name, start, midnight] of midnights) {
    it(`calls at midnight ${name}`, () => {
      startAt(start);
      const calls: number[] = [];
      const stop = everyHour(() => calls.push(Date.now()));
      time.tick(Date.parse(midnight) - Date.now() - 1);
      expect(calls).not.to.include(Date.parse(midnight));
      time.tick(1);
      expect(calls.at(-1)).to.equal(Date.parse(midnight));
      const parts = partsOf(Date.parse(midnight));
      expect(`${parts.hour}:${parts.minute}:${parts.second}`).to.equal('00:00:00');
      stop();
    });
  }

  it('calls once an hour, and not when it is started', () => {
    startAt('2022-06-14T10:00:00Z');
    const callback = sinon.spy();
    const stop = everyHour(callback);
    expect(callback.callCount).to.equal(0);
    time.tick(24 * HOUR);
    expect(callback.callCount).to.equal(24);
    stop();
  });

  it('is back on the hour after a sleep that made it late', () => {
    startAt('2022-06-14T10:30:00Z');
    const calls: string[] = [];
    const stop = everyHour(() => calls.push(new Date().toISOString()));
    time.setSystemTime(Date.parse('2022-06-14T15:45:00Z'));
    time.tick(0.5 * HOUR);
    time.tick(0.75 * HOUR);
    expect(calls).to.deep.equal(['2022-06-14T16:15:00.000Z', '2022-06-14T17:00:00.000Z']);
    stop();
  });

  it('stops', () => {
    startAt('2022-06-14T10:00:00Z');
    const callback = sinon.spy();
    const stop = everyHour(callback);
    time.tick(HOUR);
    stop();
    expect(time.countTimers()).to.equal(0);
    time.tick(24 * HOUR);
    expect(callback.callCount).to.equal(1);
  });

  it('stops when it is stopped within its own call', () => {
    startAt('2022-06-14T10:00:00Z');
    const stop = everyHour(() => stop());
    time.tick(2 * HOUR);
    expect(time.countTimers()).to.equal(0);
  });
});
