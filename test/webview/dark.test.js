import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openFixture } from './fixture.js';

const on = openFixture();

/** The lightness of the page and of the widget's text, from 0 to 255. */
const lightness = () =>
  on.view.evaluate(() => {
    const { shadowRoot } = document.querySelector('ddb-debt-overview');
    const lightOf = (color) =>
      Math.max(
        ...color
          .match(/[\d.]+/g)
          .slice(0, 3)
          .map(Number),
      );
    return {
      page: lightOf(getComputedStyle(document.documentElement).backgroundColor),
      text: lightOf(getComputedStyle(shadowRoot.querySelector('[part~="heading"]')).color),
    };
  });

for (const [setting, onLight, onDark] of [
  [undefined, 'light', 'light'],
  ['light', 'light', 'light'],
  ['light dark', 'light', 'dark'],
  ['dark', 'dark', 'dark'],
]) {
  describe(`CONTRACT 7: colorScheme ${setting ?? 'not set'}`, () => {
    for (const [device, expected] of [
      ['light', onLight],
      ['dark', onDark],
    ]) {
      test(`on a device that is set to ${device}, the page is ${expected}`, async () => {
        if (device === 'dark') await on.view.preferDark();
        on.app.colorScheme = setting;
        await on.open();
        const { page, text } = await lightness();
        if (expected === 'dark') assert.ok(page < 80 && text > 180, `${text} on ${page}`);
        else assert.ok(page > 180 && text < 80, `${text} on ${page}`);
      });
    }
  });
}
