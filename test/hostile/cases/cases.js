import { CREATION } from './creation.js';
import { COPIES } from './copies.js';
import { MOVES } from './moves.js';
import { OLD_SCRIPT_CASES } from './old-scripts.js';
import { PLACES } from './places.js';
import { POLICIES } from './policies.js';
import { PAGE_STYLES } from './styles.js';
import { TAMPERED_PAGES } from './tampered.js';

/**
 * A page, and the expectations for it.
 * @typedef {object} Case
 * @property {string} name
 * @property {import('../library-page.js').Page} [page]
 * @property {Function} [act] the action that runs in it; by default it is inspected
 * @property {boolean} [pays] whether a debt is paid in it
 * @property {RegExp} [expectedWarning] must be in the console; the widget does not work, and shows nothing wrong
 * @property {RegExp} [allowedWarning] the widget works, or as for `expectedWarning`
 * @property {RegExp} [ignoredMessages] console messages to ignore
 * @property {string[]} [problems] the settings with problems
 * @property {RegExp} [onceInConsole] must be in the console exactly once
 * @property {Record<string, unknown>} [expectedReport] other values that the action reports
 * @property {[where: 'here' | 'elsewhere', path: string, authorization?: string][]} [expectedRequests] all requests
 * @property {string} [forbiddenPath] a path that must not be requested
 * @property {Record<string, import('../library-page.js').Page>} [more] other pages, by path
 * @property {string} [from] the path of the page that reports, if another
 */

/** @type {Case[]} */
export const CASES = [
  ...OLD_SCRIPT_CASES,
  ...TAMPERED_PAGES,
  ...PAGE_STYLES,
  ...POLICIES,
  ...COPIES,
  ...CREATION,
  ...MOVES,
  ...PLACES,
];

const IN_EVERY_ENGINE = [POLICIES, CREATION, MOVES, PLACES].flat();

/**
 * The cases in which engines can differ: policies, trusted types, creating and moving elements, frames, places in the page,
 * and a payment by redirect and by form. The others concern scripts and styles, which work the same in all engines.
 */
export const WHERE_ENGINES_DIFFER = CASES.filter(
  (one) => /^a page of its own|by a form$/.test(one.name) || IN_EVERY_ENGINE.includes(one),
);
