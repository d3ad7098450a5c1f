import puppeteer from 'puppeteer-core';
import { chromium } from '../browsers/chromium.js';
import { ENGINES } from '../browsers/engines.js';
import { firefox } from '../browsers/others.js';

/**
 * A tab that can force colours and press keys if the browser supports it.
 * @typedef {import('../browsers/engines.js').Engine & {
 *   force?: (isForced: boolean) => Promise<void>,
 *   press?: (key: string) => Promise<void>,
 * }} Tab
 */

async function byPuppeteer(options, extend = () => ({})) {
  const browser = await puppeteer.launch({ headless: true, ...options });
  // The tab that Firefox begins with has no focus.
  const page = await browser.newPage();
  const own = await extend(page);
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: (script, ...args) => page.evaluate(script, ...args),
    resize: (width, height) => page.setViewport({ width, height }),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
    ...own,
  };
}

/** Chromium can force colours while a page is open. */
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

/** Firefox needs a preference before it starts. With 2 the user's colours override the page's. */
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
