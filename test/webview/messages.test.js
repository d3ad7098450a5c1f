import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { json } from '../serve.js';
import { assertFields } from './assert-fields.js';
import { openFixture } from './fixture.js';

const on = openFixture();

describe('CONTRACT 7: messages to the native side', () => {
  test('sends ddb-debt-config first, as a request', async () => {
    await on.open();
    const [first] = on.view.messages;
    assert.equal(first.type, 'ddb-debt-config');
    assertFields(first, []);
    assert.equal(on.view.messagesOf('ddb-debt-config').length, 1);
  });

  test('sends ddb-debt-token as a request', async () => {
    await on.open();
    const [question, ...others] = on.view.messagesOf('ddb-debt-token');
    assertFields(question, ['id', 'refused']);
    assert.equal(question.refused, false);
    assert.match(question.id, /^\S{8,}$/);
    assert.deepEqual(others, []);
  });

  test('sends ddb-debt-load with the overview, amounts in øre', async () => {
    await on.open();
    const message = await on.view.message('ddb-debt-load');
    assertFields(message, ['overview']);
    const systems = message.overview.systems.map(({ system, state, amount, debts }) => [
      system,
      state,
      amount,
      debts.length,
    ]);
    assert.deepEqual(systems, [
      ['dibs', 'ready', 32835, 5],
      ['oir', 'ready', 23000, 1],
    ]);
    const element = await on.view.evaluate(
      () => document.querySelector('ddb-debt-overview').overview,
    );
    assert.deepEqual(message.overview, element);
  });

  test('sends ddb-debt-error with the systems and the kind of failure', async () => {
    on.proxy.routes['/patron/fees'] = json({});
    await on.view.load(`${on.proxy.origin}/webview.html`);
    const message = await on.view.message('ddb-debt-error');
    assertFields(message, ['systems', 'kind']);
    assert.deepEqual(message.systems, ['dibs', 'oir']);
    assert.equal(message.kind, 'invalid');
    await on.astrid.waitFor('failure');
  });

  test('sends ddb-debt-auth when nobody is logged in', async () => {
    on.app.token = () => null;
    await on.view.load(`${on.proxy.origin}/webview.html`);
    assertFields(await on.view.message('ddb-debt-auth'), []);
    assert.match(await on.astrid.textOf('login'), /Log ind/);
    // Without a token no fees are requested.
    assert.deepEqual(on.fees(), []);
  });

  test('sends ddb-debt-auth when the app has an empty token', async () => {
    on.app.token = () => '';
    await on.view.load(`${on.proxy.origin}/webview.html`);
    await on.view.message('ddb-debt-auth');
    assert.deepEqual(on.fees(), []);
  });

  test('sends ddb-debt-resize with the height as a whole number', async () => {
    await on.open();
    const message = await on.view.message('ddb-debt-resize');
    assertFields(message, ['height']);
    assert.ok(Number.isInteger(message.height) && message.height > 0, String(message.height));
  });
});
