import { afterEach, beforeEach } from 'node:test';
import { requestDeadline } from '../host/deadline.js';
import { startHost } from '../stand-ins/start.js';
import { Visitor } from '../stand-ins/visitor.js';
import { assertFair } from './assert-fair.js';

/** Starts a payment host before each test of a file, with a clock, and Astrid logged in. */
export function openFixture() {
  const on = {
    /** @type {import('../stand-ins/start.js').Host} */
    host: undefined,
    /** @type {Visitor} */
    astrid: undefined,
    /** The offset of the host's clock, in milliseconds. */
    clock: 0,
    deadline: requestDeadline,
    /** Lets a test end the calls of a request by hand, in place of the time. */
    holdDeadline() {
      const controller = new AbortController();
      const held = { requests: 0, pass: () => controller.abort() };
      on.deadline = () => {
        held.requests++;
        return controller.signal;
      };
      return held;
    },
  };

  beforeEach(async () => {
    on.clock = 0;
    on.deadline = requestDeadline;
    on.host = await startHost({
      now: () => Date.now() + on.clock,
      deadline: () => on.deadline(),
    });
    on.astrid = await Visitor.open(on.host);
  });

  afterEach(async () => {
    await on.host.close();
    assertFair(on.host);
  });
  return on;
}
