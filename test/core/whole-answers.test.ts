import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parseFees } from '../../src/fees/fee.js';
import { debtsIn, overviewFor, type Answers, type Attributes } from './given.js';

const date = fc.oneof(
  fc.constantFrom(null, '2021-11-30', '2021-12-01', '2022-06-14', '2022-06-15', '2022-06-16'),
  fc.string(),
);
const realistic = fc.record(
  {
    feeId: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constantFrom('1', 'a', '', null, 2 ** 53)),
    type: fc.constantFrom('fee', 'compensation', 'other', null),
    amount: fc.oneof(
      fc.integer({ min: 0, max: 100_000 }).map((ore) => ore / 100),
      fc.constantFrom('70', null, -1, NaN),
    ),
    creationDate: date,
    dueDate: date,
    paidDate: fc.constantFrom(null, null, null, '2022-06-01'),
    payableByClient: fc.constantFrom(true, false, null),
    materials: fc.oneof(fc.constant([]), fc.array(fc.anything(), { maxLength: 2 })),
  },
  { requiredKeys: ['amount'] },
);
const entries = fc.array(fc.oneof({ weight: 4, arbitrary: realistic }, fc.anything()), {
  maxLength: 12,
});
const answer = fc.oneof(
  { weight: 5, arbitrary: entries },
  fc.constantFrom('loading' as const, 'server' as const),
);
const answers: fc.Arbitrary<Answers> = fc.oneof(
  fc.record({ 'fees-url': answer }),
  fc.record({ 'dibs-fees-url': answer, 'oir-fees-url': answer }),
  fc.record({ 'fees-url': answer, 'oir-fees-url': answer }),
);
const attributes: fc.Arbitrary<Attributes> = fc.record(
  {
    systems: fc.constantFrom('both', 'dibs', 'oir'),
    'switch-date': fc.constantFrom('2021-12-01', '2022-06-15', '2022-06-16'),
  },
  { requiredKeys: ['systems'] },
);

/** Holds for every answer and every configuration. */
function always(rule: (answers: Answers, attributes: Attributes) => boolean | void): void {
  fc.assert(fc.property(answers, attributes, rule), { numRuns: 1000 });
}

describe('CONTRACT 4: the overview of any answer', () => {
  it('every sum is the sum of its parts, and a whole number of øre', () => {
    always((given, settings) => {
      const { systems, total } = overviewFor(given, settings);
      for (const { debts, amount } of systems) {
        if (amount === undefined) continue;
        expect(amount).to.equal(debts.reduce((sum, debt) => sum + debt.amount, 0));
        expect(Number.isSafeInteger(amount)).to.be.true;
      }
      if (total !== undefined) {
        expect(total).to.equal(systems.reduce((sum, { amount = NaN }) => sum + amount, 0));
      }
    });
  });

  it('there is a total exactly when both systems are shown and known', () => {
    always((given, settings) => {
      const { systems, total } = overviewFor(given, settings);
      const known =
        systems.length === 2 &&
        systems.every(({ state, amount }) => state === 'ready' && amount !== undefined);
      expect(total !== undefined).to.equal(known);
    });
  });

  it('is empty exactly when all have answered, all could be parsed, and there are no debts', () => {
    always((given, settings) => {
      const { systems, empty } = overviewFor(given, settings);
      const none = systems.every(
        ({ state, debts, unreadable }) => state === 'ready' && !debts.length && !unreadable,
      );
      expect(empty).to.equal(none);
    });
  });

  it('has "at least" exactly when something could not be parsed', () => {
    always((given, settings) => {
      const { systems, atLeast } = overviewFor(given, settings);
      expect(atLeast).to.equal(systems.some(({ unreadable }) => unreadable > 0));
    });
  });

  it('shows exactly the configured systems', () => {
    always((given, settings) => {
      const shown = overviewFor(given, settings).systems.map(({ system }) => system);
      expect(shown.join()).to.equal(settings.systems === 'both' ? 'dibs,oir' : settings.systems);
    });
  });

  it('shows each debt once, in its own system, with an amount', () => {
    always((given, settings) => {
      const { systems } = overviewFor(given, settings);
      const ids = systems.flatMap(({ debts }) => debts.map(({ feeId }) => feeId));
      expect(new Set(ids).size).to.equal(ids.length);
      for (const { system, debts } of systems) {
        for (const debt of debts) {
          expect(debt.system).to.equal(system);
          expect(debt.amount).to.be.above(0);
        }
      }
    });
  });

  it('shows the debts in order of due date', () => {
    always((given, settings) => {
      for (const { debts } of overviewFor(given, settings).systems) {
        const days = debts.map(({ dueOn }) => dueOn ?? '~');
        expect(days).to.deep.equal([...days].sort());
      }
    });
  });

  it('loses no entry: each is shown, settled, a duplicate, or counted', () => {
    fc.assert(
      fc.property(entries, attributes, (given, settings) => {
        const both = { ...settings, systems: 'both' };
        const overview = overviewFor({ 'fees-url': given }, both);
        const ids = new Set(debtsIn(overview).map(({ feeId }) => feeId));
        const read = parseFees(given);
        const counted = read
          .filter((entry) => entry.kind === 'unreadable')
          .map(({ feeId }) => feeId);
        for (const entry of read) {
          if (entry.kind === 'fee') expect([...ids, ...counted]).to.include(entry.feeId);
        }
        const unreadable = overview.systems.reduce((sum, system) => sum + system.unreadable, 0);
        const junk = read.filter(({ kind }) => kind === 'unreadable').length;
        const twins = read.filter(({ kind }) => kind === 'fee').length - ids.size;
        expect(unreadable).to.be.within(junk, junk + twins);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same for any order of the entries', () => {
    const summary = (given: readonly unknown[], settings: Attributes): string => {
      const { systems, total } = overviewFor({ 'fees-url': given }, settings);
      const shown = systems.map(({ debts, amount }) => [
        amount,
        debts.map((debt) => `${debt.system} ${debt.feeId} ${debt.amount}`).sort(),
      ]);
      return JSON.stringify([shown, total]);
    };
    fc.assert(
      fc.property(entries, attributes, fc.infiniteStream(fc.nat()), (given, settings, random) => {
        const shuffled = given
          .map((entry) => ({ entry, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(summary(shuffled, settings)).to.equal(summary(given, settings));
      }),
      { numRuns: 1000 },
    );
  });
});
