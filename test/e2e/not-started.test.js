import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Visitor } from '../../integrations/payment-host/stand-ins/visitor.js';
import { openFixture } from './fixture.js';

/** If no payment starts, a message says why and that nothing was charged, and the patron can try again. */
const on = openFixture();

const starts = () => on.host.library.starts;

describe('the payment host refuses', () => {
  beforeEach(() => on.astrid.openPage());

  test('409: another device is paying', async () => {
    const phone = await Visitor.open(on.host);
    await phone.start(['434536']);
    await on.astrid.press('pay-all');
    assert.match(await on.astrid.textOf('payment-paying'), /allerede ved at blive betalt/);
    // The refresh has locked that debt.
    await on.astrid.part('locked').first().waitFor();
    assert.match(await on.astrid.textOf('pay-all'), /258,35 kr\./);
    assert.deepEqual(await on.astrid.stored(), []);
  });

  test('410: another device has paid', async () => {
    const phone = await Visitor.open(on.host);
    await phone.choose((await phone.start(['434536'])).order, 'pay');
    await on.astrid.press('pay-all');
    assert.match(await on.astrid.textOf('payment-paid'), /allerede betalt/);
    await on.astrid.part('pay-all').filter({ hasText: '258,35' }).waitFor();
    assert.deepEqual(await on.astrid.stored(), []);
  });

  test('422: the amount has changed, and the new one is shown and paid', async () => {
    on.host.fbs.change('434536', 9000);
    await on.astrid.press('pay-all');
    assert.match(await on.astrid.textOf('payment-changed'), /Beløbet har ændret sig/);
    await on.astrid.part('pay-all').filter({ hasText: '348,35' }).waitFor();
    await on.astrid.press('pay-all');
    await on.astrid.arriveAtGateway();
    assert.deepEqual(
      starts().map(({ status, amount }) => [status, amount]),
      [
        [422, 32835],
        [200, 34835],
      ],
    );
  });

  test('401: the login has expired', async () => {
    on.host.fbs.logOut();
    await on.astrid.press('pay-all');
    assert.match(await on.astrid.textOf('payment-login'), /Log ind igen/);
    assert.ok(await on.astrid.page.getByRole('link', { name: 'Log ind' }).isVisible());
  });
});

/** However often it was asked for, with one key; and the last time it was answered. */
function assertOneOrder() {
  assert.equal(new Set(starts().map(({ key }) => key)).size, 1);
  assert.equal(new Set(starts().map(({ orderId }) => orderId)).size, 1);
  assert.deepEqual([starts()[0].status, starts().at(-1).status], [0, 200]);
}

for (const by of ['dibs', 'easy']) {
  test(`by ${by}: without a response, the next attempt uses the same order`, async () => {
    const { astrid, host } = on;
    host.library.gateway = by;
    host.library.guard = 'naive';
    host.library.statuses = false;
    await astrid.openPage();
    host.library.startAnswer = 'lost';
    await astrid.press('pay-all');
    assert.match(await astrid.textOf('payment-lost'), /Prøv igen/);
    host.library.startAnswer = 'ok';
    await astrid.press('pay-all');
    await astrid.completeAtGateway('pay');
    await astrid.part('receipt').waitFor();
    assertOneOrder();
    await astrid.assertDone();
  });
}

test('if the browser itself repeats the request with the same key, there is one order', async () => {
  const { astrid, host } = on;
  host.library.guard = 'naive';
  await astrid.openPage();
  host.library.startAnswer = 'lost-once';
  await astrid.press('pay-all');
  await astrid.part('payment-lost').or(astrid.page.locator('[data-order]')).waitFor();
  if (await astrid.part('payment-lost').count()) await astrid.press('pay-all');
  await astrid.completeAtGateway('pay');
  await astrid.part('receipt').waitFor();
  assertOneOrder();
});

test('without a response, an attempt after a reload uses the same order', async () => {
  const { astrid, host } = on;
  host.library.guard = 'naive';
  host.library.statuses = false;
  await astrid.openPage();
  host.library.startAnswer = 'lost';
  await astrid.press('pay-all');
  await astrid.part('payment-lost').waitFor();
  await astrid.page.reload();
  host.library.startAnswer = 'ok';
  await astrid.press('pay-all');
  await astrid.completeAtGateway('pay');
  await astrid.part('receipt').waitFor();
  assertOneOrder();
  await astrid.assertDone();
});

test('a policy that forbids the form shows a message, and logs a warning', async () => {
  const { astrid, host } = on;
  host.library.policy = host.library.policy.replace(` ${host.gatewayOrigin}`, '');
  await astrid.openPage();
  // Not with a locator, because Playwright waits for the navigation that the policy has stopped.
  await astrid.page.evaluate(() =>
    document.querySelector('ddb-debt-overview').shadowRoot.querySelector('[part~=pay-all]').click(),
  );
  const message = await astrid.page.waitForFunction(
    () =>
      document
        .querySelector('ddb-debt-overview')
        .shadowRoot.querySelector('[part~=payment-invalid]')?.textContent,
  );
  assert.match(await message.jsonValue(), /Der er ikke trukket penge/);
  assert.ok(astrid.messages.some((line) => /^warning: .*form-action/.test(line)));
});

test('without session storage no payment starts', async () => {
  const { astrid, host } = on;
  await astrid.disableStorage();
  await astrid.openPage();
  await astrid.press('pay-all');
  assert.match(await astrid.textOf('payment-storage'), /Der er ikke trukket penge/);
  assert.deepEqual(host.library.starts, []);
});
