import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { path } from './path.js';
import { smallest } from './smallest.js';

/** Our licence, and that of each package that is built into the file. */
function licencesOf(modules: readonly string[]): string {
  const packages = modules.flatMap((id) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
  return ['.', ...new Set(packages)]
    .map((folder) => readFileSync(path(`${folder}/LICENSE`), 'utf8'))
    .join('\n');
}

/** Minifies what is minified once more (300 B less than either alone), and writes its hash and the licences beside it. */
export const finish = (): Plugin => ({
  name: 'finish',
  apply: 'build',
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const { code = '', map } = await smallest(file.code, file.map);
      file.code = code;
      // The map that is written is not the chunk's own: it is a file of its own in the bundle, and was there before.
      const written = bundle[file.sourcemapFileName ?? ''];
      if (written?.type === 'asset' && typeof map === 'object') {
        written.source = JSON.stringify({ ...map, file: file.fileName });
      }
      const hash = createHash('sha384').update(code).digest('base64');
      this.emitFile({
        type: 'asset',
        fileName: `${file.fileName}.integrity`,
        source: `sha384-${hash}\n`,
      });
      this.emitFile({
        type: 'asset',
        fileName: `${file.fileName}.LICENSE.txt`,
        source: licencesOf(file.moduleIds),
      });
    }
  },
});
