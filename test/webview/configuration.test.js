import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { holdTimers, ring } from './held-timers.js';
import { PAYMENT_SITE, stage } from './stage.js';

const on = stage();

/** Time for what there should not be, in ms. */
const A_WHILE = 400;

const element = () =>
  on.view.evaluate(() => {
    const found = document.querySelector('ddb-debt-overview');
    return found && { attributes: found.getAttributeNames().sort(), problems: found.problems };
  });

const goesTo = () =>
  on.view.evaluate(
    () =>
      document.querySelector('ddb-debt-overview').shadowRoot.querySelector('[part~="go-link"]')
        .href,
  );

describe('dist/webview.html is configured by the native side alone', () => {
  test('until it has answered, nothing is asked and nothing is shown', async () => {
    const { config } = on.app;
    on.app.config = undefined;
    await on.view.load(`${on.door.origin}/webview.html`);
    await on.view.message('ddb-debt-config');
    await wait(A_WHILE);
    assert.deepEqual(on.door.asked, []);
    assert.equal(await on.astrid.count('debt'), 0);
    assert.equal(await on.astrid.count('failure'), 0);

    await on.view.answer({ version: 1, type: 'ddb-debt-config', config });
    await on.astrid.sees('debt');
    assert.equal(await on.view.evaluate(() => document.body.innerText.trim()), '');
  });

  test('no answer in 10 seconds: it says so, and an answer after that still counts', async () => {
    const { config } = on.app;
    on.app.config = undefined;
    await on.view.before(holdTimers);
    await on.view.load(`${on.door.origin}/webview.html`);
    await on.view.message('ddb-debt-config');
    assert.equal(await on.astrid.count('failure'), 0);
    assert.equal(await ring(on.view), 1);
    await on.astrid.sees('failure');
    assert.match(on.view.heard.join('\n'), /^warn: .*ddb-debt-config/);
    assert.deepEqual(on.door.asked, []);
    await on.view.answer({ version: 1, type: 'ddb-debt-config', config });
    await on.astrid.sees('debt');
    await on.astrid.sees('failure', 0);
  });

  test('parameters in the address change nothing', async () => {
    await on.open();
    const plain = { ...(await element()), words: await on.astrid.page(), to: await goesTo() };
    assert.equal(plain.to, PAYMENT_SITE);
    const asked = on.door.asked.length;

    const evil = {
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
    const query = new URLSearchParams(evil);
    await on.open(`/webview.html?${query}#${query}`);
    const same = { ...(await element()), words: await on.astrid.page(), to: await goesTo() };
    assert.deepEqual(same, plain);
    assert.deepEqual(
      on.door.asked.slice(asked).map(({ url }) => url),
      ['/patron/fees'],
    );
  });

  test('they change nothing before the native side has answered, either', async () => {
    on.app.config = undefined;
    await on.view.load(`${on.door.origin}/webview.html?fees-url=/patron/fees&channel=app`);
    await on.view.message('ddb-debt-config');
    await wait(A_WHILE);
    assert.deepEqual(on.door.asked, []);
  });

  test('the channel is the app, whatever it is told', async () => {
    on.app.config.channel = 'cms';
    await on.open();
    assert.match(await on.astrid.reads('go-link'), /uden for appen/);
    await on.astrid.press('go-link');
    await on.view.message('ddb-debt-leave');
  });

  test('it may be told anew at any time', async () => {
    await on.open();
    assert.equal(await goesTo(), PAYMENT_SITE);
    const oirPaymentUrl = 'https://another.example/';
    const config = { ...on.app.config, oirPaymentUrl, lang: 'en' };
    await on.view.answer({ version: 1, type: 'ddb-debt-config', config });
    await on.view.evaluate(() => document.querySelector('ddb-debt-overview').updateComplete);
    assert.equal(await goesTo(), oirPaymentUrl);
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
    test(`an answer ${what} is ignored, and said in the console`, async () => {
      const given = answer();
      on.app.config = undefined;
      await on.view.load(`${on.door.origin}/webview.html`);
      await on.view.message('ddb-debt-config');
      await on.view.answer(given);
      await wait(A_WHILE);
      assert.deepEqual(on.door.asked, []);
      assert.match(on.view.heard.join('\n'), /^warn: /);
    });
  }
});
