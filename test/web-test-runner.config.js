import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromium } from './browsers/chromium.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What every browser's run has in common. */
export const common = {
  rootDir: root,
  files: ['test/{core,element,house}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser'] },
  plugins: [esbuildPlugin({ ts: true, tsconfig: `${root}tsconfig.json` })],
  testFramework: { config: { timeout: 20_000 } },
  // The widget says in the console what is wrong; the tests look there themselves.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('<ddb-debt-overview>'),
};

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
