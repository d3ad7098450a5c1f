import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium as playwright } from 'playwright-core';
import { chromium } from '../browsers/chromium.js';

const cache = (name) =>
  fileURLToPath(new URL(`../../node_modules/.cache/${name}`, import.meta.url));

/** The Chromium in the package, even if another one is installed. */
async function packaged() {
  const { CHROME_PATH, PATH } = process.env;
  Object.assign(process.env, { CHROME_PATH: '', PATH: '' });
  try {
    const found = await chromium();
    if (found.executablePath.startsWith(cache('chromium'))) return found;
  } finally {
    Object.assign(process.env, { CHROME_PATH: CHROME_PATH ?? '', PATH });
  }
  throw new Error('The screenshots need the Chromium of a package, which runs only on Linux x64.');
}

/**
 * Only the package's fonts, and letters without antialiasing: their pixels are the same on every processor and take a
 * third less space.
 */
function useFonts() {
  const folder = cache('visual');
  mkdirSync(folder, { recursive: true });
  const plain = ['pattern', 'font'].map(
    (target) =>
      `<match target="${target}"><edit name="antialias" mode="assign"><bool>false</bool></edit></match>`,
  );
  writeFileSync(
    `${folder}/fonts.conf`,
    `<?xml version="1.0"?><fontconfig><dir>${cache('chromium/fonts')}</dir><cachedir>${folder}/fonts</cachedir>${plain.join('')}</fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = `${folder}/fonts.conf`;
}

/** Launches the browser for the screenshots. */
export async function openPinned() {
  const { executablePath, args } = await packaged();
  useFonts();
  return playwright.launch({
    executablePath,
    args: [
      ...args,
      '--disable-lcd-text',
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
    ],
  });
}
