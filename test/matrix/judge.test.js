import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CELLS, HEAVY, NAMES } from './cells.js';
import { BECAUSE } from './danish.js';
import { judge } from './judge.js';
import { expectedOf } from './oracle.js';
import { box, HALF, half, LIES, NOTHING, nothing, OLD, SENTENCES, UNREAD, unread } from './lies.js';

const objections = (conditions, seen) => judge(expectedOf(conditions), seen);

describe('the judge', () => {
  test('has nothing against the truth', () => {
    assert.deepEqual(objections(HALF, half()), []);
    assert.deepEqual(objections(NOTHING, nothing()), []);
    assert.deepEqual(objections(UNREAD, unread()), []);
  });

  for (const [lie, [seen, objection]] of Object.entries(LIES)) {
    test(`objects where ${lie}`, () => {
      assert.match(objections(HALF, seen).join('\n'), objection);
    });
  }

  test('takes no reason for another', () => {
    for (const [kind, words] of Object.entries(BECAUSE)) {
      const fitting = Object.entries(SENTENCES).filter(([, sentence]) => words.test(sentence));
      assert.deepEqual(
        fitting.map(([name]) => name),
        [kind],
      );
    }
  });

  test('objects where nothing is owed and that is not said', () => {
    const seen = nothing();
    seen.first.text = '';
    assert.match(objections(NOTHING, seen).join('\n'), /does not say/);
  });

  test('objects where the words reach further than what could be read', () => {
    const sure = unread({ total: 'I alt 262,56 kr.' });
    assert.match(objections(UNREAD, sure).join('\n'), /the total/);
    const silent = unread({ sections: { dibs: OLD } });
    assert.match(objections(UNREAD, silent).join('\n'), /oir has debts/);
    const zero = unread({ total: 'I alt mindst 262,56 kr.', text: 'Du har ingen mellemværender.' });
    assert.match(objections(UNREAD, zero).join('\n'), /nothing is owed/);
  });

  test('lets the browser decide whether an answer broke off, and then wants all that follows', () => {
    const cutOff = { dibs: 'debts', oir: 'cut off' };
    const toldAs = (kind, asked, broke) => {
      const seen = box({ text: SENTENCES[kind] });
      seen.first.asked = seen.got = { dibs: 1, oir: asked };
      seen.after.asked = { dibs: 1, oir: asked + 1 };
      return objections(cutOff, { ...seen, broke });
    };
    assert.deepEqual(toldAs('invalid', 1, {}), []);
    assert.deepEqual(toldAs('offline', 3, { oir: true }), []);
    assert.notDeepEqual(toldAs('invalid', 1, { oir: true }), []);
    assert.notDeepEqual(toldAs('offline', 3, {}), []);
    assert.notDeepEqual(toldAs('offline', 1, { oir: true }), []);
  });
});

describe('the matrix', () => {
  test('has every pair once, and each alone; what is heavy on one side', () => {
    const pairs = CELLS.filter(({ conditions }) => !conditions.shared);
    const written = new Set(pairs.map(({ conditions }) => JSON.stringify(conditions)));
    const light = NAMES.length - 1;
    assert.equal(written.size, light * light + NAMES.length);
    assert.equal(CELLS.length - pairs.length, NAMES.length);
    const heavy = pairs.filter(({ conditions }) => conditions.oir === HEAVY);
    assert.deepEqual(
      heavy.map(({ conditions }) => conditions.dibs),
      [HEAVY],
    );
  });

  test('asks nobody more than three times, and once where it cannot pass', () => {
    const tries = CELLS.flatMap(({ conditions }) =>
      expectedOf(conditions).flatMap(({ asked }) => Object.values(asked)),
    );
    assert.deepEqual([...new Set(tries)].sort(), [1, 2, 3]);
  });
});
