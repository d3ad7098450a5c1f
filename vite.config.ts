import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform as minifyCss } from 'lightningcss';
import MagicString from 'magic-string';
import { minify } from 'terser';
import ts from 'typescript';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Private fields and methods, optional chaining; no static blocks. README says so. */
const TARGET = 'es2022';
const CSS_TARGETS = { safari: (15 << 16) | (4 << 8), chrome: 94 << 16, firefox: 93 << 16 };

/** Takes out what no browser needs: air in templates and CSS. */
function lean(): Plugin {
  const pieces = (template: ts.TemplateLiteral): ts.Node[] =>
    ts.isNoSubstitutionTemplateLiteral(template)
      ? [template]
      : [template.head, ...template.templateSpans.map((span) => span.literal)];
  return {
    name: 'lean',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id)) return undefined;
      const out = new MagicString(code);
      const visit = (node: ts.Node): void => {
        if (ts.isTaggedTemplateExpression(node)) {
          const { template } = node;
          const tag = node.tag.getText();
          if (tag === 'css' && ts.isNoSubstitutionTemplateLiteral(template)) {
            const css = minifyCss({
              filename: id,
              code: Buffer.from(template.text),
              minify: true,
              targets: CSS_TARGETS,
            }).code.toString();
            out.overwrite(template.getStart() + 1, template.end - 1, css);
          } else if (tag === 'html') {
            for (const piece of pieces(template)) {
              const loose = code.slice(piece.getStart(), piece.end);
              const tight = loose.replace(/\s+/g, ' ');
              if (tight !== loose) out.overwrite(piece.getStart(), piece.end, tight);
            }
          }
        }
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(id, code, ts.ScriptTarget.Latest, true));
      return { code: out.toString(), map: out.generateMap({ hires: true }) };
    },
  };
}

/**
 * Every message is a plain string with its id written out (`npm run localize -- --check` sees to it). So of @lit/localize
 * the built files need next to nothing, no templates with values, no hashed ids, no events, no active language but while
 * each is read; and what the source repeats for each message becomes two lists, in which an id is a place: 1.6 kB.
 */
function plainMessages(): Plugin {
  const LOCALIZE = `
    let templates;
    export const msg = (text, { id }) => templates?.[id] ?? text;
    export const configureLocalization = ({ loadLocale }) => ({
      async setLocale(locale) { ({ templates } = await loadLocale(locale)); },
    });`;
  const messages = readFileSync(path('src/localization/messages.ts'), 'utf8');
  const listed = [
    ...messages.matchAll(/^ {2}'?([^':]+)'?: msg\(('[^']+'), \{ id: '([^']+)'/gm),
  ].map(([, key, text, id]) => ({ key, text, id }));
  const keys = listed.map(({ key }) => key);
  const calls = messages.match(/msg\(/g)?.length;
  if (listed.length !== calls || listed.some(({ key, id }) => key !== id)) {
    throw new Error('A message is written in another way than the others.');
  }
  const IN_LISTS = `
    import { msg } from '@lit/localize';
    const texts = [${listed.map(({ text }) => text).join()}];
    export const messages = () => Object.fromEntries(
      ${JSON.stringify(keys.join(' '))}.split(' ').map((key, id) => [key, msg(texts[id], { id })]),
    );`;

  /** The translations in the order of the source. */
  function inOrder(code: string, id: string): string {
    const texts = new Map<string, string>();
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node)) {
        texts.set((node.name as ts.StringLiteral).text, node.initializer.getText());
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(id, code, ts.ScriptTarget.Latest, true));
    if ([...texts.keys()].sort().join() !== [...keys].sort().join()) {
      throw new Error(`${id} has other messages than the source.`);
    }
    return `export const templates = [${keys.map((key) => texts.get(key ?? '')).join()}];`;
  }

  return {
    name: 'plain-messages',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === '@lit/localize' ? '\0plain-messages' : undefined),
    load: (id) => (id === '\0plain-messages' ? LOCALIZE : undefined),
    transform(code, id) {
      if (id.endsWith('/localization/messages.ts')) return { code: IN_LISTS, map: null };
      return /\/localization\/generated\/(?!locale-codes)/.test(id)
        ? { code: inOrder(code, id), map: null }
        : undefined;
    },
  };
}

/** Ours, and those of what is built into the single file. */
const LICENCES = ['LICENSE', 'node_modules/lit/LICENSE'];
const BANNER = '/*! MIT. Lit: BSD-3-Clause. ddb-debt-overview.js.LICENSE.txt */';

/**
 * Minifies what is minified once more (300 B less than either alone), and writes the hash of the result, and the
 * licences, beside it.
 */
const finish = (): Plugin => ({
  name: 'finish',
  apply: 'build',
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const { code = '', map } = await minify(file.code, {
        ecma: 2020,
        compress: { passes: 5, unsafe_arrows: true },
        mangle: { toplevel: true },
        format: { preamble: BANNER },
        sourceMap: { content: JSON.stringify(file.map), asObject: true },
      });
      file.code = code;
      if (file.map) Object.assign(file.map, map);
      const hash = createHash('sha384').update(code).digest('base64');
      this.emitFile({
        type: 'asset',
        fileName: `${file.fileName}.integrity`,
        source: `sha384-${hash}\n`,
      });
      this.emitFile({
        type: 'asset',
        fileName: `${file.fileName}.LICENSE.txt`,
        source: LICENCES.map((licence) => readFileSync(path(licence), 'utf8')).join('\n'),
      });
    }
  },
});

/** One file with everything in it, for a classic or a module script. */
const singleFile: UserConfig = {
  plugins: [plainMessages(), lean(), finish()],
  build: {
    lib: {
      entry: path('src/define.ts'),
      formats: ['iife'],
      name: 'ddbDebtOverview',
      fileName: () => 'ddb-debt-overview.js',
    },
    minify: true,
    // Named in no comment, so that the hash is the file's own; tools find it by its name.
    sourcemap: 'hidden',
    target: TARGET,
  },
};

/** For bundlers: Lit is theirs to share; @lit/localize is ours, since a page can configure only one. */
const modules: UserConfig = {
  plugins: [plainMessages(), lean()],
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
    target: TARGET,
    rolldownOptions: { input: ['index', 'cms', 'gateway', 'app', 'states'].map(page) },
  },
};

export default defineConfig(({ mode }) => ({ modules, demo })[mode] ?? singleFile);
