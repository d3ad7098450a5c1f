import type { Variables } from './read-variables.js';
import { boxOf, wordsOf } from './values.js';

const PREFIX = 'ding_debt_';

/** The check boxes, and what holds where one is not set. */
const BOXES = {
  show_introtext: true,
  enable_internal: true,
  enable_internal_button: true,
  enable_external: false,
  enable_external_button: false,
  external_show_extra_information: false,
} as const;

const WORDS = [
  'introtext',
  'internal_title',
  'external_title',
  'external_button_text',
  'external_button_url',
  'external_extra_information',
] as const;

export type DingBox = keyof typeof BOXES;
export type DingWords = (typeof WORDS)[number];

const KNOWN: readonly string[] = [...Object.keys(BOXES), ...WORDS];

const shortOf = (name: string): string =>
  name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;

export const dingName = (short: DingBox | DingWords): string => PREFIX + short;

/** What the old page knew, with what held where nothing was set. */
export class DingVariables {
  readonly #variables: Variables;

  constructor(variables: Variables) {
    this.#variables = new Map([...variables].map(([name, value]) => [shortOf(name), value]));
  }

  has(short: DingBox | DingWords): boolean {
    return this.#variables.has(short);
  }

  box(short: DingBox): boolean {
    return boxOf(this.#variables, short) ?? BOXES[short];
  }

  words(short: DingWords): string {
    return wordsOf(this.#variables, short) ?? '';
  }

  /** A box that holds something that is neither yes nor no. */
  get unclear(): DingBox[] {
    const boxes = Object.keys(BOXES) as DingBox[];
    return boxes.filter((box) => this.has(box) && boxOf(this.#variables, box) === undefined);
  }
}

export const isDingDebt = (variables: Variables): boolean =>
  [...variables.keys()].some((name) => name.startsWith(PREFIX) || KNOWN.includes(name));

export const isUnknown = (name: string): boolean => !KNOWN.includes(shortOf(name));
