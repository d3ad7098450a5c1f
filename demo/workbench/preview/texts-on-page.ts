import type { TextKey } from '../../../src/i18n/locales.js';
import type { TextFinder } from './find-key.js';

/** A text of the widget, and the element that says it. */
export interface Placed {
  readonly key: TextKey;
  readonly element: HTMLElement;
}

/** Longer than any sentence of the widget. */
const LONGEST = 1000;
/** A long list says the same again and again. */
const LATER = '[part=debt]:nth-child(n + 11)';

/** The parts of an element and of those around it, nearest first. */
function partsAround(element: Element): string {
  const parts: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    parts.push(at.getAttribute('part') ?? '');
  }
  return parts.slice(0, 4).join(' ');
}

const saysSomething = (node: Node): boolean =>
  node.nodeType === Node.TEXT_NODE && /\S/.test(node.textContent ?? '');

/** What an element says: one text in all, or one and another beside it. */
function keysOf(element: Element, finder: TextFinder): TextKey[] {
  const find = (words: string | null): TextKey | undefined =>
    words && words.length <= LONGEST ? finder.find(words, partsAround(element)) : undefined;
  const whole = find(element.textContent);
  if (whole) return [whole];
  return [...element.childNodes]
    .filter(saysSomething)
    .map(({ textContent }) => find(textContent))
    .filter((key) => key !== undefined);
}

/** The texts that `element` says, or the nearest one around it. */
function placedAt(element: Element | null, finder: TextFinder): Placed[] {
  let at = element;
  // A sentence may be broken up by what is inserted into it, but never far.
  for (let height = 0; at && height < 4; height++, at = at.parentElement) {
    const keys = keysOf(at, finder);
    if (keys.length) return keys.map((key) => ({ key, element: at as HTMLElement }));
  }
  return [];
}

/** The text that `element` says, or the nearest one around it. */
export const textAt = (element: Element | null, finder: TextFinder): Placed | undefined =>
  placedAt(element, finder)[0];

/** Every text that stands in the widget, once. */
export function textsIn(root: ShadowRoot, finder: TextFinder): Placed[] {
  const placed = new Map<TextKey, Placed>();
  for (const element of root.querySelectorAll<HTMLElement>(
    `[part=base] :not(${LATER} *, ${LATER})`,
  )) {
    if (![...element.childNodes].some(saysSomething)) continue;
    for (const found of placedAt(element, finder)) {
      if (!placed.has(found.key)) placed.set(found.key, found);
    }
  }
  return [...placed.values()];
}

/** How many lines its words take. */
export function linesOf(element: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  const tops = [...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 4));
  return Math.max(1, new Set(tops).size);
}
