import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { compileTemplates } from '../.ci/build/compile-templates.js';
import { prebundledPackages } from './prebundled-packages.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const INSTEAD = {
  'lit/html.js': '/src/views/compiled-html.ts',
  './heading.js': '/src/views/compiled-heading.ts',
};

/** The element is tested as the single file has it: with compiled templates, and without lit-html; but for `?lit`. */
const compiledViews = () => ({
  name: 'compiled-views',
  resolveImport: ({ source, context: { path, url } }) =>
    hasTemplates(path, url) ? INSTEAD[source] : undefined,
  transform: ({ path, url, body }) =>
    hasTemplates(path, url) ? { body: compileTemplates(body, path).toString() } : undefined,
});

const hasTemplates = (path, url) =>
  /^\/src\/views\/.*\.ts$|-templates\.ts$/.test(path) && !url.endsWith('?lit');

/** A picture's address, as Vite gives it to the demo. */
const addresses = () => ({
  name: 'addresses',
  serve: ({ path, querystring }) =>
    querystring === 'no-inline'
      ? { body: `export default ${JSON.stringify(path)};`, type: 'js' }
      : undefined,
});

/** What every run of tests in a browser has in common. */
export const base = {
  rootDir: root,
  nodeResolve: { exportConditions: ['browser'] },
  plugins: [
    addresses(),
    compiledViews(),
    await prebundledPackages(),
    esbuildPlugin({ ts: true, tsconfig: `${root}tsconfig.json` }),
  ],
  testFramework: { config: { timeout: 20_000 } },
  // The widget says in the console what is wrong; the tests look there themselves.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('<ddb-debt-overview>'),
};
