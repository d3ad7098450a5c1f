import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { openFixture } from './fixture.js';

const on = openFixture();

/** How long to wait before asserting that nothing was requested, in ms. */
const A_WHILE = 400;

const type = 'ddb-debt-token';

const load = () => on.view.load(`${on.proxy.origin}/webview.html`);

describe('CONTRACT 7: messages that do not answer the token request', () => {
  for (const [what, answerTo] of [
    ['to another question', () => ({ version: 1, type, id: 'another', token: on.tokens[0] })],
    ['to none', () => ({ version: 1, type, token: on.tokens[0] })],
    ['with a number for a token', ({ id }) => ({ version: 1, type, id, token: 5 })],
    ['with an object for a token', ({ id }) => ({ version: 1, type, id, token: {} })],
    ['without a token', ({ id }) => ({ version: 1, type, id })],
    ['of another version', ({ id }) => ({ version: 2, type, id, token: on.tokens[0] })],
    ['of no version', ({ id }) => ({ type, id, token: on.tokens[0] })],
    ['that breaks off', ({ id }) => `{"version":1,"type":"${type}","id":"${id}","token":"x`],
  ]) {
    test(`ignores an answer ${what}, warns in the console and uses the next answer`, async () => {
      on.app.token = () => undefined;
      await load();
      const question = await on.view.message(type);
      const said = on.view.consoleLines.length;
      await on.view.answer(answerTo(question));
      await wait(A_WHILE);
      assert.deepEqual(on.fees(), []);
      assert.equal(await on.astrid.count('failure'), 0);
      const warnings = on.view.consoleLines.slice(said);
      assert.equal(new Set(warnings).size, 1, warnings.join('\n'));
      assert.match(warnings[0], /^warn: <ddb-debt-overview> /);

      const { id } = question;
      await on.view.answer(JSON.stringify({ version: 1, type, id, token: on.tokens[0] }));
      await on.astrid.waitFor('debt');
      assert.equal(on.fees().length, 1);
    });
  }

  test('ignores an answer of another type', async () => {
    on.app.token = () => undefined;
    await load();
    const { id } = await on.view.message(type);
    for (const other of ['ddb-debt-tokens', 'ddb-debt-load', 'ddb-debt-']) {
      await on.view.answer({ version: 1, type: other, id, token: on.tokens[0] });
    }
    await wait(A_WHILE);
    assert.deepEqual(on.fees(), []);
  });

  test('ignores other messages in the page', async () => {
    on.app.token = () => undefined;
    await load();
    const { id } = await on.view.message(type);
    const said = on.view.consoleLines.length;
    const fields = { version: 1, id, token: on.tokens[0] };
    const strangers = [{ ...fields, type: 'hello' }, { ...fields, type: 5 }, fields];
    for (const other of ['hello', '{', null, 5, [], {}, ...strangers]) await on.view.answer(other);
    await wait(A_WHILE);
    assert.deepEqual(on.view.consoleLines.slice(said), []);
    assert.deepEqual(on.fees(), []);
  });
});
