import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { firefox } from '../browsers/others.js';
import { python } from '../webview/python.js';

/** A window without controls: with them, Tab would leave the page. */
async function openFirefox({ env }) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox(),
    headless: false,
    defaultViewport: null,
    env,
    args: ['--kiosk'],
    extraPrefsFirefox: { 'accessibility.force_disabled': -1 },
  });
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  return {
    open: async (url) => void (await page.goto(url)),
    async toTop(orca) {
      await orca.press('ctrl+Home');
      // Above the text, so that the page has the keyboard.
      await orca.click(1200, 3);
      return orca.press('ctrl+Home');
    },
    close: () => browser.close(),
  };
}

async function openWebKit({ start }) {
  const script = fileURLToPath(new URL('./view.py', import.meta.url));
  const view = start(python(), [script], ['pipe', 'pipe', 'ignore']);
  const lines = createInterface(view.stdout);
  return {
    async open(url) {
      view.stdin.write(`${url}\n`);
      await once(lines, 'line');
    },
    async close() {
      view.stdin.end();
      await once(view, 'exit');
    },
  };
}

/**
 * Browsers in a session with Orca. `toTop` leads the caret to the top of the page; without it, the page cannot be read line by
 * line (README).
 */
export const BROWSERS = { firefox: openFirefox, webkitgtk: openWebKit };
