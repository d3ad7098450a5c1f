import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CELLS, HEAVY, NAMES } from './cells.js';
import { REASONS } from './danish.js';
import { compareCell } from './compare.js';
import { expectedOf } from './oracle.js';
import {
  box,
  HALF,
  half,
  WRONG_REPORTS,
  NOTHING,
  nothing,
  OLD,
  SENTENCES,
  UNREAD,
  unread,
} from './reports.js';

const differences = (conditions, seen) => compareCell(expectedOf(conditions), seen);

describe('compareCell', () => {
  test('accepts a correct report', () => {
    assert.deepEqual(differences(HALF, half()), []);
    assert.deepEqual(differences(NOTHING, nothing()), []);
    assert.deepEqual(differences(UNREAD, unread()), []);
  });

  for (const [name, [seen, difference]] of Object.entries(WRONG_REPORTS)) {
    test(`finds the difference: ${name}`, () => {
      assert.match(differences(HALF, seen).join('\n'), difference);
    });
  }

  test('distinguishes the reasons of failures', () => {
    for (const [kind, words] of Object.entries(REASONS)) {
      const fitting = Object.entries(SENTENCES).filter(([, sentence]) => words.test(sentence));
      assert.deepEqual(
        fitting.map(([name]) => name),
        [kind],
      );
    }
  });

  test('finds a missing text for no debts', () => {
    const seen = nothing();
    seen.first.text = '';
    assert.match(differences(NOTHING, seen).join('\n'), /does not show/);
  });

  test('finds texts that claim more than what was read', () => {
    const sure = unread({ total: 'I alt 262,56 kr.' });
    assert.match(differences(UNREAD, sure).join('\n'), /the total/);
    const quiet = { ...unread(), warned: unread().warned.slice(1) };
    assert.match(differences(UNREAD, quiet).join('\n'), /does not say "a fee is missing"/);
    const silent = unread({ sections: { dibs: OLD } });
    assert.match(differences(UNREAD, silent).join('\n'), /oir has debts/);
    const zero = unread({ total: 'I alt mindst 262,56 kr.', text: 'Du har ingen mellemværender.' });
    assert.match(differences(UNREAD, zero).join('\n'), /no debts/);
  });

  test('accepts both outcomes of a truncated response, each with its consequences', () => {
    const truncated = { dibs: 'debts', oir: 'truncated' };
    const differencesFor = (kind, requested, interrupted) => {
      const seen = box({ text: SENTENCES[kind] });
      seen.first.requested = seen.received = { dibs: 1, oir: requested };
      seen.after.requested = { dibs: 1, oir: requested + 1 };
      const line = '<ddb-debt-overview> oir-fees-url: takes a JSON array, not broken JSON.';
      const warned = kind === 'invalid' ? [line] : [];
      return differences(truncated, { ...seen, interrupted, warned });
    };
    assert.deepEqual(differencesFor('invalid', 1, {}), []);
    assert.deepEqual(differencesFor('network', 3, { oir: true }), []);
    assert.notDeepEqual(differencesFor('invalid', 1, { oir: true }), []);
    assert.notDeepEqual(differencesFor('network', 3, {}), []);
    assert.notDeepEqual(differencesFor('network', 1, { oir: true }), []);
  });
});

describe('the matrix', () => {
  test('has every pair once, and each condition alone; 50 MB only on one side', () => {
    const pairs = CELLS.filter(({ conditions }) => !conditions.shared);
    const distinct = new Set(pairs.map(({ conditions }) => JSON.stringify(conditions)));
    const light = NAMES.length - 1;
    assert.equal(distinct.size, light * light + NAMES.length);
    assert.equal(CELLS.length - pairs.length, NAMES.length);
    const heavy = pairs.filter(({ conditions }) => conditions.oir === HEAVY);
    assert.deepEqual(
      heavy.map(({ conditions }) => conditions.dibs),
      [HEAVY],
    );
  });

  test('expects at most three requests for each endpoint', () => {
    const tries = CELLS.flatMap(({ conditions }) =>
      expectedOf(conditions).flatMap(({ requested }) => Object.values(requested)),
    );
    assert.deepEqual([...new Set(tries)].sort(), [1, 2, 3]);
  });
});
