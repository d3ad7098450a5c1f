import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { holdTimers, fireTimers } from './held-timers.js';
import { openFixture } from './fixture.js';

const on = openFixture();

/** How long to wait before asserting that nothing was requested, in ms. */
const A_WHILE = 400;

const load = () => on.view.load(`${on.proxy.origin}/webview.html`);

describe('CONTRACT 7: the widget requests the token from the app', () => {
  test('requests the token and sends it with the fees request', async () => {
    await on.open();
    const [{ authorization }, ...others] = on.fees();
    assert.equal(authorization, `Bearer ${on.tokens[0]}`);
    assert.deepEqual(others, []);
    assert.deepEqual(on.view.messagesOf('ddb-debt-auth'), []);
  });

  test('requests a new token once, with `refused`, when the token has expired, and shows no error', async () => {
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

  test('asks the patron to log in when the second token is refused', async () => {
    on.host.fbs.logOut();
    await load();
    await on.view.message('ddb-debt-auth');
    assert.match(await on.astrid.textOf('login'), /Log ind/);
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

  test('requests a new token for a refused start and uses the same key', async () => {
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

  test('asks the patron to log in after 10 seconds without an answer', async () => {
    on.app.token = () => undefined;
    await on.view.before(holdTimers);
    await load();
    await on.view.message('ddb-debt-token');
    assert.deepEqual(on.view.messagesOf('ddb-debt-auth'), []);
    // Page and element wait as long for a bridge that comes late.
    assert.equal(await fireTimers(on.view), 3);
    await on.view.message('ddb-debt-auth');
    assert.match(await on.astrid.textOf('login'), /Log ind/);
    assert.deepEqual(on.fees(), []);
    assert.ok(on.view.consoleLines.some((line) => /^warn: .*10 seconds/.test(line)));

    // The app answers now, and refreshes as it does after a login.
    on.app.token = () => on.tokens[0];
    await on.refresh();
    await on.astrid.waitFor('debt');
  });

  test('ignores an answer after the 10 seconds', async () => {
    on.app.token = () => undefined;
    await on.view.before(holdTimers);
    await load();
    const { id } = await on.view.message('ddb-debt-token');
    // Page and element wait as long for a bridge that comes late.
    assert.equal(await fireTimers(on.view), 3);
    await on.view.message('ddb-debt-auth');
    await on.view.answer({ version: 1, type: 'ddb-debt-token', id, token: on.tokens[0] });
    await wait(A_WHILE);
    assert.deepEqual(on.fees(), []);
  });

  test('does not request the token from the app when a script of the page has set getToken', async () => {
    on.app.token = () => undefined;
    await load();
    await on.view.message('ddb-debt-token');
    await on.view.evaluate((token) => {
      document.querySelector('ddb-debt-overview').getToken = () => token;
    }, on.tokens[0]);
    await on.astrid.waitFor('debt');
    await on.refresh();
    assert.equal(on.view.messagesOf('ddb-debt-token').length, 1);
    assert.equal(on.fees().at(-1).authorization, `Bearer ${on.tokens[0]}`);
  });
});
