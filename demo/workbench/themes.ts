import dpl from '../../themes/dpl.css?raw';
import ddbasic from '../../themes/ddbasic.css?raw';
import type { Sentence, Surroundings } from './bench.js';

/** A look to begin from. */
export interface Theme {
  readonly id: string;
  readonly name: Sentence;
  readonly page: Surroundings['page'];
  readonly tokens: Readonly<Record<string, string>>;
}

/** What a shipped theme sets: its first rule; the others are for parts, and for what a page turns on. */
const tokensOf = (css: string): Theme['tokens'] => {
  const [, rule = ''] = /^:where\(:root\) \{([^}]*)\}/m.exec(css) ?? [];
  const declarations = rule.matchAll(/(--ddb-debt-[a-z-]+):([^;]*);/g);
  return Object.fromEntries(
    [...declarations].map(([, name = '', value = '']) => [name, value.trim()]),
  );
};

/** A shipped theme on a page as that CMS has it: the page's font is the theme's. */
const themed = (css: string, background: string, text: string): Pick<Theme, 'page' | 'tokens'> => {
  const tokens = tokensOf(css);
  return { page: { background, text, font: tokens['--ddb-debt-font'] ?? '' }, tokens };
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
