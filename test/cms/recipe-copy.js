import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownFolder } from './own-folder.js';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The built files with a version in their names, and their hashes. */
export const CDN = here('../../dist/cdn/');
const { version, files } = JSON.parse(readFileSync(`${CDN}integrity.json`, 'utf8'));
export const FILE = `ddb-debt-overview-${version}.js`;
export const HASH = files[FILE];

/** A file or a folder of the recipes. */
export const recipe = (path) => here(`../../demo/in-a-cms/${path}`);

/** A folder for what is copied, as the recipes say. */
export function openFolder() {
  const folder = ownFolder();
  return {
    folder,
    /** @param {string} from @param {string} to */
    copy: (from, to) => cpSync(from, join(folder, to), { recursive: true }),
    /** Writes into a file what a recipe asks for: the version, and the names of one's own. */
    fill: (file, own = {}) => {
      const path = join(folder, file);
      const words = Object.entries({ VERSION: version, ...own });
      const filled = words.reduce(
        (text, [word, is]) => text.replaceAll(word, is),
        readFileSync(path, 'utf8'),
      );
      writeFileSync(path, filled);
    },
  };
}
