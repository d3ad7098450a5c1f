import { LATE, LOST, NEW } from './debts.js';
import { refuse } from './site.js';

const OTHER = { ...LATE, feeId: 4, reasonMessage: 'Gebyr', amount: 12.5, dueDate: '2026-12-30' };

/**
 * A change of the page while the focus is in the element.
 * @typedef {object} Change
 * @property {string} what
 * @property {boolean} [everywhere] whether to test it in each engine, because engines differ when the focused element is removed
 * @property {string} from the state before the change (start-states.js)
 * @property {Partial<import('./site.js').SiteOptions>} [options] the options that differ from that state
 * @property {[part: string, words?: RegExp]} at the focused part
 * @property {(on: import('./fixture.js').Fixture) => unknown} then
 * @property {() => unknown} until the condition to wait for, as the body of a function
 * @property {[part: string, words: RegExp]} [stays] the part that keeps the focus, with its text
 */

/** Runs in the page. @param {string} setting */
const set = (setting, value) => (keyboard) =>
  keyboard.evaluate(
    (name, given) => {
      const element = document.querySelector('ddb-debt-overview');
      if (given === null) element.removeAttribute(name);
      else element.setAttribute(name, given);
    },
    setting,
    value,
  );

const showsText = (words) =>
  `return new RegExp(${JSON.stringify(words)}).test(document.querySelector('ddb-debt-overview').shadowRoot.textContent)`;
const isGone = (part) =>
  `return !document.querySelector('ddb-debt-overview').shadowRoot.querySelector('[part~=${part}]')`;
const isThere = (part) =>
  `return !!document.querySelector('ddb-debt-overview').shadowRoot.querySelector('[part~=${part}]')`;

const refreshTo =
  (change) =>
  async ({ site, tab }) => {
    site.set(change);
    await tab.refresh();
  };

