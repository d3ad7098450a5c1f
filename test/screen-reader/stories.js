import { NEW } from '../story/debts.js';
import { hang, refuse } from '../story/site.js';

/** What Orca says of check boxes, buttons and the last line of the page, in Danish and English. */
const CHECK_BOX = /afkrydsningsboks|check box/;
const PAY_SELECTED = /^(Betal valgte|Pay selected)/;
const PAY_ALL = /^(Betal alle|Pay all)/;
/** The beginning of the result of a payment that has failed, or has been made. */
const RESULT = /^(Betalingen blev|The payment|Kvittering Du|Receipt You)/;
const TRY_AGAIN = /^(Prøv igen|Try again)/;

const TITLES = { 'fbi-url': '/fbi' };
const SUMMARY = { view: 'summary', 'overview-url': '/mellemvaerender' };

/** @typedef {import('./patron.js').Patron} Patron */

/** @param {Patron} patron */
async function readAll(patron) {
  await patron.readByLine();
  await patron.readByTab();
}

/** To the button that pays all debts. @param {Patron} patron */
async function comeToPayAll(patron) {
  await patron.open();
  await patron.tabTo(PAY_ALL);
}

/**
 * What a patron does, by the state that is heard. `options` of the site.
 * @type {Record<string, { options?: Partial<import('../story/site.js').SiteOptions>,
 *   act: (patron: Patron) => Promise<void> }>}
 */
export const STORIES = {
  both: {
    options: { attributes: TITLES },
    async act(patron) {
      await patron.open();
      await readAll(patron);
    },
  },
  choosing: {
    async act(patron) {
      await patron.open();
      await patron.tabTo(CHECK_BOX);
      await patron.press('space');
      await patron.tabTo(CHECK_BOX);
      await patron.press('space');
      await patron.press('space');
      await patron.tabTo(PAY_SELECTED);
    },
  },
  paying: {
    options: { pay: hang },
    async act(patron) {
      await comeToPayAll(patron);
      await patron.press('Return');
    },
  },
  failed: {
    options: { fees: refuse(503) },
    async act(patron) {
      await patron.open();
      await readAll(patron);
      await patron.open();
      await patron.tabTo(TRY_AGAIN);
      patron.site.set({ fees: hang });
      await patron.press('Return');
    },
  },
  'payment-failed': {
    options: { result: 'failed' },
    async act(patron) {
      await comeToPayAll(patron);
      await patron.pressAndReturn('Return', RESULT);
      await readAll(patron);
    },
  },
  receipt: {
    options: { result: 'accepted' },
    async act(patron) {
      await comeToPayAll(patron);
      patron.site.set({ fees: [NEW] });
      await patron.pressAndReturn('Return', RESULT);
      await readAll(patron);
    },
  },
  'logged-out': {
    options: { fees: refuse(401) },
    async act(patron) {
      await patron.open();
      await readAll(patron);
    },
  },
  summary: {
    options: { attributes: SUMMARY },
    async act(patron) {
      await patron.open();
      await readAll(patron);
    },
  },
};
