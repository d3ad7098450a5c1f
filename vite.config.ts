import { defineConfig, type UserConfig } from 'vite';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { finish } from './.ci/build/finish.js';
import { inPage } from './.ci/build/in-page.js';
import { path } from './.ci/build/path.js';

/** Private fields and methods, optional chaining; no static blocks. README says so. */
const TARGET = 'es2022';

const MAIN = 'ddb-debt-overview';

/**
 * One pass. Letters that are not ASCII are escaped: a page in another encoding shows them right.
 * @param preamble the first line
 */
const minified = (preamble = '') => ({
  minify: 'terser' as const,
  terserOptions: {
    compress: { ecma: 2020 as const, passes: 3, unsafe_arrows: true },
    mangle: { toplevel: true },
    format: { ascii_only: true, ecma: 2020 as const, preamble },
  },
  target: TARGET,
});

/** White space in templates and styles. */
const minifyLiterals = () => literalsHtmlCssMinifier({ failOnError: true });

/** One file with everything in it, for a classic or a module script. */
const singleFile = (
  name: string,
  { entry = 'src/define.ts', licences = 'MIT, BSD-3-Clause' } = {},
): UserConfig => ({
  plugins: [minifyLiterals(), finish()],
  build: {
    lib: {
      entry: path(entry),
      formats: ['iife'],
      name: 'ddbDebtOverview',
      fileName: () => `${name}.js`,
    },
    // With a semicolon, in case the file before it ends without one.
    ...minified(`/*! ${licences}: ${name}.js.LICENSE.txt */;`),
    // Imported on a server it does nothing: Lit needs a document when it loads.
    rolldownOptions: { output: { intro: "if (typeof document === 'undefined') return;" } },
    // Named in no comment, so that the hash is the file's own; tools find it by its name.
    sourcemap: 'hidden',
    emptyOutDir: false,
  },
});

/** In Danish and English. */
const main: UserConfig = {
  ...singleFile(MAIN),
  resolve: { alias: { './generated/dictionaries.js': path('src/i18n/dictionaries.da-en.ts') } },
};

/** In all languages. */
const intl = singleFile(`${MAIN}.intl`);

/** Requests the debts while the other script is loading. */
const start = singleFile(`${MAIN}.start`, {
  entry: 'src/early-start/start.ts',
  licences: 'MIT',
});

/** The page for an app's webview: one file, with everything in it. */
const webview: UserConfig = {
  plugins: [minifyLiterals(), inPage()],
  build: {
    emptyOutDir: false,
    lib: {
      entry: path('src/webview/page.ts'),
      formats: ['iife'],
      name: 'ddbDebtWebview',
      fileName: () => 'webview.js',
    },
    ...minified(),
  },
};

/** For bundlers. Lit stays an import, so that a page can share it. */
const modules: UserConfig = {
  plugins: [minifyLiterals()],
  build: {
    emptyOutDir: false,
    lib: {
      entry: { index: path('src/index.ts'), define: path('src/define.ts') },
      formats: ['es'],
    },
    minify: false,
    sourcemap: true,
    target: TARGET,
    rolldownOptions: { external: /^lit(\/|$)/, output: { chunkFileNames: 'shared/[name].js' } },
  },
};

const page = (name: string): string => path(`demo/${name}.html`);

/** The pages of the demo, as they work under any path. */
const demo: UserConfig = {
  root: path('demo'),
  base: './',
  build: {
    emptyOutDir: true,
    outDir: path('dist-demo'),
    license: { fileName: 'LICENSES.md' },
    // The editor of the workbench alone is larger than Vite's default.
    chunkSizeWarningLimit: 1000,
    target: TARGET,
    // Colours that follow an element's own `color-scheme` cannot be written in older CSS.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    rolldownOptions: {
      input: ['index', 'preview', 'cms', 'profile', 'gateway', 'app', 'states'].map(page),
    },
  },
};

/** `.ci/build.js` builds each of them. */
export default defineConfig(({ mode }) => ({ intl, start, modules, webview, demo })[mode] ?? main);
