import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { json } from '../serve.js';
import { assertFields } from './assert-fields.js';
import { stage } from './stage.js';

const on = stage();

describe('CONTRACT 7: what arrives natively', () => {
  test('ddb-debt-config: a question, and the first message there is', async () => {
    await on.open();
    const [first] = on.view.messages;
    assert.equal(first.type, 'ddb-debt-config');
    assertFields(first, []);
    assert.equal(on.view.messagesOf('ddb-debt-config').length, 1);
  });

  test('ddb-debt-token: a question', async () => {
    await on.open();
    const [question, ...others] = on.view.messagesOf('ddb-debt-token');
    assertFields(question, ['id', 'refused']);
    assert.equal(question.refused, false);
    assert.match(question.id, /^\S{8,}$/);
    assert.deepEqual(others, []);
  });

  test('ddb-debt-load: the overview, amounts in øre', async () => {
    await on.open();
    const message = await on.view.message('ddb-debt-load');
    assertFields(message, ['overview']);
    const told = message.overview.systems.map(({ system, state, amount, debts }) => [
      system,
      state,
      amount,
      debts.length,
    ]);
    assert.deepEqual(told, [
      ['dibs', 'ready', 32835, 5],
      ['oir', 'ready', 23000, 1],
    ]);
    const element = await on.view.evaluate(
      () => document.querySelector('ddb-debt-overview').overview,
    );
    assert.deepEqual(message.overview, element);
  });

  test('ddb-debt-error: the systems, and what kind of failure', async () => {
    on.door.routes['/patron/fees'] = json({});
    await on.view.load(`${on.door.origin}/webview.html`);
    const message = await on.view.message('ddb-debt-error');
    assertFields(message, ['systems', 'kind']);
    assert.deepEqual(message.systems, ['dibs', 'oir']);
    assert.equal(message.kind, 'invalid');
    await on.astrid.sees('failure');
  });

  test('ddb-debt-auth: nobody is logged in', async () => {
    on.app.token = () => null;
    await on.view.load(`${on.door.origin}/webview.html`);
    assertFields(await on.view.message('ddb-debt-auth'), []);
    assert.match(await on.astrid.reads('failure'), /Log ind/);
    // Without a token nothing is asked.
    assert.deepEqual(on.fees(), []);
  });

  test('ddb-debt-auth: the app has an empty token', async () => {
    on.app.token = () => '';
    await on.view.load(`${on.door.origin}/webview.html`);
    await on.view.message('ddb-debt-auth');
    assert.deepEqual(on.fees(), []);
  });

  test('ddb-debt-resize: a height, as a whole number', async () => {
    await on.open();
    const message = await on.view.message('ddb-debt-resize');
    assertFields(message, ['height']);
    assert.ok(Number.isInteger(message.height) && message.height > 0, String(message.height));
  });
});
