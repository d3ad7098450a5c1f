import { ALL, LATE, LOST, NEW } from './debts.js';
import { until } from './keyboards.js';
import { hang, hangUp, refuse } from './site.js';

/**
 * A state that a patron can find the page in.
 * @typedef {object} State
 * @property {string} name
 * @property {Partial<import('./site.js').Scene>} [scene]
 * @property {(tab: import('./tab.js').Tab) => Promise<void>} [then] what happens before it is told
 * @property {string} shows a part that is there then
 */

const withStatus = (...statuses) =>
  ALL.map((debt, index) => (statuses[index] ? { ...debt, paymentStatus: statuses[index] } : debt));

const TWO = { 'fees-url': undefined, 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };
const NO_SITE = { 'oir-payment-url': undefined, 'oir-payment-name': undefined };

/** Pays everything; the gateway says what it says. */
const pay = (tab) => tab.press('pay-all');

/** A start that the library answers so. */
const refused = (name, answer, part) => ({
  name: `payment-${name}`,
  scene: { pay: answer },
  then: pay,
  shows: `payment-${part ?? name}`,
});

/** @type {State[]} */
export const STATES = [
  { name: 'loading', scene: { fees: hang }, shows: 'loading' },
  {
    name: 'loading-slow',
    scene: { fees: (_, response) => void response.writeHead(500).end() },
    then: (tab) =>
      until(tab.keyboard, () =>
        document
          .querySelector('ddb-debt-overview')
          .shadowRoot.querySelector('[part=loading]')
          .textContent.match(/længere|longer/),
      ),
    shows: 'loading',
  },
  { name: 'both-systems', shows: 'section-oir' },
  {
    name: 'two-chosen',
    then: async (tab) => {
      await tab.press('choice');
      await tab.press('choice', 1);
    },
    shows: 'pay-selected',
  },
  { name: 'all-or-nothing', scene: { attributes: { selection: 'all' } }, shows: 'pay-button' },
  { name: 'one-debt', scene: { fees: [LATE] }, shows: 'pay-button' },
  { name: 'the-new-one-alone', scene: { fees: [NEW] }, shows: 'go-link' },
  {
    name: 'before-the-switch',
    scene: { attributes: { 'switch-date': '2027-01-01' } },
    shows: 'debt',
  },
  {
    name: 'after-dibs',
    scene: { attributes: { 'dibs-end-date': '2026-11-01' } },
    shows: 'section-dibs',
  },
  {
    name: 'before-dibs-ends',
    scene: { attributes: { 'dibs-end-date': '2027-03-01' } },
    shows: 'section-dibs',
  },
  { name: 'no-payment-site', scene: { attributes: NO_SITE }, shows: 'section-oir' },
  {
    name: 'no-payment-here',
    scene: { attributes: { 'dibs-payment-url': undefined } },
    shows: 'section-dibs',
  },
  {
    name: 'app-with-mobilepay',
    scene: { attributes: { channel: 'app', mobilepay: '' } },
    shows: 'pay-button',
  },
  {
    name: 'app-without-mobilepay',
    scene: { attributes: { channel: 'app' } },
    shows: 'section-dibs',
  },
  {
    name: 'one-failed-old',
    scene: { attributes: TWO, dibs: refuse(503) },
    shows: 'failure',
  },
  { name: 'one-failed-new', scene: { attributes: TWO, oir: refuse(503) }, shows: 'failure' },
  {
    name: 'both-failed-alike',
    scene: { attributes: TWO, dibs: refuse(503), oir: refuse(503) },
    then: (tab) => tab.shows('failure'),
    shows: 'failure',
  },
  {
    name: 'both-failed-differently',
    scene: { attributes: TWO, dibs: refuse(503), oir: refuse(404) },
    then: (tab) => tab.shows('failure', 1),
    shows: 'failure',
  },
  { name: 'failed-busy', scene: { fees: refuse(429) }, shows: 'failure' },
  { name: 'failed-rejected', scene: { fees: refuse(404) }, shows: 'failure' },
  {
    name: 'failed-invalid',
    scene: { fees: (_, response) => void response.writeHead(204).end() },
    shows: 'failure',
  },
  { name: 'failed-offline', scene: { fees: hangUp }, then: goOnUntilFailed, shows: 'failure' },
  {
    name: 'failed-timeout',
    scene: { fees: hang },
    then: (tab) => goOnUntilFailed(tab, 'ends'),
    shows: 'failure',
  },
  { name: 'not-logged-in', scene: { fees: refuse(401) }, shows: 'failure' },
  { name: 'empty', scene: { fees: [] }, shows: 'empty' },
  { name: 'empty-old', scene: { fees: [], attributes: { systems: 'dibs' } }, shows: 'empty' },
  { name: 'empty-new', scene: { fees: [], attributes: { systems: 'oir' } }, shows: 'empty' },
  {
    name: 'empty-new-no-site',
    scene: { fees: [], attributes: { systems: 'oir', ...NO_SITE } },
    shows: 'empty',
  },
  {
    name: 'one-not-payable',
    scene: { fees: ALL, attributes: TWO, dibs: [LATE, { ...LOST, payableByClient: false }] },
    shows: 'not-payable',
  },
  {
    name: 'none-payable',
    scene: { attributes: TWO, dibs: [{ ...LOST, payableByClient: false }] },
    shows: 'section-oir',
  },
  { name: 'one-locked', scene: { fees: withStatus('reserved') }, shows: 'locked' },
  { name: 'all-locked', scene: { fees: withStatus('reserved', 'pending') }, shows: 'locked' },
  {
    name: 'all-registering',
    scene: { fees: withStatus('completed', 'pending') },
    shows: 'locked',
  },
  {
    name: 'one-unreadable',
    scene: { fees: [LATE, LOST, { ...LATE, feeId: 9, amount: -1 }, NEW] },
    shows: 'unreadable',
  },
  {
    name: 'titles',
    scene: { attributes: { 'fbi-url': '/fbi' } },
    then: (tab) => tab.shows('title', 3),
    shows: 'title',
  },
  {
    name: 'titles-opened',
    scene: { attributes: { 'fbi-url': '/fbi' } },
    then: async (tab) => {
      await tab.shows('title', 3);
      await tab.press('more-toggle');
    },
    shows: 'title',
  },
  { name: 'about-opened', then: (tab) => tab.press('about-toggle'), shows: 'about-text' },
  {
    name: 'payment-starting',
    scene: { pay: hang },
    then: async (tab) => {
      await pay(tab);
      await until(tab.keyboard, () =>
        /Starter|Starting/.test(
          document.querySelector('ddb-debt-overview').shadowRoot.querySelector('[part~=pay-all]')
            ?.textContent,
        ),
      );
    },
    shows: 'pay-all',
  },
  refused('paying', refuse(409)),
  {
    name: 'payment-paying-all-locked',
    scene: { pay: refuse(409) },
    then: async (tab) => {
      await tab.shows('pay-all');
      tab.site.set({ fees: withStatus('reserved', 'reserved') });
      await pay(tab);
      await tab.shows('no-action');
    },
    shows: 'payment-paying',
  },
  refused('paid', refuse(410)),
  refused('changed', refuse(422)),
  refused('login', refuse(401)),
  refused('invalid', refuse(418)),
  refused('lost', hangUp),
  { ...refused('storage'), scene: { before: ['no-storage'] } },
  {
    name: 'payment-elsewhere',
    then: (tab) =>
      tab.shows('debt').then(() =>
        tab.keyboard.evaluate(() => {
          const claim = {
            key: 'k',
            feeIds: ['1'],
            until: Date.now() + 35 * 60_000,
            going: true,
            sent: true,
            failed: [],
          };
          new BroadcastChannel('ddb-debt-payment').postMessage({ claim });
        }),
      ),
    shows: 'payment-elsewhere',
  },
  {
    name: 'payment-left-open',
    then: leaveAtGateway,
    shows: 'payment-open',
  },
  {
    name: 'payment-stuck',
    then: async (tab) => {
      await leaveAtGateway(tab);
      tab.site.set({ pay: refuse(418) });
      await tab.press('continue-button');
      await until(tab.keyboard, () =>
        /kunne ikke fortsættes|could not be continued/.test(
          document
            .querySelector('ddb-debt-overview')
            .shadowRoot.querySelector('[part~=payment-open]')?.textContent,
        ),
      );
    },
    shows: 'payment-open',
  },
  {
    name: 'payment-gone',
    then: async (tab) => {
      await leaveAtGateway(tab);
      tab.site.set({ fees: [NEW] });
      await tab.refresh();
    },
    shows: 'payment-gone',
  },
  {
    name: 'payment-registering',
    scene: { result: 'accepted' },
    then: pay,
    shows: 'payment-registering',
  },
  {
    name: 'payment-received-late',
    scene: { result: 'accepted' },
    then: async (tab) => {
      await pay(tab);
      await tab.shows('payment-registering');
      await until(tab.keyboard, () => {
        window.storyNext();
        return !!document
          .querySelector('ddb-debt-overview')
          .shadowRoot.querySelector('[part~=payment-received]');
      });
    },
    shows: 'payment-received',
  },
  {
    name: 'payment-partly',
    scene: { result: 'accepted' },
    then: async (tab) => {
      await tab.shows('debt');
      tab.site.set({ fees: [{ ...LOST, paymentStatus: 'failed' }, NEW] });
      await pay(tab);
    },
    shows: 'payment-partly',
  },
  {
    name: 'payment-receipt',
    scene: { result: 'accepted' },
    then: async (tab) => {
      await tab.shows('debt');
      tab.site.set({ fees: [NEW] });
      await pay(tab);
    },
    shows: 'receipt',
  },
  {
    name: 'payment-cancelled',
    scene: { result: 'cancelled' },
    then: pay,
    shows: 'payment-cancelled',
  },
  { name: 'payment-failed', scene: { result: 'failed' }, then: pay, shows: 'payment-failed' },
  {
    name: 'stale',
    then: async (tab) => {
      await tab.shows('debt');
      tab.site.set({ fees: refuse(503) });
      await tab.refresh();
    },
    shows: 'failure',
  },
  {
    name: 'preview-with-problems',
    scene: {
      attributes: { 'preview-date': '2026-12-01', systems: 'alle', 'rates-url': 'ftp://x/' },
    },
    shows: 'problems',
  },
  {
    name: 'summary',
    scene: { attributes: { view: 'summary', 'overview-url': '/mellemvaerender' } },
    shows: 'summary-link',
  },
  {
    name: 'summary-failed',
    scene: {
      fees: refuse(503),
      attributes: { view: 'summary', 'overview-url': '/mellemvaerender' },
    },
    then: (tab) =>
      until(tab.keyboard, () =>
        /kunne ikke|could not/.test(
          document.querySelector('ddb-debt-overview').shadowRoot.textContent,
        ),
      ),
    shows: 'summary-link',
  },
];

/** Time passes until nothing more is tried. */
async function goOnUntilFailed(tab, patience) {
  await tab.shows('loading');
  await until(
    tab.keyboard,
    (given) => {
      window.storyNext(given);
      return !!document
        .querySelector('ddb-debt-overview')
        .shadowRoot.querySelector('[part=failure]');
    },
    patience,
  );
}

/** Goes to the gateway, and comes back without a result. */
async function leaveAtGateway(tab) {
  await pay(tab);
  await until(tab.keyboard, () => location.pathname === '/gateway');
  await tab.open();
  await tab.shows('payment-open');
}
