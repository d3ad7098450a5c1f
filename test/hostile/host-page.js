/** Stands for the other origin, which is known when the servers run. */
export const ELSEWHERE = 'https://elsewhere.example';

/** Stands for the site's own; without it an address starts where the page's base says. */
const OWN = 'https://own.example';
/** Puts the origins in. */
export const withOrigins = (html, { origin, elsewhere }) =>
  html.replaceAll(OWN, origin).replaceAll(ELSEWHERE, elsewhere);

export const SCRIPT = `<script src="${OWN}/ddb-debt-overview.js"></script>`;

/** The element as a library would write it; `attributes` replace its own where they have the same name. */
export function element({ attributes = {}, content = '' } = {}) {
  const all = {
    'fees-url': '/fees',
    'switch-date': '2021-12-01',
    'dibs-payment-url': '/pay',
    'payment-origins': ELSEWHERE,
    'oir-payment-url': 'https://betalingsoverblik.example/',
    'oir-payment-name': 'Mit Betalingsoverblik',
    ...attributes,
  };
  const written = Object.entries(all).map(([name, value]) => `${name}="${value}"`);
  return `<ddb-debt-overview ${written.join(' ')}>${content}</ddb-debt-overview>`;
}

/** Comes first in every page. */
const WITNESS = ['witness', 'look']
  .map((name) => `<script src="${OWN}/in-page/${name}.js" crossorigin="anonymous"></script>`)
  .join('');

/** What the page's own script does, once everything is there: a function that is given the witness. */
export const actOf = (act) => `(() => {
  const run = () => setTimeout(() => (${act})(witness).catch((error) => witness.tell({ broken: String(error) })));
  if (document.readyState === 'complete') run();
  else addEventListener('load', run);
})();`;

/**
 * A page of a library's site.
 * @typedef {object} Page
 * @property {string} [head]
 * @property {string} [body] without one, the element and its script
 * @property {string} [html] the attributes of the root
 * @property {string} [doctype]
 * @property {string} [type] its media type
 * @property {string} [policy] its Content-Security-Policy
 */

/**
 * @param {Page} page
 * @param {string} act the address of its own script, which comes last
 */
export const hostPage = (
  { head = '', body = element() + SCRIPT, html = 'lang="da"', doctype = '<!doctype html>' },
  act,
) => `${doctype}<html ${html}><head><meta charset="utf-8" /><title>Mit bibliotek</title>
${WITNESS}${head}</head><body>${body}<script src="${OWN}${act}"></script></body></html>`;
