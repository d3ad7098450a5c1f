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

export const PAIRS: readonly Pair[] = [
  { name: { da: 'Tekst', en: 'Text' }, front: 'text', behind: 'surface', needs: 4.5 },
  {
    name: { da: 'Dæmpet tekst', en: 'Secondary text' },
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
    name: { da: 'Knappen på siden', en: 'The button on the page' },
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
    name: { da: 'Fokusmarkering', en: 'Focus ring' },
    front: 'focus',
    behind: 'background',
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
  const page = over(colourOf(colours.background) ?? WHITE, WHITE);
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
