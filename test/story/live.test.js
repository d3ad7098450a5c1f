import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { LATE, LOST, NEW } from './debts.js';
import { until } from './keyboards.js';
import { hang, refuse } from './site.js';
import { fixtureFor } from './fixture.js';

/** Live regions announce each message once: politely, or assertively for errors. */

const LOADING = 'status: Henter dine mellemværender …';
const TOTAL = 'status: 3 mellemværender. I alt 492,56 kr.';
const STARTING = 'status: Starter betalingen …';

const on = fixtureFor('Chromium');

/** The announcements since the last call, after the update is complete. */
const announced = () =>
  on.keyboard.evaluate(async () => {
    await document.querySelector('ddb-debt-overview').updateComplete;
    return window.announcements.splice(0);
  });

const assertNothingRepeated = async () =>
  assert.deepEqual(await on.keyboard.evaluate(() => window.repeatedAnnouncements), []);

/** @param {Partial<import('./site.js').SiteOptions>} [options] */
async function begin(options) {
  await on.tab.clear();
  on.site.reset({ before: ['listener'], ...options });
  await on.tab.open();
}

/** Waits for an announcement with these words. */
const announces = (words) =>
  until(on.keyboard, (wanted) => window.announcements.some((line) => line.includes(wanted)), words);

describe('loading announces', () => {
  test('that it loads, and the total', async () => {
    await begin();
    await announces('I alt');
    assert.deepEqual(await announced(), [LOADING, TOTAL]);
    await assertNothingRepeated();
  });

  test('that it takes long, once', async () => {
    await begin({ fees: (_, response) => void response.writeHead(500).end() });
    await announces('længere tid');
    assert.deepEqual(await announced(), [LOADING, 'status: Det tager længere tid end normalt …']);
  });

  test('that there are no debts', async () => {
    await begin({ fees: [] });
    await announces('ingen');
    assert.deepEqual(await announced(), [LOADING, 'status: Du har ingen mellemværender.']);
  });

  test('nothing if a refresh changes nothing, or titles arrive', async () => {
    await begin({ attributes: { 'fbi-url': '/fbi' } });
    await on.tab.shows('title', 3);
    assert.deepEqual(await announced(), [LOADING, TOTAL]);
    for (let refresh = 0; refresh < 3; refresh++) await on.tab.refresh();
    assert.deepEqual(await announced(), []);
    await assertNothingRepeated();
  });

  test('only the new total if a refresh changes one amount', async () => {
    await begin();
    await announces('I alt');
    await announced();
    on.site.set({ fees: [LATE, { ...LOST, amount: 99 }, NEW] });
    await on.tab.refresh();
    assert.deepEqual(await announced(), ['status: 3 mellemværender. I alt 399,00 kr.']);
    await assertNothingRepeated();
  });

  test('the total once if the language changes', async () => {
    await begin();
    await announces('I alt');
    await announced();
    await on.keyboard.evaluate(() => {
      document.querySelector('ddb-debt-overview').lang = 'en';
    });
    assert.deepEqual(await announced(), ['status: 3 debts. Total DKK 492.56']);
  });
});

describe('a failure is announced', () => {
  const FAILED =
    'alert: Dine mellemværender kunne ikke hentes Systemet har problemer lige nu. Prøv igen om lidt.';

  test('assertively and once, and so are a retry and its failure', async () => {
    await begin({ fees: refuse(503) });
    await announces('kunne ikke');
    assert.deepEqual(await announced(), [LOADING, `${FAILED} Prøv igen`]);
    await on.tab.press('retry-button');
    await until(on.keyboard, () => window.announcements.length === 2);
    assert.deepEqual(await announced(), [
      'alert: Dine mellemværender kunne ikke hentes Henter dine mellemværender … Prøv igen',
      `${FAILED} Prøv igen`,
    ]);
    on.site.set({ fees: [LATE, LOST, NEW] });
    await on.tab.press('retry-button');
    await announces('I alt');
    assert.deepEqual(await announced(), [
      'alert: Dine mellemværender kunne ikke hentes Henter dine mellemværender … Prøv igen',
      TOTAL,
    ]);
    await assertNothingRepeated();
  });

  test('for one system', async () => {
    const TWO = { 'fees-url': undefined, 'dibs-fees-url': '/dibs', 'oir-fees-url': '/oir' };
    await begin({ attributes: TWO, oir: refuse(503) });
    await announces('kunne ikke');
    await on.tab.shows('section-dibs');
    const alerts = (await announced()).filter((line) => line.startsWith('alert'));
    assert.match(alerts.at(-1), /kommunen kunne ikke hentes .* Du kan skylde mere/);
    await assertNothingRepeated();
  });

  test('for a refresh', async () => {
    await begin();
    await announces('I alt');
    await announced();
    on.site.set({ fees: refuse(503) });
    await on.tab.refresh();
    const lines = await announced();
    assert.equal(lines.length, 1);
    assert.match(lines[0], /^alert: .*Du ser det, der blev hentet 27\. november/);
  });
});

