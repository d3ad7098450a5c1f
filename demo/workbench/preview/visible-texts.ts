import type { TextKey } from '../../../src/i18n/locales.js';
import type { TextFinder } from './text-finder.js';

/** A text of the widget, and the element that contains it. */
export interface LocatedText {
  readonly key: TextKey;
  readonly element: HTMLElement;
}

/** Longer than any text of the widget. */
const MAX_LENGTH = 1000;
/** The debts after the tenth are skipped, because their texts repeat. */
const LATER_DEBTS = '[part=debt]:nth-child(n + 11)';

/** The parts of an element and its ancestors, nearest first. */
function partsAround(element: Element): string {
  const parts: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    parts.push(at.getAttribute('part') ?? '');
  }
  return parts.slice(0, 4).join(' ');
}

const hasText = (node: Node): boolean =>
  node.nodeType === Node.TEXT_NODE && /\S/.test(node.textContent ?? '');

/** The texts in an element: one for its whole content, or one for each text node. */
function keysOf(element: Element, finder: TextFinder): TextKey[] {
  const find = (words: string | null): TextKey | undefined =>
    words && words.length <= MAX_LENGTH ? finder.find(words, partsAround(element)) : undefined;
  const whole = find(element.textContent);
  if (whole) return [whole];
  return [...element.childNodes]
    .filter(hasText)
    .map(({ textContent }) => find(textContent))
    .filter((key) => key !== undefined);
}

/** The texts in `element`, or in its nearest ancestor that has any. */
function locatedAt(element: Element | null, finder: TextFinder): LocatedText[] {
  let at = element;
  // Inserted values can split a text into nested elements, but not deeply.
  for (let height = 0; at && height < 4; height++, at = at.parentElement) {
    const keys = keysOf(at, finder);
    if (keys.length) return keys.map((key) => ({ key, element: at as HTMLElement }));
  }
  return [];
}

/** The text of a clicked element, of its nearest ancestor with a text, or of its first child with one. */
export const textAt = (element: Element | null, finder: TextFinder): LocatedText | undefined =>
  locatedAt(element, finder)[0] ??
  [...(element?.children ?? [])].flatMap((child) =>
    keysOf(child, finder).map((key) => ({ key, element: child as HTMLElement })),
  )[0];

/** Every text in the widget, once. */
export function textsIn(root: ShadowRoot, finder: TextFinder): LocatedText[] {
  const located = new Map<TextKey, LocatedText>();
  for (const element of root.querySelectorAll<HTMLElement>(
    `[part=base] :not(${LATER_DEBTS} *, ${LATER_DEBTS})`,
  )) {
    if (![...element.childNodes].some(hasText)) continue;
    for (const found of locatedAt(element, finder)) {
      if (!located.has(found.key)) located.set(found.key, found);
    }
  }
  return [...located.values()];
}

/** Whether a person sees the element: it is not in a closed `details`, nor only for screen readers. */
export function isSeen(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
}

/** The number of lines that the element's text takes. */
export function linesOf(element: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  const tops = [...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 4));
  return Math.max(1, new Set(tops).size);
}
