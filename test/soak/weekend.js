import { NETWORK_ACTIVITIES } from './network-activities.js';
import { PAGE_ACTIVITIES } from './page-activities.js';
import { PAYMENT_ACTIVITIES } from './payment-activities.js';
import { HOUR, SECOND } from './fixture.js';

/**
 * Noon to noon in Copenhagen, with two midnights and a change of the clocks. The first midnight is the switch; at the
 * second, DIBS ends.
 * @typedef {{ from: string, midnights: [string, string], to: string, days: [string, string] }} Weekend
 */

/** @type {Weekend} 49 hours */
export const AUTUMN = {
  from: '2026-10-24T12:00+02:00',
  midnights: ['2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00'],
  to: '2026-10-26T12:00+01:00',
  days: ['2026-10-25', '2026-10-26'],
};

/** @type {Weekend} 47 hours */
export const SPRING = {
  from: '2027-03-27T12:00+01:00',
  midnights: ['2027-03-28T00:00+01:00', '2027-03-29T00:00+02:00'],
  to: '2027-03-29T12:00+02:00',
  days: ['2027-03-28', '2027-03-29'],
};

/** One activity for each hour. */
const ACTIVITIES = [...PAYMENT_ACTIVITIES, ...PAGE_ACTIVITIES, ...NETWORK_ACTIVITIES];

/** An activity from two seconds before midnight to two seconds after it. */
const midnight = (at, phases) => ({
  what: 'midnight',
  expectedRequests: 0,
  async run({ controls, part }) {
    await controls('advance', at - 2 * SECOND - (await controls('now')));
    phases.push(await part('intro').innerText());
    await controls('advance', 4 * SECOND);
    phases.push(await part('intro').innerText());
  },
});

/**
 * Simulates a weekend, hour by hour.
 * @param {import('./fixture.js').Fixture} fixture
 * @param {Weekend} weekend
 */
export async function runWeekend(fixture, { from, midnights, to, days }) {
  const { controls, element } = fixture;
  await controls('setTime', Date.parse(from));
  await element((overview, [switchDate, dibsEndDate]) => {
    Object.assign(overview, { switchDate, dibsEndDate });
  }, days);
  await controls('settle');
  /** The introductions before and after each midnight. @type {string[]} */
  const phases = [];
  const hours = [];
  const midnightTimes = midnights.map(Date.parse);
  let next = 0;
  for (let now = Date.parse(from); now < Date.parse(to); now = await controls('now')) {
    const midnightTime = midnightTimes.find((at) => now < at && at <= now + HOUR);
    const ended = now >= midnightTimes[1];
    while (ended && PAYMENT_ACTIVITIES.includes(ACTIVITIES[next % ACTIVITIES.length])) next++;
    const {
      what,
      expectedRequests,
      run,
      lost = 0,
    } = midnightTime ? midnight(midnightTime, phases) : ACTIVITIES[next++ % ACTIVITIES.length];
    const before = await controls('requests');
    const { feesRequests } = fixture.site;
    await run(fixture);
    await controls('settle');
    await controls('advance', HOUR - ((await controls('now')) % HOUR));
    const after = await controls('requests');
    hours.push({
      what,
      expected: expectedRequests,
      sent: after['/fees'] - before['/fees'],
      received: fixture.site.feesRequests - feesRequests + lost,
      hidden: after.hidden - before.hidden,
    });
  }
  return { hours, phases };
}
