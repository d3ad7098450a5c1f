import type { Arrangement } from '../bench.js';
import { ownTexts, tagOf, type Extra } from './markup.js';

/** `{{`, `{%` and `{#` are Twig's, wherever they stand: no `verbatim` is safe from a text that ends it. */
const twigless = (code: string, brace: string): string => code.replace(/\{(?=[{%#])/g, brace);

const inHtml = (html: string): string => twigless(html, '&#123;');
const inJson = (json: string): string => twigless(json, '\\u007b');

/** The first is the real one: nothing before it has a `<` of the library's, and nothing in it ends it. */
const SCRIPT = /<script type="application\/json">[^]*?<\/script>/;

/** The tag with nothing in it that Twig would take for its own; to a browser it is the same. */
function forTwig(arrangement: Arrangement, extra?: Extra): string {
  const tag = tagOf(arrangement, extra);
  const script = ownTexts(arrangement) && SCRIPT.exec(tag);
  if (!script) return inHtml(tag);
  const [json] = script;
  const end = script.index + json.length;
  return inHtml(tag.slice(0, script.index)) + inJson(json) + inHtml(tag.slice(end));
}

/**
 * A Drupal 10 or 11 theme's files, one after the other, each with what to do. What is for Drupal 7 is a Twig comment
 * too, so that it does no harm where it is copied along.
 */
export const drupalOf = (
  arrangement: Arrangement,
  extra?: Extra,
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
  type="module". Brug modulet i demo/in-a-cms/drupal-7 i projektets kode, eller en blok:
  1. Læg ddb-debt-overview.js i sites/all/themes/mit_tema/js.
  2. Opret en blok (Struktur > Blokke) med tekstformatet Full HTML, og slå editoren fra: Den fjerner scripts. Formatet
     må heller ikke lave linjeskift eller webadresser om til HTML.
  3. Sæt denne linje ind, og under den hele koden fra "ddb-debt-overview" begynder, til den slutter, som ovenfor:
     <script type="module" src="/sites/all/themes/mit_tema/js/ddb-debt-overview.js"></script>
#}
`;
