import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { compileTemplates } from '../.ci/build/compile-templates.js';
import { countReporter } from '../.ci/count-reporter.js';
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

/** One page for all tests of a folder. Tests of pure functions leave nothing behind that needs a page of its own. */
function sharedPage(folder) {
  const cache = `${root}node_modules/.cache/test-pages`;
  const tests = readdirSync(`${root}test/${folder}`).filter((name) => name.endsWith('.test.ts'));
  mkdirSync(cache, { recursive: true });
  const page = `${cache}/${folder}.test.js`;
  writeFileSync(page, tests.map((name) => `import '/test/${folder}/${name}';\n`).join(''));
  return page;
}

/** What every browser's run has in common. */
export const base = {
  rootDir: root,
  files: [
    sharedPage('core'),
    sharedPage('demo'),
    'test/{element,fleet,fuzz,titles,views}/**/*.test.ts',
  ],
  nodeResolve: { exportConditions: ['browser'] },
  plugins: [
    addresses(),
    compiledViews(),
    await prebundledPackages(),
    esbuildPlugin({ ts: true, tsconfig: `${root}tsconfig.json` }),
  ],
  reporters: [defaultReporter(), countReporter()],
  testFramework: { config: { timeout: 20_000 } },
  // The widget says in the console what is wrong; the tests look there themselves.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('<ddb-debt-overview>'),
};
