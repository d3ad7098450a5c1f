import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from './stage.js';

/** As iOS's WKScriptMessageHandlerWithReply: the native `postMessage` gives a promise. */
const on = stage({ withReply: true });

describe('CONTRACT 7: a native side whose postMessage gives a promise', () => {
  test('that answers by postMessage all the same', async () => {
    await on.open();
    assert.equal(on.fees()[0].authorization, `Bearer ${on.tokens[0]}`);
    assert.equal(on.view.messagesOf('ddb-debt-token').length, 1);
    assert.deepEqual(on.view.heard, []);
  });

  test('whose promise gives something of its own: it is nobody’s answer', async () => {
    const { token } = on.app;
    on.app.token = () => undefined;
    on.view.reply = ({ type, id }) => ({ version: 1, type, id, token: token({ refused: false }) });
    await on.view.load(`${on.door.origin}/webview.html`);
    const { type, id } = await on.view.message('ddb-debt-token');
    await on.view.message('ddb-debt-resize');
    assert.deepEqual(on.fees(), []);
    await on.view.answer({ version: 1, type, id, token: on.tokens[0] });
    await on.astrid.sees('debt');
    assert.deepEqual(on.view.heard, []);
  });

  test('whose promise fails: it is said in the console, and nothing else fails', async () => {
    on.view.reply = ({ type }) =>
      type === 'ddb-debt-resize' ? new Error('not implemented') : null;
    await on.open();
    await on.view.message('ddb-debt-resize');
    await on.refresh();
    assert.match(on.view.heard.join('\n'), /^warn: .*ddb-debt-resize/);
  });
});
