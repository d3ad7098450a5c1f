import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { holdTimers, fireTimers } from './held-timers.js';
import { PAYMENT_SITE, openFixture } from './fixture.js';

const on = openFixture();

/** How long to wait before asserting that nothing has happened, in ms. */
const A_WHILE = 400;

const element = () =>
  on.view.evaluate(() => {
    const found = document.querySelector('ddb-debt-overview');
    return found && { attributes: found.getAttributeNames().sort(), problems: found.problems };
  });

const goLinkUrl = () =>
  on.view.evaluate(
    () =>
      document.querySelector('ddb-debt-overview').shadowRoot.querySelector('[part~="go-link"]')
        .href,
  );

describe('dist/webview.html is configured by the native side alone', () => {
  test('requests and shows nothing until the app has answered', async () => {
    const { config } = on.app;
    on.app.config = undefined;
    await on.view.load(`${on.proxy.origin}/webview.html`);
    await on.view.message('ddb-debt-config');
    await wait(A_WHILE);
    assert.deepEqual(on.proxy.requests, []);
    assert.equal(await on.astrid.count('debt'), 0);
    assert.equal(await on.astrid.count('failure'), 0);

    await on.view.answer({ version: 1, type: 'ddb-debt-config', config });
    await on.astrid.waitFor('debt');
    assert.equal(await on.view.evaluate(() => document.body.innerText.trim()), '');
  });

  test('shows an error after 10 seconds without an answer, and uses a late answer', async () => {
    const { config } = on.app;
    on.app.config = undefined;
    await on.view.before(holdTimers);
    await on.view.load(`${on.proxy.origin}/webview.html`);
    await on.view.message('ddb-debt-config');
    assert.equal(await on.astrid.count('failure'), 0);
    assert.equal(await fireTimers(on.view), 2);
    await on.astrid.waitFor('failure');
    assert.match(on.view.consoleLines.join('\n'), /^warn: .*ddb-debt-config/);
    assert.deepEqual(on.proxy.requests, []);
    await on.view.answer({ version: 1, type: 'ddb-debt-config', config });
    await on.astrid.waitFor('debt');
    await on.astrid.waitFor('failure', 0);
  });

  test('ignores parameters in the address', async () => {
    await on.open();
    const before = { ...(await element()), words: await on.astrid.page(), to: await goLinkUrl() };
    assert.equal(before.to, PAYMENT_SITE);
    const requestCount = on.proxy.requests.length;

    const parameters = {
      'fees-url': '/evil',
      feesUrl: '/evil',
      channel: 'cms',
      lang: 'en',
      'oir-payment-url': 'https://evil.example/',
      oirPaymentUrl: 'https://evil.example/',
      mobilepay: '',
      token: 'evil',
      config: JSON.stringify({ feesUrl: '/evil', oirPaymentUrl: 'https://evil.example/' }),
      'ddb-debt-config': JSON.stringify({ version: 1, config: { feesUrl: '/evil' } }),
    };
    const query = new URLSearchParams(parameters);
    await on.open(`/webview.html?${query}#${query}`);
    const after = { ...(await element()), words: await on.astrid.page(), to: await goLinkUrl() };
    assert.deepEqual(after, before);
    assert.deepEqual(
      on.proxy.requests.slice(requestCount).map(({ url }) => url),
      ['/patron/fees'],
    );
  });

  test('ignores parameters in the address before the app has answered', async () => {
    on.app.config = undefined;
    await on.view.load(`${on.proxy.origin}/webview.html?fees-url=/patron/fees&channel=app`);
    await on.view.message('ddb-debt-config');
    await wait(A_WHILE);
    assert.deepEqual(on.proxy.requests, []);
  });

  test('always uses the channel app', async () => {
    on.app.config.channel = 'cms';
    await on.open();
    assert.match(await on.astrid.textOf('go-link'), /uden for appen/);
    await on.astrid.press('go-link');
    await on.view.message('ddb-debt-leave');
  });

  test('accepts a new configuration at any time', async () => {
    await on.open();
    assert.equal(await goLinkUrl(), PAYMENT_SITE);
    const oirPaymentUrl = 'https://another.example/';
    const config = { ...on.app.config, oirPaymentUrl, lang: 'en' };
    await on.view.answer({ version: 1, type: 'ddb-debt-config', config });
    await on.view.evaluate(() => document.querySelector('ddb-debt-overview').updateComplete);
    assert.equal(await goLinkUrl(), oirPaymentUrl);
    assert.match(await on.astrid.page(), /What you owe/);
    assert.equal(
      await on.view.evaluate(() => document.querySelectorAll('body > *:not(script)').length),
      1,
    );
  });

  for (const [what, answer] of [
    ['of another version', () => ({ version: 2, type: 'ddb-debt-config', config: on.app.config })],
    ['without a configuration', () => ({ version: 1, type: 'ddb-debt-config' })],
    ['with text for a configuration', () => ({ version: 1, type: 'ddb-debt-config', config: 'x' })],
    [
      'with a list for a configuration',
      () => ({ version: 1, type: 'ddb-debt-config', config: [] }),
    ],
    ['that breaks off', () => '{"version":1,"type":"ddb-debt-config","config":{"feesUrl"'],
  ]) {
    test(`ignores an answer ${what} and warns in the console`, async () => {
      const invalid = answer();
      on.app.config = undefined;
      await on.view.load(`${on.proxy.origin}/webview.html`);
      await on.view.message('ddb-debt-config');
      await on.view.answer(invalid);
      await wait(A_WHILE);
      assert.deepEqual(on.proxy.requests, []);
      assert.match(on.view.consoleLines.join('\n'), /^warn: /);
    });
  }
});
