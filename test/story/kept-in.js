import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './keyboards.js';
import { HAPPENINGS } from './happenings.js';
import { NIGHTLY } from '../nightly.js';
import { reach, STARTS } from './starts.js';

/** The keyboard never falls out of the element. @param {import('./stage.js').Stage} on */
export function keptIn(on) {
  const { engine } = on;

  const happenings =
    NIGHTLY || engine === 'Chromium'
      ? HAPPENINGS
      : HAPPENINGS.filter(({ everywhere }) => everywhere);

  describe(`${engine}: the keyboard stays in the element when`, () => {
    for (const { what, from, scene, at, then, until: holds, stays } of happenings) {
      test(what, async (t) => {
        const start = STARTS[from];
        await reach(on.tab, { ...start, scene: { ...start.scene, ...scene } });
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
      await reach(on.tab, STARTS.both);
      await on.keyboard.evaluate(() => document.getElementById('after').focus());
      await emptied();
      assert.equal((await on.feet.where()).id, 'after');
    });

    test('is not fetched where it is nowhere', async () => {
      await reach(on.tab, STARTS.both);
      await emptied();
      assert.equal((await on.feet.where()).in, 'nowhere');
    });
  });
}
