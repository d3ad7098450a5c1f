import MagicString from 'magic-string';
import ts from 'typescript';

/** An attribute whose value is what follows: its name, and the quote that was opened. */
const ATTRIBUTE = /([.@]?[\w-]+)=("?)$/;

/**
 * Air that a line break makes beside a tag is none that a patron sees, but for the space between two words' tags.
 * @param {string} text
 */
export const withoutAir = (text) =>
  text
    .replace(/(<\/(?:span|b|a)>)\s*\n\s*(?=<(?:span|b|a)\b)/g, '$1 ')
    .replace(/(?<=>)\s*\n\s*|\s*\n\s*(?=<)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=\/?>)/g, '');

/**
 * A template's HTML as one string: `$name` is an attribute with a value, `<?>` a value between tags.
 * @param {string[]} pieces what stands between the values
 */
function htmlOf(pieces, where) {
  let html = '';
  let open = '';
  pieces.forEach((piece, index) => {
    if (!piece.startsWith(open)) throw new Error(`${where}: an attribute that is in part a value`);
    html += piece.slice(open.length);
    open = '';
    if (index === pieces.length - 1) return;
    const [whole, name, quote] = ATTRIBUTE.exec(html) ?? [];
    // Before the name there is no other value than a whole one: an opening tag has no other quotes open.
    const inTag = html.lastIndexOf('<') > html.lastIndexOf('>');
    if (inTag !== !!whole) throw new Error(`${where}: an attribute that is in part a value`);
    if (whole) {
      html = `${html.slice(0, -whole.length)}$${name}`;
      open = quote;
    } else html += '<?>';
  });
  if (html.includes('<!--')) throw new Error(`${where}: a comment`);
  return withoutAir(html).replace(/="([\w-]+)"/g, '=$1');
}

/**
 * Compiles a module's html`…` templates for src/views/compiled-html.ts: `html('<p $part><?></p>', part, text)`. Lines stay
 * where they are.
 * @param {string} code
 * @param {string} id the module's name, for errors
 */
export function compileTemplates(code, id) {
  const out = new MagicString(code);
  const lines = (text) => text.replace(/[^\n]/g, '');
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html') {
      const { template } = node;
      const whole = ts.isNoSubstitutionTemplateLiteral(template);
      const spans = whole ? [] : [...template.templateSpans];
      const literals = whole ? [template] : [template.head, ...spans.map(({ literal }) => literal)];
      const html = JSON.stringify(
        htmlOf(
          literals.map(({ text }) => text),
          id,
        ),
      );
      literals.forEach((literal, index) => {
        const last = index === literals.length - 1;
        const words = `${index ? '' : `(${html}`}${last ? '' : ','}`;
        const text = code.slice(literal.getStart(), literal.end);
        out.overwrite(literal.getStart(), literal.end, `${words}${lines(text)}${last ? ')' : ''}`);
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(id, code, ts.ScriptTarget.Latest, true));
  return out;
}
