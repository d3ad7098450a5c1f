import { unknownName, type Problem } from '../config/problem.js';
import { attributeOf, SETTING_NAMES } from '../config/settings.js';

/** The text of the element's JSON child, if it has one (CONTRACT 2, Configuration as JSON). */
export const jsonChildOf = (element: Element): string | undefined =>
  element.querySelector(':scope>script[type="application/json"]')?.textContent ?? undefined;

/** The element, and the hosts of the shadow roots that it is in. */
export function hostsOf(element: Element): Element[] {
  const { host } = element.getRootNode() as ShadowRoot;
  return [element, ...(host ? hostsOf(host) : [])];
}

/** The nearest `lang` up the page, through shadow roots. Templates leave it empty if it is not set. */
export const inheritedLang = (element: Element): string | null | undefined =>
  hostsOf(element)
    .map((host) => host.closest('[lang]:not([lang=""])'))
    .find(Boolean)
    ?.getAttribute('lang');

const SLOTS = ['intro', 'dibs-info', 'oir-info', 'login', 'footer'];

/** Attributes of any element that are not named as its properties, and those of frameworks and extensions. */
const FOREIGN =
  /^(class|is|role|exportparts|accesskey|tabindex|contenteditable|inputmode|enterkeyhint|item|on|_|(data|aria|ng|v|x|hx)-)|_.*_|[:@.[(#]/;

function* attributeProblems(element: Element): Generator<Problem> {
  const names = SETTING_NAMES.map(attributeOf);
  for (const setting of element.getAttributeNames()) {
    if (!names.includes(setting) && !FOREIGN.test(setting) && !(setting in HTMLElement.prototype)) {
      yield { setting, value: undefined, message: unknownName('attribute', setting, names) };
    }
  }
}

function* childProblems(element: Element): Generator<Problem> {
  for (const child of element.children) {
    const { slot, textContent } = child;
    const type = child.getAttribute('type') ?? '';
    if (child.matches('script')) {
      const isJson = /json/i.test(type) || /^\s*\{\s*"/.test(textContent);
      if (isJson && !child.matches('[type="application/json"]')) {
        yield { setting: 'JSON child', value: undefined, message: 'takes type="application/json"; it is ignored' };
      }
    } else if (!SLOTS.includes(slot) && !child.matches('style,template,noscript,link,meta')) {
      if (slot) yield { setting: 'slot', value: slot, message: unknownName('slot', slot, SLOTS) };
      else {
        const message = `takes slot="${SLOTS.join('|')}"; the tag is closed by </${element.localName}>`;
        return yield { setting: 'child', value: undefined, message };
      }
    }
  }
}

/** What is wrong with the tag of an element: its attributes' names, and its children. */
export const problemsOf = (element: Element): readonly Problem[] => [
  ...attributeProblems(element),
  ...childProblems(element),
];
