import type { Arrangement } from '../state.js';
import { ownTexts, tagOf, type ExtraAttributes } from './markup.js';

/** Escapes `{{`, `{%` and `{#` for Twig. A `verbatim` block is not safe, because a text can end it. */
const withoutTwig = (code: string, brace: string): string => code.replace(/\{(?=[{%#])/g, brace);

const inHtml = (html: string): string => withoutTwig(html, '&#123;');
const inJson = (json: string): string => withoutTwig(json, '\\u007b');

/** The first match is the real one: attribute values before it contain no `<`, and the JSON cannot end it. */
const SCRIPT = /<script type="application\/json">[^]*?<\/script>/;

/** The tag without Twig syntax. A browser parses it to the same element. */
function forTwig(arrangement: Arrangement, extra?: ExtraAttributes): string {
  const tag = tagOf(arrangement, extra);
  const script = ownTexts(arrangement) && SCRIPT.exec(tag);
  if (!script) return inHtml(tag);
  const [json] = script;
  const end = script.index + json.length;
  return inHtml(tag.slice(0, script.index)) + inJson(json) + inHtml(tag.slice(end));
}

/**
 * The files of a Drupal 10 or 11 theme with instructions. The instructions for Drupal 7 are a Twig comment, so that they
 * do no harm if they are copied too.
 */
export const drupalOf = (
  arrangement: Arrangement,
  extra?: ExtraAttributes,
): string => `# Drupal 10 og 11. Fil 1 af 2: mit_tema/mit_tema.libraries.yml
# Skriv temaets eget navn i stedet for mit_tema, og føj dette til filen (opret den, hvis den ikke er der).
# Læg ddb-debt-overview.js i mappen mit_tema/js.
ddb-debt-overview:
  js:
    js/ddb-debt-overview.js: { minified: true, preprocess: false, attributes: { type: module } }

{#
  Drupal 10 og 11. Fil 2 af 2: mit_tema/templates/block/block--ddb-debt-overview.html.twig
  1. Opret en brugerdefineret blok af typen "Tekstblok" med navnet ddb-debt-overview. Skriv et par ord i den: De
     vises ikke, men en tom blok bliver måske sprunget over.
  2. Placér den under Struktur > Bloklayout på siden med lånerens mellemværender, og ret dens maskinnavn til
     ddb_debt_overview: Det er maskinnavnet, der får Drupal til at bruge denne fil.
  3. Tøm cachen (drush cr).
  I kan også sætte de næste linjer ind i sidens egen Twig-skabelon i stedet for at bruge en blok.
#}
{{ attach_library('mit_tema/ddb-debt-overview') }}
${forTwig(arrangement, extra)}

{#
  Drupal 7: her er der hverken Twig eller libraries.yml, og drupal_add_js() i template.php kan ikke skrive
  type="module". Brug modulet i integrations/drupal-7 i projektets kode, eller en blok:
  1. Læg ddb-debt-overview.js i sites/all/themes/mit_tema/js.
  2. Opret en blok (Struktur > Blokke) med tekstformatet Full HTML, og slå editoren fra: Den fjerner scripts. Formatet
     må heller ikke lave linjeskift eller webadresser om til HTML.
  3. Sæt denne linje ind, og under den hele koden fra "ddb-debt-overview" begynder, til den slutter, som ovenfor:
     <script type="module" src="/sites/all/themes/mit_tema/js/ddb-debt-overview.js"></script>
#}
`;
