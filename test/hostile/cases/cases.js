import { HOWEVER_MADE } from './birth.js';
import { BESIDE_ITSELF } from './copies.js';
import { WHEREVER_MOVED } from './moves.js';
import { BESIDE_OLD_SCRIPTS } from './old-scripts.js';
import { WHEREVER_IT_STANDS } from './places.js';
import { UNDER_POLICIES } from './policies.js';
import { UNDER_PAGE_STYLES } from './styles.js';
import { IN_TAMPERED_PAGES } from './tampered.js';

/**
 * A page, and what comes of it.
 * @typedef {object} Case
 * @property {string} name
 * @property {import('../host-page.js').Page} [page]
 * @property {Function} [act] what is done in it; without one it is looked at
 * @property {boolean} [pays] something is chosen in it, paid, and on the receipt
 * @property {RegExp} [says] this is in the console, and the page says nothing that is not so
 * @property {RegExp} [orSays] it works, or does as `says`
 * @property {RegExp} [noise] what the page's own scripts say in the console, or what ours has to
 * @property {string[]} [problems] the settings that do not hold
 * @property {RegExp} [tellsOnce] this is in the console, exactly once
 * @property {Record<string, unknown>} [tells] what else its act has to tell
 * @property {[where: 'here' | 'elsewhere', path: string, authorization?: string][]} [asks] what has been asked for
 * @property {string} [never] what has not been asked for
 * @property {Record<string, import('../host-page.js').Page>} [more] other pages, by path
 * @property {string} [from] the one of them that tells
 */

/** @type {Case[]} */
export const CASES = [
  ...BESIDE_OLD_SCRIPTS,
  ...IN_TAMPERED_PAGES,
  ...UNDER_PAGE_STYLES,
  ...UNDER_POLICIES,
  ...BESIDE_ITSELF,
  ...HOWEVER_MADE,
  ...WHEREVER_MOVED,
  ...WHEREVER_IT_STANDS,
];

const IN_EVERY_ENGINE = [UNDER_POLICIES, HOWEVER_MADE, WHEREVER_MOVED, WHEREVER_IT_STANDS].flat();

/**
 * The cases in which engines can differ: policies, trusted types, how elements are made and moved, frames, where it stands,
 * and a payment by each of its two ways to leave the page. The others are about scripts and styles, which are the same to all of them.
 */
export const WHERE_ENGINES_DIFFER = CASES.filter(
  (one) => /^a page of its own|by a form$/.test(one.name) || IN_EVERY_ENGINE.includes(one),
);
