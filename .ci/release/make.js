import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildTwice } from './build-twice.js';
import { released } from './changelog.js';
import { command } from './command.js';
import { changedFiles, git, ROOT } from './git.js';
import { pack } from './pack.js';
import { prove } from './prove.js';
import { VERSION_FILES, withVersion } from './version-files.js';

const FILES = [...VERSION_FILES, 'CHANGELOG.md'];

/** Answers what it has written, by file. */
function writeVersion({ version, date }, undo) {
  return FILES.map((name) => {
    const file = join(ROOT, name);
    const before = readFileSync(file, 'utf8');
    const text =
      name === 'CHANGELOG.md'
        ? released(before, version, date)
        : withVersion(name, before, version);
    undo.write(file, text);
    return { name, file, text };
  });
}

/** What was checked is what will be committed. */
function checkNothingElse(head, written) {
  const ours = ({ file, text }) => readFileSync(file, 'utf8') === text;
  const others = [
    ...changedFiles().filter((file) => !FILES.includes(file)),
    ...written.filter((one) => !ours(one)).map(({ name }) => name),
  ];
  if (others.length) throw new Error(`Meanwhile, somebody has changed ${others.join(', ')}.`);
  if (git('rev-parse', 'HEAD') !== head) throw new Error('Meanwhile, something was committed.');
}

function commit({ version, checks }, head, undo) {
  undo.add(() => git('reset', '--quiet', '--', ...FILES));
  git('commit', '--quiet', '-m', `Release ${version}`, '--', ...FILES);
  const made = git('rev-parse', 'HEAD');
  // Only if it is still the last: nobody's later commit is moved.
  undo.add(() => git('update-ref', 'HEAD', head, made));
  git('tag', '-a', `v${version}`, '-m', `Release ${version}`, '-m', `Checked with ${checks}`);
}

/** Makes a release; what it does to the tree is told to `undo`. Answers the tarball's name. */
export async function make(release, undo, say) {
  const head = git('rev-parse', 'HEAD');
  const work = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    const written = writeVersion(release, undo);
    say(`Checking: ${release.checks}`);
    await command('sh', ['-c', release.checks], { aloud: true });
    say('Building twice');
    const built = await buildTwice(work);
    say('Packing');
    const packed = join(work, 'packed');
    const tarball = await pack(built, packed, release);
    say('Installing what was packed');
    await prove(tarball, join(work, 'empty'), release.version);
    checkNothingElse(head, written);
    const folder = join(ROOT, 'release', release.version);
    undo.add(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(ROOT, 'release'), { recursive: true });
    cpSync(packed, folder, { recursive: true });
    commit(release, head, undo);
    return basename(tarball);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
