import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the repository that is released. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Asks git; its answer without the last line's end. */
export const git = (...args) =>
  execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 }).trimEnd();

/** What differs from the last commit, one file a line. */
export const changedFiles = () =>
  git('status', '--porcelain', '--untracked-files=all', '-z')
    .split('\0')
    .filter(Boolean)
    .map((line) => line.slice(3));
