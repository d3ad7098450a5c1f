import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { addDays, daysBetween, firstOf } from '../../demo/workbench/days.js';
import { nextChange, timelineOf, type Timeline } from '../../demo/workbench/timeline.js';
import { phaseOn, type Phase } from '../../src/config/phase.js';
import type { CalendarDate } from '../../src/util/time.js';
import { day, fee, present } from '../core/given.js';

type Dates = Parameters<typeof timelineOf>[1];

const START = day('2022-01-01');
const someDay = fc.integer({ min: -700, max: 700 }).map((days) => addDays(START, days));
const maybe = fc.option(someDay, { nil: undefined });
const someDates: fc.Arbitrary<Dates> = fc.record({ switchDate: maybe, dibsEndDate: maybe });
const someEntry = fc.oneof(
  fc.record({ creationDate: maybe, dueDate: maybe }).map(fee),
  fc.constantFrom(null, 7, {}, fee({ amount: null }), fee({ amount: 0 })),
);
const someTimeline = fc
  .tuple(fc.array(someEntry, { maxLength: 6 }), someDates, someDay, someDay)
  .map((input) => ({ dates: input[1], shown: input[3], timeline: timelineOf(...input) }));

const SWITCH = day('2021-12-01');
const END = day('2022-07-01');
const BOTH: Dates = { switchDate: SWITCH, dibsEndDate: END };
const NONE: Dates = { switchDate: undefined, dibsEndDate: undefined };
const TODAY = day('2022-01-15');

const at = (dates: Dates, entries: readonly unknown[] = [], shown = TODAY, today = TODAY) =>
  timelineOf(entries, dates, today, shown);

const marksIn = ({ marks }: Timeline): string[] => marks.map(({ date, kind }) => `${date} ${kind}`);

const phasesIn = ({ phases }: Timeline): Phase[] => phases.map(({ phase }) => phase);

describe('The workbench: days', () => {
  const steps: readonly (readonly [what: string, from: string, days: number, to: string])[] = [
    ['to the start of summer time', '2022-03-26', 1, '2022-03-27'],
    ['across the start of summer time', '2022-03-27', 1, '2022-03-28'],
    ['to the end of summer time', '2022-10-29', 1, '2022-10-30'],
    ['across the end of summer time', '2022-10-30', 1, '2022-10-31'],
    ['back across the end of summer time', '2022-10-31', -1, '2022-10-30'],
    ['to a leap day', '2024-02-28', 1, '2024-02-29'],
    ['across a leap day', '2024-02-28', 2, '2024-03-01'],
    ['across the end of February', '2023-02-28', 1, '2023-03-01'],
    ['in a century that has no leap day', '2100-02-28', 1, '2100-03-01'],
    ['in a century that has one', '2000-02-28', 1, '2000-02-29'],
    ['across the end of a year', '2022-12-31', 1, '2023-01-01'],
    ['back across the end of a year', '2023-01-01', -1, '2022-12-31'],
    ['a year', '2022-07-01', 365, '2023-07-01'],
    ['zero days', '2022-07-01', 0, '2022-07-01'],
  ];
  for (const [what, from, days, to] of steps) {
    it(`adds and counts days ${what}: ${from} and ${days}`, () => {
      expect(addDays(day(from), days)).to.equal(to);
      expect(daysBetween(day(from), day(to))).to.equal(days);
    });
  }

  it('counts the days that it has added', () => {
    const century = fc.integer({ min: -30_000, max: 300_000 }).map((days) => addDays(START, days));
    fc.assert(
      fc.property(century, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).to.equal(days);
        expect(addDays(addDays(date, days), -days)).to.equal(date);
      }),
      { numRuns: 1000 },
    );
  });

  it('stays within the supported dates', () => {
    expect(addDays(day('2999-12-31'), 1)).to.equal('2999-12-31');
    expect(addDays(day('1900-01-01'), -1)).to.equal('1900-01-01');
  });

  it('finds the first date without changing the list', () => {
    const dates = [END, SWITCH, TODAY];
    expect(firstOf(dates)).to.equal(SWITCH);
    expect(dates).to.deep.equal([END, SWITCH, TODAY]);
    expect(firstOf([])).to.equal(undefined);
  });
});

