import type { BilingualText, SlotName } from '../state.js';

/** Where each slot is, for a web editor. */
export const SLOT_NAMES: Readonly<Record<SlotName, BilingualText>> = {
  intro: { da: 'I stedet for indledningen', en: 'In place of the introduction' },
  'dibs-info': { da: 'Under de gamle mellemværender', en: 'Under the old debts' },
  'oir-info': { da: 'Under de nye mellemværender', en: 'Under the new debts' },
  login: {
    da: 'Link til login, når låneren er blevet logget ud',
    en: 'Link to log in, when the patron has been logged out',
  },
  footer: { da: 'Nederst', en: 'At the end' },
};
