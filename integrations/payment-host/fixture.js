import { afterEach, beforeEach } from 'node:test';
import { assertFair } from './assert-fair.js';
import { startHost } from './host.js';
import { Visitor } from './visitor.js';

/** Starts a payment host before each test of a file, with a clock, and Astrid logged in. */
export function openFixture() {
  const on = {
    /** @type {import('./host.js').Host} */
    host: undefined,
    /** @type {Visitor} */
    astrid: undefined,
    /** The offset of the host's clock, in milliseconds. */
    clock: 0,
  };

  beforeEach(async () => {
    on.clock = 0;
    on.host = await startHost({ now: () => Date.now() + on.clock });
    on.astrid = await Visitor.open(on.host);
  });

  afterEach(async () => {
    await on.host.close();
    assertFair(on.host);
  });
  return on;
}
