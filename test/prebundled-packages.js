import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The packages that test pages import. Others are served module by module. */
const ENTRIES = [
  '@mswjs/interceptors/fetch',
  '@open-wc/testing',
  'fast-check',
  'graphql',
  'lit',
  'lit/decorators.js',
  'lit/directives/live.js',
  'lit/directives/style-map.js',
  'lit/html.js',
  'msw',
  'msw/experimental',
  'sinon',
];

/**
 * A plugin that serves packages as a few files: without it, each test page requests about 300 modules of theirs.
 * The files are kept until package-lock.json changes.
 */
export async function prebundledPackages() {
  const key = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .update(ENTRIES.join())
    .digest('hex');
  const folder = `node_modules/.cache/test-packages/${key.slice(0, 16)}`;
  const fileOf = (entry) => `${entry.replace(/\.js$/, '').replaceAll('/', '__')}.js`;
  if (!existsSync(`${root}${folder}`)) {
    await build({
      absWorkingDir: root,
      bundle: true,
      conditions: ['browser'],
      define: { 'process.env.NODE_ENV': '"production"' },
      entryPoints: ENTRIES.map((entry) => ({ in: entry, out: fileOf(entry).slice(0, -3) })),
      format: 'esm',
      minifyWhitespace: true,
      outdir: `${folder}-${process.pid}`,
      splitting: true,
      target: 'es2022',
    });
    try {
      renameSync(`${root}${folder}-${process.pid}`, `${root}${folder}`);
    } catch (error) {
      // Another process has written the same file.
      if (!existsSync(`${root}${folder}`)) throw error;
      rmSync(`${root}${folder}-${process.pid}`, { recursive: true });
    }
  }
  return {
    name: 'prebundled-packages',
    resolveImport: ({ source }) =>
      ENTRIES.includes(source) ? `/${folder}/${fileOf(source)}` : undefined,
  };
}
