import { NEW } from './debts.js';
import { until } from './keyboards.js';
import { hang, refuse } from './site.js';

/**
 * A state at the start of a test whose server changes its responses. Static states are in the gallery.
 * @typedef {object} StartState
 * @property {Partial<import('./site.js').SiteOptions>} [options]
 * @property {(tab: import('./tab.js').Tab) => Promise<unknown>} [then]
 * @property {string} shows a part that is visible in the state
 */

const TWO = { 'fees-url': undefined, 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };
const pay = (tab) => tab.press('pay-all');

/** Named as in the gallery. @type {Record<string, StartState>} */
export const START_STATES = {
  both: { shows: 'section-oir' },
  'both-failed': {
    options: { attributes: TWO, dibs: refuse(503), oir: refuse(503) },
    shows: 'failure',
  },
  'oir-failed': { options: { attributes: TWO, oir: refuse(503) }, shows: 'failure' },
  starting: { options: { pay: hang }, then: pay, shows: 'pay-all' },
  open: {
    async then(tab) {
      await pay(tab);
      await until(tab.keyboard, () => location.pathname === '/gateway');
      await tab.open();
    },
    shows: 'payment-open',
  },
  registering: { options: { result: 'accepted' }, then: pay, shows: 'payment-registering' },
  receipt: {
    options: { result: 'accepted' },
    async then(tab) {
      await tab.shows('debt');
      tab.site.set({ fees: [NEW] });
      await pay(tab);
    },
    shows: 'receipt',
  },
};

function hasLoaded() {
  const { systems } = document.querySelector('ddb-debt-overview').overview;
  return systems.length > 0 && systems.every(({ state }) => state !== 'loading');
}

/** @param {import('./tab.js').Tab} tab @param {Start} start */
export async function reachState(tab, { options, then, shows }) {
  await tab.clear();
  tab.site.reset(options ?? {});
  await tab.open();
  await then?.(tab);
  await tab.shows(shows);
  await until(tab.keyboard, hasLoaded);
  await tab.keyboard.evaluate(() => document.querySelector('ddb-debt-overview').updateComplete);
}
