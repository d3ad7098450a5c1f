import { straight } from '../localization/placeholders.js';
import type { Scene } from './scene.js';

export { MAY_MIRROR } from '../localization/localization.js';

/** What there is of these, in one line: each in its place, also beside one that is written from right to left. */
export const sentence = (...pieces: unknown[]): string =>
  straight(pieces.filter(Boolean).join(' \u200e· '));

/** The same as it stands where the language may be written from right to left. */
export const facing = (scene: Scene, words: string): string =>
  scene.voice.direction === 'rtl' ? words.replace(/\u200e/g, '\u200f') : words;
