import type { Plugin } from 'vite';
import { compileTemplates } from './compile-templates.js';
import { path } from './path.js';

/** What is drawn with in place of what the sources import. */
const INSTEAD: Readonly<Record<string, string>> = {
  'lit/html.js': path('src/views/compiled-html.ts'),
  './heading.js': path('src/views/compiled-heading.ts'),
};

/** The views with compiled templates, drawn without lit-html. */
export const compiledViews = (): Plugin => ({
  name: 'compiled-views',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => INSTEAD[id],
  transform(code, id) {
    if (!/\/src\/views\/.*\.ts$/.test(id)) return undefined;
    const out = compileTemplates(code, id);
    return { code: out.toString(), map: out.generateMap({ hires: true }) };
  },
});
