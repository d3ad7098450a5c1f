import type { Sentence, Surroundings } from './bench.js';

/** A look to begin from. */
export interface Theme {
  readonly id: string;
  readonly name: Sentence;
  readonly page: Surroundings['page'];
  readonly tokens: Readonly<Record<string, string>>;
}

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
    page: {
      background: '#f6f5f0',
      text: '#000000',
      font: "'Noto Sans', system-ui, sans-serif",
    },
    tokens: {
      '--ddb-debt-heading-font': 'Lora, Georgia, serif',
      '--ddb-debt-heading-weight': '400',
      '--ddb-debt-muted': '#484848',
      '--ddb-debt-border': '#dbdbdb',
      '--ddb-debt-surface': '#ffffff',
      '--ddb-debt-action': '#000000',
      '--ddb-debt-on-action': '#ffffff',
      '--ddb-debt-overdue': '#d22d43',
      '--ddb-debt-radius': '0',
    },
  },
  {
    id: 'ddbasic',
    name: { da: 'Som ddbasic (DDB CMS)', en: 'Like ddbasic (DDB CMS)' },
    page: {
      background: '#ffffff',
      text: '#333333',
      font: "'Open Sans', Arial, sans-serif",
    },
    tokens: {
      '--ddb-debt-heading-weight': '700',
      '--ddb-debt-muted': '#595959',
      '--ddb-debt-border': '#d8d8d8',
      '--ddb-debt-surface': '#f5f5f5',
      '--ddb-debt-action': '#2f6f3e',
      '--ddb-debt-on-action': '#ffffff',
      '--ddb-debt-overdue': '#b3261e',
      '--ddb-debt-radius': '0.1875em',
    },
  },
];
