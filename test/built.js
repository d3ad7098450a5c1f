import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const FOLDERS = [
  '.ci/api',
  '.ci/build',
  '.ci/integrations',
  'demo',
  'integrations/drupal',
  'integrations/drupal-7',
  'integrations/php',
  'integrations/wordpress',
  'locales',
  'src',
  'themes',
];
const FILES = [
  '.ci/build.js',
  '.ci/custom-elements-manifest.config.js',
  'LICENSE',
  'integrations/reserve.css',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
];
/** The last file of each part of the build. */
const BUILT = ['dist/integrations/settings.schema.json', 'dist-demo/index.html'];

const changedAt = (path) => statSync(`${root}${path}`).mtimeMs;

/** A folder, since files may have been removed, and all files in it. */
const entriesOf = (folder) => [
  folder,
  ...readdirSync(`${root}${folder}`, { recursive: true }).map((name) => `${folder}/${name}`),
];

/** Builds if dist/ or dist-demo/ is missing, or older than its sources. Exits the process if the build fails. */
export function buildIfStale() {
  const newest = Math.max(...[...FOLDERS.flatMap(entriesOf), ...FILES].map(changedAt));
  const isFresh = (file) => existsSync(`${root}${file}`) && changedAt(file) >= newest;
  if (BUILT.every(isFresh)) return;
  const { status } = spawnSync(process.execPath, ['.ci/build.js'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
