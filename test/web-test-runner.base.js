import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { NIGHTLY } from './nightly.js';
import { prebundledPackages } from './prebundled-packages.js';
import { SEED } from './property-seed.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The URL of an image, as Vite gives it to the demo. */
const addresses = () => ({
  name: 'addresses',
  serve: ({ path, querystring }) =>
    querystring === 'no-inline'
      ? { body: `export default ${JSON.stringify(path)};`, type: 'js' }
      : undefined,
});

/** The browser has no environment variables. */
const nightly = () => ({
  name: 'nightly',
  serve: ({ path }) =>
    path === '/test/nightly.js' ? `export const NIGHTLY = ${NIGHTLY};` : undefined,
});

/** The configuration of every run of tests in a browser. */
export const base = {
  rootDir: root,
  nodeResolve: { exportConditions: ['browser'] },
  plugins: [
    addresses(),
    nightly(),
    await prebundledPackages(),
    esbuildPlugin({ ts: true, tsconfig: `${root}tsconfig.json` }),
  ],
  testRunnerHtml: (testFramework) => `<!doctype html>
    <script type="module">
      import { configureGlobal } from 'fast-check';
      configureGlobal({ seed: ${SEED} });
    </script>
    <script type="module" src="${testFramework}"></script>`,
  testFramework: { config: { timeout: 20_000 } },
  // The exhaustive test of payment computes, and has one more step each night.
  testsFinishTimeout: NIGHTLY ? 900_000 : 300_000,
  // The widget logs problems in the console; the tests check them.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('<ddb-debt-overview>'),
};
