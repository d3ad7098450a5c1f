import { NETWORK_HAPPENINGS } from './network-happenings.js';
import { PAGE_HAPPENINGS } from './page-happenings.js';
import { PAYMENT_HAPPENINGS } from './payment-happenings.js';
import { HOUR, SECOND } from './stage.js';

/**
 * Noon to noon in Copenhagen, over two midnights and the night in which the clocks are changed: on the first midnight
 * the library goes over, on the second nothing can be paid there any more.
 * @typedef {{ from: string, midnights: [string, string], to: string, days: [string, string] }} Weekend
 */

/** @type {Weekend} 48 hours and one */
export const AUTUMN = {
  from: '2026-10-24T12:00+02:00',
  midnights: ['2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00'],
  to: '2026-10-26T12:00+01:00',
  days: ['2026-10-25', '2026-10-26'],
};

/** @type {Weekend} 48 hours but one */
export const SPRING = {
  from: '2027-03-27T12:00+01:00',
  midnights: ['2027-03-28T00:00+01:00', '2027-03-29T00:00+02:00'],
  to: '2027-03-29T12:00+02:00',
  days: ['2027-03-28', '2027-03-29'],
};

/** Each hour the next of these. */
const ROTA = [...PAYMENT_HAPPENINGS, ...PAGE_HAPPENINGS, ...NETWORK_HAPPENINGS];

/** From two seconds before midnight to two seconds after it. */
const midnight = (at, seen) => ({
  what: 'midnight',
  asks: 0,
  async does({ fast, part }) {
    await fast('pass', at - 2 * SECOND - (await fast('now')));
    seen.push(await part('intro').innerText());
    await fast('pass', 4 * SECOND);
    seen.push(await part('intro').innerText());
  },
});

/**
 * Lives through a weekend, hour by hour.
 * @param {import('./stage.js').Stage} stage
 * @param {Weekend} weekend
 */
export async function liveThrough(stage, { from, midnights, to, days }) {
  const { fast, element } = stage;
  await fast('jumpTo', Date.parse(from));
  await element((overview, [switchDate, dibsEndDate]) => {
    Object.assign(overview, { switchDate, dibsEndDate });
  }, days);
  await fast('settle');
  /** What the introduction says before and after each midnight. @type {string[]} */
  const phases = [];
  const hours = [];
  const turns = midnights.map(Date.parse);
  let next = 0;
  for (let now = Date.parse(from); now < Date.parse(to); now = await fast('now')) {
    const turn = turns.find((at) => now < at && at <= now + HOUR);
    const ended = now >= turns[1];
    while (ended && PAYMENT_HAPPENINGS.includes(ROTA[next % ROTA.length])) next++;
    const {
      what,
      asks,
      does,
      lost = 0,
    } = turn ? midnight(turn, phases) : ROTA[next++ % ROTA.length];
    const before = await fast('asked');
    const { reads } = stage.site;
    await does(stage);
    await fast('settle');
    await fast('pass', HOUR - ((await fast('now')) % HOUR));
    const after = await fast('asked');
    hours.push({
      what,
      expected: asks,
      asked: after['/fees'] - before['/fees'],
      heard: stage.site.reads - reads + lost,
      hidden: after.hidden - before.hidden,
    });
  }
  return { hours, phases };
}
