import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { SCENARIOS, type ScenarioName } from '../../demo/workbench/state.js';
import { addDays } from '../../demo/workbench/days.js';
import {
  anchorOf,
  countOf,
  entriesOn,
  MAX_LENGTH,
  parseAnswer,
  scenarioAnswer,
} from '../../demo/workbench/debts.js';
import { SCENARIO_DETAILS } from '../../demo/workbench/scenarios.js';
import { debtsIn, day, fee, idsIn, overviewFor, present } from '../core/given.js';

const SWITCH = day('2021-12-01');

const answerOf = (scenario: ScenarioName): readonly unknown[] =>
  scenarioAnswer({ scenario }, SWITCH);

/** The overview of a scenario, some days after the switch. */
function shownOf(scenario: ScenarioName, days: number, leaveOutLater = true) {
  const date = addDays(SWITCH, days);
  const entries = entriesOn(answerOf(scenario), { date, leaveOutLater });
  return overviewFor({ 'fees-url': entries }, { 'switch-date': SWITCH }, date);
}

const unreadableIn = (scenario: ScenarioName, days: number): number =>
  shownOf(scenario, days).systems.reduce((sum, { unreadable }) => sum + unreadable, 0);

describe('The workbench: scenarios', () => {
  it('have unique names and descriptions in both languages', () => {
    expect(Object.keys(SCENARIO_DETAILS)).to.have.members([...SCENARIOS]);
    for (const locale of ['da', 'en'] as const) {
      const names = SCENARIOS.map((name) => SCENARIO_DETAILS[name].name[locale]);
      expect(new Set(names).size).to.equal(names.length);
      for (const name of SCENARIOS)
        expect(SCENARIO_DETAILS[name].description[locale]).not.to.equal('');
    }
  });

  const shownDebts: Readonly<
    Record<Exclude<ScenarioName, 'many'>, Readonly<Record<number, string>>>
  > = {
    none: { [-1]: 'dibs: | oir:', 0: 'dibs: | oir:', 30: 'dibs: | oir:' },
    old: {
      [-76]: 'dibs: | oir:',
      [-75]: 'dibs: 800001 | oir:',
      [-1]: 'dibs: 800001 | oir:',
      0: 'dibs: 800001 | oir:',
      30: 'dibs: 800001 | oir:',
    },
    new: {
      [-1]: 'dibs: | oir:',
      0: 'dibs: | oir: 800003',
      30: 'dibs: | oir: 800003',
    },
    both: {
      [-1]: 'dibs: 800001 800002 | oir:',
      0: 'dibs: 800001 800002 | oir: 800003',
      19: 'dibs: 800001 800002 | oir: 800003',
      30: 'dibs: 800001 800002 | oir: 800003 800004',
    },
    transfer: {
      [-1]: 'dibs: 800001 800002 | oir:',
      0: 'dibs: 800002 | oir: 800001',
      30: 'dibs: 800002 | oir: 800001',
    },
    overdue: {
      [-1]: 'dibs: 800005 800001 800006 | oir:',
      0: 'dibs: 800005 800001 | oir: 800006',
      30: 'dibs: 800005 800001 | oir: 800006',
    },
    'without-materials': {
      [-1]: 'dibs: 800007 | oir:',
      0: 'dibs: 800007 | oir:',
      2: 'dibs: 800007 | oir: 800008',
    },
    unreadable: {
      [-1]: 'dibs: 800001 | oir:',
      0: 'dibs: 800001 | oir: 800003',
      30: 'dibs: 800001 | oir: 800003',
    },
    registering: {
      [-1]: 'dibs: 800001 800010 800002 | oir:',
      0: 'dibs: 800001 800010 800002 | oir:',
      30: 'dibs: 800001 800010 800002 | oir:',
    },
  };
  for (const [scenario, days] of Object.entries(shownDebts)) {
    for (const [after, ids] of Object.entries(days)) {
      it(`${scenario}, ${after} days after the switch`, () => {
        expect(idsIn(shownOf(scenario as ScenarioName, +after))).to.equal(ids);
      });
    }
  }

  it('are readable, except the one for unreadable entries', () => {
    for (const scenario of SCENARIOS.filter((name) => name !== 'unreadable')) {
      for (const days of [-1, 0, 30]) expect(unreadableIn(scenario, days), scenario).to.equal(0);
    }
    for (const days of [-1, 0, 30]) expect(unreadableIn('unreadable', days)).to.equal(2);
  });

  it('none: only this one is empty', () => {
    for (const scenario of SCENARIOS) {
      expect(shownOf(scenario, 30).empty, scenario).to.equal(scenario === 'none');
    }
  });

  it('old and new have one debt each', () => {
    for (const scenario of ['old', 'new'] as const) {
      expect(answerOf(scenario)).to.have.length(1);
      expect(debtsIn(shownOf(scenario, 30))).to.have.length(1);
    }
  });

  it('transfer: the fee is in the answer twice, and in the sum once', () => {
    expect(answerOf('transfer')).to.have.length(3);
    for (const days of [-1, 0, 30]) expect(shownOf('transfer', days).total).to.equal(26_256);
  });

  it('overdue: all debts are overdue on the shown day', () => {
    const { today, systems } = shownOf('overdue', 10);
    const due = systems.flatMap(({ debts }) => debts).map(({ dueOn }) => present(dueOn));
    expect(due).to.have.length(3);
    for (const date of due) expect(date < today).to.equal(true);
  });

  it('without materials: no debt has materials, unlike in the other scenarios', () => {
    for (const scenario of SCENARIOS.filter((name) => name !== 'none')) {
      const some = debtsIn(shownOf(scenario, 30)).some(({ materials }) => materials.length);
      expect(some, scenario).to.equal(scenario !== 'without-materials');
    }
  });

  it('many: 60 debts with unique ids in both systems', () => {
    const overview = shownOf('many', 0, false);
    const [dibs, oir] = overview.systems;
    expect(debtsIn(overview)).to.have.length(60);
    expect(present(dibs).debts).to.have.length(40);
    expect(present(oir).debts).to.have.length(20);
    expect(debtsIn(shownOf('many', 30))).to.have.length(60);
    expect(debtsIn(shownOf('many', -1)).length).to.be.within(30, 59);
  });

  it('registering: one is paid, one is being paid, one is unpaid', () => {
    const statuses = debtsIn(shownOf('registering', 10)).map(
      ({ feeId, paymentStatus }) => `${feeId} ${paymentStatus}`,
    );
    expect(statuses).to.deep.equal(['800001 completed', '800010 undefined', '800002 reserved']);
  });

  it('are the same each time', () => {
    for (const scenario of SCENARIOS) {
      expect(answerOf(scenario), scenario).to.deep.equal(answerOf(scenario));
    }
  });

  it('are based on the switch date, or on today without a valid one', () => {
    const today = day('2026-11-23');
    expect(anchorOf({ switchDate: ' 2021-12-01 ' }, today)).to.equal('2021-12-01');
    for (const switchDate of ['', '1. december', '2021-02-30']) {
      expect(anchorOf({ switchDate }, today)).to.equal(today);
    }
    expect(anchorOf({}, today)).to.equal(today);
  });
});

