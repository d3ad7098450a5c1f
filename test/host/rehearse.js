import { afterEach, beforeEach } from 'node:test';
import { assertFair } from './assert-fair.js';
import { startHost } from './host.js';
import { Visitor } from './visitor.js';

/** A host of its own for each test of a file, its clock, and Astrid, logged in. */
export function rehearse() {
  const on = {
    /** @type {import('./host.js').Host} */
    host: undefined,
    /** @type {Visitor} */
    astrid: undefined,
    /** How many ms the host's time is ahead. */
    clock: 0,
  };

  beforeEach(async () => {
    on.clock = 0;
    on.host = await startHost({ now: () => Date.now() + on.clock });
    on.astrid = await Visitor.at(on.host);
  });

  afterEach(async () => {
    await on.host.close();
    assertFair(on.host);
  });
  return on;
}
