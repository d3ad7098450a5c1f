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
        source: licencesOf(file.moduleIds),
      });
    }
  },
});
