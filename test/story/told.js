import { allIn } from './tree.js';

/** What these are called where they are told. */
const NAMES = {
  DisclosureTriangle: 'toggle',
  DisclosureTriangleGrouped: 'toggle',
  listitem: 'item',
};

const statesOf = ({ role, is }) =>
  [
    role === 'checkbox' && (is.checked === 'true' ? 'checked' : 'not checked'),
    is.expanded !== undefined && role !== 'link' && (is.expanded ? 'open' : 'closed'),
    is.disabled && 'unavailable',
  ]
    .filter(Boolean)
    .map((state) => `, ${state}`)
    .join('');

const indented = (lines) => lines.map((line) => `  ${line}`);

/** What stands in another language than the page, which a screen reader then says in that one. */
const inLanguage = (lang, { lang: own }) => (own && own !== lang ? ` [${own}]` : '');

const isText = ({ role }) => role === 'StaticText';

/** @param {import('./tree.js').Thing} thing */
function linesOf(thing, lang) {
  const { role, name, text, description, is, children } = thing;
  const marked = inLanguage(lang, thing);
  const within = () => children.flatMap((child) => linesOf(child, lang));
  switch (role) {
    case 'StaticText':
      return name ? [`${name}${marked}`] : [];
    case 'paragraph':
      // Read in one go.
      return children.length && children.every(isText)
        ? [text + inLanguage(lang, children[0])]
        : within();
    case 'heading':
      return [`heading ${is.level}: ${name}${marked}`];
    case 'status':
    case 'alert': {
      // Without anything in it nobody hears of it.
      const lines = children.length && children.every(isText) ? [text] : within();
      return lines.length ? [`${role}:`, ...indented(lines)] : [];
    }
    case 'list':
      return [`list of ${children.length}:`, ...indented(within())];
    case 'listitem': {
      const [first = '', ...others] = within();
      return [`- ${first}`, ...indented(others)];
    }
    case 'ListMarker':
      return [];
    case 'region':
      return [`region “${name}”:`, ...indented(within())];
    default: {
      const more = description ? ` (${description})` : '';
      const line = `${NAMES[role] ?? role}${statesOf(thing)}: ${name}${more}${marked}`;
      // What its name does not say.
      const rest = ['link', 'button', 'checkbox', 'DisclosureTriangle'].includes(role)
        ? []
        : within();
      return [line, ...indented(rest)];
    }
  }
}

const isTitle = ({ role, is }) => role === 'heading' && is.level === 1;

/**
 * The main part of the page as somebody would hear it, a line for each thing, without the gallery's own heading.
 * @param {import('./tree.js').Thing} page
 * @param {string} lang the page's language
 */
export function toldOf(page, lang) {
  const main = allIn(page).find(({ role }) => role === 'main');
  const lines = main.children
    .filter((thing) => !isTitle(thing))
    .flatMap((one) => linesOf(one, lang));
  return `${lines.join('\n')}\n`;
}
