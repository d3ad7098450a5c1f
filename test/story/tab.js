import { until } from './keyboards.js';

/** @typedef {ReturnType<typeof tabOf>} Tab */

/** @param {import('./keyboards.js').Keyboard} keyboard @param {import('./site.js').Site} site */
export const tabOf = (keyboard, site) => ({
  keyboard,
  site,
  open: () => keyboard.open(`${site.origin}/`),
  /** What an earlier story has left in the tab is no part of the next: first its page goes, which may still write. */
  async forget() {
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
  /** Presses it, however that is done. */
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

function hasLoaded() {
  const { systems } = document.querySelector('ddb-debt-overview').overview;
  return systems.length > 0 && systems.every(({ state }) => state !== 'loading');
}

/** Brings the page into that state, in that language. @param {Tab} tab @param {import('./states.js').State} state */
export async function reach(tab, { scene, then, shows }, lang) {
  await tab.forget();
  tab.site.begin({ ...scene, lang });
  await tab.open();
  await then?.(tab);
  await tab.shows(shows);
  if (shows !== 'loading') await until(tab.keyboard, hasLoaded);
  await tab.keyboard.evaluate(() => document.querySelector('ddb-debt-overview').updateComplete);
}
