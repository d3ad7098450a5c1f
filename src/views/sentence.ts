import { straight } from '../localization/placeholders.js';

/** What there is of these, in one line: each in its place, also beside one that is written from right to left. */
export const sentence = (...pieces: unknown[]): string =>
  straight(pieces.filter(Boolean).join(' \u200e· '));
