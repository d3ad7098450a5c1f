import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onPath } from './on-path.js';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));
const CHROMIUM = join(CACHE, 'chromium');

/** Ghostscript's fonts, which come with the screen reader, would stand in for bold letters. */
const UNUSED_FONTS =
  '<selectfont><rejectfont><glob>/usr/share/fonts/*/urw-base35/*</glob></rejectfont></selectfont>';

/**
 * The package looks for its fonts in /tmp only; a page without any font has letters of no width. The file is replaced as a
 * whole, because other processes may be reading it.
 */
function useFonts() {
  const file = join(CACHE, 'fonts.conf');
  const dirs = ['/usr/share/fonts', '/usr/local/share/fonts', join(CACHE, 'fonts')]
    .map((dir) => `<dir>${dir}</dir>`)
    .join('');
  const text = `<?xml version="1.0"?><fontconfig>${dirs}${UNUSED_FONTS}<cachedir>${join(CACHE, 'fonts-cache')}</cachedir></fontconfig>`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  }
  process.env.FONTCONFIG_FILE = file;
  delete process.env.FONTCONFIG_PATH;
}

/** Unpacks into a folder of this process, and moves it to its place: several test processes may start at once. */
async function unpack(chromium) {
  const own = `${CACHE}.${process.pid}`;
  mkdirSync(own, { recursive: true });
  process.env.TMPDIR = own;
  await chromium.executablePath();
  try {
    renameSync(own, CACHE);
  } catch (error) {
    rmSync(own, { recursive: true });
    // Unless another process was faster.
    if (!existsSync(CHROMIUM)) throw error;
  }
}

/** The Chromium that ships inside a package: Linux x64, no system package needed. */
async function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // The package unpacks the libraries it needs only where it believes to be in this environment, and into TMPDIR.
  const { AWS_EXECUTION_ENV, TMPDIR } = process.env;
  Object.assign(process.env, { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', TMPDIR: CACHE });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    if (!existsSync(CHROMIUM)) await unpack(chromium);
    useFonts();
    return CHROMIUM;
  } finally {
    for (const [name, value] of Object.entries({ AWS_EXECUTION_ENV, TMPDIR })) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

/** Tests of one process open browsers at the same time, and must not unpack into one folder. */
let unpacked;

/**
 * A Chromium for tests: CHROME_PATH, Chrome on macOS, one on the PATH, or the one inside a package.
 * @returns {Promise<{ executablePath: string, args: string[] }>}
 */
export async function chromium() {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const installed =
    process.env.CHROME_PATH ||
    (existsSync(mac) && mac) ||
    ['google-chrome', 'google-chrome-stable', 'chromium'].map(onPath).find(Boolean);
  const executablePath = installed || (await (unpacked ??= packaged()));
  if (!executablePath) {
    throw new Error('No Chrome or Chromium found: install one, or set CHROME_PATH to it.');
  }
  // Chromium refuses to run as root with its sandbox on, and the one in the package comes without what it needs.
  const bare = !installed || process.getuid?.() === 0;
  return { executablePath, args: bare ? ['--no-sandbox'] : [] };
}
