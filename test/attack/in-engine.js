import { after, before, beforeEach, describe } from 'node:test';
import { ENGINES } from '../browsers/engines.js';
import { startAttacker } from './attacker.js';
import { openLibrary } from './library.js';

/**
 * Runs tests in one of the three engines, with a library's site and an attacker's server.
 * @param {string} name of the engine
 * @param {((on: { engine: import('../browsers/engines.js').Engine, library: import('./library.js').Library,
 *   attacker: import('./attacker.js').Attacker }) => void)[]} groups of tests
 */
export function inEngine(name, groups) {
  describe(name, { timeout: 180_000 }, () => {
    const on = { engine: undefined, library: undefined, attacker: undefined };

    before(async () => {
      on.library = await openLibrary();
      on.attacker = await startAttacker();
      on.engine = await ENGINES[name]();
    });

    after(async () => {
      await on.engine?.close();
      await on.library?.close();
      await on.attacker?.close();
    });

    beforeEach(() => {
      on.library.reset();
      on.attacker.clear();
    });

    for (const tests of groups) tests(on);
  });
}
