import { stripBidiControls } from '../i18n/placeholders.js';
import type { ViewModel } from './view-model.js';

/** Joins what there is of these in one line. The marks keep the order, also beside a part written from right to left. */
export const joinParts = (...parts: unknown[]): string =>
  stripBidiControls(parts.filter(Boolean).join(' \u200e· '));

/** The same for a language that is written from right to left. */
export const withRtlMark = ({ i18n }: ViewModel, line: string): string =>
  i18n.direction === 'rtl' ? line.replace(/\u200e/g, '\u200f') : line;