describe('The workbench: marks on the timeline', () => {
  it('lists the switch, the end and today in order', () => {
    expect(marksIn(at(BOTH))).to.deep.equal([
      '2021-12-01 switch',
      '2022-01-15 today',
      '2022-07-01 end',
    ]);
  });

  it('says of the end of DIBS only what is true', () => {
    const end = (dates: object) =>
      present(at({ ...BOTH, ...dates }).marks.find(({ kind }) => kind === 'end')).description.da;
    expect(end({ dibsPaymentUrl: '/betal' })).to.include('kan ikke længere betales her');
    expect(end({ mobilepay: true })).to.include('kan ikke længere betales her');
    expect(end({})).to.equal('Det gamle system (DIBS) slutter.');
  });

  it('lists a debt on the day that it is created, and on the day after it is due', () => {
    const timeline = at(NONE, [fee({ creationDate: '2022-02-01', dueDate: '2022-02-28' })]);
    expect(marksIn(timeline)).to.deep.equal([
      '2022-01-15 today',
      '2022-02-01 created',
      '2022-03-01 overdue',
    ]);
  });

  it('lists only the known dates of a debt', () => {
    expect(
      marksIn(at(NONE, [fee({ creationDate: '2022-02-01', dueDate: null })])).slice(1),
    ).to.deep.equal(['2022-02-01 created']);
    expect(
      marksIn(at(NONE, [fee({ creationDate: null, dueDate: '2022-02-01' })])).slice(1),
    ).to.deep.equal(['2022-02-02 overdue']);
  });

  it('ignores entries that are not debts', () => {
    const entries = [null, 'x', [], fee({ amount: null }), fee({ amount: 0 })];
    expect(marksIn(at(NONE, [...entries, fee({ paidDate: '2022-04-07' })]))).to.deep.equal([
      '2022-01-15 today',
    ]);
  });

  it('describes the debt in both languages', () => {
    const entries = [fee({ creationDate: '2022-02-01', amount: 1192.5 })];
    const { description, name } = present(
      at(NONE, entries).marks.find(({ kind }) => kind === 'created'),
    );
    expect(description.da).to.equal('Oprettes: Gebyr (for sent) på 1.192,50 kr.');
    expect(description.en).to.equal('Created: Gebyr (for sent), DKK 1,192.50');
    expect(name.da).not.to.equal(name.en);
    const unnamed = at(NONE, [fee({ creationDate: '2022-02-01', reasonMessage: ' ' })]);
    expect(present(unnamed.marks[1]).description.da).to.equal(
      'Oprettes: Mellemværende på 70,00 kr.',
    );
    expect(present(unnamed.marks[1]).description.en).to.equal('Created: Debt, DKK 70.00');
  });

  it('leaves out distant debts, which do not extend the timeline', () => {
    const withoutDebts = at(BOTH);
    for (const date of ['1999-01-01', '2150-01-01']) {
      const old = at(BOTH, [fee({ creationDate: date, dueDate: date })]);
      expect(old).to.deep.equal(withoutDebts);
    }
  });

  it('includes debts up to 800 days away', () => {
    const made = (days: number) =>
      at(BOTH, [fee({ creationDate: addDays(SWITCH, days), dueDate: null })]);
    for (const side of [-1, 1]) {
      expect(marksIn(made(side * 800))).to.have.length(4);
      expect(marksIn(made(side * 801))).to.have.length(3);
    }
  });

  it('leaves out today if the switch was long ago', () => {
    const timeline = at(BOTH, [], SWITCH, day('2026-11-23'));
    expect(marksIn(timeline)).to.deep.equal(['2021-12-01 switch', '2022-07-01 end']);
    expect(timeline.to).to.equal(addDays(END, 30));
  });

  it('includes an end that is many years after the switch', () => {
    const timeline = at({ ...BOTH, dibsEndDate: day('2031-01-01') });
    expect(marksIn(timeline)).to.include('2031-01-01 end');
    expect(timeline.to > '2031-01-01').to.equal(true);
  });

  it('without dates, includes the shown day and today', () => {
    const timeline = at(NONE);
    expect(marksIn(timeline)).to.deep.equal(['2022-01-15 today']);
    expect(timeline.from).to.equal('2022-01-01');
    expect(timeline.to).to.equal('2022-02-14');
    expect(phasesIn(timeline)).to.deep.equal(['transition']);
  });

  it('extends to a shown day outside it, and otherwise keeps its ends', () => {
    const { to, from } = at(BOTH);
    for (const end of [to, from]) {
      const again = timelineOf([], BOTH, TODAY, end);
      expect([again.from, again.to]).to.deep.equal([from, to]);
    }
    const beyond = addDays(to, 100);
    expect(timelineOf([], BOTH, TODAY, beyond).to).to.equal(beyond);
  });

  it('leaves out a date with a mistyped century', () => {
    const timeline = at({ ...BOTH, dibsEndDate: day('2131-01-01') });
    expect(timeline.to < '2030').to.be.true;
  });

  it('lists a transferred debt once, and no creation if debts are there from the start', () => {
    const twice = [fee({ feeId: 1 }), fee({ feeId: 1, payableByClient: false })];
    const made = (comeWhenMade: boolean): number =>
      timelineOf(twice, BOTH, TODAY, TODAY, comeWhenMade).marks.filter(
        ({ kind }) => kind === 'created',
      ).length;
    expect([made(true), made(false)]).to.deep.equal([1, 0]);
  });

  it('is sorted, and extends beyond the first and the last mark', () => {
    fc.assert(
      fc.property(someTimeline, ({ timeline: { marks, from, to }, shown }) => {
        const dates = marks.map(({ date }) => date);
        expect(dates).to.deep.equal([...dates].sort());
        expect(shown >= from && shown <= to).to.be.true;
        for (const date of dates) {
          expect(daysBetween(from, date)).to.be.at.least(14);
          expect(daysBetween(date, to)).to.be.at.least(30);
        }
        const begins = addDays(present(dates[0] ?? shown), -14);
        const ends = addDays(present(dates.at(-1) ?? shown), 30);
        expect([from, to]).to.deep.equal([
          begins < shown ? begins : shown,
          ends > shown ? ends : shown,
        ]);
      }),
    );
  });
});

