/** A placeholder for the other origin, which is known when the servers run. */
export const ELSEWHERE = 'https://elsewhere.example';

/** A placeholder for the site's own origin. Relative URLs would depend on the page's base. */
const OWN = 'https://own.example';
/** Replaces the placeholders by the origins. */
export const withOrigins = (html, { origin, elsewhere }) =>
  html.replaceAll(OWN, origin).replaceAll(ELSEWHERE, elsewhere);

export const SCRIPT = `<script src="${OWN}/ddb-debt-overview.js"></script>`;

/** The element with a library's attributes, overridden by `attributes`. */
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
  const attributesHtml = Object.entries(all).map(([name, value]) => `${name}="${value}"`);
  return `<ddb-debt-overview ${attributesHtml.join(' ')}>${content}</ddb-debt-overview>`;
}

/** The first scripts of every page. */
const MONITOR = ['monitor', 'inspect']
  .map((name) => `<script src="${OWN}/in-page/${name}.js" crossorigin="anonymous"></script>`)
  .join('');

/** The page's own script. Calls the action with the monitor after the load event. */
export const actionScript = (action) => `(() => {
  const run = () => setTimeout(() => (${action})(monitor).catch((error) => monitor.report({ failure: String(error) })));
  if (document.readyState === 'complete') run();
  else addEventListener('load', run);
})();`;

/**
 * A page of a library's site.
 * @typedef {object} Page
 * @property {string} [head]
 * @property {string} [body] by default, the element and its script
 * @property {string} [html] the attributes of the root
 * @property {string} [doctype]
 * @property {string} [type] its media type
 * @property {string} [policy] its Content-Security-Policy
 */

/**
 * @param {Page} page
 * @param {string} action the URL of the page's own script, which comes last
 */
export const libraryPage = (
  { head = '', body = element() + SCRIPT, html = 'lang="da"', doctype = '<!doctype html>' },
  action,
) => `${doctype}<html ${html}><head><meta charset="utf-8" /><title>Mit bibliotek</title>
${MONITOR}${head}</head><body>${body}<script src="${OWN}${action}"></script></body></html>`;
