import { ENGINES } from '../browsers/engines.js';
import { CONDITIONS } from './conditions.js';
import { startFaults } from './fault-server.js';

/**
 * Cells at a time. Those that wait in vain keep up to two connections, and WebKitGTK opens 17 in all: nobody's time-out
 * may begin while it waits for one.
 */
const AT_A_TIME = {
  Chromium: { vain: 12, rest: 14 },
  Firefox: { vain: 12, rest: 14 },
  WebKit: { vain: 7, rest: 12 },
};

const isInVain = ({ conditions }) =>
  Object.values(conditions).some((name) => CONDITIONS[name].pace === 'in vain');

/** Those that block the page with much to read are spread over the time. */
const mixed = (cells) => {
  const order = (id) => (id * 389) % 1_009;
  return cells.map(({ id }) => id).sort((one, other) => order(one) - order(other));
};

/** Sees cells in one engine. @returns what was seen, by the cell's id */
export async function seeMatrix(name, cells) {
  const { vain, rest } = AT_A_TIME[name];
  const faults = await startFaults(vain + rest);
  const engine = await ENGINES[name]();
  try {
    await engine.resize(1280, 900);
    await engine.open(`${faults.origins[0]}/pool`);
    const groups = [
      { cells: mixed(cells.filter(isInVain)), origins: faults.origins.slice(0, vain) },
      {
        cells: mixed(cells.filter((cell) => !isInVain(cell))),
        origins: faults.origins.slice(vain),
      },
    ];
    await engine.evaluate((given) => window.seeCells(given), groups);
    const seen = {};
    // One long question would be too long for some drivers.
    for (let told; (told = await engine.evaluate(() => window.news())).length;) {
      Object.assign(seen, Object.fromEntries(told));
    }
    return seen;
  } finally {
    await engine.close();
    await faults.close();
  }
}
