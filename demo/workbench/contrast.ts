import { parse, rgb, wcagContrast, type Rgb } from 'culori';
import type { Sentence } from './bench.js';

/** Two colours that meet on the page. */
export interface Pair {
  readonly name: Sentence;
  /** By the names of preview/colours.ts. */
  readonly front: string;
  readonly behind: string;
  /** WCAG 2.2: 4.5 for text (1.4.3), 3 for what marks a control or the focus (1.4.11). */
  readonly needs: 4.5 | 3;
}

/** The heading, the total and the introduction stand on the page itself; the debts stand in sections. */
export const PAIRS: readonly Pair[] = [
  {
    name: { da: 'Tekst på siden', en: 'Text on the page' },
    front: 'text',
    behind: 'background',
    needs: 4.5,
  },
  {
    name: { da: 'Dæmpet tekst på siden', en: 'Secondary text on the page' },
    front: 'muted',
    behind: 'background',
    needs: 4.5,
  },
  {
    name: { da: 'Tekst i et afsnit', en: 'Text in a section' },
    front: 'text',
    behind: 'surface',
    needs: 4.5,
  },
  {
    name: { da: 'Dæmpet tekst i et afsnit', en: 'Secondary text in a section' },
    front: 'muted',
    behind: 'surface',
    needs: 4.5,
  },
  {
    name: { da: 'Forfalden dato', en: 'Overdue date' },
    front: 'overdue',
    behind: 'surface',
    needs: 4.5,
  },
  {
    name: { da: 'Tekst på knappen', en: 'Text on the button' },
    front: 'onAction',
    behind: 'action',
    needs: 4.5,
  },
  {
    name: { da: 'Knappen i et afsnit', en: 'The button in a section' },
    front: 'action',
    behind: 'surface',
    needs: 3,
  },
  {
    name: { da: 'Tekst i en meddelelse', en: 'Text in a notice' },
    front: 'onNotice',
    behind: 'notice',
    needs: 4.5,
  },
  {
    name: { da: 'Fokusmarkering på siden', en: 'Focus ring on the page' },
    front: 'focus',
    behind: 'background',
    needs: 3,
  },
  {
    name: { da: 'Fokusmarkering i et afsnit', en: 'Focus ring in a section' },
    front: 'focus',
    behind: 'surface',
    needs: 3,
  },
];

const WHITE: Rgb = { mode: 'rgb', r: 1, g: 1, b: 1 };

const colourOf = (css: string | undefined): Rgb | undefined => rgb(parse(css ?? ''));

/** What is seen where `front` is not quite opaque. */
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

export interface Judged extends Pair {
  /** 1 to 21; nothing where a colour is not known. */
  readonly ratio?: number;
  readonly holds: boolean;
}

/** How well what meets on the page can be told apart. `colours` are CSS colours by name. */
export function judge(colours: Readonly<Record<string, string>>): readonly Judged[] {
  const canvas = over(colourOf(colours.canvas) ?? WHITE, WHITE);
  const page = over(colourOf(colours.background) ?? canvas, canvas);
  const solid = (name: string, behind: Rgb): Rgb | undefined => {
    const colour = colourOf(colours[name]);
    return colour && over(colour, behind);
  };
  return PAIRS.map((pair) => {
    const behind = solid(pair.behind, page);
    const front = behind && solid(pair.front, behind);
    if (!front || !behind) return { ...pair, holds: false };
    const ratio = wcagContrast(front, behind);
    return { ...pair, ratio, holds: ratio >= pair.needs };
  });
}

/** The ratio with one decimal, rounded down: what does not hold must not look as if it did. */
export const shownRatio = (ratio: number): number => Math.floor(ratio * 10) / 10;