describe('The workbench: phases on the timeline', () => {
  it('changes at the switch and at the end', () => {
    const timeline = at(BOTH);
    expect(timeline.phases).to.deep.equal([
      { from: timeline.from, phase: 'before' },
      { from: SWITCH, phase: 'transition' },
      { from: END, phase: 'after' },
    ]);
  });

  it('has only the phases that the dates imply', () => {
    expect(phasesIn(at({ ...NONE, switchDate: SWITCH }))).to.deep.equal(['before', 'transition']);
    expect(phasesIn(at({ ...NONE, dibsEndDate: END }))).to.deep.equal(['transition', 'after']);
  });

  it('has no transition if the end is on or before the switch date', () => {
    const reversed = at({ switchDate: END, dibsEndDate: SWITCH });
    expect(reversed.phases).to.deep.equal([
      { from: reversed.from, phase: 'before' },
      { from: SWITCH, phase: 'after' },
    ]);
    expect(phasesIn(at({ switchDate: END, dibsEndDate: END }))).to.deep.equal(['before', 'after']);
  });

  it('is the same as the widget’s phase on every day', () => {
    fc.assert(
      fc.property(someTimeline, ({ timeline: { phases, from, to }, dates }) => {
        expect(present(phases[0]).from).to.equal(from);
        let shown: Phase | undefined;
        for (let date = from; date <= to; date = addDays(date, 1)) {
          const change = phases.find((one) => one.from === date);
          if (change) expect(change.phase, 'each entry changes the phase').not.to.equal(shown);
          shown = change?.phase ?? shown;
          if (shown !== phaseOn(date, dates)) expect.fail(`${date} is not ${shown}`);
        }
        expect(phases.every((one) => one.from >= from && one.from <= to)).to.equal(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('The workbench: the next change', () => {
  const timeline = at(BOTH);

  it('goes forward from mark to mark', () => {
    const after = (date: CalendarDate) => nextChange(timeline, date);
    expect(after(timeline.from)).to.equal(SWITCH);
    expect(after(SWITCH)).to.equal(TODAY);
    expect(after(TODAY)).to.equal(END);
    expect(after(END)).to.equal(undefined);
  });

  it('goes back from mark to mark', () => {
    const before = (date: CalendarDate) => nextChange(timeline, date, true);
    expect(before(timeline.to)).to.equal(END);
    expect(before(END)).to.equal(TODAY);
    expect(before(addDays(SWITCH, 1))).to.equal(SWITCH);
    expect(before(SWITCH)).to.equal(undefined);
  });

  it('skips no mark', () => {
    fc.assert(
      fc.property(someTimeline, someDay, ({ timeline: some }, from) => {
        const dates = some.marks.map(({ date }) => date);
        const later = dates.filter((date) => date > from);
        const earlier = dates.filter((date) => date < from);
        expect(nextChange(some, from)).to.equal(firstOf(later));
        expect(nextChange(some, from, true)).to.equal(earlier.sort().at(-1));
      }),
    );
  });
});
