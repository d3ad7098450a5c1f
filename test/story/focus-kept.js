import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './keyboards.js';
import { CHANGES } from './changes.js';
import { NIGHTLY } from '../nightly.js';
import { reachState, START_STATES } from './start-states.js';

/** Tests that the focus stays in the element when its content changes. @param {import('./fixture.js').Fixture} on */
export function testFocusKept(on) {
  const { engine } = on;

  const changes =
    NIGHTLY || engine === 'Chromium' ? CHANGES : CHANGES.filter(({ everywhere }) => everywhere);

  describe(`${engine}: the focus stays in the element when`, () => {
    for (const { what, from, options, at, then, until: holds, stays } of changes) {
      test(what, async (t) => {
        const start = START_STATES[from];
        await reachState(on.tab, { ...start, options: { ...start.options, ...options } });
        await on.navigation.goTo(...at);
        await then(on);
        await until(on.keyboard, new Function(holds));
        await on.keyboard.evaluate(
          () => document.querySelector('ddb-debt-overview').updateComplete,
        );
        const focus = await on.navigation.where();
        t.diagnostic(
          `${what}: ${focus.in} ${focus.tag} ${on.navigation.nameOf(focus).slice(0, 60)}`,
        );
        assert.ok(focus.in === 'element' && focus.seen, `the focus is at ${JSON.stringify(focus)}`);
        if (!stays) return;
        assert.ok(focus.part.split(' ').includes(stays[0]), focus.part);
        assert.match(focus.words, stays[1]);
      });
    }
  });

  describe(`${engine}: when all debts are removed, the focus`, () => {
    const removeAllDebts = async () => {
      on.site.set({ fees: [] });
      await on.tab.refresh();
      await on.tab.shows('empty');
    };

    test('stays where it is outside the element', async () => {
      await reachState(on.tab, START_STATES.both);
      await on.keyboard.evaluate(() => document.getElementById('after').focus());
      await removeAllDebts();
      assert.equal((await on.navigation.where()).id, 'after');
    });

    test('is not moved into the element if nothing had it', async () => {
      await reachState(on.tab, START_STATES.both);
      await removeAllDebts();
      assert.equal((await on.navigation.where()).in, 'nowhere');
    });
  });
}
