import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { webviewPage } from './.ci/build/webview-page.js';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Has private fields and methods, but no static blocks. README names the browsers. */
const TARGET = 'es2022';

const MAIN = 'ddb-debt-overview';

/**
 * The minifier's options. Characters outside ASCII are escaped, so that the encoding of a page does not matter.
 * @param preamble the first lines
 */
const minified = (preamble = '') => ({
  minify: 'terser' as const,
  terserOptions: {
    compress: {
      ecma: 2020 as const,
      passes: 4,
      // Nothing here depends on the length of a function, `this` in an arrow, or a getter with a side effect.
      keep_fargs: false,
      pure_getters: true,
      unsafe_arrows: true,
    },
    mangle: { toplevel: true },
    format: { ascii_only: true, ecma: 2020 as const, preamble },
  },
  target: TARGET,
});

/** Removes white space from templates and styles. */
const minifyLiterals = (): Plugin =>
  literalsHtmlCssMinifier({
    failOnError: true,
    options: { minifyOptions: { removeAttributeQuotes: true } },
  });

/** The licence of this package, and of each package that has code in a chunk. */
function licencesOf({ modules }: Rolldown.OutputChunk): string {
  const used = Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0);
  const packages = used.flatMap(([id]) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
  return ['.', ...new Set(packages)]
    .map((folder) => readFileSync(path(`${folder}/LICENSE`), 'utf8'))
    .join('\n');
}

/** Writes the hash of the script, and the licences of the code in it, to files beside it. */
const integrityAndLicences = (): Plugin => ({
  name: 'integrity-and-licences',
  apply: 'build',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const hash = createHash('sha384').update(file.code).digest('base64');
      const write = (fileName: string, source: string) =>
        this.emitFile({ type: 'asset', fileName, source });
      write(`${file.fileName}.integrity`, `sha384-${hash}\n`);
      write(`${file.fileName}.LICENSE.txt`, licencesOf(file));
    }
  },
});

/** On a server the scripts do nothing: Lit needs a document when it loads. */
const NOT_ON_A_SERVER = "if (typeof document === 'undefined') return;";

/** Lit creates its Trusted Types policy when it loads. A policy of the page may forbid that. */
const REPORT_POLICY = `catch (error) {
  if (!customElements.get('${MAIN}'))
    console.error("<${MAIN}> cannot start. A Content-Security-Policy with trusted-types needs: trusted-types lit-html 'allow-duplicates'", error);
}`;

/** One file with everything in it, for a classic or a module script. */
const singleFile = (
  name: string,
  {
    entry = 'src/define.ts',
    licences = 'MIT, BSD-3-Clause',
    intro = `${NOT_ON_A_SERVER} try {`,
    outro = `} ${REPORT_POLICY}`,
  } = {},
): UserConfig => ({
  plugins: [minifyLiterals(), integrityAndLicences()],
  build: {
    lib: {
      entry: path(entry),
      formats: ['iife'],
      name: 'ddbDebtOverview',
      fileName: () => `${name}.js`,
    },
    // A file that is concatenated before this one may end without a semicolon, or with a line comment.
    ...minified(`/*! ${licences}: ${name}.js.LICENSE.txt */\n;`),
    rolldownOptions: { output: { intro, outro } },
    // The file has no comment with the name of its source map, so that its hash does not depend on the map.
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
  intro: NOT_ON_A_SERVER,
  outro: '',
});

/** The page for an app's webview: one file with everything in it. */
const webview: UserConfig = {
  plugins: [minifyLiterals(), webviewPage(minifyLiterals())],
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

/** Serves the files that the workbench offers as a package, if they are built. The build copies them to dist-demo/. */
const cdnFiles = (): Plugin => ({
  name: 'cdn-files',
  configureServer({ middlewares }) {
    middlewares.use('/cdn', ({ url = '' }, response, next) => {
      const file = path(`dist/cdn/${basename(url)}`);
      if (existsSync(file)) createReadStream(file).pipe(response);
      else next();
    });
  },
});

const page = (name: string): string => path(`demo/${name}.html`);

/** The pages of the demo, as they work under any path. */
const demo: UserConfig = {
  plugins: [cdnFiles()],
  root: path('demo'),
  base: './',
  // It answers by both loopback names: the demo's covers come from the other one.
  server: { host: '127.0.0.1' },
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
