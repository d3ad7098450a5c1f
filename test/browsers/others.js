import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from './on-path.js';

const missing = (browser, variable, packages) =>
  new Error(`${browser} is missing: install ${packages} (Debian), or set ${variable} to it.`);

/** Firefox for tests: FIREFOX_PATH, or one on the PATH. */
export function firefox() {
  const found = process.env.FIREFOX_PATH || onPath('firefox-esr') || onPath('firefox');
  if (!found) throw missing('Firefox', 'FIREFOX_PATH', 'firefox-esr');
  return found;
}

const LIBRARIES = '/usr/lib';

/** WebKitGTK's small browser, which its packages keep out of the PATH: MINIBROWSER_PATH, or where Debian puts it. */
export function webKit() {
  const folders = existsSync(LIBRARIES) ? readdirSync(LIBRARIES) : [];
  const found =
    process.env.MINIBROWSER_PATH ||
    folders
      .flatMap((folder) =>
        ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((version) =>
          join(LIBRARIES, folder, version, 'MiniBrowser'),
        ),
      )
      .find(existsSync);
  if (!found || !onPath('WebKitWebDriver')) {
    throw missing('WebKitGTK', 'MINIBROWSER_PATH', 'webkit2gtk-driver');
  }
  return found;
}

/** A screen for a browser that needs one. */
export function virtualScreen() {
  const found = onPath('Xvfb');
  if (!found) throw new Error('Xvfb is missing: install xvfb (Debian).');
  return found;
}
