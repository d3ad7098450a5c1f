import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { stage } from './stage.js';

const on = stage();

/** Time for a request that there should not be, in ms. */
const A_WHILE = 400;

const type = 'ddb-debt-token';

const load = () => on.view.load(`${on.door.origin}/webview.html`);

describe('CONTRACT 7: what is no answer to the question for a token', () => {
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
    test(`an answer ${what} is ignored, said in the console, and the next one heard`, async () => {
      on.app.token = () => undefined;
      await load();
      const question = await on.view.message(type);
      const said = on.view.heard.length;
      await on.view.answer(answerTo(question));
      await wait(A_WHILE);
      assert.deepEqual(on.fees(), []);
      assert.equal(await on.astrid.count('failure'), 0);
      const warnings = on.view.heard.slice(said);
      assert.equal(new Set(warnings).size, 1, warnings.join('\n'));
      assert.match(warnings[0], /^warn: <ddb-debt-overview> /);

      const { id } = question;
      await on.view.answer(JSON.stringify({ version: 1, type, id, token: on.tokens[0] }));
      await on.astrid.sees('debt');
      assert.equal(on.fees().length, 1);
    });
  }

  test('an answer of another type is ignored', async () => {
    on.app.token = () => undefined;
    await load();
    const { id } = await on.view.message(type);
    for (const other of ['ddb-debt-tokens', 'ddb-debt-load', 'ddb-debt-']) {
      await on.view.answer({ version: 1, type: other, id, token: on.tokens[0] });
    }
    await wait(A_WHILE);
    assert.deepEqual(on.fees(), []);
  });

  test('what else is said in the page is none of the widget’s business', async () => {
    on.app.token = () => undefined;
    await load();
    const { id } = await on.view.message(type);
    const said = on.view.heard.length;
    const fields = { version: 1, id, token: on.tokens[0] };
    const strangers = [{ ...fields, type: 'hello' }, { ...fields, type: 5 }, fields];
    for (const other of ['hello', '{', null, 5, [], {}, ...strangers]) await on.view.answer(other);
    await wait(A_WHILE);
    assert.deepEqual(on.view.heard.slice(said), []);
    assert.deepEqual(on.fees(), []);
  });
});
