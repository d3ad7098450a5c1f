import type { Arrangement } from '../bench.js';
import { tagOf, type Extra } from './markup.js';

/** Twig would take these for its own. */
const forTwig = (html: string): string =>
  /\{[{%#]/.test(html) ? `{% verbatim %}\n${html}\n{% endverbatim %}` : html;

/** A Drupal 10 or 11 theme's files, one after the other. */
export const drupalOf = (
  arrangement: Arrangement,
  extra?: Extra,
): string => `# mit_tema.libraries.yml
ddb-debt-overview:
  js:
    js/ddb-debt-overview.js: { minified: true, preprocess: false, attributes: { type: module } }

{# templates/block/block--ddb-debt-overview.html.twig #}
{{ attach_library('mit_tema/ddb-debt-overview') }}
${forTwig(tagOf(arrangement, extra))}
`;
