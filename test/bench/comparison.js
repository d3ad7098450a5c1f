import { table, ratio, formatValues } from './figures.js';
import { NETWORKS, visit } from './visit.js';

export const COUNTS = [1, 6, 100, 1000];

/** Measures: key, label, unit, and whether the ratio is printed. */
const MEASURES = [
  ['list', 'list on the screen', 'ms', true],
  ['interactive', 'interactive', 'ms', true],
  ['requests', 'requests', '', false],
  ['bytes', 'over the network', 'kB', false],
  ['script', 'script', 'ms', false],
  ['layout', 'layout', 'ms', false],
  ['shift', 'layout shift', 3, false],
  ['heap', 'heap', 'kB', false],
  ['nodes', 'nodes', '', false],
  ['check', 'press: check box', 'ms', false],
  ['pay', 'press: pay', 'ms', false],
];

/** Visits the pages in turn, in each round; a second visit has a trace, for script and layout. */
async function runs(browser, urls, network, rounds) {
  const all = Object.fromEntries(Object.keys(urls).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Alternate the order, since the first visit is slower.
    const order = Object.keys(urls);
    if (round % 2) order.reverse();
    for (const name of order) {
      const timed = await visit(browser, urls[name], network, { pressed: true });
      const { script, layout } = await visit(browser, urls[name], network, { traced: true });
      all[name].push({ ...timed, script, layout });
    }
  }
  return all;
}

/** The rows of one measure, with a cell for each number of debts. */
function rowsOf([key, label, unit, times], byCount) {
  const cells = (cellOf) =>
    byCount.map(({ widget, hand }) => {
      const [ours, theirs] = [widget, hand].map((all) => all.map((run) => run[key]));
      return ours.includes(undefined) ? '' : cellOf(ours, theirs);
    });
  const name = unit === 'ms' || unit === 'kB' ? `${label}, ${unit}` : label;
  if (!times) {
    const both = (ours, theirs) => `${formatValues(ours, unit)} / ${formatValues(theirs, unit)}`;
    return [[`${name}: widget / by hand`, ...cells(both)]];
  }
  return [
    [`**${name}**: widget`, ...cells((ours) => formatValues(ours, unit))],
    ['by hand', ...cells((_, theirs) => formatValues(theirs, unit))],
    ['times as much', ...cells((ours, theirs) => `**${ratio(ours, theirs)}**`)],
  ];
}

/** Compares the widget with the page written by hand: a table for each network. */
export async function compare(browser, origin, rounds, progress) {
  const tables = {};
  for (const [name, network] of Object.entries(NETWORKS)) {
    const byCount = [];
    for (const count of COUNTS) {
      progress(`${name}, ${count} debts`);
      const urls = { widget: `${origin}/widget-${count}`, hand: `${origin}/hand-${count}` };
      byCount.push(await runs(browser, urls, network, rounds));
    }
    const head = [name, ...COUNTS.map((count) => (count === 1 ? '1 debt' : `${count} debts`))];
    tables[name] = table(
      head,
      MEASURES.flatMap((measure) => rowsOf(measure, byCount)),
    );
  }
  return tables;
}
