import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './keyboards.js';
import { HAPPENINGS } from './happenings.js';
import { STATES } from './states.js';
import { reach } from './tab.js';

/** The keyboard never falls out of the element. @param {import('./stage.js').Stage} on */
export function keptIn(on) {
  const { engine } = on;

  const stateOf = (wanted) => STATES.find(({ name }) => name === wanted);

  describe(`${engine}: the keyboard stays in the element when`, () => {
    for (const { what, from, scene, at, then, until: holds, stays } of HAPPENINGS) {
      test(what, async (t) => {
        const state = stateOf(from);
        await reach(on.tab, { ...state, scene: { ...state.scene, ...scene } }, 'da');
        await on.feet.goTo(...at);
        await then(on);
        await until(on.keyboard, new Function(holds));
        await on.keyboard.evaluate(
          () => document.querySelector('ddb-debt-overview').updateComplete,
        );
        const focus = await on.feet.where();
        t.diagnostic(`${what}: ${focus.in} ${focus.tag} ${on.feet.nameOf(focus).slice(0, 60)}`);
        assert.ok(focus.in === 'element' && focus.seen, `it is at ${JSON.stringify(focus)}`);
        if (!stays) return;
        assert.ok(focus.part.split(' ').includes(stays[0]), focus.part);
        assert.match(focus.words, stays[1]);
      });
    }
  });

  describe(`${engine}: the keyboard, when everything changes,`, () => {
    const emptied = async () => {
      on.site.set({ fees: [] });
      await on.tab.refresh();
      await on.tab.shows('empty');
    };

    test('is left where it is elsewhere in the page', async () => {
      await reach(on.tab, stateOf('both-systems'), 'da');
      await on.keyboard.evaluate(() => document.getElementById('after').focus());
      await emptied();
      assert.equal((await on.feet.where()).id, 'after');
    });

    test('is not fetched where it is nowhere', async () => {
      await reach(on.tab, stateOf('both-systems'), 'da');
      await emptied();
      assert.equal((await on.feet.where()).in, 'nowhere');
    });
  });
}
