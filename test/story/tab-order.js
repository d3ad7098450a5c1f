import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './keyboards.js';
import { refuse } from './site.js';
import { NIGHTLY } from '../nightly.js';
import { reachState, START_STATES } from './start-states.js';

/** The states that differ in their controls. The first ones are tested in every engine. */
const TESTED_STATES = [
  'both',
  'titles-open',
  'both-failed',
  'refused-login',
  'summary',
  'chosen-all',
  'about-open',
  'dibs-failed',
  'unauthorized',
  'starting',
  'open',
  'partly',
  'preview',
  'app-mobilepay',
];
const IN_EVERY_ENGINE = 5;

/** Runs in the page. Adds links before and after the gallery's content. */
function addLinks() {
  for (const id of ['before', 'after']) {
    const link = Object.assign(document.createElement('a'), {
      id,
      href: `#${id}`,
      textContent: id,
    });
    document.querySelector('main')[id](link);
  }
}

/** Tests that every control is reached and activated with Tab, Shift+Tab, Space and Enter. @param {import('./fixture.js').Fixture} on */
export function testTabOrder(on) {
  const { engine } = on;
  const states =
    NIGHTLY || engine === 'Chromium' ? TESTED_STATES : TESTED_STATES.slice(0, IN_EVERY_ENGINE);
  const begin = (name) => reachState(on.tab, START_STATES[name]);

  describe(`${engine}: Tab and Shift+Tab follow the reading order`, () => {
    for (const name of states) {
      test(name, async () => {
        await on.keyboard.open(on.gallery.urlOf(name));
        await until(on.keyboard, () => 'ready' in document.documentElement.dataset);
        await on.keyboard.evaluate(addLinks);
        const wanted = await on.navigation.reachable();
        const forwards = await on.navigation.tabThrough('Tab', 'before', 'after');
        assert.deepEqual(forwards.map(on.navigation.nameOf), wanted);
        const back = await on.navigation.tabThrough('Shift+Tab', 'after', 'before');
        assert.deepEqual(back.map(on.navigation.nameOf), wanted.toReversed());
        const unseen = forwards.filter(({ seen }) => !seen);
        assert.deepEqual(unseen, []);
        // Controls on one line can differ slightly in height.
        const upwards = forwards.filter(({ middle }, at) => middle < forwards[at - 1]?.middle - 4);
        assert.deepEqual(upwards, []);
      });
    }
  });

  describe(`${engine}: Space and Enter activate every control`, () => {
    /** Counts the events of a type, and prevents their default action. */
    async function countOf(type) {
      await on.keyboard.evaluate((name) => {
        window.counted = 0;
        document.querySelector('ddb-debt-overview').addEventListener(name, (event) => {
          event.preventDefault();
          window.counted++;
        });
      }, type);
      return () => on.keyboard.evaluate(() => window.counted);
    }
    const is = (property) =>
      on.keyboard.evaluate(
        (name) => document.querySelector('ddb-debt-overview').shadowRoot.activeElement[name],
        property,
      );

    test('a check box with Space, and the selection is announced', async () => {
      await begin('both');
      await on.navigation.goTo('choice', /Erstatning/);
      await on.keyboard.press('Space');
      assert.equal(await is('checked'), true);
      await on.tab.shows('chosen');
      await on.keyboard.press('Space');
      assert.equal(await is('checked'), false);
    });

    for (const part of ['more-toggle', 'about-toggle']) {
      test(`${part} with Enter and with Space`, async () => {
        await begin('both');
        await on.navigation.goTo(part);
        const isOpen = () =>
          on.keyboard.evaluate(
            () =>
              document.querySelector('ddb-debt-overview').shadowRoot.activeElement.parentElement
                .open,
          );
        await on.keyboard.press('Enter');
        assert.equal(await isOpen(), true);
        await on.keyboard.press('Space');
        assert.equal(await isOpen(), false);
      });
    }

    for (const key of ['Enter', 'Space']) {
      test(`a pay button with ${key}, once`, async () => {
        await begin('both');
        const pays = await countOf('ddb-debt-pay');
        await on.navigation.goTo('pay-all');
        await on.keyboard.press(key);
        assert.equal(await pays(), 1);
      });

      test(`a disabled pay button is reached, and does nothing with ${key}`, async () => {
        await begin('both');
        const pays = await countOf('ddb-debt-pay');
        await on.navigation.goTo('pay-selected');
        await on.keyboard.press(key);
        assert.equal(await pays(), 0);
        assert.equal((await on.navigation.where()).part.includes('pay-selected'), true);
      });

      test(`"Prøv igen" with ${key}`, async () => {
        await begin('both-failed');
        on.site.set({ dibs: [], oir: [] });
        await on.navigation.goTo('retry-button');
        await on.keyboard.press(key);
        await on.tab.shows('empty');
      });
    }

    test('the link to the payment site with Enter', async () => {
      await begin('both');
      const leaves = await countOf('ddb-debt-leave');
      await on.navigation.goTo('go-link');
      await on.keyboard.press('Enter');
      assert.equal(await leaves(), 1);
    });

    test('"Fortsæt betalingen" with Enter', async () => {
      await begin('open');
      on.site.set({ pay: refuse(410) });
      await on.navigation.goTo('continue-button');
      await on.keyboard.press('Enter');
      await until(
        on.keyboard,
        () =>
          !document
            .querySelector('ddb-debt-overview')
            .shadowRoot.querySelector('[part~=continue-button]'),
      );
    });

    test('"Udskriv kvittering" with Enter', async () => {
      await begin('receipt');
      await on.keyboard.evaluate(() => {
        window.printCount = 0;
        window.print = () => window.printCount++;
      });
      await on.navigation.goTo('print-button');
      await on.keyboard.press('Enter');
      assert.equal(await on.keyboard.evaluate(() => window.printCount), 1);
    });
  });
}
