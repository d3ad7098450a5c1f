import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { addDays, daysBetween, firstOf } from '../../demo/workbench/days.js';
import { nextChange, timelineOf, type Timeline } from '../../demo/workbench/timeline.js';
import { phaseOn, type Phase } from '../../src/config/phase.js';
import type { CalendarDate } from '../../src/util/calendar-date.js';
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
  .map((given) => ({ dates: given[1], shown: given[3], timeline: timelineOf(...given) }));

const SWITCH = day('2021-12-01');
const END = day('2022-07-01');
const BOTH: Dates = { switchDate: SWITCH, dibsEndDate: END };
const NONE: Dates = { switchDate: undefined, dibsEndDate: undefined };
const TODAY = day('2022-01-15');

const at = (dates: Dates, entries: readonly unknown[] = [], shown = TODAY, today = TODAY) =>
  timelineOf(entries, dates, today, shown);

const marksIn = ({ marks }: Timeline): string[] => marks.map(({ date, is }) => `${date} ${is}`);

const phasesIn = ({ phases }: Timeline): Phase[] => phases.map(({ phase }) => phase);

describe('The workbench: days', () => {
  const steps: readonly (readonly [why: string, from: string, days: number, to: string])[] = [
    ['into summer time', '2022-03-26', 1, '2022-03-27'],
    ['over summer time', '2022-03-27', 1, '2022-03-28'],
    ['into winter time', '2022-10-29', 1, '2022-10-30'],
    ['over winter time', '2022-10-30', 1, '2022-10-31'],
    ['back over winter time', '2022-10-31', -1, '2022-10-30'],
    ['to a leap day', '2024-02-28', 1, '2024-02-29'],
    ['over a leap day', '2024-02-28', 2, '2024-03-01'],
    ['over the end of February', '2023-02-28', 1, '2023-03-01'],
    ['in a century that has no leap day', '2100-02-28', 1, '2100-03-01'],
    ['in a century that has one', '2000-02-28', 1, '2000-02-29'],
    ['over the end of a year', '2022-12-31', 1, '2023-01-01'],
    ['back over the end of a year', '2023-01-01', -1, '2022-12-31'],
    ['a year', '2022-07-01', 365, '2023-07-01'],
    ['nowhere', '2022-07-01', 0, '2022-07-01'],
  ];
  for (const [why, from, days, to] of steps) {
    it(`goes ${why}: ${from} and ${days}`, () => {
      expect(addDays(day(from), days)).to.equal(to);
      expect(daysBetween(day(from), day(to))).to.equal(days);
    });
  }

  it('counts what it has added', () => {
    const century = fc.integer({ min: -30_000, max: 300_000 }).map((days) => addDays(START, days));
    fc.assert(
      fc.property(century, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).to.equal(days);
        expect(addDays(addDays(date, days), -days)).to.equal(date);
      }),
      { numRuns: 1000 },
    );
  });

  it('stays where there are no more days', () => {
    expect(addDays(day('2999-12-31'), 1)).to.equal('2999-12-31');
    expect(addDays(day('1900-01-01'), -1)).to.equal('1900-01-01');
  });

  it('finds the first, and leaves the list as it is', () => {
    const dates = [END, SWITCH, TODAY];
    expect(firstOf(dates)).to.equal(SWITCH);
    expect(dates).to.deep.equal([END, SWITCH, TODAY]);
    expect(firstOf([])).to.equal(undefined);
  });
});

