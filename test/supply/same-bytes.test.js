import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { copyProject } from '../copy-project.js';
import { NIGHTLY } from '../nightly.js';
import { DIST, filesIn, SINGLE_FILE, textOf } from './project.js';

const folder = mkdtempSync(join(tmpdir(), 'built elsewhere, '));
after(() => rmSync(folder, { recursive: true }));

/** By night all of dist/; by day a script with its hash and its map, and the modules, which the same build makes in seconds. */
const BUILDS = NIGHTLY
  ? [['npm', 'run', 'build']]
  : ['start', 'modules'].map((mode) => ['npx', 'vite', 'build', '--mode', mode]);

/** Builds the same sources in another folder, on another day of the week, in another language. */
function buildElsewhere() {
  copyProject(folder);
  for (const [command, ...args] of BUILDS) {
    const { status, stderr } = spawnSync(command, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
    });
    assert.equal(status, 0, stderr);
  }
  return join(folder, 'dist');
}

test('the same sources make the same bytes, wherever and whenever they are built', () => {
  const elsewhere = buildElsewhere();
  const built = filesIn(elsewhere);
  assert.ok(built.includes('ddb-debt-overview.start.js') && built.includes('define.js'));
  if (NIGHTLY) assert.deepEqual(built, filesIn(DIST));
  const other = built.filter(
    (file) => !readFileSync(join(DIST, file)).equals(readFileSync(join(elsewhere, file))),
  );
  assert.deepEqual(other, []);
});

test('the hash beside the single file is the single file’s', () => {
  const hash = createHash('sha384').update(textOf(SINGLE_FILE, DIST)).digest('base64');
  assert.equal(textOf(`${SINGLE_FILE}.integrity`, DIST), `sha384-${hash}\n`);
});
