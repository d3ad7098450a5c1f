import { createHash } from 'node:crypto';
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

/** Takes out what no browser needs: air in templates and CSS, and what the messages tell translators. */
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
        if (ts.isPropertyAssignment(node) && node.name.getText() === 'desc') {
          out.remove(node.getFullStart() - 1, node.end);
        }
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(id, code, ts.ScriptTarget.Latest, true));
      return { code: out.toString(), map: out.generateMap({ hires: true }) };
    },
  };
}

/**
 * Every message is a plain string with its id written out (`npm run localize -- --check` sees to it), so of how
 * @lit/localize finds a translation, templates with values and hashed ids can stay out: 0.5 kB.
 */
const plainMessages = (): Plugin => ({
  name: 'plain-messages',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/runtime-msg.js') ? '\0plain-messages' : undefined),
  load: (id) =>
    id === '\0plain-messages'
      ? 'export const runtimeMsg = (templates, text, { id }) => templates?.[id] ?? text;'
      : undefined,
});

/** Minifies what is minified once more (300 B less than either alone), and writes the hash of the result beside it. */
const finish = (): Plugin => ({
  name: 'finish',
  apply: 'build',
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const { code = '', map } = await minify(file.code, {
        ecma: 2020,
        compress: { passes: 3, unsafe_arrows: true },
        mangle: { toplevel: true },
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
    }
  },
});

/** One file with everything in it, for a classic or a module script. */
const singleFile: UserConfig = {
  plugins: [lean(), plainMessages(), finish()],
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
  plugins: [lean(), plainMessages()],
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
    rolldownOptions: { input: ['index', 'cms', 'app', 'states'].map(page) },
  },
};

export default defineConfig(({ mode }) => ({ modules, demo })[mode] ?? singleFile);
