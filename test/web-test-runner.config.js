import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { chromium } from './browsers/chromium.js';
import { firefox } from './browsers/others.js';
import { startWebKit } from './browsers/webkit-driver.js';
import { base } from './web-test-runner.base.js';

/** All tests of a folder in one page. Tests of pure functions leave nothing behind. */
function sharedPage(folder) {
  const cache = `${base.rootDir}node_modules/.cache/test-pages`;
  const tests = readdirSync(`${base.rootDir}test/${folder}`).filter(
    (name) => name.endsWith('.test.ts') && !EXHAUSTIVE.endsWith(name),
  );
  mkdirSync(cache, { recursive: true });
  const page = `${cache}/${folder}.test.js`;
  writeFileSync(page, tests.map((name) => `import '/test/${folder}/${name}';\n`).join(''));
  return page;
}

/** It computes for so long that it has a page of its own. */
const EXHAUSTIVE = 'test/core/payment-exhaustive.test.ts';

/** Tests of what browsers may do differently. */
const ELEMENT_TESTS = 'test/{element,titles}/**/*.test.ts';

/** Pages that run at the same time share no storage, channel or lock, and each of them has the focus. */
async function createPage({ browser }) {
  const page = await (await browser.createBrowserContext()).newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

const RUNS = {
  chromium: async () => ({
    files: [
      EXHAUSTIVE,
      sharedPage('core'),
      sharedPage('demo'),
      ELEMENT_TESTS,
      'test/{fleet,fuzz}/*.test.ts',
    ],
    browsers: [chromeLauncher({ launchOptions: await chromium(), createPage })],
    // One more than there are processors: many tests wait for a timer.
    concurrency: availableParallelism() + 1,
  }),
  firefox: async () => ({
    files: ELEMENT_TESTS,
    browsers: [
      chromeLauncher({
        puppeteer,
        concurrency: 1,
        launchOptions: { browser: 'firefox', executablePath: firefox(), headless: true },
      }),
    ],
  }),
  webkit: async () => ({
    files: ELEMENT_TESTS,
    browsers: [webdriverLauncher((await startWebKit()).client)],
  }),
};

const { BROWSER = 'chromium' } = process.env;
const run = RUNS[BROWSER];
if (!run) throw new Error(`BROWSER is ${BROWSER}. It can be ${Object.keys(RUNS).join(', ')}.`);

export default {
  ...base,
  ...(await run()),
  // Measured with `--coverage`.
  coverageConfig: {
    include: ['src/**/*.ts'],
    exclude: ['src/i18n/generated/**'],
    reporters: ['text-summary', 'lcovonly'],
    reportDir: 'coverage',
    threshold: { lines: 95 },
  },
};
