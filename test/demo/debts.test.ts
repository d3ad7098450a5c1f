import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { SCENARIOS, type ScenarioName } from '../../demo/workbench/bench.js';
import { addDays } from '../../demo/workbench/days.js';
import {
  anchorOf,
  countOf,
  entriesOn,
  MOST,
  readAnswer,
  scenarioAnswer,
} from '../../demo/workbench/debts.js';
import { SCENARIO } from '../../demo/workbench/scenarios.js';
import { debtsIn, day, fee, idsIn, overviewFor, present } from '../core/given.js';

const SWITCH = day('2021-12-01');

const answerOf = (scenario: ScenarioName): readonly unknown[] =>
  scenarioAnswer({ scenario }, SWITCH);

/** What a patron sees of it some days after the switch. */
function shownOf(scenario: ScenarioName, days: number, leaveOutLater = true) {
  const date = addDays(SWITCH, days);
  const entries = entriesOn(answerOf(scenario), { date, leaveOutLater });
  return overviewFor({ 'fees-url': entries }, { 'switch-date': SWITCH }, date);
}

const unreadableIn = (scenario: ScenarioName, days: number): number =>
  shownOf(scenario, days).systems.reduce((sum, { unreadable }) => sum + unreadable, 0);

describe('The workbench: scenarios', () => {
  it('are said in both languages, each by its own name', () => {
    expect(Object.keys(SCENARIO)).to.have.members([...SCENARIOS]);
    for (const locale of ['da', 'en'] as const) {
      const names = SCENARIOS.map((name) => SCENARIO[name].name[locale]);
      expect(new Set(names).size).to.equal(names.length);
      for (const name of SCENARIOS) expect(SCENARIO[name].says[locale]).not.to.equal('');
    }
  });

  const seen: Readonly<Record<Exclude<ScenarioName, 'many'>, Readonly<Record<number, string>>>> = {
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
      0: 'dibs: | oir:',
      5: 'dibs: | oir:',
      6: 'dibs: | oir: 800003',
      30: 'dibs: | oir: 800003',
    },
    both: {
      [-1]: 'dibs: 800001 800002 | oir:',
      0: 'dibs: 800001 800002 | oir:',
      10: 'dibs: 800001 800002 | oir: 800003',
      30: 'dibs: 800001 800002 | oir: 800003 800004',
    },
    transfer: {
      [-1]: 'dibs: 800001 800002 | oir:',
      0: 'dibs: 800001 800002 | oir:',
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
      0: 'dibs: 800001 | oir:',
      30: 'dibs: 800001 | oir: 800003',
    },
    registering: {
      [-1]: 'dibs: 800001 800010 800002 | oir:',
      0: 'dibs: 800001 800010 800002 | oir:',
      30: 'dibs: 800001 800010 800002 | oir:',
    },
  };
  for (const [scenario, days] of Object.entries(seen)) {
    for (const [after, ids] of Object.entries(days)) {
      it(`${scenario}, ${after} days after the switch`, () => {
        expect(idsIn(shownOf(scenario as ScenarioName, +after))).to.equal(ids);
      });
    }
  }

  it('all can be read, but for the one that is there for what cannot', () => {
    for (const scenario of SCENARIOS.filter((name) => name !== 'unreadable')) {
      for (const days of [-1, 0, 30]) expect(unreadableIn(scenario, days), scenario).to.equal(0);
    }
    for (const days of [-1, 0, 30]) expect(unreadableIn('unreadable', days)).to.equal(2);
  });

  it('none: the patron is told so, and of all others that is not said', () => {
    for (const scenario of SCENARIOS) {
      expect(shownOf(scenario, 30).empty, scenario).to.equal(scenario === 'none');
    }
  });

  it('old and new are one debt each', () => {
    for (const scenario of ['old', 'new'] as const) {
      expect(answerOf(scenario)).to.have.length(1);
      expect(debtsIn(shownOf(scenario, 30))).to.have.length(1);
    }
  });

  it('transfer: the fee is in the answer twice, and in the sum once', () => {
    expect(answerOf('transfer')).to.have.length(3);
    for (const days of [-1, 0, 30]) expect(shownOf('transfer', days).total).to.equal(26_256);
  });

  it('overdue: all are, from the day the workbench shows', () => {
    const { today, systems } = shownOf('overdue', 10);
    const due = systems.flatMap(({ debts }) => debts).map(({ dueOn }) => present(dueOn));
    expect(due).to.have.length(3);
    for (const date of due) expect(date < today).to.equal(true);
  });

  it('without materials: none has any, and in the others one has', () => {
    for (const scenario of SCENARIOS.filter((name) => name !== 'none')) {
      const some = debtsIn(shownOf(scenario, 30)).some(({ materials }) => materials.length);
      expect(some, scenario).to.equal(scenario !== 'without-materials');
    }
  });

  it('many: 60, in both systems, each its own', () => {
    const overview = shownOf('many', 0, false);
    const [dibs, oir] = overview.systems;
    expect(debtsIn(overview)).to.have.length(60);
    expect(present(dibs).debts).to.have.length(40);
    expect(present(oir).debts).to.have.length(20);
    expect(debtsIn(shownOf('many', 30))).to.have.length(60);
    expect(debtsIn(shownOf('many', -1)).length).to.be.within(30, 59);
  });

  it('registering: one is paid, one is being paid, one is as it was', () => {
    const statuses = debtsIn(shownOf('registering', 10)).map(
      ({ feeId, paymentStatus }) => `${feeId} ${paymentStatus}`,
    );
    expect(statuses).to.deep.equal(['800001 completed', '800010 undefined', '800002 reserved']);
  });

  it('are the same whenever they are asked for', () => {
    for (const scenario of SCENARIOS) {
      expect(answerOf(scenario), scenario).to.deep.equal(answerOf(scenario));
    }
  });

  it('are counted from the switch; without one that can be read, from today', () => {
    const today = day('2026-11-23');
    expect(anchorOf({ switchDate: ' 2021-12-01 ' }, today)).to.equal('2021-12-01');
    for (const switchDate of ['', '1. december', '2021-02-30']) {
      expect(anchorOf({ switchDate }, today)).to.equal(today);
    }
    expect(anchorOf({}, today)).to.equal(today);
  });
});

