import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { figures } from './figures.js';
import { renderRepeatedly } from './repeated-renders.js';
import { HOUR, openFixture } from './fixture.js';
import { AUTUMN, runWeekend, SPRING } from './weekend.js';

const [WARM_UP, RENDERS] = [2_000, 10_000];
/** In bytes. Without a leak the heap grows by 4 to 6 kB; with one object leaked per render, by 300 kB. */
const GROWTH = 30_000;

/** @type {import('./fixture.js').Fixture} */
let fixture;
let session;

before(async () => {
  fixture = await openFixture(Date.parse(AUTUMN.from) - 48 * HOUR);
  session = await fixture.tab.context().newCDPSession(fixture.tab);
  await session.send('Performance.enable');
  await fixture.part('debt').first().waitFor();
});
after(() => fixture?.close());

const requestCount = async () => (await fixture.controls('requests'))['/fees'];

/** Resets the page, renders it repeatedly, and measures it. */
async function renderAndMeasure(times) {
  const { element, controls, tab } = fixture;
  await element((overview) => {
    overview.dibsEndDate = null;
    overview.replaceWith(overview.cloneNode(true));
  });
  await controls('settle');
  const wrong = await tab.evaluate(renderRepeatedly, times);
  await controls('settle');
  return { wrong, ...(await figures(tab, session)) };
}

test('README, Retries: an idle page sends no requests all day', async () => {
  assert.equal(await requestCount(), 1);
  await fixture.controls('advance', 24 * HOUR);
  assert.equal(await requestCount(), 1);
});

test('README, Retries: a hidden page sends no requests all day, and one when it becomes visible', async () => {
  await fixture.controls('setVisible', false);
  await fixture.controls('advance', 24 * HOUR);
  assert.equal(await requestCount(), 1);
  await fixture.controls('setVisible', true);
  assert.equal(await requestCount(), 2);
});

let first;
let last;
const weekends = [];

for (const weekend of [AUTUMN, SPRING]) {
  test(`each hour from ${weekend.from} has exactly the requests in the README`, async () => {
    const { hours, phases } = await runWeekend(fixture, weekend);
    weekends.push({ hours, phases });
    const wrong = hours.filter(
      ({ expected, sent, received }) => expected !== sent || sent !== received,
    );
    assert.deepEqual(wrong, []);
    // Each midnight activity takes two hours.
    assert.equal(hours.length, (Date.parse(weekend.to) - Date.parse(weekend.from)) / HOUR - 2);
  });

  test(`after ${weekend.to} every render is correct`, async () => {
    if (first) last = await renderAndMeasure(RENDERS);
    else first = await renderAndMeasure(WARM_UP);
    assert.equal((last ?? first).wrong, 0);
  });
}

test('the phase changes at midnight in Copenhagen, also when the clocks change', () => {
  const expected = ['before', 'transition', 'transition', 'after'];
  assert.deepEqual(
    weekends.map(({ phases }) => phases),
    [expected, expected],
  );
});

test('no requests are sent while the page is hidden', () => {
  const hidden = weekends.flatMap(({ hours }) => hours).filter((hour) => hour.hidden);
  assert.deepEqual(hidden, []);
});

test('titles are requested at most once, and cached', async () => {
  assert.ok((await fixture.controls('requests'))['/fbi'] <= 1);
});

test('nodes, listeners, timers, locks, channels and observers do not increase', () => {
  // To stderr, because Node's test runner parses the stdout of this file.
  console.error('After the first weekend, and after the second:', first.counted, last.counted);
  assert.deepEqual(last.counted, first.counted);
});

test('a replaced element is garbage-collected, also after a payment', () => {
  const { ShadowRoot, ResizeObserver } = last.counted;
  assert.deepEqual([ShadowRoot, ResizeObserver], [1, 1]);
});

test('one timer, for the next hour, and one channel remain, and no lock', () => {
  const { timers, channels, locks } = last.counted;
  assert.deepEqual([timers, channels, locks], [1, 1, 0]);
});

test(`the heap grows by less than ${GROWTH / 1000} kB`, () => {
  const growth = last.heap - first.heap;
  console.error(`${first.heap} B, then ${last.heap} B: ${growth} B`);
  assert.ok(growth < GROWTH, `${growth} B`);
});

test('there are no errors, and the console names the refused request once', () => {
  assert.deepEqual(fixture.errors, [
    '<ddb-debt-overview> fees-url: takes a JSON array with status 200, not 409.',
  ]);
});
