import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import * as lit from 'eslint-plugin-lit';
import * as wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** A folder imports only from those that stand before it. */
const FOLDERS = [
  'util',
  'i18n',
  'config',
  'http',
  'fees',
  'debts',
  'titles',
  'payment',
  'native-app',
  'page',
  'views',
];

/** What knows neither Lit, nor the page, nor the network. */
const PURE = ['util', 'i18n', 'config', 'debts', 'payment/core'];

const zones = FOLDERS.map((folder, index) => ({
  target: `./src/${folder}`,
  from: FOLDERS.slice(index + 1).map((later) => `./src/${later}`),
  message: `${folder}/ stands before it: see docs/architecture.md.`,
})).filter(({ from }) => from.length);

export default tseslint.config(
  {
    ignores: ['dist', 'dist-demo', 'coverage', 'release', 'screenshots', 'src/i18n/generated'],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,js}'],
    plugins: { 'import-x': importX, lit, wc },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/best-practice'].rules,
      // Callbacks of controllers begin with `on`.
      'wc/no-method-prefixed-with-on': 'off',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      // An interface of a library is extended by an empty interface.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    // Without this, imports of `file.js` are not resolved to `file.ts`, and the order is not checked.
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
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-unresolved': 'error',
    },
  },
  {
    files: PURE.map((folder) => `src/${folder}/**/*.ts`),
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
