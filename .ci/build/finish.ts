import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { path } from './path.js';

/** Ours, and those of what is built into the single file. */
const LICENCES = ['LICENSE', 'node_modules/lit/LICENSE'];
const BANNER = '/*! MIT. Lit: BSD-3-Clause. ddb-debt-overview.js.LICENSE.txt */';

/**
 * Minifies what is minified once more (300 B less than either alone), and writes the hash of the result, and the
 * licences, beside it.
 */
export const finish = (): Plugin => ({
  name: 'finish',
  apply: 'build',
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const { code = '', map } = await minify(file.code, {
        ecma: 2020,
        compress: {
          passes: 5,
          unsafe_arrows: true,
          pure_getters: true,
          keep_fargs: false,
          negate_iife: false,
        },
        // Lit's own names; what it keeps on a node, and on a template, stays.
        mangle: {
          toplevel: true,
          properties: { regex: /^_(\$|_|[a-z])/, reserved: ['_$litPart$'], keep_quoted: true },
        },
        format: { preamble: BANNER },
        ...(file.map && {
          sourceMap: { content: JSON.stringify(file.map), asObject: true },
        }),
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
