import { axe } from './axe.js';
import { focusRing } from './focus-ring.js';
import { keyboard } from './keyboard.js';
import { largerText } from './larger-text.js';
import { motion } from './motion.js';
import { reflow } from './reflow.js';
import { secondOpinion } from './second-opinion.js';
import { structure } from './structure.js';
import { targetSize } from './target-size.js';
import { textSpacing } from './text-spacing.js';
import { withoutColour } from './without-colour.js';

/**
 * A check that runs in every state.
 * @typedef {object} Check
 * @property {string} rule
 * @property {string[]} looks that can change the result
 * @property {string[]} [browsers] all if left out
 * @property {(tab: import('../tab.js').Tab, at?: { look: string, isFirst: boolean,
 *   count: (undecided: string[]) => void }) => Promise<string[]>} inspect returns the violations; `isFirst` for the first look of a page
 */

/** axe is first, because it inspects the page with closed lists; the others inspect it with open lists. @type {Record<string, Check>} */
export const CHECKS = {
  axe,
  secondOpinion,
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
