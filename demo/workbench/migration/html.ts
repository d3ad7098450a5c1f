import DOMPurify from 'dompurify';
import type { BilingualText } from '../state.js';

/** The sanitised HTML of an old text. */
export interface Sanitized {
  readonly html: string;
  /** The text content. */
  readonly words: string;
  /** Whether the text has no formatting. */
  readonly isPlain: boolean;
  /** The kinds of content that were removed. */
  readonly removed: readonly BilingualText[];
}

const TAGS = 'p br a strong b em i ul ol li h2 h3 h4'.split(' ');
const ADDRESS = /^(?:(?:https?|mailto|tel):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i;

/** Blocks that are removed while their text stays. White space must still separate the words. */
const BLOCKS = 'div,section,article,header,footer,blockquote,address,pre,tr,td,th,dt,dd,h1,h5,h6';

const KINDS: readonly (readonly [pattern: RegExp, kind: BilingualText])[] = [
  [/^(script|noscript|on\w+)$/, { da: 'scripts', en: 'scripts' }],
  [/^(img|picture|svg|figure|source)$/, { da: 'billeder', en: 'pictures' }],
  [/^(table|tbody|thead|tfoot|tr|td|th|caption|colgroup|col)$/, { da: 'tabeller', en: 'tables' }],
  [/^(style|font|color|bgcolor)$/, { da: 'farver og skrift', en: 'colours and type' }],
  [/^(iframe|object|embed|video|audio)$/, { da: 'indlejret indhold', en: 'embedded content' }],
  [/^(form|input|button|select|textarea)$/, { da: 'felter og knapper', en: 'fields and buttons' }],
  [/^href$/, { da: 'usikre links', en: 'unsafe links' }],
];

const kindsOf = (names: readonly string[]): BilingualText[] =>
  KINDS.filter(([pattern]) => names.some((name) => pattern.test(name))).map(([, kind]) => kind);

const bodyOf = (html: string): HTMLElement =>
  new DOMParser().parseFromString(html, 'text/html').body;

const isEmpty = (element: Element): boolean => !element.textContent?.trim();

function separateBlocks(html: string): string {
  const body = bodyOf(html);
  for (const block of body.querySelectorAll(BLOCKS))
    block.after(block.matches('td,th') ? ' ' : '\n');
  return body.innerHTML;
}

/** The names of the elements and attributes that DOMPurify removed last. */
const removedNames = (): string[] =>
  DOMPurify.removed.map((one) =>
    ('element' in one ? one.element.nodeName : (one.attribute?.name ?? '')).toLowerCase(),
  );

/** Sanitises any HTML. Nothing in the result executes, loads a resource, or has its own style. */
export function sanitize(old: string): Sanitized {
  const safe = DOMPurify.sanitize(separateBlocks(old), {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href'],
    ALLOWED_URI_REGEXP: ADDRESS,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
  const removed = kindsOf(removedNames());
  const body = bodyOf(safe);
  for (const anchor of body.querySelectorAll('a:not([href])'))
    anchor.replaceWith(...anchor.childNodes);
  for (const one of body.querySelectorAll('p,a,strong,b,em,i,li,h2,h3,h4')) {
    if (isEmpty(one) && !one.querySelector('br')) one.remove();
  }
  const isPlain = !body.querySelector('*:not(p, br)');
  const html = body.innerHTML.trim();
  for (const end of body.querySelectorAll('p,br,li,h2,h3,h4')) end.after(' ');
  return { html, words: (body.textContent ?? '').replace(/\s+/g, ' ').trim(), isPlain, removed };
}

/** The HTML as block content. Text without a block becomes a paragraph. */
export const asBlocks = ({ html }: Sanitized): string =>
  /<(p|ul|ol|h\d)\b/.test(html) ? html : `<p>${html}</p>`;

/** "Fjernet undervejs: …" with a leading space; empty if nothing was removed. */
export function removalNote({ removed }: Sanitized): BilingualText {
  if (!removed.length) return { da: '', en: '' };
  const da = removed.map((kind) => kind.da).join(', ');
  const en = removed.map((kind) => kind.en).join(', ');
  return { da: ` Fjernet undervejs: ${da}.`, en: ` Removed on the way: ${en}.` };
}
