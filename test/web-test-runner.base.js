import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { countReporter } from '../.ci/count-reporter.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What every browser's run has in common. */
export const base = {
  rootDir: root,
  files: ['test/{core,element}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser'] },
  plugins: [esbuildPlugin({ ts: true, tsconfig: `${root}tsconfig.json` })],
  reporters: [defaultReporter(), countReporter()],
  testFramework: { config: { timeout: 20_000 } },
  // The widget says in the console what is wrong; the tests look there themselves.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('<ddb-debt-overview>'),
};
