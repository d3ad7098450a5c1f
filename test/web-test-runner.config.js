import { chromeLauncher } from '@web/test-runner-chrome';
import { chromium } from './browsers/chromium.js';
import { base } from './web-test-runner.base.js';

const { executablePath, args } = await chromium();

export default {
  ...base,
  browsers: [chromeLauncher({ launchOptions: { executablePath, args } })],
  coverage: true,
  coverageConfig: {
    include: ['src/**/*.ts'],
    exclude: ['src/localization/generated/**'],
    reporters: ['text-summary', 'lcovonly'],
    reportDir: 'coverage',
    threshold: { lines: 95 },
  },
};
