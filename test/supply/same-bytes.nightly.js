import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DIST, filesIn, ROOT, SINGLE_FILE, textOf } from './project.js';

/** Made by others, or by a build. */
const NOT_OURS = [
  '.git',
  'coverage',
  'dist',
  'dist-demo',
  'node_modules',
  'release',
  'screenshots',
];

const folder = mkdtempSync(join(tmpdir(), 'built elsewhere, '));
after(() => rmSync(folder, { recursive: true }));

/** Builds the same sources in another folder, on another day of the week, in another language. */
function buildElsewhere() {
  for (const name of readdirSync(ROOT)) {
    if (!NOT_OURS.includes(name)) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const { status, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
  });
  assert.equal(status, 0, stderr);
  return join(folder, 'dist');
}

/** A file as it was built. The copy links to our packages, so that a source map has another path to them. */
function built(name, dist) {
  const content = readFileSync(join(dist, name), 'latin1');
  return name.endsWith('.map') ? content.replaceAll(/[^"]*(?=\/node_modules\/)/g, '') : content;
}

test('the same sources make the same bytes, wherever and whenever they are built', () => {
  const elsewhere = buildElsewhere();
  assert.deepEqual(filesIn(elsewhere), filesIn(DIST));
  const other = filesIn(DIST).filter((file) => built(file, DIST) !== built(file, elsewhere));
  assert.deepEqual(other, []);
});

test('the hash beside the single file is the single file’s', () => {
  const hash = createHash('sha384').update(textOf(SINGLE_FILE, DIST)).digest('base64');
  assert.equal(textOf(`${SINGLE_FILE}.integrity`, DIST), `sha384-${hash}\n`);
});
