import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { LATE, LOST, NEW } from './debts.js';
import { until } from './keyboards.js';
import { hang, refuse } from './site.js';
import { stageIn } from './stage.js';

/** What is said without being asked for: once, politely, and at once only where something has gone wrong. */

const LOADING = 'status: Henter dine mellemværender …';
const TOTAL = 'status: 3 mellemværender. I alt 492,56 kr.';
const STARTING = 'status: Starter betalingen …';

const on = stageIn('Chromium');

/** What has been heard since it was last asked for, when everything is drawn. */
const heard = () =>
  on.keyboard.evaluate(async () => {
    await document.querySelector('ddb-debt-overview').updateComplete;
    return window.heard.splice(0);
  });

const assertNothingTwice = async () =>
  assert.deepEqual(await on.keyboard.evaluate(() => window.saidAgain), []);

/** @param {Partial<import('./site.js').Scene>} [scene] */
async function begin(scene) {
  await on.tab.forget();
  on.site.begin({ before: ['listener'], ...scene });
  await on.tab.open();
}

/** Waits until something is said. */
const hears = (words) =>
  until(on.keyboard, (wanted) => window.heard.some((line) => line.includes(wanted)), words);

describe('showing', () => {
  test('that it is read, and how much it is', async () => {
    await begin();
    await hears('I alt');
    assert.deepEqual(await heard(), [LOADING, TOTAL]);
    await assertNothingTwice();
  });

  test('that it takes long, once', async () => {
    await begin({ fees: (_, response) => void response.writeHead(500).end() });
    await hears('længere tid');
    assert.deepEqual(await heard(), [LOADING, 'status: Det tager længere tid end normalt …']);
  });

  test('that nothing is owed', async () => {
    await begin({ fees: [] });
    await hears('ingen');
    assert.deepEqual(await heard(), [LOADING, 'status: Du har ingen mellemværender.']);
  });

  test('nothing, where a refresh changes nothing, or titles come', async () => {
    await begin({ attributes: { 'fbi-url': '/fbi' } });
    await on.tab.shows('title', 3);
    assert.deepEqual(await heard(), [LOADING, TOTAL]);
    for (let refresh = 0; refresh < 3; refresh++) await on.tab.refresh();
    assert.deepEqual(await heard(), []);
    await assertNothingTwice();
  });

  test('the new sum alone, where a refresh changes one amount', async () => {
    await begin();
    await hears('I alt');
    await heard();
    on.site.set({ fees: [LATE, { ...LOST, amount: 99 }, NEW] });
    await on.tab.refresh();
    assert.deepEqual(await heard(), ['status: 3 mellemværender. I alt 399,00 kr.']);
    await assertNothingTwice();
  });

  test('in the other language, what is said is said once', async () => {
    await begin();
    await hears('I alt');
    await heard();
    await on.keyboard.evaluate(() => {
      document.querySelector('ddb-debt-overview').lang = 'en';
    });
    assert.deepEqual(await heard(), ['status: 3 debts. Total DKK 492.56']);
  });
});

describe('failing', () => {
  const FAILED =
    'alert: Dine mellemværender kunne ikke hentes Systemet har problemer lige nu. Prøv igen om lidt.';

  test('at once, once; trying again and failing again are heard', async () => {
    await begin({ fees: refuse(503) });
    await hears('kunne ikke');
    assert.deepEqual(await heard(), [LOADING, `${FAILED} Prøv igen`]);
    await on.tab.press('retry-button');
    await until(on.keyboard, () => window.heard.length === 2);
    assert.deepEqual(await heard(), [
      'alert: Dine mellemværender kunne ikke hentes Henter dine mellemværender … Prøv igen',
      `${FAILED} Prøv igen`,
    ]);
    on.site.set({ fees: [LATE, LOST, NEW] });
    await on.tab.press('retry-button');
    await hears('I alt');
    assert.deepEqual(await heard(), [
      'alert: Dine mellemværender kunne ikke hentes Henter dine mellemværender … Prøv igen',
      TOTAL,
    ]);
    await assertNothingTwice();
  });

  test('one system alone', async () => {
    const TWO = { 'fees-url': undefined, 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };
    await begin({ attributes: TWO, oir: refuse(503) });
    await hears('kunne ikke');
    await on.tab.shows('section-dibs');
    const alerts = (await heard()).filter((line) => line.startsWith('alert'));
    assert.match(alerts.at(-1), /kommunen kunne ikke hentes .* Du kan skylde mere/);
    await assertNothingTwice();
  });

  test('a later read', async () => {
    await begin();
    await hears('I alt');
    await heard();
    on.site.set({ fees: refuse(503) });
    await on.tab.refresh();
    const said = await heard();
    assert.equal(said.length, 1);
    assert.match(said[0], /^alert: .*Du ser det, der blev hentet 27\. november/);
  });
});

