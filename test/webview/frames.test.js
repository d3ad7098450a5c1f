import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { page } from '../serve.js';
import { stage } from './stage.js';

const on = stage();

/** What a frame does that wants to be taken for the app: it says what it is told to, to the page around it. */
const PARROT =
  '<!doctype html><script>onmessage = ({ data }) => parent.postMessage(data, "*")</script>';

/** An app's own page, with a frame in it: dist/webview.html lets none in. */
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

const elsewhere = () => on.door.origin.replace('127.0.0.1', 'localhost');

describe('CONTRACT 7: an answer from a frame is ignored', () => {
  for (const [whose, origin] of [
    ['of the same origin', () => on.door.origin],
    ['of another origin', elsewhere],
  ]) {
    test(`a frame ${whose}`, async () => {
      on.app.token = () => undefined;
      on.door.routes['/parrot'] = page(PARROT);
      on.door.routes['/app'] = page(pageWith(`${origin()}/parrot`));
      await on.view.load(`${on.door.origin}/app`);
      const { type, id } = await on.view.message('ddb-debt-token');
      const forged = { version: 1, type, id, token: on.tokens[0] };
      const said = on.view.heard.length;
      await on.view.evaluate((answer) => frames[0].postMessage(answer, '*'), forged);
      await wait(400);
      assert.deepEqual(on.fees(), []);
      assert.equal(await on.astrid.count('debt'), 0);
      assert.ok(
        on.view.heard.slice(said).some((line) => /^warn: .*is not the app/.test(line)),
        on.view.heard.join('\n'),
      );

      // The same words from the native side.
      await on.view.answer(forged);
      await on.astrid.sees('debt');
    });
  }
});
