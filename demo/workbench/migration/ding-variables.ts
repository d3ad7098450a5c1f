import type { Variables } from './parse-variables.js';
import { booleanOf, wordsOf } from './values.js';

const PREFIX = 'ding_debt_';

/** The check boxes with their defaults. */
const BOXES = {
  show_introtext: true,
  enable_internal: true,
  enable_internal_button: true,
  enable_external: false,
  enable_external_button: false,
  external_show_extra_information: false,
} as const;

const TEXTS = [
  'introtext',
  'internal_title',
  'external_title',
  'external_button_text',
  'external_button_url',
  'external_extra_information',
] as const;

export type DingBox = keyof typeof BOXES;
export type DingText = (typeof TEXTS)[number];

const KNOWN: readonly string[] = [...Object.keys(BOXES), ...TEXTS];

const shortOf = (name: string): string =>
  name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;

export const dingName = (short: DingBox | DingText): string => PREFIX + short;

/** The variables of the old page, with their defaults. */
export class DingVariables {
  readonly #variables: Variables;

  constructor(variables: Variables) {
    this.#variables = new Map([...variables].map(([name, value]) => [shortOf(name), value]));
  }

  has(short: DingBox | DingText): boolean {
    return this.#variables.has(short);
  }

  box(short: DingBox): boolean {
    return booleanOf(this.#variables, short) ?? BOXES[short];
  }

  words(short: DingText): string {
    return wordsOf(this.#variables, short) ?? '';
  }

  /** The boxes whose value is neither true nor false. */
  get unclear(): DingBox[] {
    const boxes = Object.keys(BOXES) as DingBox[];
    return boxes.filter((box) => this.has(box) && booleanOf(this.#variables, box) === undefined);
  }
}

export const isDingDebt = (variables: Variables): boolean =>
  [...variables.keys()].some((name) => name.startsWith(PREFIX) || KNOWN.includes(name));

export const isUnknown = (name: string): boolean => !KNOWN.includes(shortOf(name));
