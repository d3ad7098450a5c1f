import { until } from './keyboards.js';

/** @typedef {ReturnType<typeof tabOf>} Tab */

/** @param {import('./keyboards.js').Keyboard} keyboard @param {import('./site.js').Site} site */
export const tabOf = (keyboard, site) => ({
  keyboard,
  site,
  open: () => keyboard.open(`${site.origin}/`),
  /** Clears the session storage, after leaving the page, which can write to it until then. */
  async clear() {
    await keyboard.open(`${site.origin}/nothing`);
    await keyboard.evaluate(() => sessionStorage.clear());
  },
  shows: (part, index = 0) =>
    until(
      keyboard,
      (selector, at) =>
        !!document.querySelector('ddb-debt-overview')?.shadowRoot?.querySelectorAll(selector)[at],
      `[part~=${part}]`,
      index,
    ),
  /** Clicks a part. */
  async press(part, index = 0) {
    await this.shows(part, index);
    await keyboard.evaluate(
      (selector, at) =>
        document
          .querySelector('ddb-debt-overview')
          .shadowRoot.querySelectorAll(selector)
          [at].click(),
      `[part~=${part}]`,
      index,
    );
  },
  refresh: () => keyboard.evaluate(() => document.querySelector('ddb-debt-overview').refresh()),
});
