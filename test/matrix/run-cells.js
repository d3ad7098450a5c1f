import { ENGINES } from '../browsers/engines.js';
import { CONDITIONS } from './conditions.js';
import { startFaults } from './fault-server.js';

/**
 * The number of concurrent cells. Slow cells use up to two connections, and WebKitGTK opens at most 17. No timeout may
 * start while a request waits for a connection.
 */
const CONCURRENCY = {
  Chromium: { slow: 12, rest: 14 },
  Firefox: { slow: 12, rest: 14 },
  WebKit: { slow: 7, rest: 12 },
};

const timesOut = ({ conditions }) =>
  Object.values(conditions).some((name) => CONDITIONS[name].pace === 'timeout');

/** Spreads the cells with large responses, which block the page. */
const mixed = (cells) => {
  const order = (id) => (id * 389) % 1_009;
  return cells.map(({ id }) => id).sort((one, other) => order(one) - order(other));
};

/** Runs cells in one engine. @returns the reports by the cell's id */
export async function runCells(name, cells) {
  const { slow, rest } = CONCURRENCY[name];
  const servers = await startFaults(slow + rest);
  const engine = await ENGINES[name]();
  try {
    await engine.resize(1280, 900);
    await engine.open(`${servers.origins[0]}/pool`);
    const groups = [
      { cells: mixed(cells.filter(timesOut)), origins: servers.origins.slice(0, slow) },
      {
        cells: mixed(cells.filter((cell) => !timesOut(cell))),
        origins: servers.origins.slice(slow),
      },
    ];
    await engine.evaluate((given) => window.runCells(given), groups);
    const reports = {};
    // In batches, because some drivers limit the time of a call.
    for (let batch; (batch = await engine.evaluate(() => window.results())).length;) {
      Object.assign(reports, Object.fromEntries(batch));
    }
    return reports;
  } finally {
    await engine.close();
    await servers.close();
  }
}
