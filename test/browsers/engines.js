import puppeteer from 'puppeteer-core';
import { remote } from 'webdriverio';
import { chromium } from './chromium.js';
import { firefox } from './others.js';
import { evaluateIn, startWebKit } from './webkit-driver.js';

/**
 * A browser with one tab, driven from outside the page.
 * @typedef {object} Engine
 * @property {(url: string) => Promise<void>} open
 * @property {<T>(script: (...given: any[]) => T | Promise<T>, ...given: unknown[]) => Promise<T>} evaluate
 *   runs in the page; what it is given and answers is JSON
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Engine>} */
async function byPuppeteer(launchOptions) {
  const browser = await puppeteer.launch({
    headless: true,
    protocolTimeout: 600_000,
    ...launchOptions,
  });
  const tab = (await browser.pages())[0] ?? (await browser.newPage());
  return {
    open: async (url) => void (await tab.goto(url, { timeout: 60_000 })),
    evaluate: (script, ...given) => tab.evaluate(script, ...given),
    resize: (width, height) => tab.setViewport({ width, height }),
    close: () => browser.close(),
  };
}

/** @returns {Promise<Engine>} */
async function byWebDriver() {
  const { client, end } = await startWebKit();
  const browser = await remote(client);
  await browser.setTimeout({ script: 600_000, pageLoad: 60_000 });
  return {
    open: async (url) => void (await browser.url(url)),
    evaluate: evaluateIn(browser),
    resize: async (width, height) => void (await browser.setWindowSize(width, height)),
    close: async () => {
      await browser.deleteSession();
      end();
    },
  };
}

/** The three engines, by name, each opened when it is asked for. One that is missing is an error. */
export const ENGINES = {
  Chromium: async () => byPuppeteer(await chromium()),
  Firefox: () => byPuppeteer({ browser: 'firefox', executablePath: firefox() }),
  WebKit: byWebDriver,
};