describe('The workbench: marks on the timeline', () => {
  it('has the switch, the end and today, in order', () => {
    expect(marksIn(at(BOTH))).to.deep.equal([
      '2021-12-01 switch',
      '2022-01-15 today',
      '2022-07-01 end',
    ]);
  });

  it('has a debt on the day it is made, and the day after it is due', () => {
    const timeline = at(NONE, [fee({ creationDate: '2022-02-01', dueDate: '2022-02-28' })]);
    expect(marksIn(timeline)).to.deep.equal([
      '2022-01-15 today',
      '2022-02-01 created',
      '2022-03-01 overdue',
    ]);
  });

  it('has of a debt what is known of it', () => {
    expect(
      marksIn(at(NONE, [fee({ creationDate: '2022-02-01', dueDate: null })])).slice(1),
    ).to.deep.equal(['2022-02-01 created']);
    expect(
      marksIn(at(NONE, [fee({ creationDate: null, dueDate: '2022-02-01' })])).slice(1),
    ).to.deep.equal(['2022-02-02 overdue']);
  });

  it('has nothing of what is no debt', () => {
    const entries = [null, 'x', [], fee({ amount: null }), fee({ amount: 0 })];
    expect(marksIn(at(NONE, [...entries, fee({ paidDate: '2022-04-07' })]))).to.deep.equal([
      '2022-01-15 today',
    ]);
  });

  it('says which debt it is, in both languages', () => {
    const entries = [fee({ creationDate: '2022-02-01', amount: 1192.5 })];
    const { says, name } = present(at(NONE, entries).marks.find(({ is }) => is === 'created'));
    expect(says.da).to.equal('Oprettes: Gebyr (for sent) på 1.192,50 kr.');
    expect(says.en).to.equal('Made: Gebyr (for sent), DKK 1,192.50');
    expect(name.da).not.to.equal(name.en);
    const unnamed = at(NONE, [fee({ creationDate: '2022-02-01', reasonMessage: ' ' })]);
    expect(present(unnamed.marks[1]).says.da).to.equal('Oprettes: Mellemværende på 70,00 kr.');
    expect(present(unnamed.marks[1]).says.en).to.equal('Made: Debt, DKK 70.00');
  });

  it('leaves out a debt of long ago, which does not stretch it', () => {
    const plain = at(BOTH);
    for (const date of ['1999-01-01', '2150-01-01']) {
      const old = at(BOTH, [fee({ creationDate: date, dueDate: date })]);
      expect(old).to.deep.equal(plain);
    }
  });

  it('reaches a debt that is 800 days away, and no further', () => {
    const made = (days: number) =>
      at(BOTH, [fee({ creationDate: addDays(SWITCH, days), dueDate: null })]);
    for (const side of [-1, 1]) {
      expect(marksIn(made(side * 800))).to.have.length(4);
      expect(marksIn(made(side * 801))).to.have.length(3);
    }
  });

  it('leaves out today, where the switch was long ago', () => {
    const timeline = at(BOTH, [], SWITCH, day('2026-11-23'));
    expect(marksIn(timeline)).to.deep.equal(['2021-12-01 switch', '2022-07-01 end']);
    expect(timeline.to).to.equal(addDays(END, 30));
  });

  it('keeps an end that is many years after the switch', () => {
    const timeline = at({ ...BOTH, dibsEndDate: day('2031-01-01') });
    expect(marksIn(timeline)).to.include('2031-01-01 end');
    expect(timeline.to > '2031-01-01').to.equal(true);
  });

  it('has no date at all: the day that is shown, and today', () => {
    const timeline = at(NONE);
    expect(marksIn(timeline)).to.deep.equal(['2022-01-15 today']);
    expect(timeline.from).to.equal('2022-01-01');
    expect(timeline.to).to.equal('2022-02-14');
    expect(phasesIn(timeline)).to.deep.equal(['transition']);
  });

  it('ends at the day that is shown, where that lies beyond: no step moves the end', () => {
    const { to, from } = at(BOTH);
    for (const end of [to, from]) {
      const again = timelineOf([], BOTH, TODAY, end);
      expect([again.from, again.to]).to.deep.equal([from, to]);
    }
    const beyond = addDays(to, 100);
    expect(timelineOf([], BOTH, TODAY, beyond).to).to.equal(beyond);
  });

  it('leaves out a day that is mistyped by a century', () => {
    const timeline = at({ ...BOTH, dibsEndDate: day('2131-01-01') });
    expect(timeline.to < '2030').to.be.true;
  });

  it('says once what stands in both systems, and nothing of what is there from the beginning', () => {
    const twice = [fee({ feeId: 1 }), fee({ feeId: 1, payableByClient: false })];
    const made = (comeWhenMade: boolean): number =>
      timelineOf(twice, BOTH, TODAY, TODAY, comeWhenMade).marks.filter(({ is }) => is === 'created')
        .length;
    expect([made(true), made(false)]).to.deep.equal([1, 0]);
  });

  it('is in order, and goes from before the first to after the last', () => {
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
  it('turns at the switch and at the end', () => {
    const timeline = at(BOTH);
    expect(timeline.phases).to.deep.equal([
      { from: timeline.from, phase: 'before' },
      { from: SWITCH, phase: 'transition' },
      { from: END, phase: 'after' },
    ]);
  });

  it('has the phases that the dates leave', () => {
    expect(phasesIn(at({ ...NONE, switchDate: SWITCH }))).to.deep.equal(['before', 'transition']);
    expect(phasesIn(at({ ...NONE, dibsEndDate: END }))).to.deep.equal(['transition', 'after']);
  });

  it('has no transition where the end is before the switch, or the same day', () => {
    const upside = at({ switchDate: END, dibsEndDate: SWITCH });
    expect(upside.phases).to.deep.equal([
      { from: upside.from, phase: 'before' },
      { from: SWITCH, phase: 'after' },
    ]);
    expect(phasesIn(at({ switchDate: END, dibsEndDate: END }))).to.deep.equal(['before', 'after']);
  });

  it('is, on every single day, the phase the widget has', () => {
    fc.assert(
      fc.property(someTimeline, ({ timeline: { phases, from, to }, dates }) => {
        expect(present(phases[0]).from).to.equal(from);
        let shown: Phase | undefined;
        for (let date = from; date <= to; date = addDays(date, 1)) {
          const turn = phases.find((one) => one.from === date);
          if (turn) expect(turn.phase, 'a turn changes something').not.to.equal(shown);
          shown = turn?.phase ?? shown;
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

  it('goes from mark to mark, and ends', () => {
    const after = (date: CalendarDate) => nextChange(timeline, date);
    expect(after(timeline.from)).to.equal(SWITCH);
    expect(after(SWITCH)).to.equal(TODAY);
    expect(after(TODAY)).to.equal(END);
    expect(after(END)).to.equal(undefined);
  });

  it('goes back, and ends', () => {
    const before = (date: CalendarDate) => nextChange(timeline, date, true);
    expect(before(timeline.to)).to.equal(END);
    expect(before(END)).to.equal(TODAY);
    expect(before(addDays(SWITCH, 1))).to.equal(SWITCH);
    expect(before(SWITCH)).to.equal(undefined);
  });

  it('leaps over no day that changes something', () => {
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
