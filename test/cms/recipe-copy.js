import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './temporary-folder.js';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The built files with a version in their names, and their hashes. */
export const CDN = here('../../dist/cdn/');
const { version, files } = JSON.parse(readFileSync(`${CDN}integrity.json`, 'utf8'));
export const FILE = `ddb-debt-overview-${version}.js`;
/** The hash of each built file. */
export const HASHES = files;
export const HASH = HASHES[FILE];

/** A file or a folder of the recipes. */
export const recipe = (path) => here(`../../integrations/${path}`);

/** Creates a folder for files that the recipes tell to copy. */
export function openRecipeCopy() {
  const folder = temporaryFolder();
  return {
    folder,
    /** @param {string} from @param {string} to */
    copy: (from, to) => cpSync(from, join(folder, to), { recursive: true }),
    /** Replaces the placeholders in a file: the version and `values`. */
    fill: (file, values = {}) => {
      const path = join(folder, file);
      const replacements = Object.entries({ VERSION: version, ...values });
      const filled = replacements.reduce(
        (text, [placeholder, value]) => text.replaceAll(placeholder, value),
        readFileSync(path, 'utf8'),
      );
      writeFileSync(path, filled);
    },
  };
}
