import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../pages/open-browser.js';
import { controlPage } from './controlled-page.js';
import { openSite } from './library-site.js';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const SINON = createRequire(import.meta.url).resolve('sinon/pkg/sinon-no-sourcemaps.cjs');

/** Disables optimised code, which V8 keeps and discards at its own discretion, so that the heap is only what the page holds. */
const INTERPRETED = '--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode';

/**
 * An activity in the page. `expectedRequests` is the exact number of requests for debts that it causes within the hour;
 * `lost` of these never reach the server.
 * @typedef {{ what: string, expectedRequests: number, lost?: number, run: (fixture: Fixture) => Promise<unknown> }} Activity
 */

/**
 * A library's page in a browser, with a real server and a fake clock.
 * @typedef {Awaited<ReturnType<typeof openFixture>>} Fixture
 * @param {number} now when the page is opened, in milliseconds since 1970
 */
export async function openFixture(now) {
  const site = await openSite(DIST);
  const browser = await openBrowser([INTERPRETED]);
  const context = await browser.newContext();
  const tab = await context.newPage();
  /** @type {string[]} */
  const errors = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  tab.on('console', (line) => {
    // The browser logs error responses itself.
    if (!/^Failed to load resource/.test(line.text())) errors.push(line.text());
  });
  tab.setDefaultTimeout(10_000);
  await tab.addInitScript({ content: readFileSync(SINON, 'utf8') });
  await tab.addInitScript(controlPage, now);
  await tab.goto(site.origin);

  const part = (name) => tab.locator(`ddb-debt-overview [part~=${name}]`);
  const controls = (name, ...given) =>
    tab.evaluate(
      ([member, args]) => {
        const found = window.controls[member];
        return typeof found === 'function' ? found(...args) : found;
      },
      [name, given],
    );
  return {
    tab,
    site,
    errors,
    part,
    /** Reads a property of the page's `controls`, or calls a method. */
    controls,
    /** Runs a function in the page with the element. */
    element: (script, given) => tab.locator('ddb-debt-overview').first().evaluate(script, given),
    async press(name) {
      await part(name).click();
      await controls('settle');
    },
    /** Switches the network on or off, and waits for the effects. */
    async setOnline(online) {
      const event = tab.evaluate(
        (name) =>
          new Promise((resolve) => addEventListener(name, () => resolve(0), { once: true })),
        online ? 'online' : 'offline',
      );
      await context.setOffline(!online);
      await event;
      await controls('settle');
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
