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

/** Without what V8 keeps of code that is used often, and lets go of when it likes: then the heap is what the page holds. */
const INTERPRETED = '--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode';

/**
 * What happens to a page: `asks` so many requests for debts track from it within the hour, no more and no fewer; `lost`
 * so many of them never reach the server.
 * @typedef {{ what: string, expectedRequests: number, lost?: number, run: (fixture: Fixture) => Promise<unknown> }} Activity
 */

/**
 * A library's page in a real browser at a real server, on a clock that is turned by hand.
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
    // What the browser says of answers that are no success is not the widget's.
    if (!/^Failed to load resource/.test(line.text())) errors.push(line.text());
  });
  tab.setDefaultTimeout(10_000);
  await tab.addInitScript({ content: readFileSync(SINON, 'utf8') });
  await tab.addInitScript(controlPage, now);
  await tab.goto(site.origin);

  const part = (name) => tab.locator(`ddb-debt-overview [part~=${name}]`);
  const controls = (name, ...given) =>
    tab.evaluate(
      ([member, words]) => {
        const found = window.controls[member];
        return typeof found === 'function' ? found(...words) : found;
      },
      [name, given],
    );
  return {
    tab,
    site,
    errors,
    part,
    /** A member of the page's `controls`: its value, or what it answers. */
    controls,
    /** Runs in the page, with the element. */
    element: (script, given) => tab.locator('ddb-debt-overview').first().evaluate(script, given),
    async press(name) {
      await part(name).click();
      await controls('settle');
    },
    /** The network goes, or comes; what follows from it has happened. */
    async network(there) {
      const heard = tab.evaluate(
        (name) =>
          new Promise((resolve) => addEventListener(name, () => resolve(0), { once: true })),
        there ? 'online' : 'offline',
      );
      await context.setOffline(!there);
      await heard;
      await controls('settle');
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
