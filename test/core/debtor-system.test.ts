import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { systemOf } from '../../src/debts/debtor-system.js';
import type { CalendarDate } from '../../src/util/time.js';
import { debtsIn, fee, feeWithout, overviewFor, type Attributes } from './given.js';

const SWITCH = '2021-12-01';
const FLAGS = { true: true, false: false, missing: undefined };
const CREATED = { before: '2021-11-30', on: '2021-12-01', after: '2021-12-02', unknown: null };

/** `dibs`, `dibs, not payable` or `oir`. */
function classified(name: string, entry: object, attributes: Attributes, today: string): string {
  const [debt] = debtsIn(overviewFor({ 'fees-url': [], [name]: [entry] }, attributes, today));
  if (!debt) return 'nothing';
  if (debt.system === 'oir') return 'oir';
  return debt.payableByClient ? 'dibs' : 'dibs, not payable';
}

const entryOf = (flag: boolean | undefined, creationDate: string | null): object =>
  flag === undefined
    ? { ...feeWithout('payableByClient'), creationDate }
    : fee({ payableByClient: flag, creationDate });

describe('CONTRACT 3.2: the system of a debt from fees-url', () => {
  type Row = readonly [before: string, on: string, after: string, unknown: string];
  const notPayable = 'dibs, not payable';
  const late: Record<keyof typeof FLAGS, Row> = {
    true: ['dibs', 'dibs', 'dibs', 'dibs'],
    false: ['oir', 'oir', 'oir', 'oir'],
    missing: [notPayable, 'oir', 'oir', 'oir'],
  };
  const early: typeof late = {
    true: ['dibs', 'dibs', 'dibs', 'dibs'],
    false: [notPayable, notPayable, notPayable, notPayable],
    missing: [notPayable, notPayable, notPayable, notPayable],
  };
  const never: typeof late = { ...late, missing: ['oir', 'oir', 'oir', 'oir'] };
  const times: readonly [name: string, today: string, Attributes, typeof late][] = [
    ['the day before the switch date', '2021-11-30', { 'switch-date': SWITCH }, early],
    ['on the switch date', '2021-12-01', { 'switch-date': SWITCH }, late],
    ['long after the switch date', '2022-06-15', { 'switch-date': SWITCH }, late],
    ['without a switch date', '2022-06-15', {}, never],
  ];
  for (const [time, today, attributes, table] of times) {
    for (const flag of ['true', 'false', 'missing'] as const) {
      for (const [column, created] of (['before', 'on', 'after', 'unknown'] as const).entries()) {
        const system = table[flag][column];
        it(`${time}, payableByClient ${flag}, created ${created}: ${system}`, () => {
          const entry = entryOf(FLAGS[flag], CREATED[created]);
          expect(classified('fees-url', entry, attributes, today)).to.equal(system);
        });
      }
    }
  }

  for (const flag of [null, 'true', 'false', 1, 0, {}]) {
    it(`treats payableByClient: ${JSON.stringify(flag)} as missing`, () => {
      const switched = { 'switch-date': SWITCH };
      const old = fee({ payableByClient: flag, creationDate: CREATED.before });
      const fresh = fee({ payableByClient: flag, creationDate: CREATED.after });
      expect(classified('fees-url', old, switched, '2022-06-15')).to.equal(notPayable);
      expect(classified('fees-url', fresh, switched, '2022-06-15')).to.equal('oir');
    });
  }
});

describe('CONTRACT 2: a system’s own endpoint has that system’s debts', () => {
  for (const today of ['2021-11-30', '2022-06-15']) {
    for (const created of Object.values(CREATED)) {
      it(`on ${today}, created ${created}: whatever the flag is`, () => {
        const own = (name: string, flag: boolean | undefined): string =>
          classified(name, entryOf(flag, created), { 'switch-date': SWITCH }, today);
        expect(own('dibs-fees-url', true)).to.equal('dibs');
        expect(own('dibs-fees-url', false)).to.equal('dibs, not payable');
        expect(own('dibs-fees-url', undefined)).to.equal('dibs, not payable');
        for (const flag of [true, false, undefined]) {
          expect(own('oir-fees-url', flag), String(flag)).to.equal('oir');
        }
      });
    }
  }
});

describe('CONTRACT 3.2: every debt belongs to one system', () => {
  const dates = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2023-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10) as CalendarDate);
  const maybe = fc.option(dates, { nil: undefined });
  const flags = fc.constantFrom(true, false, undefined);

  it('is always dibs or oir, by the rule of the contract', () => {
    fc.assert(
      fc.property(flags, maybe, dates, maybe, (payableByClient, createdOn, today, switchDate) => {
        const old = createdOn !== undefined && switchDate !== undefined && createdOn < switchDate;
        const flagged = payableByClient === true || (payableByClient === undefined && old);
        const early = switchDate !== undefined && today < switchDate;
        const system = systemOf({ payableByClient, createdOn }, { today, switchDate });
        return system === (early || flagged ? 'dibs' : 'oir');
      }),
      { numRuns: 2000 },
    );
  });

  it('never allows a client to pay without FBS’s flag', () => {
    fc.assert(
      fc.property(flags, maybe, dates, maybe, (flag, created, today, switchDate) => {
        const attributes: Attributes = switchDate ? { 'switch-date': switchDate } : {};
        const entry = entryOf(flag, created ?? null);
        const payable = classified('fees-url', entry, attributes, today) === 'dibs';
        return payable === (flag === true);
      }),
    );
  });
});
