import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { holdTimers, ring } from './held-timers.js';
import { stage } from './stage.js';

const on = stage();

/** Time for a request that there should not be, in ms. */
const A_WHILE = 400;

const load = () => on.view.load(`${on.door.origin}/webview.html`);

describe('CONTRACT 7: the app is asked for the token', () => {
  test('question, answer, and the fees request carries it', async () => {
    await on.open();
    const [{ authorization }, ...others] = on.fees();
    assert.equal(authorization, `Bearer ${on.tokens[0]}`);
    assert.deepEqual(others, []);
    assert.deepEqual(on.view.messagesOf('ddb-debt-auth'), []);
  });

  test('a token that has run out: asked again once, with `refused`, and nobody has noticed', async () => {
    const [fresh] = on.tokens;
    const stale = on.logIn('astrid');
    on.host.fbs.logOut(stale);
    on.app.token = ({ refused }) => (refused ? fresh : stale);
    await on.open();
    assert.deepEqual(
      on.view.messagesOf('ddb-debt-token').map(({ refused }) => refused),
      [false, true],
    );
    assert.deepEqual(
      on.fees().map(({ authorization }) => authorization),
      [`Bearer ${stale}`, `Bearer ${fresh}`],
    );
    assert.deepEqual(on.view.messagesOf('ddb-debt-auth'), []);
    assert.deepEqual(on.view.messagesOf('ddb-debt-error'), []);
  });

  test('refused twice: the patron must log in', async () => {
    on.host.fbs.logOut();
    await load();
    await on.view.message('ddb-debt-auth');
    assert.match(await on.astrid.reads('failure'), /Log ind/);
    await wait(A_WHILE);
    assert.deepEqual(
      on.view.messagesOf('ddb-debt-token').map(({ refused }) => refused),
      [false, true],
    );
    const { kind } = await on.view.message('ddb-debt-error');
    assert.equal(kind, 'unauthorized');
    assert.equal(on.view.messagesOf('ddb-debt-auth').length, 1);
    assert.equal(on.fees().length, 2);
  });

  test('a start that is refused: asked again, and paid with the same key', async () => {
    on.byMobilePay();
    await on.open();
    const stale = on.logIn('astrid');
    on.host.fbs.logOut(stale);
    const [fresh] = on.tokens;
    on.app.token = ({ refused }) => (refused ? fresh : stale);
    await on.astrid.press('pay-button');
    await on.view.message('ddb-debt-open');
    const { starts } = on.host.library;
    assert.deepEqual(
      starts.map(({ status }) => status),
      [401, 200],
    );
    assert.equal(new Set(starts.map(({ key }) => key)).size, 1);
  });

  test('no answer in 10 seconds: the patron must log in', async () => {
    on.app.token = () => undefined;
    await on.view.before(holdTimers);
    await load();
    await on.view.message('ddb-debt-token');
    assert.deepEqual(on.view.messagesOf('ddb-debt-auth'), []);
    assert.equal(await ring(on.view), 1);
    await on.view.message('ddb-debt-auth');
    assert.match(await on.astrid.reads('failure'), /Log ind/);
    assert.deepEqual(on.fees(), []);
    assert.ok(on.view.heard.some((line) => /^warn: .*10 seconds/.test(line)));

    // An app that has come to itself meanwhile.
    on.app.token = () => on.tokens[0];
    await on.astrid.press('retry-button');
    await on.astrid.sees('debt');
  });

  test('an answer that comes after the 10 seconds goes to nobody', async () => {
    on.app.token = () => undefined;
    await on.view.before(holdTimers);
    await load();
    const { id } = await on.view.message('ddb-debt-token');
    assert.equal(await ring(on.view), 1);
    await on.view.message('ddb-debt-auth');
    await on.view.answer({ version: 1, type: 'ddb-debt-token', id, token: on.tokens[0] });
    await wait(A_WHILE);
    assert.deepEqual(on.fees(), []);
  });

  test('a script of the page has set getToken: the app is not asked', async () => {
    on.app.token = () => undefined;
    await load();
    await on.view.message('ddb-debt-token');
    await on.view.evaluate((token) => {
      document.querySelector('ddb-debt-overview').getToken = () => token;
    }, on.tokens[0]);
    await on.astrid.sees('debt');
    await on.refresh();
    assert.equal(on.view.messagesOf('ddb-debt-token').length, 1);
    assert.equal(on.fees().at(-1).authorization, `Bearer ${on.tokens[0]}`);
  });
});
