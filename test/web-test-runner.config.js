import { chromeLauncher } from '@web/test-runner-chrome';
import { chromium } from './browsers/chromium.js';
import { common } from './web-test-runner.common.js';

const { executablePath, args } = await chromium();

export default {
  ...common,
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