describe('The workbench: a typed answer', () => {
  it('can be a list of anything', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 2), (entries, space) => {
        const typed = JSON.stringify(entries, null, space);
        expect(parseAnswer(`\n ${typed} `)).to.deep.equal({ entries: JSON.parse(typed) });
      }),
    );
  });

  for (const typed of ['{}', '{"fees": []}', '7', 'null', '"[]"', 'true']) {
    it(`is rejected if it is not a list: ${typed}`, () => {
      const { entries, problem } = parseAnswer(typed);
      expect(entries).to.deep.equal([]);
      expect(present(problem).da).to.include('Begynd med [');
      expect(present(problem).en).to.include('Begin with [');
    });
  }

  for (const typed of ['', ' ', 'x', '[', '[{"feeId": 1', '[1,]', "['a']", '[NaN]', '[1] [2]']) {
    it(`is rejected if it is not JSON: "${typed}"`, () => {
      const { entries, problem } = parseAnswer(typed);
      expect(entries).to.deep.equal([]);
      expect(present(problem).da).to.include('ikke JSON');
      expect(present(problem).en).to.include('not JSON');
    });
  }

  it('reports the line of the first syntax error', () => {
    const { problem } = parseAnswer('[\n  {"feeId": 1},\n  {"feeId" 2}\n]');
    expect(present(problem).da).to.include('linje 3');
    expect(present(problem).en).to.include('line 3');
  });

  it('does not read the line number from the typed text', () => {
    for (const typed of ['line 77', 'position 3000', '["a", line 77]', '[x position 9\n\n]']) {
      expect(present(parseAnswer(typed).problem).en, typed).not.to.match(/line (?!1\b)\d/);
    }
  });

  it('is rejected if it is too long, and the size is reported', () => {
    const full = `["${'x'.repeat(MAX_LENGTH - 4)}"]`;
    expect(full).to.have.length(MAX_LENGTH);
    expect(parseAnswer(full).problem).to.equal(undefined);
    expect(parseAnswer(`${full} `).entries).to.deep.equal([]);
    const { problem } = parseAnswer(`["${'x'.repeat(10_000_000 - 4)}"]`);
    expect(present(problem).da).to.include('10 MB');
    expect(present(problem).en).to.include('10 MB');
  });

  it('can be sent to a preview if it is accepted, at any depth', () => {
    for (const depth of [100, 10_000, 900_000]) {
      const { entries, problem } = parseAnswer('['.repeat(depth) + ']'.repeat(depth));
      // What cannot be serialised cannot be sent to a preview either.
      if (!problem) expect(() => JSON.stringify(entries), `${depth}`).not.to.throw();
      else expect(entries).to.deep.equal([]);
    }
  });

  it('is accepted or rejected, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((one) => one.slice(1)),
        ),
        (typed) => {
          const { entries, problem } = parseAnswer(typed);
          expect(entries).to.be.an('array');
          if (problem) {
            expect(entries).to.deep.equal([]);
            expect(problem.da + problem.en).not.to.match(/undefined|NaN/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('The workbench: the entries on a day', () => {
  const DATE = day('2022-06-15');
  const validDate = fc.integer({ min: -40, max: 40 }).map((days) => addDays(DATE, days));
  const debt = fc
    .record({ creationDate: fc.oneof(validDate, fc.constantFrom(null, '', 'x')) })
    .map(fee);
  // Entries without a valid creation date.
  const unreadable = fc.constantFrom(
    null,
    7,
    'x',
    {},
    fee({ amount: null, creationDate: null }),
    fee({ feeId: null, creationDate: '0001-01-01' }),
  );
  const nothing = fc.constantFrom(fee({ amount: 0 }), fee({ paidDate: '2022-06-01' }));
  const entries = fc.array(fc.oneof(debt, unreadable, nothing), { maxLength: 12 });

  it('leave out debts that are created later, and nothing else', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const isLater = (entry: unknown): boolean => {
          const { creationDate } = (entry ?? {}) as { creationDate?: unknown };
          return typeof creationDate === 'string' && /^2/.test(creationDate) && creationDate > DATE;
        };
        const onTheDay = entriesOn(all, { date: DATE, leaveOutLater: true });
        expect(onTheDay).to.deep.equal(all.filter((entry) => !isLater(entry)));
      }),
    );
  });

  it('include debts that are created on that day', () => {
    const debtFrom = (creationDate: string) => [fee({ creationDate })];
    const on = (creationDate: string) =>
      entriesOn(debtFrom(creationDate), { date: DATE, leaveOutLater: true });
    expect(on('2022-06-15')).to.have.length(1);
    expect(on('2022-06-16')).to.have.length(0);
    // Late in the evening in UTC it is the next day in Copenhagen.
    expect(on('2022-06-15T21:59:00Z')).to.have.length(1);
    expect(on('2022-06-15T22:01:00Z')).to.have.length(0);
  });

  it('are all there if later debts are not left out', () => {
    fc.assert(
      fc.property(entries, (all) => {
        expect(entriesOn(all, { date: day('1999-01-01'), leaveOutLater: false })).to.equal(all);
      }),
    );
  });

  it('have counts that add up', () => {
    fc.assert(
      fc.property(entries, fc.boolean(), (all, leaveOutLater) => {
        const onTheDay = entriesOn(all, { date: DATE, leaveOutLater });
        const { debts, nothing: none, unreadable: broken, later } = countOf(all, onTheDay);
        expect(debts + none + broken + later).to.equal(all.length);
      }),
    );
  });

  it('are counted by kind', () => {
    const all = [fee(), fee(), fee({ amount: 0 }), null, fee({ creationDate: '2023-01-01' })];
    const onTheDay = entriesOn(all, { date: DATE, leaveOutLater: true });
    expect(countOf(all, onTheDay)).to.deep.equal({ debts: 2, nothing: 1, unreadable: 1, later: 1 });
  });
});
