import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { figures } from './figures.js';
import { renderRepeatedly } from './repeated-renders.js';
import { HOUR, openFixture } from './fixture.js';
import { AUTUMN, runWeekend, SPRING } from './weekend.js';

const [WARM_UP, RENDERS] = [2_000, 10_000];
/** In bytes. Without a leak it is 4 to 6 kB, whatever the number; an object kept for each drawing makes it 30 times as many. */
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

const asked = async () => (await fixture.controls('requests'))['/fees'];

/** In the middle of the transition, with all debts listed and nothing told: as it was the other time. */
async function rest(times) {
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

test('README, Retries: an open page that nobody touches asks nothing, all day', async () => {
  assert.equal(await asked(), 1);
  await fixture.controls('advance', 24 * HOUR);
  assert.equal(await asked(), 1);
});

test('README, Retries: a hidden page asks nothing, all day; seen again, it asks once', async () => {
  await fixture.controls('setVisible', false);
  await fixture.controls('advance', 24 * HOUR);
  assert.equal(await asked(), 1);
  await fixture.controls('setVisible', true);
  assert.equal(await asked(), 2);
});

let first;
let last;
const weekends = [];

for (const weekend of [AUTUMN, SPRING]) {
  test(`each hour from ${weekend.from} on asks what the README says, and no more`, async () => {
    const { hours, phases } = await runWeekend(fixture, weekend);
    weekends.push({ hours, phases });
    const other = hours.filter(
      ({ expected, asked, received }) => expected !== asked || asked !== received,
    );
    assert.deepEqual(other, []);
    // Each midnight takes two.
    assert.equal(hours.length, (Date.parse(weekend.to) - Date.parse(weekend.from)) / HOUR - 2);
  });

  test(`after ${weekend.to} a page can be drawn, and each drawing is as it was set`, async () => {
    if (first) last = await rest(RENDERS);
    else first = await rest(WARM_UP);
    assert.equal((last ?? first).wrong, 0);
  });
}

test('the phase turned at each midnight in Copenhagen, also where the clocks were changed', () => {
  const turned = ['before', 'transition', 'transition', 'after'];
  assert.deepEqual(
    weekends.map(({ phases }) => phases),
    [turned, turned],
  );
});

test('nothing was asked while the page was hidden', () => {
  const hidden = weekends.flatMap(({ hours }) => hours).filter((hour) => hour.hidden);
  assert.deepEqual(hidden, []);
});

test('titles were asked for at most once, and remembered', async () => {
  assert.ok((await fixture.controls('requests'))['/fbi'] <= 1);
});

test('nodes, listeners, timers, locks, channels, observers: as many as before', () => {
  // To stderr: Node's test runner reads its results from the stdout of this file, and can take other text for one.
  console.error('After the first weekend, and after the second:', first.counted, last.counted);
  assert.deepEqual(last.counted, first.counted);
});

test('an element that has been replaced is let go of, also one that has asked for a payment', () => {
  const { ShadowRoot, ResizeObserver } = last.counted;
  assert.deepEqual([ShadowRoot, ResizeObserver], [1, 1]);
});

test('one timer is left, for the next hour; one channel; no lock', () => {
  const { timers, channels, locks } = last.counted;
  assert.deepEqual([timers, channels, locks], [1, 1, 0]);
});

test(`the heap has grown by less than ${GROWTH / 1000} kB`, () => {
  const growth = last.heap - first.heap;
  console.error(`${first.heap} B, then ${last.heap} B: ${growth} B`);
  assert.ok(growth < GROWTH, `${growth} B`);
});

test('nothing was thrown, and the console heard nothing', () => {
  assert.deepEqual(fixture.errors, []);
});
