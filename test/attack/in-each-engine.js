import { after, before, beforeEach, describe } from 'node:test';
import { ENGINES } from '../browsers/engines.js';
import { startEvil } from './evil.js';
import { openLibrary } from './library.js';

/** Chromium last: it says in the environment where its fonts are, and a WebKit that hears that shows no letters. */
const IN_TURN = Object.entries(ENGINES).reverse();

/**
 * The same tests in each of the three engines, at a library's site with somebody else's server beside it.
 * @param {(on: { engine: import('../browsers/engines.js').Engine, library: import('./library.js').Library,
 *   evil: import('./evil.js').Evil }) => void} tests
 */
export function inEachEngine(tests) {
  for (const [name, open] of IN_TURN) {
    describe(name, { timeout: 180_000 }, () => {
      const on = { engine: undefined, library: undefined, evil: undefined };

      before(async () => {
        on.library = await openLibrary();
        on.evil = await startEvil();
        on.engine = await open();
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

      tests(on);
    });
  }
}
