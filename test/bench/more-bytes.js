import { median, table, formatValues } from './figures.js';
import { NETWORKS, visit } from './visit.js';

/** The additional kilobytes. */
export const MORE = [0, 10, 20];

/**
 * Measures the cost of ten more kilobytes of script, which is also the most that ten fewer would save. The additional
 * bytes are in a comment.
 */
export async function moreBytes(browser, origin, rounds, progress) {
  const rows = [];
  for (const variant of ['more', 'start-more']) {
    const all = Object.fromEntries(MORE.map((kilobytes) => [kilobytes, []]));
    for (let round = 0; round < rounds; round++) {
      progress(`${variant}, round ${round + 1}`);
      for (const kilobytes of MORE) {
        const url = `${origin}/${variant}-${kilobytes}`;
        all[kilobytes].push((await visit(browser, url, NETWORKS['slow phone'])).list);
      }
    }
    const middle = (kilobytes) => median(all[kilobytes]);
    rows.push([
      variant === 'more' ? 'the script alone' : 'and `ddb-debt-overview.start.js`',
      ...MORE.map((kilobytes) => formatValues(all[kilobytes], 'ms')),
      `${Math.round((middle(MORE.at(-1)) - middle(0)) / (MORE.at(-1) / 10))} ms`,
    ]);
  }
  const head = ['list on the screen, slow phone, ms', ...MORE.map((more) => `+${more} kB`)];
  return table([...head, '10 kB cost'], rows);
}
