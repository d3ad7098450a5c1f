import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { REQUEST_TIMEOUT, requestDeadline } from '../host/deadline.js';
import { SENT_LATE } from '../stand-ins/visitor.js';
import { openFixture } from './fixture.js';

const on = openFixture();

/** When the widget gives up, in milliseconds. */
const WIDGET_TIMEOUT = 15_000;

test('a request may take less time than the widget waits', () => {
  const timeout = mock.method(AbortSignal, 'timeout');
  requestDeadline();
  assert.deepEqual(timeout.mock.calls[0].arguments, [REQUEST_TIMEOUT]);
  // Some time is left for the network.
  assert.ok(REQUEST_TIMEOUT <= WIDGET_TIMEOUT - 2000);
});

/** Makes a server hang, passes the deadline when it does, and returns the response to the request. */
async function answerAtDeadline(server, path, request) {
  const deadline = on.holdDeadline();
  server.hangsOn = path;
  const hangs = new Promise((resolve) => (server.onHang = resolve));
  const answer = request();
  await hangs;
  deadline.pass();
  const { status } = await answer;
  return { status, deadlines: deadline.requests };
}

for (const [what, which, path] of [
  ['the patron', 'fbs', /patronid\/v2$/],
  ['the fees', 'fbs', /fees/],
  ['the hosted page', 'gateway', /payments$/],
]) {
  test(`all waits of a payment start end together: ${what}`, async () => {
    on.host.library.gateway = 'easy';
    const start = () => on.astrid.start([SENT_LATE], {}, 'key-1');
    const answer = await answerAtDeadline(on.host[which], path, start);
    assert.deepEqual(answer, { status: 503, deadlines: 1 });

    on.deadline = requestDeadline;
    on.host[which].hangsOn = undefined;
    assert.equal((await start()).status, 200);
  });
}

test('the list of fees ends at the deadline, too', async () => {
  const list = () => on.astrid.ask('/patron/fees');
  const answer = await answerAtDeadline(on.host.fbs, /fees/, list);
  assert.deepEqual(answer, { status: 503, deadlines: 1 });
});
