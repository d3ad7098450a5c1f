import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Whoever runs the tests: what git is told of them elsewhere plays no part. */
const ENV = {
  // A hook of git's says where its repository is: ours is another.
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@a.example',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@a.example',
};

/** What a command has said at its end: first what is for everybody, then what it complains of. */
async function ended(child) {
  const said = ['', ''];
  for (const [at, stream] of [child.stdout, child.stderr].entries()) {
    stream.setEncoding('utf8').on('data', (text) => (said[at] += text));
  }
  const status = await new Promise((resolve) => child.on('close', resolve));
  return { status, said: said.join('') };
}

/**
 * A repository in a folder of its own, on main, with one commit.
 * @param {(folder: string) => void} fill puts its files there
 */
export function makeRepository(fill) {
  const folder = mkdtempSync(join(tmpdir(), 'released-'));
  const temporary = mkdtempSync(join(tmpdir(), 'used-by-a-release-'));
  const env = { ...ENV, TMPDIR: temporary };
  const git = (...args) =>
    execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' }).trimEnd();
  const path = (file) => join(folder, file);
  const read = (file) => readFileSync(path(file), 'utf8');
  const write = (file, text) => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  const commit = (message) => {
    git('add', '--all');
    git('commit', '--quiet', '-m', message);
  };
  const spawned = (name, ...args) => spawn(name, args, { cwd: folder, env });
  const start = (...args) => spawned('node', '.ci/release/release.js', ...args);

  git('init', '--quiet', '--initial-branch=main');
  // A link to a folder is none, for .gitignore.
  write('.git/info/exclude', 'node_modules\n');
  fill(folder);
  commit('All of it');
  return {
    folder,
    git,
    path,
    read,
    write,
    commit,
    start,
    has: (file) => existsSync(path(file)),
    /** Asks for a release, to its end. */
    release: (...args) => ended(start(...args)),
    /** The same, as people do. */
    npm: (...args) => ended(spawned('npm', ...args)),
    /** All that a release may change: what git has, what it does not have, where it stands; what it has not cleared up. */
    state: () => [
      git('status', '--porcelain', '--ignored'),
      git('for-each-ref'),
      git('diff', 'HEAD'),
      git('log', '--format=%s'),
      readdirSync(temporary),
    ],
    close: () => [folder, temporary].forEach((one) => rmSync(one, { recursive: true })),
  };
}
