import DOMPurify from 'dompurify';
import { SLOTS, type Arrangement, type SlotName } from '../state.js';
import { attributesOf } from '../configured.js';
import { validTokens } from '../css-value.js';
import { asciiCss, asciiHtml, asciiJson } from './ascii.js';
import { linkPhones } from './phone-links.js';

/** Attributes to add to the library's own. */
export type ExtraAttributes = readonly (readonly [name: string, value: string])[];

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Whether to write a boolean attribute without a value. Any other value is kept, so that the widget warns about it. */
export const isFlag = (name: string, value: string): boolean =>
  name === 'mobilepay' && value === 'true';

const attribute = ([name, value]: readonly [string, string]): string =>
  isFlag(name, value) ? name : `${name}="${asciiHtml(escaped(value))}"`;

/** The library's own texts by language, without empty languages. */
export function ownTexts({ texts }: Arrangement): object | undefined {
  const own = Object.entries(texts).filter(([, words]) => Object.keys(words).length);
  return own.length ? Object.fromEntries(own) : undefined;
}

/** The HTML that a library needs. Nothing in it executes, and nothing loads other resources. */
const ALLOWED = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'div', 'span', 'strong', 'b', 'em', 'i', 'small', 'a', 'ul', 'ol', 'li'],
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'dl', 'dt', 'dd', 'address'],
  ],
  ALLOWED_ATTR: ['href', 'class', 'lang', 'target', 'rel'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** The HTML that is safe in a slot. */
export const sanitizedHtml = (html: string): string => DOMPurify.sanitize(html, ALLOWED).trim();

/** The content of a slot: safe, and with links for phone numbers. */
export function slotFragment(html: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, { ...ALLOWED, RETURN_DOM_FRAGMENT: true });
  linkPhones(fragment);
  return fragment;
}

/** The same as HTML. */
function slotHtml(html: string): string {
  const box = document.createElement('div');
  box.append(slotFragment(html));
  return box.innerHTML.trim();
}

export const ownSlots = ({ slots }: Arrangement): [SlotName, string][] =>
  SLOTS.map((slot): [SlotName, string] => [slot, slotHtml(slots[slot] ?? '')]).filter(
    ([, html]) => html,
  );

/** JSON that is safe inside a script element. */
const inScript = (value: object): string =>
  asciiJson(JSON.stringify(value, null, 2).replaceAll('<', '\\u003c'));

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => line && `  ${line}`)
    .join('\n');

/** The tag without the script. */
export function tagOf(arrangement: Arrangement, extra: ExtraAttributes = []): string {
  const attributes = [...attributesOf(arrangement), ...extra].map(attribute);
  const texts = ownTexts(arrangement);
  const children = [
    ...(texts
      ? [indented(`<script type="application/json">\n${inScript({ texts })}\n</script>`)]
      : []),
    ...ownSlots(arrangement).map(
      ([slot, html]) => `  <div slot="${slot}">${asciiHtml(html)}</div>`,
    ),
  ];
  const open = ['<ddb-debt-overview', ...attributes.map((one) => `  ${one}`)].join('\n');
  return `${open}\n>${children.length ? `\n${children.join('\n')}\n` : ''}</ddb-debt-overview>`;
}

/** How to add what only the library's site knows. */
const LOGIN_HINT =
  '<!-- Login mangler. Skriv inde i koden: <a slot="login" href="...">Log ind</a> -->\n';

/** The file of the widget. */
export interface ScriptFile {
  readonly name: string;
  /** The value of the attribute `integrity`. */
  readonly integrity?: string;
}

/** The script and the tag, to paste into a page. */
export function markupOf(
  arrangement: Arrangement,
  extra?: ExtraAttributes,
  { name, integrity }: ScriptFile = { name: 'ddb-debt-overview.js' },
): string {
  const check = integrity ? ` integrity="${integrity}" crossorigin="anonymous"` : '';
  const hint = ownSlots(arrangement).some(([slot]) => slot === 'login') ? '' : LOGIN_HINT;
  return `<script type="module" src="${name}"${check}></script>\n${hint}${tagOf(arrangement, extra)}\n`;
}

/** The theme as a CSS rule with the valid tokens; empty if there are none. */
export function cssOf({ tokens }: Arrangement): string {
  const rules = validTokens(tokens);
  if (!rules.length) return '';
  const lines = rules.map(([name, value]) => `  ${name}: ${value};`);
  return asciiCss(`ddb-debt-overview {\n${lines.join('\n')}\n}\n`);
}
