import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atTheEnd } from './at-the-end.js';

/** An empty folder that is gone when all is over. */
export function ownFolder() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cms-')));
  // Who has just been killed may still have a file in it.
  atTheEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
