import type { Plugin } from 'vite';
import { compileTemplates } from './compile-templates.js';
import { path } from './path.js';

const COMPILED_HTML = path('src/views/compiled-html.ts');

/** The views with compiled templates, drawn without lit-html. */
export const compiledViews = (): Plugin => ({
  name: 'compiled-views',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === 'lit/html.js' ? COMPILED_HTML : undefined),
  transform(code, id) {
    if (!/\/src\/views\/.*\.ts$/.test(id)) return undefined;
    const out = compileTemplates(code, id);
    return { code: out.toString(), map: out.generateMap({ hires: true }) };
  },
});
