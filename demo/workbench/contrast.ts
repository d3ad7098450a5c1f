import { parse, rgb, wcagContrast, type Rgb } from 'culori';
import type { BilingualText } from './state.js';

/** Two adjacent colours on the page. */
export interface Pair {
  readonly name: BilingualText;
  /** By the names of preview/colours.ts. */
  readonly foreground: string;
  readonly backdrop: string;
  /** WCAG 2.2: 4.5 for text (1.4.3), 3 for what marks a control or the focus (1.4.11). */
  readonly required: 4.5 | 3;
}

/** The background of the heading, the total and the introduction is the page; that of the debts is a section. */
export const PAIRS: readonly Pair[] = [
  {
    name: { da: 'Tekst på siden', en: 'Text on the page' },
    foreground: 'text',
    backdrop: 'background',
    required: 4.5,
  },
  {
    name: { da: 'Dæmpet tekst på siden', en: 'Secondary text on the page' },
    foreground: 'muted',
    backdrop: 'background',
    required: 4.5,
  },
  {
    name: { da: 'Tekst i et afsnit', en: 'Text in a section' },
    foreground: 'text',
    backdrop: 'surface',
    required: 4.5,
  },
  {
    name: { da: 'Dæmpet tekst i et afsnit', en: 'Secondary text in a section' },
    foreground: 'muted',
    backdrop: 'surface',
    required: 4.5,
  },
  {
    name: { da: 'Forfalden dato', en: 'Overdue date' },
    foreground: 'overdue',
    backdrop: 'surface',
    required: 4.5,
  },
  {
    name: { da: 'Tekst på knappen', en: 'Text on the button' },
    foreground: 'onAction',
    backdrop: 'action',
    required: 4.5,
  },
  {
    name: { da: 'Knappen i et afsnit', en: 'The button in a section' },
    foreground: 'action',
    backdrop: 'surface',
    required: 3,
  },
  {
    name: { da: 'Tekst i en meddelelse', en: 'Text in a notice' },
    foreground: 'onNotice',
    backdrop: 'notice',
    required: 4.5,
  },
  {
    name: { da: 'Fokusmarkering på siden', en: 'Focus ring on the page' },
    foreground: 'focus',
    backdrop: 'background',
    required: 3,
  },
  {
    name: { da: 'Fokusmarkering i et afsnit', en: 'Focus ring in a section' },
    foreground: 'focus',
    backdrop: 'surface',
    required: 3,
  },
];

const WHITE: Rgb = { mode: 'rgb', r: 1, g: 1, b: 1 };

const colourOf = (css: string | undefined): Rgb | undefined => rgb(parse(css ?? ''));

/** The visible colour of `front` over `behind`, if `front` is not opaque. */
function over(front: Rgb, behind: Rgb): Rgb {
  const { alpha = 1 } = front;
  const mix = (a: number, b: number): number => a * alpha + b * (1 - alpha);
  return {
    mode: 'rgb',
    r: mix(front.r, behind.r),
    g: mix(front.g, behind.g),
    b: mix(front.b, behind.b),
  };
}

export interface CheckedPair extends Pair {
  /** From 1 to 21; absent if a colour is unknown. */
  readonly ratio?: number;
  readonly passes: boolean;
}

/** Checks the contrast of each pair. `colours` are CSS colours by name. */
export function checkContrast(colours: Readonly<Record<string, string>>): readonly CheckedPair[] {
  const canvas = over(colourOf(colours.canvas) ?? WHITE, WHITE);
  const page = over(colourOf(colours.background) ?? canvas, canvas);
  const solid = (name: string, behind: Rgb): Rgb | undefined => {
    const colour = colourOf(colours[name]);
    return colour && over(colour, behind);
  };
  return PAIRS.map((pair) => {
    const backdrop = solid(pair.backdrop, page);
    const foreground = backdrop && solid(pair.foreground, backdrop);
    if (!foreground || !backdrop) return { ...pair, passes: false };
    const ratio = wcagContrast(foreground, backdrop);
    return { ...pair, ratio, passes: ratio >= pair.required };
  });
}

/** The ratio rounded down to one decimal, so that a ratio that fails is not shown as one that passes. */
export const roundedRatio = (ratio: number): number => Math.floor(ratio * 10) / 10;
