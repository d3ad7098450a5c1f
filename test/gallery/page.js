import { readFileSync } from 'node:fs';
import { NOW } from './states.js';

const clock = readFileSync(new URL('./in-page/frozen-clock.js', import.meta.url), 'utf8');

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const json = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The number of requests in a state that never get a response. */
const heldIn = ({ answers, starts = [] }) =>
  [starts, Object.values(answers)]
    .flat(2)
    .filter((answer) => answer === 'never' || answer.delay === 'infinite').length;

/** The right-to-left languages. */
const RIGHT_TO_LEFT = ['ar'];
/** The languages of the single file. The others are in the file with all languages. */
const SINGLE_FILE = ['da', 'en'];

/**
 * A page with the widget in a state.
 * @param {import('./states.js').State} state
 * @param {{ language: string, theme?: string, scheme: string, visit: number, orderId: string }} how
 */
export function pageOf(state, { language, theme, scheme, visit, orderId }) {
  const { name, title, config, steps = [], storageFails } = state;
  const attributes = {
    ...state.attributes,
    ...(state.attributes['fbi-url'] && { 'fbi-url': '/fbi' }),
    ...(state.attributes['dibs-payment-url'] && {
      'dibs-payment-url': `/payment/${name}/${visit}`,
    }),
  };
  for (const endpoint of Object.keys(state.answers)) {
    attributes[endpoint] = `/fees/${name}/${visit}/${endpoint}`;
  }
  const attributesHtml = Object.entries(attributes).map(
    ([key, value]) => `${key}="${escaped(value)}"`,
  );
  const file = SINGLE_FILE.includes(language) ? 'ddb-debt-overview' : 'ddb-debt-overview.intl';
  return `<!doctype html>
<html lang="${language}" dir="${RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr'}" style="color-scheme: ${scheme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<script data-now="${NOW}"${storageFails ? ' data-storage-fails="yes"' : ''}>${clock}</script>
<link rel="stylesheet" href="/gallery/fonts.css">
<link rel="stylesheet" href="/gallery/page.css">
${theme ? `<link rel="stylesheet" href="/themes/${theme}.css">` : ''}
<script type="application/json" id="state">${json({ steps, orderId, held: heldIn(state) })}</script>
<script defer src="/dist/${file}.js"></script>
<script type="module" src="/gallery/reach.js"></script>
</head>
<body>
<main>
<h1 lang="da" dir="ltr">${escaped(title)}</h1>
<ddb-debt-overview ${attributesHtml.join(' ')}>
<a slot="login" href="/login">${{ da: 'Log ind', en: 'Log in', ar: 'تسجيل الدخول' }[language]}</a>
${config ? `<script type="application/json">${json(config)}</script>` : ''}
</ddb-debt-overview>
</main>
</body>
</html>`;
}
