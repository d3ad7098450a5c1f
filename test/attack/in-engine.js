import { after, before, beforeEach, describe } from 'node:test';
import { ENGINES } from '../browsers/engines.js';
import { startEvil } from './evil.js';
import { openLibrary } from './library.js';

/**
 * Tests in one of the three engines, at a library's site with somebody else's server beside it.
 * @param {string} name of the engine
 * @param {((on: { engine: import('../browsers/engines.js').Engine, library: import('./library.js').Library,
 *   evil: import('./evil.js').Evil }) => void)[]} groups of tests
 */
export function inEngine(name, groups) {
  describe(name, { timeout: 180_000 }, () => {
    const on = { engine: undefined, library: undefined, evil: undefined };

    before(async () => {
      on.library = await openLibrary();
      on.evil = await startEvil();
      on.engine = await ENGINES[name]();
    });

    after(async () => {
      await on.engine?.close();
      await on.library?.close();
      await on.evil?.close();
    });

    beforeEach(() => {
      on.library.reset();
      on.evil.forget();
    });

    for (const tests of groups) tests(on);
  });
}
