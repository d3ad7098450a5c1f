import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { assertNothingKept } from '../attack/assert-nothing-kept.js';
import { PATRONS } from '../host/astrid.js';
import { assertFair } from '../host/assert-fair.js';
import { startHost } from '../host/host.js';
import { openBrowser } from '../pages/open-browser.js';
import { Patron } from './patron.js';

/**
 * A browser for a file of tests, and for each test a host of its own with Astrid before it. After each test, however it
 * went, nobody has been charged twice, or for anything but what FBS has registered.
 */
export function stage() {
  const on = {
    /** @type {import('../host/host.js').Host} */
    host: undefined,
    /** @type {Patron} */
    astrid: undefined,
    /** How many ms the host's time is ahead. */
    clock: 0,
  };
  let browser;

  before(async () => {
    browser = await openBrowser();
  });

  after(() => browser?.close());

  beforeEach(async () => {
    on.clock = 0;
    on.host = await startHost({ now: () => Date.now() + on.clock });
    on.astrid = new Patron(await browser.newContext({ locale: 'da-DK' }), on.host);
  });

  afterEach(async () => {
    try {
      // What a payment that is still under way needs is all that may be left in the tab.
      const { page } = on.astrid;
      if (page) await assertNothingKept(page, { origin: on.host.origin, mayBeOpen: true });
    } finally {
      await on.astrid.leave();
      await on.host.close();
    }
    assertFair(on.host);
    for (const { feeId, ore } of PATRONS.astrid) {
      const charges = on.host.chargesOf(String(feeId));
      assert.ok(charges.captures <= 1 && charges.ore <= ore, `${feeId} is charged once`);
    }
  });
  return on;
}
