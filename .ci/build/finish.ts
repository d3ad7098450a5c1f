import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';
import { path } from './path.js';

/** Our licence, and that of each package that has code in the file. */
function licencesOf(modules: Rolldown.OutputChunk['modules']): string {
  const used = Object.entries(modules).filter(([, { renderedLength }]) => renderedLength > 0);
  const packages = used.flatMap(([id]) => /node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
  return ['.', ...new Set(packages)]
    .map((folder) => readFileSync(path(`${folder}/LICENSE`), 'utf8'))
    .join('\n');
}

/** Writes the hash of each script, and the licences of what is in it, beside it. */
export const finish = (): Plugin => ({
  name: 'finish',
  apply: 'build',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const hash = createHash('sha384').update(file.code).digest('base64');
      this.emitFile({
        type: 'asset',
        fileName: `${file.fileName}.integrity`,
        source: `sha384-${hash}\n`,
      });
      this.emitFile({
        type: 'asset',
        fileName: `${file.fileName}.LICENSE.txt`,
        source: licencesOf(file.modules),
      });
    }
  },
});
