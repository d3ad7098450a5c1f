import type { Scene } from './scene.js';

/** That nothing is owed, in words that reach no further than what is shown (CONTRACT 4, Scoped words). */
export function emptyText({ voice, settings }: Scene, short?: 'short'): string {
  const { systems, oirPaymentUrl } = settings;
  if (systems === 'both') return voice.say('empty');
  if (systems === 'dibs') return voice.say('empty.dibs');
  return voice.say('empty.oir', {}, oirPaymentUrl ? short : short ? 'short/noSite' : 'noSite');
}
