import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { openFixture } from './fixture.js';
import { readableData } from './eavesdropper.js';
import { ASTRIDS, addPatrons } from './two-patrons.js';

/** A shared computer: the next patron finds nothing of the one before. */
const on = openFixture();

let at;

beforeEach(() => {
  at = addPatrons(on.library);
});

const refresh = () => on.inElement((element) => element.refresh());

/** Asserts that nothing of Astrid's is shown, stored or readable from the element. */
async function assertNothingOfAstrid() {
  // Resource timings do not identify a patron.
  const { requests: _, ...found } = JSON.parse(await on.page.evaluate(readableData));
  for (const [place, what] of Object.entries(found)) {
    assert.doesNotMatch(JSON.stringify(what ?? null), ASTRIDS, place);
  }
}

async function assertBos() {
  await on.part('debt').filter({ hasText: 'Bo' }).waitFor();
  assert.equal(await on.part('debt').count(), 1);
  await assertNothingOfAstrid();
}

/** Opens Astrid's list, and selects a debt. */
async function astridAt(path) {
  await on.page.goto(on.library.origin + path);
  await on.part('choice').first().check();
  assert.match(await on.page.evaluate(readableData), ASTRIDS);
}

describe('with a token', () => {
  beforeEach(() => astridAt('/token'));

  test('her login expires: her list and her selection are removed', async () => {
    at.who = '';
    await refresh();
    await on.part('login').waitFor();
    await assertNothingOfAstrid();
    at.who = 'astrid';
    await refresh();
    assert.equal(
      await on.part('choice').first().isChecked(),
      false,
      'the debt is not selected again',
    );
  });

  test("another patron's token: her list is removed before theirs arrives", async () => {
    at.who = 'bo';
    const release = at.hold();
    const refreshed = refresh();
    await on.part('debt').first().waitFor({ state: 'detached' });
    await assertNothingOfAstrid();
    release();
    await refreshed;
    await assertBos();
  });

  test('without a token, her list is removed', async () => {
    on.library.routes['/who'] = (_, response) => response.destroy();
    await refresh();
    await on.part('login').waitFor();
    await assertNothingOfAstrid();
  });

  test('her receipt is removed', async () => {
    const back = 'ddb-order=ASTRID-O-1&ddb-result=accepted';
    await on.part('pay-all').click();
    await on.page.waitForURL(/blank/);
    const { '/fees': fees } = on.library.routes;
    on.library.routes['/fees'] = (_, response) => response.end('[]');
    await on.page.goto(`${on.library.origin}/token?${back}`);
    await on.part('receipt').waitFor();
    on.library.routes['/fees'] = fees;
    at.who = 'bo';
    await refresh();
    await assertBos();
    assert.equal(await on.part('receipt').count(), 0);
  });

  test('her payment in progress is not shown to others, and only locks its debts', async () => {
    await on.part('pay-all').click();
    await on.page.waitForURL(/blank/);
    await on.page.goto(`${on.library.origin}/token`);
    await on.part('payment-open').waitFor();
    at.who = 'bo';
    await refresh();
    await on.part('debt').filter({ hasText: 'Bo' }).waitFor();
    assert.equal(await on.part('payment').count(), 0);
    assert.equal(await on.part('pay-button').count(), 1);
    const stored = await on.page.evaluate(() => sessionStorage.getItem('ddb-debt-payment'));
    // Only ids of debts are stored, so that the same patron cannot pay them twice.
    assert.doesNotMatch(stored, /ASTRID|7000|19256|returnUrl/);
    await on.clear();
  });
});

describe('with a cookie', () => {
  beforeEach(async () => {
    await on.page.goto(`${on.library.origin}/login`);
    await astridAt('/cookie');
  });

  const logIn = async (who) => {
    at.who = who;
    await on.page.evaluate(() => fetch('/login'));
  };

  test('her login expires: her list is removed', async () => {
    await logIn('');
    await refresh();
    await on.part('login').waitFor();
    await assertNothingOfAstrid();
  });

  test('another patron logs in: after a refresh nothing of hers remains', async () => {
    await logIn('bo');
    await refresh();
    await assertBos();
  });

  test('another patron logs in and goes Back to her page: it is refreshed', async () => {
    await on.page.goto(`${on.library.origin}/logout`);
    at.who = 'bo';
    await on.page.goto(`${on.library.origin}/login`);
    await on.page.goBack();
    await on.page.goBack();
    await on.page.waitForURL(/cookie/);
    await assertBos();
  });

  test('the logout clears the storage: her payment is removed too', async () => {
    await on.part('pay-all').click();
    await on.page.waitForURL(/blank/);
    assert.equal(await on.page.evaluate(() => sessionStorage.length), 1);
    await on.page.goto(`${on.library.origin}/logout`);
    assert.equal(await on.page.evaluate(() => sessionStorage.length), 0);
    at.who = 'bo';
    await on.page.goto(`${on.library.origin}/login`);
    await on.page.goto(`${on.library.origin}/cookie`);
    await assertBos();
    assert.equal(await on.part('payment').count(), 0);
  });
});
