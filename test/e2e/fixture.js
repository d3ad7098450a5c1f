import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { assertNothingStored } from '../attack/assert-nothing-stored.js';
import { PATRONS } from '../../integrations/payment-host/stand-ins/patrons.js';
import { assertFair } from '../../integrations/payment-host/test/assert-fair.js';
import { startHost } from '../../integrations/payment-host/stand-ins/start.js';
import { openBrowser } from '../pages/open-browser.js';
import { Patron } from './patron.js';

/**
 * A browser for all tests of a file, and for each test a payment host and the patron Astrid. After each test, nobody must
 * have been charged twice, or for anything that FBS has not registered.
 */
export function openFixture() {
  const on = {
    /** @type {import('../../integrations/payment-host/stand-ins/start.js').Host} */
    host: undefined,
    /** @type {Patron} */
    astrid: undefined,
    /** The offset of the payment host's clock, in milliseconds. */
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
      // Only a payment in progress may be stored.
      const { page } = on.astrid;
      if (page)
        await assertNothingStored(page, { origin: on.host.origin, allowsOpenPayment: true });
    } finally {
      await on.astrid.close();
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
