import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const DIST = join(ROOT, 'dist');
export const SINGLE_FILE = 'ddb-debt-overview.js';

export const textOf = (file, folder = ROOT) => readFileSync(join(folder, file), 'utf8');

/** @returns {Record<string, any>} */
export const jsonOf = (file, folder = ROOT) => JSON.parse(textOf(file, folder));

/** All files under a folder, by their path in it. */
export const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** The packages of the lock file, by their path in node_modules. */
export const LOCKED = Object.entries(jsonOf('package-lock.json').packages)
  .filter(([place]) => place)
  .map(([place, entry]) => ({
    ...entry,
    name: place.replace(/^.*node_modules\//, ''),
    place,
  }));
