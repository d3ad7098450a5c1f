import { setTimeout as wait } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { Key, remote } from 'webdriverio';
import { chromium } from '../browsers/chromium.js';
import { firefox } from '../browsers/others.js';
import { evaluateIn, startWebKit } from '../browsers/webkit-driver.js';

/**
 * A browser with one tab and a keyboard.
 * @typedef {object} Keyboard
 * @property {string} version
 * @property {(url: string) => Promise<void>} open
 * @property {<T>(script: (...given: any[]) => T | Promise<T>, ...given: unknown[]) => Promise<T>} evaluate
 *   runs in the page; its arguments and its result are JSON
 * @property {(key: 'Tab' | 'Shift+Tab' | 'Space' | 'Enter') => Promise<void>} press
 * @property {() => Promise<import('puppeteer-core').CDPSession>} [devtools] Chromium alone
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Keyboard>} */
async function byPuppeteer(options) {
  const browser = await puppeteer.launch({ headless: true, ...options });
  // The first tab of Firefox has no focus, so keys have no effect there.
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1000, height: 800 });
  const { keyboard } = tab;
  return {
    version: await browser.version(),
    open: async (url) => void (await tab.goto(url, { waitUntil: 'domcontentloaded' })),
    evaluate: (script, ...given) => tab.evaluate(script, ...given),
    async press(key) {
      if (key !== 'Shift+Tab') return keyboard.press(key === 'Space' ? ' ' : key);
      await keyboard.down('Shift');
      await keyboard.press('Tab');
      await keyboard.up('Shift');
    },
    devtools: () => tab.createCDPSession(),
    close: () => browser.close(),
  };
}

const WEBDRIVER_KEYS = {
  Tab: [Key.Tab],
  'Shift+Tab': [Key.Shift, Key.Tab],
  Space: [' '],
  Enter: [Key.Enter],
};

/** @returns {Promise<Keyboard>} */
async function byWebDriver() {
  const { client, end } = await startWebKit();
  const browser = await remote(client);
  await browser.setTimeout({ script: 20_000, pageLoad: 20_000 });
  const { browserName, browserVersion } = browser.capabilities;
  return {
    version: `${browserName}/${browserVersion}`,
    open: async (url) => void (await browser.url(url)),
    evaluate: evaluateIn(browser),
    press: (key) => browser.keys(WEBDRIVER_KEYS[key]),
    close: async () => {
      await browser.deleteSession();
      end();
    },
  };
}

export const KEYBOARDS = {
  Chromium: async () => byPuppeteer(await chromium()),
  Firefox: () => byPuppeteer({ browser: 'firefox', executablePath: firefox() }),
  WebKit: byWebDriver,
};

/**
 * Waits until `holds` returns a truthy value in the page, also across navigations. Returns that value.
 * @template T
 * @param {Keyboard} keyboard
 * @param {(...given: any[]) => T} holds
 * @returns {Promise<T>}
 */
export async function until(keyboard, holds, ...given) {
  const end = Date.now() + 60_000;
  let fault = 'the condition is false';
  while (Date.now() < end) {
    // The page can be unloaded during the evaluation.
    const answer = await keyboard.evaluate(holds, ...given).catch((error) => void (fault = error));
    if (answer) return answer;
    await wait(20);
  }
  const words = await keyboard
    .evaluate(() => document.querySelector('ddb-debt-overview')?.shadowRoot.textContent)
    .catch(() => '');
  throw new Error(
    `Timed out waiting for ${holds} (${given}): ${fault}. The text of the element: ${words}`,
  );
}
