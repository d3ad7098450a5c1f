import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { page } from '../serve.js';
import { openFixture } from './fixture.js';

const on = openFixture();

/** A frame that pretends to be the app: it sends each message that it receives to its parent page. */
const ECHO_FRAME =
  '<!doctype html><script>onmessage = ({ data }) => parent.postMessage(data, "*")</script>';

/** An app's own page with a frame, which dist/webview.html does not allow. */
const pageWith = (frame) => `<!doctype html>
  <html lang="da">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <script src="/ddb-debt-overview.js"></script>
    </head>
    <body>
      <ddb-debt-overview channel="app" fees-url="/patron/fees"></ddb-debt-overview>
      <iframe src="${frame}"></iframe>
    </body>
  </html>`;

const otherOrigin = () => on.proxy.origin.replace('127.0.0.1', 'localhost');

describe('CONTRACT 7: an answer from a frame is ignored', () => {
  for (const [whose, origin] of [
    ['of the same origin', () => on.proxy.origin],
    ['of another origin', otherOrigin],
  ]) {
    test(`a frame ${whose}`, async () => {
      on.app.token = () => undefined;
      on.proxy.routes['/echo'] = page(ECHO_FRAME);
      on.proxy.routes['/app'] = page(pageWith(`${origin()}/echo`));
      await on.view.load(`${on.proxy.origin}/app`);
      const { type, id } = await on.view.message('ddb-debt-token');
      const forged = { version: 1, type, id, token: on.tokens[0] };
      const lineCount = on.view.consoleLines.length;
      await on.view.evaluate((answer) => frames[0].postMessage(answer, '*'), forged);
      await wait(400);
      assert.deepEqual(on.fees(), []);
      assert.equal(await on.astrid.count('debt'), 0);
      assert.ok(
        on.view.consoleLines.slice(lineCount).some((line) => /^warn: .*is not the app/.test(line)),
        on.view.consoleLines.join('\n'),
      );

      // The native side sends the same message.
      await on.view.answer(forged);
      await on.astrid.waitFor('debt');
    });
  }
});
