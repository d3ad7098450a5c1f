import { axe } from './axe.js';
import { focusRing } from './focus-ring.js';
import { keyboard } from './keyboard.js';
import { largerText } from './larger-text.js';
import { motion } from './motion.js';
import { reflow } from './reflow.js';
import { structure } from './structure.js';
import { targetSize } from './target-size.js';
import { textSpacing } from './text-spacing.js';
import { withoutColour } from './without-colour.js';

/**
 * What is looked at in every state.
 * @typedef {object} Check
 * @property {string} rule
 * @property {string[]} looks in which it could come out differently
 * @property {string[]} [browsers] not all of them
 * @property {(tab: import('../tab.js').Tab, at?: { look: string, isFirst: boolean,
 *   count: (undecided: string[]) => void }) => Promise<string[]>} look the faults; `isFirst` in a page that has just come
 */

/** axe comes first: it sees the page as it comes; for the others what is folded away is unfolded. @type {Record<string, Check>} */
export const CHECKS = {
  axe,
  structure,
  motion,
  withoutColour,
  targetSize,
  keyboard,
  focusRing,
  reflow,
  textSpacing,
  largerText,
};

export const checksOf = (browser, look) =>
  Object.values(CHECKS).filter(
    ({ looks, browsers = [browser] }) => looks.includes(look) && browsers.includes(browser),
  );
