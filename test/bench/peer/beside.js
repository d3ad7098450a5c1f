import { formatValues, ratio, table } from '../figures.js';
import { NETWORKS, visit } from '../visit.js';

/** Measures: key, label and unit. */
const MEASURES = [
  ['list', 'list on the screen', 'ms'],
  ['bytes', 'over the network', 'kB'],
  ['requests', 'requests', ''],
  ['shift', 'layout shift', 3],
  ['nodes', 'nodes', ''],
  ['heap', 'heap', 'kB'],
];

/** @typedef {{ url: string, row?: string, storageState?: string }} Page `row`: a selector for the rows of its list */

/**
 * Visits two pages in turn, in each round, and compares them.
 * @param {import('playwright-core').Browser} browser
 * @param {{ widget: Page, peer: Page }} pages
 * @param {{ rounds: number, networks?: Record<string, object | undefined> }} how
 * @returns {Promise<Record<string, string>>} a table for each network
 */
export async function beside(browser, pages, { rounds, networks = NETWORKS }) {
  const tables = {};
  for (const [name, network] of Object.entries(networks)) {
    const runs = { widget: [], peer: [] };
    for (let round = 0; round < rounds; round++) {
      // Alternate the order, since the first visit is slower.
      const order = round % 2 ? ['peer', 'widget'] : ['widget', 'peer'];
      for (const one of order) {
        const { url, ...how } = pages[one];
        runs[one].push(await visit(browser, url, network, { weighed: true, ...how }));
      }
    }
    const rows = MEASURES.map(([key, label, unit]) => {
      const [widget, peer] = [runs.widget, runs.peer].map((all) => all.map((run) => run[key]));
      const words = unit === 'ms' || unit === 'kB' ? `${label}, ${unit}` : label;
      // A shift is often 0.
      const times = key === 'shift' ? '' : ratio(peer, widget);
      return [words, formatValues(widget, unit), formatValues(peer, unit), times];
    });
    tables[name] = table([name, 'widget', 'peer', 'times as much'], rows);
  }
  return tables;
}
