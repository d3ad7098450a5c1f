import type { State } from './states.js';

/** How the page of all states shows them, from its address. An empty value is the default. */
export interface StateOptions {
  /** In px. */
  readonly width: string;
  readonly theme: string;
  readonly lang: string;
  readonly scheme: string;
  /** The text size, in per cent. */
  readonly text: string;
}

interface Select {
  readonly name: keyof StateOptions;
  readonly label: string;
  readonly choices: readonly (readonly [value: string, text: string])[];
}

export const SELECTS: readonly Select[] = [
  {
    name: 'width',
    label: 'Bredde',
    choices: [
      ['', 'Fuld'],
      ['280', '280 px'],
      ['390', '390 px'],
      ['768', '768 px'],
      ['1280', '1280 px'],
    ],
  },
  {
    name: 'theme',
    label: 'Tema',
    choices: [
      ['', 'Intet'],
      ['dpl', 'DPL'],
      ['ddbasic', 'ddbasic'],
    ],
  },
  {
    name: 'lang',
    label: 'Sprog',
    choices: [
      ['', 'Dansk'],
      ['en', 'Engelsk'],
      ['ar', 'Arabisk'],
    ],
  },
  {
    name: 'scheme',
    label: 'Farver',
    choices: [
      ['', 'Lyse'],
      ['dark', 'Mørke'],
    ],
  },
  {
    name: 'text',
    label: 'Tekststørrelse',
    choices: [
      ['', '100 %'],
      ['150', '150 %'],
      ['200', '200 %'],
    ],
  },
];

/** The options in an address. Unknown values are the default. */
export const readOptions = (query: URLSearchParams): StateOptions =>
  Object.fromEntries(
    SELECTS.map(({ name, choices }) => [
      name,
      choices.find(([value]) => value === query.get(name))?.[0] ?? '',
    ]),
  ) as unknown as StateOptions;

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The tag of a state, with the names of its endpoints' settings. */
export function tagOf({ attributes, answers, config }: State): string {
  const own = Object.entries(attributes).map(([name, value]) =>
    value ? `${name}="${escaped(value)}"` : name,
  );
  const endpoints = Object.keys(answers).map((name) => `${name}="..."`);
  const json = config
    ? `\n  <script type="application/json">${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>\n`
    : '';
  const lines = [...endpoints, ...own].map((one) => `\n  ${one}`);
  return `<ddb-debt-overview${lines.join('')}\n>${json}</ddb-debt-overview>`;
}