/** @type {Change[]} */
export const CHANGES = [
  {
    what: 'a refresh changes nothing',
    from: 'both',
    at: ['choice', /Erstatning/],
    then: refreshTo({}),
    until: showsText('192,56'),
    stays: ['choice', /Erstatning.*192,56/],
  },
  {
    what: 'a refresh changes amounts',
    everywhere: true,
    from: 'both',
    at: ['choice', /Erstatning/],
    then: refreshTo({ fees: [LATE, { ...LOST, amount: 99 }, NEW] }),
    until: showsText('99,00'),
    stays: ['choice', /Erstatning.*99,00/],
  },
  {
    what: 'a refresh changes amounts while a button has the focus',
    from: 'both',
    at: ['pay-all'],
    then: refreshTo({ fees: [LATE, { ...LOST, amount: 99 }, NEW] }),
    until: showsText('99,00'),
    stays: ['pay-all', /169,00/],
  },
  {
    what: 'a refresh removes another debt',
    from: 'both',
    options: { fees: [LATE, LOST, OTHER, NEW] },
    at: ['choice', /Erstatning/],
    then: refreshTo({ fees: [LOST, OTHER, NEW] }),
    until: showsText('2 mellemværender'),
    stays: ['choice', /Erstatning/],
  },
  {
    what: 'a refresh removes the focused debt, and others remain',
    everywhere: true,
    from: 'both',
    options: { fees: [LATE, LOST, OTHER, NEW] },
    at: ['choice', /30\. december/],
    then: refreshTo({ fees: [LATE, LOST, NEW] }),
    until: showsText('2 mellemværender'),
  },
  {
    what: 'a refresh removes the focused debt, and one remains',
    from: 'both',
    at: ['choice', /Erstatning/],
    then: refreshTo({ fees: [LATE, NEW] }),
    until: isGone('choice'),
  },
  {
    what: 'a refresh removes the focused section',
    everywhere: true,
    from: 'both',
    at: ['pay-all'],
    then: refreshTo({ fees: [NEW] }),
    until: isGone('section-dibs'),
  },
  {
    what: 'a refresh removes all debts',
    everywhere: true,
    from: 'both',
    at: ['more-toggle'],
    then: refreshTo({ fees: [] }),
    until: isThere('empty'),
  },
  {
    what: '"Prøv igen" succeeds',
    everywhere: true,
    from: 'both-failed',
    at: ['retry-button'],
    then: async ({ keyboard, site }) => {
      site.set({ dibs: [LATE, LOST], oir: [NEW] });
      await keyboard.press('Enter');
    },
    until: isThere('section-oir'),
  },
  {
    what: '"Prøv igen" fails',
    from: 'oir-failed',
    at: ['retry-button'],
    then: async ({ keyboard, site }) => {
      site.set({ oir: refuse(404) });
      await keyboard.press('Enter');
    },
    until: showsText('afviste'),
    stays: ['retry-button', /Prøv igen/],
  },
  {
    what: 'a refresh fails',
    from: 'both',
    at: ['pay-all'],
    then: refreshTo({ fees: refuse(503) }),
    until: isThere('failure'),
    stays: ['pay-all', /262,56/],
  },
  {
    what: 'the login has expired',
    from: 'both',
    at: ['choice', /Erstatning/],
    then: refreshTo({ fees: refuse(401) }),
    until: isThere('login'),
  },
  {
    what: 'a payment starts',
    from: 'starting',
    at: ['pay-all'],
    then: () => undefined,
    until: showsText('Starter betalingen'),
    stays: ['pay-all', /Starter/],
  },
  {
    what: 'a payment is refused',
    from: 'both',
    options: { pay: refuse(410) },
    at: ['pay-all'],
    then: ({ keyboard }) => keyboard.press('Enter'),
    until: isThere('payment-paid'),
    stays: ['pay-all', /262,56/],
  },
  {
    what: 'a payment is refused, and everything is locked',
    everywhere: true,
    from: 'both',
    options: { pay: refuse(409) },
    at: ['pay-all'],
    then: async ({ keyboard, site }) => {
      site.set({ fees: [LATE, LOST].map((debt) => ({ ...debt, paymentStatus: 'reserved' })) });
      await keyboard.press('Enter');
    },
    until: isThere('no-action'),
  },
  {
    what: 'a refused payment is already paid',
    from: 'both',
    options: { pay: refuse(410) },
    at: ['pay-all'],
    then: async ({ keyboard, site }) => {
      site.set({ fees: [NEW] });
      await keyboard.press('Enter');
    },
    until: isGone('section-dibs'),
  },
  {
    what: 'another tab starts a payment',
    from: 'both',
    at: ['pay-all'],
    then: ({ keyboard }) =>
      keyboard.evaluate(() => {
        const claim = {
          key: 'k',
          feeIds: ['1'],
          until: Date.now() + 60_000,
          inProgress: true,
          sent: true,
          failed: [],
        };
        new BroadcastChannel('ddb-debt-payment').postMessage({ claim });
      }),
    until: isThere('payment-elsewhere'),
  },
  {
    what: 'an unfinished payment cannot be continued',
    from: 'open',
    at: ['continue-button'],
    then: async ({ keyboard, site }) => {
      site.set({ pay: refuse(418) });
      await keyboard.press('Enter');
    },
    until: showsText('kunne ikke fortsættes'),
    stays: ['continue-button', /Fortsæt/],
  },
  {
    what: 'an unfinished payment is already paid',
    from: 'open',
    at: ['continue-button'],
    then: async ({ keyboard, site }) => {
      site.set({ pay: refuse(410) });
      await keyboard.press('Enter');
    },
    until: isGone('continue-button'),
  },
  {
    what: 'the receipt replaces the list',
    everywhere: true,
    from: 'registering',
    at: ['more-toggle'],
    then: ({ site }) => site.set({ fees: [NEW] }),
    until: `window.runNextTimer(); ${isThere('receipt')}`,
  },
  {
    what: 'the language changes',
    from: 'both',
    at: ['choice', /Erstatning/],
    then: ({ keyboard }) => set('lang', 'en')(keyboard),
    until: showsText('Pay all'),
    stays: ['choice', /Erstatning.*Pay by/],
  },
  {
    what: 'the heading’s level changes',
    from: 'both',
    at: ['pay-all'],
    then: ({ keyboard }) => set('heading-level', '3')(keyboard),
    until: `return !!document.querySelector('ddb-debt-overview').shadowRoot.querySelector('h4')`,
    stays: ['pay-all', /262,56/],
  },
  {
    what: 'single debts can no longer be selected',
    from: 'both',
    at: ['choice', /Erstatning/],
    then: ({ keyboard }) => set('selection', 'all')(keyboard),
    until: isGone('choice'),
  },
  {
    what: 'the payment site is removed',
    from: 'both',
    at: ['go-link'],
    then: ({ keyboard }) => set('oir-payment-url', null)(keyboard),
    until: isGone('go-link'),
  },
  {
    what: 'the element changes to the summary',
    everywhere: true,
    from: 'both',
    options: { attributes: { 'overview-url': '/mellemvaerender' } },
    at: ['pay-all'],
    then: ({ keyboard }) => set('view', 'summary')(keyboard),
    until: isThere('summary'),
  },
];
