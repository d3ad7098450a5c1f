import type { Plugin } from 'vite';
import { leanLitSource, SOURCE } from './lean-lit-source.js';

/** lit-html for the single file, without what its views do not use. */
export const leanLit = (): Plugin => ({
  name: 'lean-lit',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === 'lit/html.js' ? SOURCE : undefined),
  load: (id) => (id === SOURCE ? { code: leanLitSource(), map: null } : undefined),
});
