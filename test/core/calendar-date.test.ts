import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { calendarDate, instantOf } from '../../src/util/time.js';
import { day } from './given.js';

const DAY = 86_400_000;

describe('CONTRACT 3.7: dates are calendar dates', () => {
  for (const good of ['2022-04-06', '1900-01-01', '2999-12-31', '2020-02-29', '2000-02-29']) {
    it(`accepts ${good} as written`, () => {
      expect(calendarDate(good)).to.equal(good);
    });
  }

  const noDays: readonly unknown[] = [
    ...['2021-13-40', '2021-02-30', '2021-04-31', '2021-00-10', '2021-01-00', '2021-01-32'],
    ...['2021-02-29', '1900-02-29', '2100-02-29'],
    ...['1899-11-30', '1899-12-31', '0001-01-01', '0000-00-00', '3000-01-01', '9999-12-31'],
    ...['2022-4-6', '06-04-2022', '2022/04/06', '20220406', '2022-04', '2022', '+02022-04-06'],
    ...['2022-04-06T00:00:00', ' 2022-04-06', '2022-04-06 ', '2022-04-06\n', 'x2022-04-06', ''],
    ...[20220406, 0, null, undefined, true, {}, ['2022-04-06'], new Date('2022-04-06')],
  ];
  for (const value of noDays) {
    it(`rejects ${typeof value} ${JSON.stringify(value)}`, () => {
      expect(calendarDate(value)).to.be.undefined;
    });
  }

  it('accepts every day from 1900 to 2999', () => {
    const [from, to] = [Date.UTC(1900, 0, 1) / DAY, Date.UTC(2999, 11, 31) / DAY];
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (days) => {
        const raw = new Date(days * DAY).toISOString().slice(0, 10);
        return calendarDate(raw) === raw;
      }),
      { numRuns: 1000 },
    );
  });

  it('accepts three numbers exactly when they are a day of the calendar', () => {
    const two = (number: number): string => String(number).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2999 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        (year, month, date) => {
          const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
          const long = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
          const taken = calendarDate(`${year}-${two(month)}-${two(date)}`) !== undefined;
          return taken === (date >= 1 && date <= long);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('accepts or rejects any value, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const taken = calendarDate(value);
        return taken === undefined || taken === value;
      }),
    );
  });

  it('compares dates in order', () => {
    expect(day('2021-12-31') < day('2022-01-01')).to.be.true;
    expect(day('2022-09-30') < day('2022-10-01')).to.be.true;
  });

  it('gives Intl midnight UTC of that day', () => {
    expect(instantOf(day('2022-04-06')).toISOString()).to.equal('2022-04-06T00:00:00.000Z');
  });
});
