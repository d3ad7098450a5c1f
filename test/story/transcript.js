import { allIn } from './tree.js';

/** The names of roles in transcripts. */
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

/** Marks text in another language than the page. */
const inLanguage = (lang, { lang: own }) => (own && own !== lang ? ` [${own}]` : '');

const isText = ({ role }) => role === 'StaticText';

/** @param {import('./tree.js').AccessibleNode} thing */
function linesOf(thing, lang) {
  const { role, name, text, description, is, children } = thing;
  const marked = inLanguage(lang, thing);
  const within = () => children.flatMap((child) => linesOf(child, lang));
  switch (role) {
    case 'StaticText':
      return name ? [`${name}${marked}`] : [];
    case 'paragraph':
      // Announced as one text.
      return children.length && children.every(isText)
        ? [text + inLanguage(lang, children[0])]
        : within();
    case 'heading':
      return [`heading ${is.level}: ${name}${marked}`];
    case 'status':
    case 'alert': {
      // An empty live region is not announced.
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
      // The content that is not part of the name.
      const rest = ['link', 'button', 'checkbox', 'DisclosureTriangle'].includes(role)
        ? []
        : within();
      return [line, ...indented(rest)];
    }
  }
}

const isTitle = ({ role, is }) => role === 'heading' && is.level === 1;

/**
 * The main part of the page as a screen reader presents it, one line for each node, without the gallery's heading.
 * @param {import('./tree.js').AccessibleNode} page
 * @param {string} lang the page's language
 */
export function transcriptOf(page, lang) {
  const main = allIn(page).find(({ role }) => role === 'main');
  const lines = main.children
    .filter((thing) => !isTitle(thing))
    .flatMap((one) => linesOf(one, lang));
  return `${lines.join('\n')}\n`;
}
