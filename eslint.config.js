import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import * as lit from 'eslint-plugin-lit';
import * as wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** The data's walk (STYLE): a folder imports only what stands before it. */
const WALK = [
  'units',
  'localization',
  'config',
  'sources',
  'debts',
  'titles',
  'payment',
  'host',
  'views',
];

/** What knows neither Lit, nor the page, nor the network. */
const PURE = ['units', 'localization', 'config', 'debts', 'titles', 'payment'];

/** The hands of the till: of all that is in payment/, only these touch anything. */
const HANDS = [
  'cashier',
  'customer',
  'hand-over',
  'other-tabs',
  'start-payment',
  'tab-memory',
  'take-return',
];

const walk = WALK.map((folder, index) => ({
  target: `./src/${folder}`,
  from: WALK.slice(index + 1).map((later) => `./src/${later}`),
  message: `${folder}/ stands before it in the data's walk.`,
})).filter(({ from }) => from.length);

export default tseslint.config(
  {
    ignores: [
      'dist',
      'dist-demo',
      'coverage',
      'release',
      'screenshots',
      'src/localization/generated',
    ],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,js}'],
    plugins: { 'import-x': importX, lit, wc },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/best-practice'].rules,
      // What a render calls is not state: nothing here is a LitElement.
      'wc/no-method-prefixed-with-on': 'off',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    // Without this a file.js that is written as file.ts is not found, and the walk not kept.
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.js'],
          extensionAlias: { '.js': ['.ts', '.js'] },
        }),
      ],
    },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'import-x/no-restricted-paths': ['error', { zones: walk }],
      'import-x/no-unresolved': 'error',
    },
  },
  {
    files: PURE.map((folder) => `src/${folder}/**/*.ts`),
    ignores: HANDS.map((hand) => `src/payment/${hand}.ts`),
    rules: {
      'no-restricted-imports': ['error', { patterns: ['lit', 'lit/*'] }],
      'no-restricted-globals': [
        'error',
        'document',
        'window',
        'fetch',
        'location',
        'navigator',
        'HTMLElement',
        'customElements',
      ],
    },
  },
  {
    files: ['src/views/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'fetch', 'window', 'location'] },
  },
  {
    files: ['**/*.js', 'test/**', 'vite.config.ts', 'demo/**'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
