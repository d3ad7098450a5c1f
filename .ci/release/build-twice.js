import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.js';
import { git, ROOT } from './git.js';

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** The files of one folder that are not, to the byte, in another; and those that are only there. */
export function differing(one, other) {
  const here = filesIn(one);
  const there = filesIn(other);
  return [...new Set([...here, ...there])].filter(
    (file) =>
      !here.includes(file) ||
      !there.includes(file) ||
      !readFileSync(join(one, file)).equals(readFileSync(join(other, file))),
  );
}

/** What git has, and nothing else that lies in the tree. */
function copyTracked(folder) {
  for (const file of git('ls-files', '-z').split('\0').filter(Boolean)) {
    cpSync(join(ROOT, file), join(folder, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

/**
 * Builds in two folders, as if on two machines, and answers the first: what others build of the same commit must be what is
 * released, or a hash proves nothing.
 */
export async function buildTwice(folder) {
  const elsewhere = { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' };
  const places = [
    { at: join(folder, 'once'), env: process.env },
    { at: join(folder, 'again, elsewhere'), env: elsewhere },
  ];
  const builds = await Promise.allSettled(
    places.map(({ at, env }) => {
      copyTracked(at);
      return command('npm', ['run', 'build'], { cwd: at, env });
    }),
  );
  // Only now: while one of them writes, nobody can clear up behind the other.
  const failed = builds.find(({ reason }) => reason);
  if (failed) throw failed.reason;
  const [once, again] = places.map(({ at }) => at);
  const other = differing(join(once, 'dist'), join(again, 'dist'));
  if (other.length) throw new Error(`Two builds differ: ${other.join(', ')}.`);
  return once;
}
