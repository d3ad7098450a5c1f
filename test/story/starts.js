import { NEW } from './debts.js';
import { until } from './keyboards.js';
import { hang, refuse } from './site.js';

/**
 * Where something begins that needs a server which answers otherwise later; states to be looked at are the gallery's.
 * @typedef {object} Start
 * @property {Partial<import('./site.js').Scene>} [scene]
 * @property {(tab: import('./tab.js').Tab) => Promise<unknown>} [then]
 * @property {string} shows a part that is there then
 */

const TWO = { 'fees-url': undefined, 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };
const pay = (tab) => tab.press('pay-all');

/** Named as in the gallery. @type {Record<string, Start>} */
export const STARTS = {
  both: { shows: 'section-oir' },
  'both-failed': {
    scene: { attributes: TWO, dibs: refuse(503), oir: refuse(503) },
    shows: 'failure',
  },
  'oir-failed': { scene: { attributes: TWO, oir: refuse(503) }, shows: 'failure' },
  starting: { scene: { pay: hang }, then: pay, shows: 'pay-all' },
  open: {
    async then(tab) {
      await pay(tab);
      await until(tab.keyboard, () => location.pathname === '/gateway');
      await tab.open();
    },
    shows: 'payment-open',
  },
  registering: { scene: { result: 'accepted' }, then: pay, shows: 'payment-registering' },
  receipt: {
    scene: { result: 'accepted' },
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
export async function reach(tab, { scene, then, shows }) {
  await tab.forget();
  tab.site.begin(scene ?? {});
  await tab.open();
  await then?.(tab);
  await tab.shows(shows);
  await until(tab.keyboard, hasLoaded);
  await tab.keyboard.evaluate(() => document.querySelector('ddb-debt-overview').updateComplete);
}
