import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PAYMENT_SITE, openFixture } from './fixture.js';

const on = openFixture();

/** Asserts that the page is still loaded and nothing has tried to navigate. */
async function assertStayed() {
  assert.equal(await on.view.evaluate(() => location.href), `${on.proxy.origin}/webview.html`);
  assert.deepEqual(
    on.view.navigations.filter(({ by, newWindow }) => by !== 'other' || newWindow),
    [],
  );
}

describe("DOMAIN: the three screens of the app's help page", () => {
  test("payment site: a button that opens the device's browser", async () => {
    await on.open();
    assert.match(await on.astrid.textOf('go-link'), /^Gå til Mit Betalingsoverblik/);
    assert.match(await on.astrid.textOf('go-link'), /uden for appen/);
    await on.astrid.press('go-link');
    const { url } = await on.view.message('ddb-debt-leave');
    assert.equal(url, PAYMENT_SITE);
    await assertStayed();
    assert.equal(on.view.messagesOf('ddb-debt-leave').length, 1);
  });

  test("no payment site: no button, the library's short text", async () => {
    const words = 'Biblioteket kontakter dig om betaling.';
    on.app.config = {
      feesUrl: '/patron/fees',
      switchDate: '2021-12-01',
      texts: { da: { 'oir.noSite': words } },
    };
    await on.open();
    const section = await on.astrid.textOf('section-oir');
    assert.match(section, /230,00 kr\./);
    assert.ok(section.includes(words), section);
    assert.equal(await on.astrid.count('action'), 0);
    assert.doesNotMatch(await on.astrid.page(), /Betalingsoverblik/);
  });

  test('transition: MobilePay for the old, the button for the new', async () => {
    on.byMobilePay();
    await on.open();
    assert.match(await on.astrid.textOf('section-oir'), /Gå til Mit Betalingsoverblik/);
    assert.match(await on.astrid.textOf('pay-button'), /^Betal 328,35 kr\. med MobilePay$/);

    await on.astrid.press('pay-button');
    const { url } = await on.view.message('ddb-debt-open');
    assert.ok(url.startsWith(`${on.host.gatewayOrigin}/payment/`), url);
    const [start, ...others] = on.proxy.requestsFor('/payment/start');
    assert.deepEqual(others, []);
    assert.equal(start.method, 'POST');
    assert.equal(start.authorization, `Bearer ${on.app.token({ refused: false })}`);
    assert.equal(on.host.library.starts[0].amount, 32835);
    await assertStayed();

    // MobilePay covers the app and closes again.
    const before = on.fees().length;
    await on.view.hide();
    const after = on.view.messages.length;
    await on.view.show();
    await on.view.message('ddb-debt-load', { after });
    assert.equal(on.fees().length, before + 1);
    assert.equal(on.view.messagesOf('ddb-debt-open').length, 1);
    assert.equal(on.host.library.starts.length, 1);
    await assertStayed();
  });
});
