import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { leanLitSource } from '../.ci/build/lean-lit-source.js';
import { countReporter } from '../.ci/count-reporter.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const LEAN_LIT = '/lean-lit.js';

/** The element is tested with the Lit that the single file has. */
const leanLit = () => ({
  name: 'lean-lit',
  resolveImport: ({ source, context }) =>
    source === 'lit/html.js' && context.path.startsWith('/src/') ? LEAN_LIT : undefined,
  serve: ({ path }) => (path === LEAN_LIT ? { body: leanLitSource(), type: 'js' } : undefined),
});

/** What every browser's run has in common. */
export const base = {
  rootDir: root,
  files: ['test/{core,demo,element,fleet,fuzz}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser'] },
  plugins: [leanLit(), esbuildPlugin({ ts: true, tsconfig: `${root}tsconfig.json` })],
  reporters: [defaultReporter(), countReporter()],
  testFramework: { config: { timeout: 20_000 } },
  // The widget says in the console what is wrong; the tests look there themselves.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('<ddb-debt-overview>'),
};
