import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRepository } from './repository.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Made by others, or by a build. */
const NOT_OURS = [
  ...['.git', 'coverage', 'dist', 'dist-demo', 'node_modules', 'release', 'screenshots'],
];

/** What was done since the last release, whatever really was. */
export const NEWS = '- What is new, in a sentence.';

/** This project as it is now, in a repository without history, with something to release. */
export const copyOurProject = () =>
  makeRepository((folder) => {
    for (const name of readdirSync(ROOT)) {
      if (NOT_OURS.includes(name)) continue;
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const file = join(folder, 'CHANGELOG.md');
    const news = readFileSync(file, 'utf8').replace(/^## \[?Unreleased.*$/m, `$&\n\n${NEWS}`);
    writeFileSync(file, news);
  });
