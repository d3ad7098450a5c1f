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

/** Ignores the git configuration of the machine. */
const ENV = {
  // A git hook sets the path of its repository, which is another.
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@a.example',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@a.example',
};

/** The exit code and the output of a command: first stdout, then stderr. */
async function ended(child) {
  const output = ['', ''];
  for (const [at, stream] of [child.stdout, child.stderr].entries()) {
    stream.setEncoding('utf8').on('data', (text) => (output[at] += text));
  }
  const status = await new Promise((resolve) => child.on('close', resolve));
  return { status, output: output.join('') };
}

/**
 * A repository in a temporary folder, on main, with one commit.
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
  // In .gitignore, a pattern for a folder does not match a link.
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
    /** Runs a release, and waits until it ends. */
    release: (...args) => ended(start(...args)),
    /** Runs npm, and waits until it ends. */
    npm: (...args) => ended(spawned('npm', ...args)),
    /** Everything that a release may change: the tree, refs, commits and temporary files. */
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
