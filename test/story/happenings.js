import { LATE, LOST, NEW } from './debts.js';
import { refuse } from './site.js';

const OTHER = { ...LATE, feeId: 4, reasonMessage: 'Gebyr', amount: 12.5, dueDate: '2026-12-30' };

/**
 * What happens while the keyboard is somewhere in the element.
 * @typedef {object} Happening
 * @property {string} what
 * @property {boolean} [everywhere] in each engine: it stands for what engines do with a focus that goes
 * @property {string} from the state before it (starts.js)
 * @property {Partial<import('./site.js').Scene>} [scene] what is other than in that state
 * @property {[part: string, words?: RegExp]} at where the keyboard is
 * @property {(on: import('./stage.js').Stage) => unknown} then
 * @property {() => unknown} until what the page then shows
 * @property {[part: string, words: RegExp]} [stays] it is still there, on this
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

const says = (words) =>
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

/** @type {Happening[]} */
export const HAPPENINGS = [
  {
    what: 'a refresh changes nothing',
    from: 'both',
    at: ['choice', /Erstatning/],
    then: refreshTo({}),
    until: says('192,56'),
    stays: ['choice', /Erstatning.*192,56/],
  },
  {
    what: 'a refresh changes amounts',
    everywhere: true,
    from: 'both',
    at: ['choice', /Erstatning/],
    then: refreshTo({ fees: [LATE, { ...LOST, amount: 99 }, NEW] }),
    until: says('99,00'),
    stays: ['choice', /Erstatning.*99,00/],
  },
  {
    what: 'a refresh, with the keyboard on a button',
    from: 'both',
    at: ['pay-all'],
    then: refreshTo({ fees: [LATE, { ...LOST, amount: 99 }, NEW] }),
    until: says('99,00'),
    stays: ['pay-all', /169,00/],
  },
  {
    what: 'another debt than the focused one is gone',
    from: 'both',
    scene: { fees: [LATE, LOST, OTHER, NEW] },
    at: ['choice', /Erstatning/],
    then: refreshTo({ fees: [LOST, OTHER, NEW] }),
    until: says('2 mellemværender'),
    stays: ['choice', /Erstatning/],
  },
  {
    what: 'the focused debt is gone, others are left to choose from',
    everywhere: true,
    from: 'both',
    scene: { fees: [LATE, LOST, OTHER, NEW] },
    at: ['choice', /30\. december/],
    then: refreshTo({ fees: [LATE, LOST, NEW] }),
    until: says('2 mellemværender'),
  },
  {
    what: 'the focused debt is gone, one is left',
    from: 'both',
    at: ['choice', /Erstatning/],
    then: refreshTo({ fees: [LATE, NEW] }),
    until: isGone('choice'),
  },
  {
    what: 'the focused section is gone',
    everywhere: true,
    from: 'both',
    at: ['pay-all'],
    then: refreshTo({ fees: [NEW] }),
    until: isGone('section-dibs'),
  },
  {
    what: 'everything is gone',
    everywhere: true,
    from: 'both',
    at: ['more-toggle'],
    then: refreshTo({ fees: [] }),
    until: isThere('empty'),
  },
  {
    what: '"Prøv igen" has helped',
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
    what: '"Prøv igen" has not helped',
    from: 'oir-failed',
    at: ['retry-button'],
    then: async ({ keyboard, site }) => {
      site.set({ oir: refuse(404) });
      await keyboard.press('Enter');
    },
    until: says('afviste'),
    stays: ['retry-button', /Prøv igen/],
  },
  {
    what: 'a later read fails',
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
    until: isThere('failure'),
  },
  {
    what: 'a payment starts',
    from: 'starting',
    at: ['pay-all'],
    then: () => undefined,
    until: says('Starter betalingen'),
    stays: ['pay-all', /Starter/],
  },
  {
    what: 'a payment is refused',
    from: 'both',
    scene: { pay: refuse(410) },
    at: ['pay-all'],
    then: ({ keyboard }) => keyboard.press('Enter'),
    until: isThere('payment-paid'),
    stays: ['pay-all', /262,56/],
  },
  {
    what: 'a payment is refused, and everything is locked',
    everywhere: true,
    from: 'both',
    scene: { pay: refuse(409) },
    at: ['pay-all'],
    then: async ({ keyboard, site }) => {
      site.set({ fees: [LATE, LOST].map((debt) => ({ ...debt, paymentStatus: 'reserved' })) });
      await keyboard.press('Enter');
    },
    until: isThere('no-action'),
  },
  {
    what: 'what was refused is paid already',
    from: 'both',
    scene: { pay: refuse(410) },
    at: ['pay-all'],
    then: async ({ keyboard, site }) => {
      site.set({ fees: [NEW] });
      await keyboard.press('Enter');
    },
    until: isGone('section-dibs'),
  },
  {
    what: 'another tab begins to pay',
    from: 'both',
    at: ['pay-all'],
    then: ({ keyboard }) =>
      keyboard.evaluate(() => {
        const claim = {
          key: 'k',
          feeIds: ['1'],
          until: Date.now() + 60_000,
          going: true,
          sent: true,
          failed: [],
        };
        new BroadcastChannel('ddb-debt-payment').postMessage({ claim });
      }),
    until: isThere('payment-elsewhere'),
  },
  {
    what: 'a payment that was left could not be gone on with',
    from: 'open',
    at: ['continue-button'],
    then: async ({ keyboard, site }) => {
      site.set({ pay: refuse(418) });
      await keyboard.press('Enter');
    },
    until: says('kunne ikke fortsættes'),
    stays: ['continue-button', /Fortsæt/],
  },
  {
    what: 'a payment that was left is paid already',
    from: 'open',
    at: ['continue-button'],
    then: async ({ keyboard, site }) => {
      site.set({ pay: refuse(410) });
      await keyboard.press('Enter');
    },
    until: isGone('continue-button'),
  },
  {
    what: 'the receipt takes the place of the list',
    everywhere: true,
    from: 'registering',
    at: ['more-toggle'],
    then: ({ site }) => site.set({ fees: [NEW] }),
    until: `window.storyNext(); ${isThere('receipt')}`,
  },
  {
    what: 'the language changes',
    from: 'both',
    at: ['choice', /Erstatning/],
    then: ({ keyboard }) => set('lang', 'en')(keyboard),
    until: says('Pay all'),
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
    what: 'single debts can no longer be chosen',
    from: 'both',
    at: ['choice', /Erstatning/],
    then: ({ keyboard }) => set('selection', 'all')(keyboard),
    until: isGone('choice'),
  },
  {
    what: 'the payment site goes',
    from: 'both',
    at: ['go-link'],
    then: ({ keyboard }) => set('oir-payment-url', null)(keyboard),
    until: isGone('go-link'),
  },
  {
    what: 'the element becomes the one line',
    everywhere: true,
    from: 'both',
    scene: { attributes: { 'overview-url': '/mellemvaerender' } },
    at: ['pay-all'],
    then: ({ keyboard }) => set('view', 'summary')(keyboard),
    until: isThere('summary'),
  },
];