describe('The workbench: an answer that is typed', () => {
  it('is a list, of whatever it has', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 2), (entries, space) => {
        const typed = JSON.stringify(entries, null, space);
        expect(readAnswer(`\n ${typed} `)).to.deep.equal({ entries: JSON.parse(typed) });
      }),
    );
  });

  for (const typed of ['{}', '{"fees": []}', '7', 'null', '"[]"', 'true']) {
    it(`is no list: ${typed}`, () => {
      const { entries, problem } = readAnswer(typed);
      expect(entries).to.deep.equal([]);
      expect(present(problem).da).to.include('Begynd med [');
      expect(present(problem).en).to.include('Begin with [');
    });
  }

  for (const typed of ['', ' ', 'x', '[', '[{"feeId": 1', '[1,]', "['a']", '[NaN]', '[1] [2]']) {
    it(`is no JSON: "${typed}"`, () => {
      const { entries, problem } = readAnswer(typed);
      expect(entries).to.deep.equal([]);
      expect(present(problem).da).to.include('ikke JSON');
      expect(present(problem).en).to.include('not JSON');
    });
  }

  it('says on which line it stops being JSON', () => {
    const { problem } = readAnswer('[\n  {"feeId": 1},\n  {"feeId" 2}\n]');
    expect(present(problem).da).to.include('linje 3');
    expect(present(problem).en).to.include('line 3');
  });

  it('takes no number from the words that are typed for the line', () => {
    for (const typed of ['line 77', 'position 3000', '["a", line 77]', '[x position 9\n\n]']) {
      expect(present(readAnswer(typed).problem).en, typed).not.to.match(/line (?!1\b)\d/);
    }
  });

  it('is refused where it is too much, and says how much', () => {
    const full = `["${'x'.repeat(MOST - 4)}"]`;
    expect(full).to.have.length(MOST);
    expect(readAnswer(full).problem).to.equal(undefined);
    expect(readAnswer(`${full} `).entries).to.deep.equal([]);
    const { problem } = readAnswer(`["${'x'.repeat(10_000_000 - 4)}"]`);
    expect(present(problem).da).to.include('10 MB');
    expect(present(problem).en).to.include('10 MB');
  });

  it('can be handed on, however deep it goes', () => {
    for (const depth of [100, 10_000, 900_000]) {
      const { entries, problem } = readAnswer('['.repeat(depth) + ']'.repeat(depth));
      // What cannot be written again cannot be sent to a preview either.
      if (!problem) expect(() => JSON.stringify(entries), `${depth}`).not.to.throw();
      else expect(entries).to.deep.equal([]);
    }
  });

  it('is read or refused, and nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((one) => one.slice(1)),
        ),
        (typed) => {
          const { entries, problem } = readAnswer(typed);
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

describe('The workbench: what is there on a day', () => {
  const DATE = day('2022-06-15');
  const written = fc.integer({ min: -40, max: 40 }).map((days) => addDays(DATE, days));
  const debt = fc
    .record({ creationDate: fc.oneof(written, fc.constantFrom(null, '', 'x')) })
    .map(fee);
  // Without a day they were made, or without anything.
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

  it('leaves out what is made later, and nothing else', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const isLater = (entry: unknown): boolean => {
          const { creationDate } = (entry ?? {}) as { creationDate?: unknown };
          return typeof creationDate === 'string' && /^2/.test(creationDate) && creationDate > DATE;
        };
        const there = entriesOn(all, { date: DATE, leaveOutLater: true });
        expect(there).to.deep.equal(all.filter((entry) => !isLater(entry)));
      }),
    );
  });

  it('has what is made that very day', () => {
    const made = (creationDate: string) => [fee({ creationDate })];
    const on = (creationDate: string) =>
      entriesOn(made(creationDate), { date: DATE, leaveOutLater: true });
    expect(on('2022-06-15')).to.have.length(1);
    expect(on('2022-06-16')).to.have.length(0);
    // Late in the evening by UTC it is the next day in Copenhagen.
    expect(on('2022-06-15T21:59:00Z')).to.have.length(1);
    expect(on('2022-06-15T22:01:00Z')).to.have.length(0);
  });

  it('leaves nothing out where that is not asked for', () => {
    fc.assert(
      fc.property(entries, (all) => {
        expect(entriesOn(all, { date: day('1999-01-01'), leaveOutLater: false })).to.equal(all);
      }),
    );
  });

  it('adds up', () => {
    fc.assert(
      fc.property(entries, fc.boolean(), (all, leaveOutLater) => {
        const there = entriesOn(all, { date: DATE, leaveOutLater });
        const { debts, nothing: none, unreadable: broken, later } = countOf(all, there);
        expect(debts + none + broken + later).to.equal(all.length);
      }),
    );
  });

  it('counts each as what it is', () => {
    const all = [fee(), fee(), fee({ amount: 0 }), null, fee({ creationDate: '2023-01-01' })];
    const there = entriesOn(all, { date: DATE, leaveOutLater: true });
    expect(countOf(all, there)).to.deep.equal({ debts: 2, nothing: 1, unreadable: 1, later: 1 });
  });
});
