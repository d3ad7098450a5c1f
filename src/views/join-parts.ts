import { stripBidiControls } from '../i18n/placeholders.js';
import type { ViewModel } from './view-model.js';

export { HAS_RTL_LANGUAGE } from '../i18n/locales.js';

/** What there is of these, in one line: each in its place, also beside one that is written from right to left. */
export const joinParts = (...pieces: unknown[]): string =>
  stripBidiControls(pieces.filter(Boolean).join(' \u200e· '));

/** The same as it stands where the language may be written from right to left. */
export const withRtlMark = (view: ViewModel, words: string): string =>
  view.i18n.direction === 'rtl' ? words.replace(/\u200e/g, '\u200f') : words;
