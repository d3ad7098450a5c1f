import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DIST, filesIn, ROOT, SINGLE_FILE, textOf } from './project.js';

/** Third-party or generated folders. */
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

/** Builds the same sources in another folder, with another weekday and another language. */
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

/** A built file. The copy links to node_modules, so its source maps have other paths. */
function built(name, dist) {
  const content = readFileSync(join(dist, name), 'latin1');
  return name.endsWith('.map') ? content.replaceAll(/[^"]*(?=\/node_modules\/)/g, '') : content;
}

test('the same sources give the same bytes, on any machine and at any time', () => {
  const elsewhere = buildElsewhere();
  assert.deepEqual(filesIn(elsewhere), filesIn(DIST));
  const other = filesIn(DIST).filter((file) => built(file, DIST) !== built(file, elsewhere));
  assert.deepEqual(other, []);
});

test('the hash beside the single file is correct', () => {
  const hash = createHash('sha384').update(textOf(SINGLE_FILE, DIST)).digest('base64');
  assert.equal(textOf(`${SINGLE_FILE}.integrity`, DIST), `sha384-${hash}\n`);
});
