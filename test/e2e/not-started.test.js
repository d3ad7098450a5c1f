import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { Visitor } from '../host/visitor.js';
import { stage } from './stage.js';

/** Where no payment starts: it is said why, and that nothing was charged, and the next try is not made harder. */
const on = stage();

const starts = () => on.host.library.starts;

describe('the host refuses', () => {
  beforeEach(() => on.astrid.openPage());

  test('409: another device is paying', async () => {
    const phone = await Visitor.at(on.host);
    await phone.start(['434536']);
    await on.astrid.press('pay-all');
    assert.match(await on.astrid.reads('payment-paying'), /allerede ved at blive betalt/);
    // The fresh read has locked that one.
    await on.astrid.part('locked').first().waitFor();
    assert.match(await on.astrid.reads('pay-all'), /258,35 kr\./);
    assert.deepEqual(await on.astrid.remembered(), []);
  });

  test('410: another device has paid', async () => {
    const phone = await Visitor.at(on.host);
    await phone.choose((await phone.start(['434536'])).order, 'pay');
    await on.astrid.press('pay-all');
    assert.match(await on.astrid.reads('payment-paid'), /allerede betalt/);
    await on.astrid.part('pay-all').filter({ hasText: '258,35' }).waitFor();
    assert.deepEqual(await on.astrid.remembered(), []);
  });

  test('422: the amount has changed, and the fresh one is shown and paid', async () => {
    on.host.fbs.change('434536', 9000);
    await on.astrid.press('pay-all');
    assert.match(await on.astrid.reads('payment-changed'), /Beløbet har ændret sig/);
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
    assert.match(await on.astrid.reads('payment-login'), /Log ind igen/);
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
  test(`by ${by}: no answer, though there is an order: pressed again, it is the same one`, async () => {
    const { astrid, host } = on;
    host.library.gateway = by;
    host.library.guard = 'naive';
    host.library.statuses = false;
    await astrid.openPage();
    host.library.startAnswer = 'lost';
    await astrid.press('pay-all');
    assert.match(await astrid.reads('payment-lost'), /Prøv igen/);
    host.library.startAnswer = 'ok';
    await astrid.press('pay-all');
    await astrid.atGateway('pay');
    await astrid.part('receipt').waitFor();
    assertOneOrder();
    await astrid.assertDone();
  });
}

test('the answer is lost once: browsers ask again themselves, with the same key, and it is one order', async () => {
  const { astrid, host } = on;
  host.library.guard = 'naive';
  await astrid.openPage();
  host.library.startAnswer = 'lost-once';
  await astrid.press('pay-all');
  await astrid.part('payment-lost').or(astrid.page.locator('[data-order]')).waitFor();
  if (await astrid.part('payment-lost').count()) await astrid.press('pay-all');
  await astrid.atGateway('pay');
  await astrid.part('receipt').waitFor();
  assertOneOrder();
});

test('no answer, and a reload: the same order all the same', async () => {
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
  await astrid.atGateway('pay');
  await astrid.part('receipt').waitFor();
  assertOneOrder();
  await astrid.assertDone();
});

test('a policy that lets no form go to the gateway: said, and named in the console', async () => {
  const { astrid, host } = on;
  host.library.policy = host.library.policy.replace(` ${host.gatewayOrigin}`, '');
  await astrid.openPage();
  await astrid.press('pay-all');
  // By a handle: Playwright's locators wait for the navigation that the policy has stopped.
  const said = await astrid.page.waitForFunction(
    () =>
      document
        .querySelector('ddb-debt-overview')
        .shadowRoot.querySelector('[part~=payment-invalid]')?.textContent,
  );
  assert.match(await said.jsonValue(), /Der er ikke trukket penge/);
  assert.ok(astrid.heard.some((line) => /^warning: .*form-action/.test(line)));
});

test('a browser that stores nothing: nothing is started', async () => {
  const { astrid, host } = on;
  await astrid.forbidStorage();
  await astrid.openPage();
  await astrid.press('pay-all');
  assert.match(await astrid.reads('payment-storage'), /Der er ikke trukket penge/);
  assert.deepEqual(host.library.starts, []);
});
