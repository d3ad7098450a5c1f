import DOMPurify from 'dompurify';
import { SLOTS, type Arrangement, type SlotName } from '../bench.js';
import { attributesOf } from '../configured.js';
import { goodTokens } from '../css-value.js';

/** Attributes of the place it goes to, beside the library's own. */
export type Extra = readonly (readonly [name: string, value: string])[];

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** A boolean attribute, which is set by being there; another value of it is for the widget to complain of. */
export const isFlag = (name: string, value: string): boolean =>
  name === 'mobilepay' && value === 'true';

const attribute = ([name, value]: readonly [string, string]): string =>
  isFlag(name, value) ? name : `${name}="${escaped(value)}"`;

/** The library's own words, where it has any; a language without them is left out. */
export function ownTexts({ texts }: Arrangement): object | undefined {
  const own = Object.entries(texts).filter(([, words]) => Object.keys(words).length);
  return own.length ? Object.fromEntries(own) : undefined;
}

/** What a library writes; nothing that runs, and nothing that is loaded from elsewhere. */
const ALLOWED = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'div', 'span', 'strong', 'b', 'em', 'i', 'small', 'a', 'ul', 'ol', 'li'],
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'dl', 'dt', 'dd', 'address'],
  ],
  ALLOWED_ATTR: ['href', 'class', 'lang', 'target', 'rel'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** What may stand in a slot of what is written. */
export const cleaned = (html: string): string => DOMPurify.sanitize(html, ALLOWED).trim();

/** The same, as nodes. */
export const fragmentOf = (html: string): DocumentFragment =>
  DOMPurify.sanitize(html, { ...ALLOWED, RETURN_DOM_FRAGMENT: true });

export const ownSlots = ({ slots }: Arrangement): [SlotName, string][] =>
  SLOTS.map((slot): [SlotName, string] => [slot, cleaned(slots[slot] ?? '')]).filter(
    ([, html]) => html,
  );

/** JSON as it may stand in a script element. */
const inScript = (value: object): string =>
  JSON.stringify(value, null, 2).replaceAll('<', '\\u003c');

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => line && `  ${line}`)
    .join('\n');

/** The tag, without the script. */
export function tagOf(arrangement: Arrangement, extra: Extra = []): string {
  const attributes = [...attributesOf(arrangement), ...extra].map(attribute);
  const texts = ownTexts(arrangement);
  const children = [
    ...(texts
      ? [indented(`<script type="application/json">\n${inScript({ texts })}\n</script>`)]
      : []),
    ...ownSlots(arrangement).map(([slot, html]) => `  <div slot="${slot}">${html}</div>`),
  ];
  const open = ['<ddb-debt-overview', ...attributes.map((one) => `  ${one}`)].join('\n');
  return `${open}\n>${children.length ? `\n${children.join('\n')}\n` : ''}</ddb-debt-overview>`;
}

/** Script and tag, as they are pasted into a page. */
export const markupOf = (arrangement: Arrangement, extra?: Extra): string =>
  `<script type="module" src="ddb-debt-overview.js"></script>\n${tagOf(arrangement, extra)}\n`;

/** The theme, for the library's stylesheet: what is set well, and nothing where it is the default. */
export function cssOf({ tokens }: Arrangement): string {
  const rules = goodTokens(tokens);
  if (!rules.length) return '';
  const lines = rules.map(([name, value]) => `  ${name}: ${value};`);
  return `ddb-debt-overview {\n${lines.join('\n')}\n}\n`;
}
