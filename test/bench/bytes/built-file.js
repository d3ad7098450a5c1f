import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));
export const NAME = 'ddb-debt-overview.js';

/**
 * The single file and its source map, as they were built.
 * @returns {{ code: string, map: { sources: string[], sourcesContent: string[] } }}
 */
export function builtFile() {
  const path = `${DIST}/${NAME}`;
  if (!existsSync(`${path}.map`)) throw new Error('dist/ is not built: npm run build.');
  return {
    code: readFileSync(path, 'utf8'),
    map: JSON.parse(readFileSync(`${path}.map`, 'utf8')),
  };
}
