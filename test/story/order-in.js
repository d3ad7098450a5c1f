import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './keyboards.js';
import { refuse } from './site.js';
import { NIGHTLY } from '../nightly.js';
import { reach, STARTS } from './starts.js';

/** Those that differ in what can be used; the first ones in every engine. */
const WALKED = [
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

/** Runs in the page: links before and after all that the gallery shows, as on a library's page. */
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

/** Everything is come to and used by Tab, Shift+Tab, Space and Enter. @param {import('./stage.js').Stage} on */
export function orderIn(on) {
  const { engine } = on;
  const walked = NIGHTLY || engine === 'Chromium' ? WALKED : WALKED.slice(0, IN_EVERY_ENGINE);
  const begin = (name) => reach(on.tab, STARTS[name]);

  describe(`${engine}: the order of Tab is the order of reading, both ways`, () => {
    for (const name of walked) {
      test(name, async () => {
        await on.keyboard.open(on.gallery.urlOf(name));
        await until(on.keyboard, () => 'ready' in document.documentElement.dataset);
        await on.keyboard.evaluate(addLinks);
        const wanted = await on.feet.reachable();
        const there = await on.feet.walk('Tab', 'before', 'after');
        assert.deepEqual(there.map(on.feet.nameOf), wanted);
        const back = await on.feet.walk('Shift+Tab', 'after', 'before');
        assert.deepEqual(back.map(on.feet.nameOf), wanted.toReversed());
        const unseen = there.filter(({ seen }) => !seen);
        assert.deepEqual(unseen, []);
        // On one line they may stand a little higher or lower.
        const upwards = there.filter(({ middle }, at) => middle < there[at - 1]?.middle - 4);
        assert.deepEqual(upwards, []);
      });
    }
  });

  describe(`${engine}: everything is used by Space or Enter`, () => {
    /** How often the element has said that this is to happen; nothing does. */
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

    test('a check box by Space, and it is said', async () => {
      await begin('both');
      await on.feet.goTo('choice', /Erstatning/);
      await on.keyboard.press('Space');
      assert.equal(await is('checked'), true);
      await on.tab.shows('chosen');
      await on.keyboard.press('Space');
      assert.equal(await is('checked'), false);
    });

    for (const part of ['more-toggle', 'about-toggle']) {
      test(`${part} by Enter and by Space`, async () => {
        await begin('both');
        await on.feet.goTo(part);
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
      test(`a pay button by ${key}, once`, async () => {
        await begin('both');
        const pays = await countOf('ddb-debt-pay');
        await on.feet.goTo('pay-all');
        await on.keyboard.press(key);
        assert.equal(await pays(), 1);
      });

      test(`a pay button that is off is come to, and does nothing by ${key}`, async () => {
        await begin('both');
        const pays = await countOf('ddb-debt-pay');
        await on.feet.goTo('pay-selected');
        await on.keyboard.press(key);
        assert.equal(await pays(), 0);
        assert.equal((await on.feet.where()).part.includes('pay-selected'), true);
      });

      test(`"Prøv igen" by ${key}`, async () => {
        await begin('both-failed');
        on.site.set({ dibs: [], oir: [] });
        await on.feet.goTo('retry-button');
        await on.keyboard.press(key);
        await on.tab.shows('empty');
      });
    }

    test('the link to the payment site by Enter', async () => {
      await begin('both');
      const leaves = await countOf('ddb-debt-leave');
      await on.feet.goTo('go-link');
      await on.keyboard.press('Enter');
      assert.equal(await leaves(), 1);
    });

    test('"Fortsæt betalingen" by Enter', async () => {
      await begin('open');
      on.site.set({ pay: refuse(410) });
      await on.feet.goTo('continue-button');
      await on.keyboard.press('Enter');
      await until(
        on.keyboard,
        () =>
          !document
            .querySelector('ddb-debt-overview')
            .shadowRoot.querySelector('[part~=continue-button]'),
      );
    });

    test('"Udskriv kvittering" by Enter', async () => {
      await begin('receipt');
      await on.keyboard.evaluate(() => {
        window.printed = 0;
        window.print = () => window.printed++;
      });
      await on.feet.goTo('print-button');
      await on.keyboard.press('Enter');
      assert.equal(await on.keyboard.evaluate(() => window.printed), 1);
    });
  });
}
