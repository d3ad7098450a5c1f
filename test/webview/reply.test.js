import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openFixture } from './fixture.js';

/** As iOS's WKScriptMessageHandlerWithReply: the native `postMessage` returns a promise. */
const on = openFixture({ withReply: true });

describe('CONTRACT 7: a native side whose postMessage returns a promise', () => {
  test('accepts an answer by postMessage', async () => {
    await on.open();
    assert.equal(on.fees()[0].authorization, `Bearer ${on.tokens[0]}`);
    assert.equal(on.view.messagesOf('ddb-debt-token').length, 1);
    assert.deepEqual(on.view.consoleLines, []);
  });

  test('ignores the value of the promise', async () => {
    const { token } = on.app;
    on.app.token = () => undefined;
    on.view.reply = ({ type, id }) => ({ version: 1, type, id, token: token({ refused: false }) });
    await on.view.load(`${on.proxy.origin}/webview.html`);
    const { type, id } = await on.view.message('ddb-debt-token');
    await on.view.message('ddb-debt-resize');
    assert.deepEqual(on.fees(), []);
    await on.view.answer({ version: 1, type, id, token: on.tokens[0] });
    await on.astrid.waitFor('debt');
    assert.deepEqual(on.view.consoleLines, []);
  });

  test('warns in the console if the promise is rejected, and nothing else fails', async () => {
    on.view.reply = ({ type }) =>
      type === 'ddb-debt-resize' ? new Error('not implemented') : null;
    await on.open();
    await on.view.message('ddb-debt-resize');
    await on.refresh();
    assert.match(on.view.consoleLines.join('\n'), /^warn: .*ddb-debt-resize/);
  });
});