describe('selecting and paying announces', () => {
  beforeEach(async () => {
    await begin();
    await announces('I alt');
    await announced();
  });

  test('each selection with its sum', async () => {
    await on.tab.press('choice');
    assert.deepEqual(await announced(), ['status: Du har valgt 1 mellemværende: 70,00 kr.']);
    await on.tab.press('choice', 1);
    assert.deepEqual(await announced(), ['status: Du har valgt 2 mellemværender: 262,56 kr.']);
    await on.tab.press('choice');
    assert.deepEqual(await announced(), ['status: Du har valgt 1 mellemværende: 192,56 kr.']);
    await assertNothingRepeated();
  });

  test('that the payment starts, once', async () => {
    on.site.set({ pay: hang });
    await on.tab.press('pay-all');
    await announces('Starter');
    assert.deepEqual(await announced(), [STARTING]);
  });

  for (const [status, words] of [
    [409, 'allerede ved at blive betalt'],
    [410, 'allerede betalt'],
    [422, 'Beløbet har ændret sig'],
    [401, 'Log ind igen'],
    [418, 'kunne ikke startes'],
    [503, 'kunne ikke startes lige nu'],
  ]) {
    test(`that the payment was refused: ${status}`, async () => {
      on.site.set({ pay: refuse(status) });
      await on.tab.press('pay-all');
      await announces(words);
      await on.tab.refresh();
      const lines = await announced();
      assert.equal(lines.length, 2, lines.join('\n'));
      assert.equal(lines[0], STARTING);
      assert.match(lines[1], new RegExp(`^alert: .*${words}`));
      await assertNothingRepeated();
    });
  }

  test('each of two equal refusals', async () => {
    on.site.set({ pay: refuse(418) });
    for (let press = 0; press < 2; press++) {
      await on.tab.press('pay-all');
      await announces('kunne ikke startes');
      const lines = await announced();
      assert.deepEqual(
        lines.map((line) => line.split(':')[0]),
        ['status', 'alert'],
      );
    }
  });
});

describe('returning from the gateway announces', () => {
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
      await until(on.keyboard, (wanted) => window.announcements?.join().includes(wanted), words);
      await announces('I alt');
      await on.tab.refresh();
      const lines = (await announced()).filter((line) => line.includes(words));
      assert.equal(lines.length, 1);
      assert.match(lines[0], /^status/);
      await assertNothingRepeated();
    });
  }

  test('that the payment was received, and later that it is late, and nothing in between', async () => {
    await payAndReturn('accepted');
    await announces('er ved at blive registreret');
    await announces('I alt');
    assert.equal(
      (await announced()).filter((line) => /er ved at blive registreret/.test(line)).length,
      1,
    );
    await until(on.keyboard, () => {
      window.runNextTimer();
      return window.announcements.length > 0;
    });
    const lines = await announced();
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0], /^status: Din betaling på 262,56 kr\. er modtaget, men/);
    await assertNothingRepeated();
  });

  test('that the payment was received, and then the receipt, each once', async () => {
    await payAndReturn('accepted');
    await announces('er ved at blive registreret');
    await announces('I alt');
    await announced();
    on.site.set({ fees: [NEW] });
    await until(on.keyboard, () => {
      window.runNextTimer();
      return window.announcements.length > 1;
    });
    const lines = await announced();
    assert.deepEqual(
      lines.map((line) => line.slice(0, 36)),
      ['status: 1 mellemværende. I alt 230,0', 'status: Kvittering Du har betalt 262'],
    );
    await assertNothingRepeated();
  });
});
