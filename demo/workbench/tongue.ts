import type { Sentence } from './bench.js';

/** The workbench's own language: as the address says, or the browser; Danish first. */
const asked = [new URLSearchParams(location.search).get('lang') ?? '', ...navigator.languages];

export const tongue: keyof Sentence =
  asked.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'da' || tag === 'en') ??
  'da';

export const say = (sentence: Sentence): string => sentence[tongue];

/** As `say`, in short. */
export const words = (da: string, en: string): string => (tongue === 'da' ? da : en);
