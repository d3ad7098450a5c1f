import type { ViewModel } from './view-model.js';

/** That nothing is owed, in words that reach no further than what is shown (CONTRACT 4, Scoped words). */
export function emptyText({ i18n, settings }: ViewModel, short?: 'short'): string {
  const { systems, oirPaymentUrl } = settings;
  if (systems === 'both') return i18n.text('empty');
  if (systems === 'dibs') return i18n.text('empty.dibs');
  return i18n.text('empty.oir', {}, oirPaymentUrl ? short : short ? 'short/noSite' : 'noSite');
}