describe('choosing and paying', () => {
  beforeEach(async () => {
    await begin();
    await hears('I alt');
    await heard();
  });

  test('each choice, with its sum', async () => {
    await on.tab.press('choice');
    assert.deepEqual(await heard(), ['status: Du har valgt 1 mellemværende: 70,00 kr.']);
    await on.tab.press('choice', 1);
    assert.deepEqual(await heard(), ['status: Du har valgt 2 mellemværender: 262,56 kr.']);
    await on.tab.press('choice');
    assert.deepEqual(await heard(), ['status: Du har valgt 1 mellemværende: 192,56 kr.']);
    await assertNothingTwice();
  });

  test('that it starts, once', async () => {
    on.site.set({ pay: hang });
    await on.tab.press('pay-all');
    await hears('Starter');
    assert.deepEqual(await heard(), [STARTING]);
  });

  for (const [status, words] of [
    [409, 'allerede ved at blive betalt'],
    [410, 'allerede betalt'],
    [422, 'Beløbet har ændret sig'],
    [401, 'Log ind igen'],
    [418, 'kunne ikke startes'],
    [503, 'kunne ikke startes lige nu'],
  ]) {
    test(`that it was refused: ${status}`, async () => {
      on.site.set({ pay: refuse(status) });
      await on.tab.press('pay-all');
      await hears(words);
      await on.tab.refresh();
      const said = await heard();
      assert.equal(said.length, 2, said.join('\n'));
      assert.equal(said[0], STARTING);
      assert.match(said[1], new RegExp(`^alert: .*${words}`));
      await assertNothingTwice();
    });
  }

  test('the same refusal twice is said twice', async () => {
    on.site.set({ pay: refuse(418) });
    for (let press = 0; press < 2; press++) {
      await on.tab.press('pay-all');
      await hears('kunne ikke startes');
      const said = await heard();
      assert.deepEqual(
        said.map((line) => line.split(':')[0]),
        ['status', 'alert'],
      );
    }
  });
});

describe('coming back from the gateway', () => {
  async function payAndReturn(result, then = {}) {
    await begin({ result });
    await on.tab.shows('debt');
    on.site.set(then);
    await on.tab.press('pay-all');
  }

  for (const [result, words] of [
    ['cancelled', 'Betalingen er annulleret'],
    ['failed', 'Betalingen blev ikke gennemført'],
  ]) {
    test(`${result}, once`, async () => {
      await payAndReturn(result);
      await until(on.keyboard, (wanted) => window.heard?.join().includes(wanted), words);
      await hears('I alt');
      await on.tab.refresh();
      const said = (await heard()).filter((line) => line.includes(words));
      assert.equal(said.length, 1);
      assert.match(said[0], /^status/);
      await assertNothingTwice();
    });
  }

  test('received, then late; in between nothing', async () => {
    await payAndReturn('accepted');
    await on.tab.shows('payment-registering');
    await hears('I alt');
    assert.equal(
      (await heard()).filter((line) => /er ved at blive registreret/.test(line)).length,
      1,
    );
    await until(on.keyboard, () => {
      window.storyNext();
      return window.heard.length > 0;
    });
    const said = await heard();
    assert.equal(said.length, 1, said.join('\n'));
    assert.match(said[0], /^status: Din betaling på 262,56 kr\. er modtaget, men/);
    await assertNothingTwice();
  });

  test('received, then the receipt; each once', async () => {
    await payAndReturn('accepted');
    await on.tab.shows('payment-registering');
    await hears('I alt');
    await heard();
    on.site.set({ fees: [NEW] });
    await until(on.keyboard, () => {
      window.storyNext();
      return window.heard.length > 1;
    });
    const said = await heard();
    assert.deepEqual(
      said.map((line) => line.slice(0, 36)),
      ['status: 1 mellemværende. I alt 230,0', 'status: Kvittering Du har betalt 262'],
    );
    await assertNothingTwice();
  });
});
