import { availableParallelism } from 'node:os';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromium } from './browsers/chromium.js';
import { base } from './web-test-runner.base.js';

const { executablePath, args } = await chromium();

/** Pages that run at the same time share no storage, channel or lock, and each of them has the focus. */
async function createPage({ browser }) {
  const page = await (await browser.createBrowserContext()).newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  return page;
}

export default {
  ...base,
  // One more than there are processors: many tests wait for a timer.
  concurrency: availableParallelism() + 1,
  browsers: [chromeLauncher({ launchOptions: { executablePath, args }, createPage })],
  // Measured with `--coverage`.
  coverageConfig: {
    include: ['src/**/*.ts'],
    exclude: ['src/localization/generated/**'],
    reporters: ['text-summary', 'lcovonly'],
    reportDir: 'coverage',
    threshold: { lines: 95 },
  },
};
