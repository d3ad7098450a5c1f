import dpl from '../../themes/dpl.css?raw';
import ddbasic from '../../themes/ddbasic.css?raw';
import type { BilingualText, PageOptions } from './state.js';

/** A theme to start from. */
export interface Theme {
  readonly id: string;
  readonly name: BilingualText;
  readonly page: PageOptions['page'];
  readonly tokens: Readonly<Record<string, string>>;
  /** The style sheet that is shipped. */
  readonly css?: string;
}

/** The tokens of a shipped theme, from its first rule. The other rules are for parts and for optional features. */
const tokensOf = (css: string): Theme['tokens'] => {
  const [, rule = ''] = /^:where\(:root\) \{([^}]*)\}/m.exec(css) ?? [];
  const declarations = rule.matchAll(/(--ddb-debt-[a-z-]+):([^;]*);/g);
  return Object.fromEntries(
    [...declarations].map(([, name = '', value = '']) => [name, value.trim()]),
  );
};

/** A shipped theme with the page colours of its CMS. The page uses the font of the theme. */
const themed = (
  css: string,
  background: string,
  text: string,
): Pick<Theme, 'page' | 'tokens' | 'css'> => {
  const tokens = tokensOf(css);
  return { page: { background, text, font: tokens['--ddb-debt-font'] ?? '' }, tokens, css };
};

export const THEMES: readonly Theme[] = [
  {
    id: 'plain',
    name: { da: 'Enkel', en: 'Plain' },
    page: { background: '', text: '', font: '' },
    tokens: {},
  },
  {
    id: 'dpl',
    name: { da: 'DPL (folkebibliotekernes CMS)', en: 'DPL (public libraries’ CMS)' },
    ...themed(dpl, '#f6f5f0', '#000000'),
  },
  {
    id: 'ddbasic',
    name: { da: 'Som ddbasic (DDB CMS)', en: 'Like ddbasic (DDB CMS)' },
    ...themed(ddbasic, '#ffffff', '#474747'),
  },
];

/** The theme whose values these are, all of them. */
export const chosenTheme = (tokens: Theme['tokens']): Theme | undefined =>
  THEMES.find(
    (theme) =>
      Object.keys(theme.tokens).length === Object.keys(tokens).length &&
      Object.entries(theme.tokens).every(([name, value]) => tokens[name] === value),
  );
