import puppeteer from 'puppeteer-core';
import { chromium } from '../browsers/chromium.js';
import { ENGINES } from '../browsers/engines.js';
import { firefox } from '../browsers/others.js';

/**
 * A tab in which the colours can be forced, and keys be pressed, where the browser lets itself be told to.
 * @typedef {import('../browsers/engines.js').Engine & {
 *   force?: (isForced: boolean) => Promise<void>,
 *   press?: (key: string) => Promise<void>,
 * }} Tab
 */

async function byPuppeteer(options, more = () => ({})) {
  const browser = await puppeteer.launch({ headless: true, ...options });
  // The tab that Firefox begins with has no focus.
  const page = await browser.newPage();
  const own = await more(page);
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: (script, ...given) => page.evaluate(script, ...given),
    resize: (width, height) => page.setViewport({ width, height }),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
    ...own,
  };
}

/** Chromium is told to force colours while a page is open. */
const openChromium = async () =>
  byPuppeteer(await chromium(), async (page) => {
    const session = await page.createCDPSession();
    return {
      force: async (isForced) =>
        void (await session.send('Emulation.setEmulatedMedia', {
          features: [{ name: 'forced-colors', value: isForced ? 'active' : 'none' }],
        })),
    };
  });

/** Firefox is told before it starts. With 2 the reader's colours go before every page's. */
const openFirefox = (isForced) =>
  byPuppeteer({
    browser: 'firefox',
    executablePath: firefox(),
    extraPrefsFirefox: { 'browser.display.document_color_use': isForced ? 2 : 0 },
  });

/** Each with the looks it can show. WebKitGTK has no forced colours. @type {Record<string, () => Promise<Tab>>} */
export const TABS = {
  Chromium: openChromium,
  Firefox: () => openFirefox(false),
  'Firefox, forced colours': () => openFirefox(true),
  WebKit: ENGINES.WebKit,
};
