import type { BilingualText } from './state.js';

/** The UI language, from the URL or the browser. The fallback is Danish. */
const preferred = [new URLSearchParams(location.search).get('lang') ?? '', ...navigator.languages];

export const uiLanguage: keyof BilingualText =
  preferred
    .map((tag) => tag.slice(0, 2).toLowerCase())
    .find((tag) => tag === 'da' || tag === 'en') ?? 'da';

/** Selects the text in the UI language. */
export const localize = (text: BilingualText): string => text[uiLanguage];

/** Selects one of the two texts by the UI language. */
export const words = (da: string, en: string): string => (uiLanguage === 'da' ? da : en);
