import { median, table, formatValues } from './figures.js';
import { NETWORKS, visit } from './visit.js';

/** Ways to load the widget, by URL. */
export const VARIANTS = {
  'widget-6': 'the script alone',
  'preload-6': 'and `<link rel="preload">` of the answer',
  'start-6': 'and `ddb-debt-overview.start.js`',
  'cold-6': 'over a new connection: the script alone',
  'cold-start-6': 'and `ddb-debt-overview.start.js`',
  'token-6': 'with a token: the script alone',
  'token-start-6': 'and `ddb-debt-overview.start.js`',
  'hand-6': 'by hand',
};

/** The scripts that render the list. */
const SCRIPTS = ['/ddb-debt-overview.js', '/cold.js', '/by-hand.js'];
const FEES = '/fees-6';

/** When script and answer are transferred, as the medians of their start and end. */
export async function loadVariants(browser, origin, rounds, progress) {
  const all = Object.fromEntries(Object.keys(VARIANTS).map((variant) => [variant, []]));
  for (let round = 0; round < rounds; round++) {
    progress(`ways to load, round ${round + 1}`);
    for (const variant of Object.keys(VARIANTS)) {
      all[variant].push(await visit(browser, `${origin}/${variant}`, NETWORKS['slow phone']));
    }
  }
  const at = (runs, paths, end) =>
    Math.round(
      median(
        runs.map(({ waterfall }) => waterfall.find(({ path }) => paths.includes(path))?.[end] ?? 0),
      ),
    );
  const span = (runs, paths) => `${at(runs, paths, 'from')}–${at(runs, paths, 'to')}`;
  const rows = Object.entries(all).map(([variant, runs]) => [
    VARIANTS[variant],
    span(runs, SCRIPTS),
    span(runs, [FEES]),
    `**${formatValues(
      runs.map(({ list }) => list),
      'ms',
    )}**`,
  ]);
  return table(['6 debts, slow phone, ms', 'script', 'answer', 'list on the screen'], rows);
}
