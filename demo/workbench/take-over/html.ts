import DOMPurify from 'dompurify';
import type { Sentence } from '../bench.js';

/** An old text, cleaned. */
export interface Cleaned {
  readonly html: string;
  /** The words alone. */
  readonly words: string;
  /** Whether the words alone are all there is to it. */
  readonly isPlain: boolean;
  /** What was taken out, in words; empty where nothing was. */
  readonly removed: readonly Sentence[];
}

const TAGS = 'p br a strong b em i ul ol li h2 h3 h4'.split(' ');
const ADDRESS = /^(?:(?:https?|mailto|tel):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i;

/** Blocks that go while their words stay: something must still keep the words apart. */
const BLOCKS = 'div,section,article,header,footer,blockquote,address,pre,tr,td,th,dt,dd,h1,h5,h6';

const KINDS: readonly (readonly [what: RegExp, said: Sentence])[] = [
  [/^(script|noscript|on\w+)$/, { da: 'scripts', en: 'scripts' }],
  [/^(img|picture|svg|figure|source)$/, { da: 'billeder', en: 'pictures' }],
  [/^(table|tbody|thead|tfoot|tr|td|th|caption|colgroup|col)$/, { da: 'tabeller', en: 'tables' }],
  [/^(style|font|color|bgcolor)$/, { da: 'farver og skrift', en: 'colours and type' }],
  [/^(iframe|object|embed|video|audio)$/, { da: 'indlejret indhold', en: 'embedded content' }],
  [/^(form|input|button|select|textarea)$/, { da: 'felter og knapper', en: 'fields and buttons' }],
  [/^href$/, { da: 'usikre links', en: 'unsafe links' }],
];

const kindsOf = (names: readonly string[]): Sentence[] =>
  KINDS.filter(([what]) => names.some((name) => what.test(name))).map(([, said]) => said);

const bodyOf = (html: string): HTMLElement =>
  new DOMParser().parseFromString(html, 'text/html').body;

const isEmpty = (element: Element): boolean => !element.textContent?.trim();

function withBlocksApart(html: string): string {
  const body = bodyOf(html);
  for (const block of body.querySelectorAll(BLOCKS))
    block.after(block.matches('td,th') ? ' ' : '\n');
  return body.innerHTML;
}

/** The names of the elements and attributes that the last cleaning took. */
const taken = (): string[] =>
  DOMPurify.removed.map((one) =>
    ('element' in one ? one.element.nodeName : (one.attribute?.name ?? '')).toLowerCase(),
  );

/** Anything in; nothing that runs, loads or looks like anything else comes out. */
export function cleaned(old: string): Cleaned {
  const safe = DOMPurify.sanitize(withBlocksApart(old), {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href'],
    ALLOWED_URI_REGEXP: ADDRESS,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
  const removed = kindsOf(taken());
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

/** As it can stand by itself: words alone become a paragraph. */
export const standing = ({ html }: Cleaned): string =>
  /<(p|ul|ol|h\d)\b/.test(html) ? html : `<p>${html}</p>`;

/** "Fjernet undervejs: …", or nothing where nothing was. It starts with a space. */
export function saysRemoved({ removed }: Cleaned): Sentence {
  if (!removed.length) return { da: '', en: '' };
  const da = removed.map((kind) => kind.da).join(', ');
  const en = removed.map((kind) => kind.en).join(', ');
  return { da: ` Fjernet undervejs: ${da}.`, en: ` Removed on the way: ${en}.` };
}
