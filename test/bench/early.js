import { median, table, written } from './figures.js';
import { NETWORKS, visit } from './visit.js';

/** Ways to load the widget, by their address. */
export const WAYS = {
  'widget-6': 'the script alone',
  'preload-6': 'and `<link rel="preload">` of the answer',
  'start-6': 'and `ddb-debt-overview.start.js`',
  'cold-6': 'over a new connection: the script alone',
  'cold-start-6': 'and `ddb-debt-overview.start.js`',
  'token-6': 'with a token: the script alone',
  'token-start-6': 'and `ddb-debt-overview.start.js`',
  'hand-6': 'by hand',
};

/** What draws the list. */
const SCRIPTS = ['/ddb-debt-overview.js', '/cold.js', '/by-hand.js'];
const FEES = '/fees-6';

/** When script and answer travel: the waterfall, as the medians of where each begins and ends. */
export async function early(browser, origin, rounds, tell) {
  const all = Object.fromEntries(Object.keys(WAYS).map((way) => [way, []]));
  for (let round = 0; round < rounds; round++) {
    tell(`ways to load, round ${round + 1}`);
    for (const way of Object.keys(WAYS)) {
      all[way].push(await visit(browser, `${origin}/${way}`, NETWORKS['slow phone']));
    }
  }
  const at = (runs, paths, end) =>
    Math.round(
      median(
        runs.map(({ waterfall }) => waterfall.find(({ path }) => paths.includes(path))?.[end] ?? 0),
      ),
    );
  const span = (runs, paths) => `${at(runs, paths, 'from')}–${at(runs, paths, 'to')}`;
  const rows = Object.entries(all).map(([way, runs]) => [
    WAYS[way],
    span(runs, SCRIPTS),
    span(runs, [FEES]),
    `**${written(
      runs.map(({ list }) => list),
      'ms',
    )}**`,
  ]);
  return table(['6 debts, slow phone, ms', 'script', 'answer', 'list on the screen'], rows);
}
