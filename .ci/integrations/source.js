import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/** Imports a TypeScript file of this project into Node, with the languages of `ddb-debt-overview.js`. */
export async function source(file) {
  const { module } = await runnerImport(path(file), {
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: { './generated/dictionaries.js': path('src/i18n/dictionaries.da-en.ts') },
    },
  });
  return module;
}
