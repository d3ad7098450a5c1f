import { median, table, written } from './figures.js';
import { NETWORKS, visit } from './visit.js';

/** So many kilobytes more than it has. */
export const MORE = [0, 10, 20];

/**
 * What ten kilobytes of script cost, and so what ten fewer before the list would gain at the most: the same file with as
 * much more in it that nothing reads.
 */
export async function whatMore(browser, origin, rounds, tell) {
  const rows = [];
  for (const way of ['more', 'start-more']) {
    const all = Object.fromEntries(MORE.map((kilobytes) => [kilobytes, []]));
    for (let round = 0; round < rounds; round++) {
      tell(`${way}, round ${round + 1}`);
      for (const kilobytes of MORE) {
        const url = `${origin}/${way}-${kilobytes}`;
        all[kilobytes].push((await visit(browser, url, NETWORKS['slow phone'])).list);
      }
    }
    const middle = (kilobytes) => median(all[kilobytes]);
    rows.push([
      way === 'more' ? 'the script alone' : 'and `ddb-debt-overview.start.js`',
      ...MORE.map((kilobytes) => written(all[kilobytes], 'ms')),
      `${Math.round((middle(MORE.at(-1)) - middle(0)) / (MORE.at(-1) / 10))} ms`,
    ]);
  }
  const head = ['list on the screen, slow phone, ms', ...MORE.map((more) => `+${more} kB`)];
  return table([...head, '10 kB cost'], rows);
}
