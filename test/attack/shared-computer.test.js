import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { stage } from './stage.js';
import { lyingAbout } from './thief.js';
import { ASTRIDS, sitDown } from './two-patrons.js';

/** A computer in a library's hall: whoever comes next sees, and finds, nothing of the one before. */
const on = stage();

let at;

beforeEach(() => {
  at = sitDown(on.library);
});

const refresh = () => on.inElement((element) => element.refresh());

/** Nothing of Astrid's is shown, kept, or to be read off the element. */
async function assertNothingOfAstrid() {
  // What was loaded and how long it took says nothing of whom.
  const { requests: _, ...found } = JSON.parse(await on.page.evaluate(lyingAbout));
  for (const [place, what] of Object.entries(found)) {
    assert.doesNotMatch(JSON.stringify(what ?? null), ASTRIDS, place);
  }
}

async function assertBos() {
  await on.part('debt').filter({ hasText: 'Bo' }).waitFor();
  assert.equal(await on.part('debt').count(), 1);
  await assertNothingOfAstrid();
}

/** Astrid's list, one debt of it chosen. */
async function astridAt(path) {
  await on.page.goto(on.library.origin + path);
  await on.part('choice').first().check();
  assert.match(await on.page.evaluate(lyingAbout), ASTRIDS);
}

describe('with a token', () => {
  beforeEach(() => astridAt('/token'));

  test('her login has expired: her list goes, and so does what she had chosen', async () => {
    at.who = '';
    await refresh();
    await on.part('failure').waitFor();
    await assertNothingOfAstrid();
    at.who = 'astrid';
    await refresh();
    assert.equal(await on.part('choice').first().isChecked(), false, 'nor is it chosen again');
  });

  test("another patron's token comes: her list goes at once, before anything of theirs has come", async () => {
    at.who = 'bo';
    const letGo = at.hold();
    const read = refresh();
    await on.part('debt').first().waitFor({ state: 'detached' });
    await assertNothingOfAstrid();
    letGo();
    await read;
    await assertBos();
  });

  test('the token cannot be had: her list goes', async () => {
    on.library.routes['/who'] = (_, response) => response.destroy();
    await refresh();
    await on.part('failure').waitFor();
    await assertNothingOfAstrid();
  });

  test('her receipt goes with her', async () => {
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

  test('her payment under way is shown to nobody else, and leaves no more than a lock', async () => {
    await on.part('pay-all').click();
    await on.page.waitForURL(/blank/);
    await on.page.goto(`${on.library.origin}/token`);
    await on.part('payment-open').waitFor();
    at.who = 'bo';
    await refresh();
    await on.part('debt').filter({ hasText: 'Bo' }).waitFor();
    assert.equal(await on.part('payment').count(), 0);
    assert.equal(await on.part('pay-button').count(), 1);
    const kept = await on.page.evaluate(() => sessionStorage.getItem('ddb-debt-payment'));
    // Ids of debts, so that where it is the same patron after all they are not paid twice.
    assert.doesNotMatch(kept, /ASTRID|7000|19256|returnUrl/);
    await on.forget();
  });
});

describe('where only the server knows who it is', () => {
  beforeEach(async () => {
    await on.page.goto(`${on.library.origin}/login`);
    await astridAt('/cookie');
  });

  const logIn = async (who) => {
    at.who = who;
    await on.page.evaluate(() => fetch('/login'));
  };

  test('her login has expired: her list goes', async () => {
    await logIn('');
    await refresh();
    await on.part('failure').waitFor();
    await assertNothingOfAstrid();
  });

  test('another patron has logged in, and it is read again: nothing of hers is left', async () => {
    await logIn('bo');
    await refresh();
    await assertBos();
  });

  test('another patron has logged in, and goes Back to her page: it is read again', async () => {
    await on.page.goto(`${on.library.origin}/logout`);
    at.who = 'bo';
    await on.page.goto(`${on.library.origin}/login`);
    await on.page.goBack();
    await on.page.goBack();
    await on.page.waitForURL(/cookie/);
    await assertBos();
  });

  test('a host that clears what is stored when she logs out: not even her payment is known', async () => {
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
