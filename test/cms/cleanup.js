/** What has to be undone, the last first. */
const actions = [];

process.once('exit', () => {
  for (const undo of actions.reverse()) undo();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

/** However the process ends, but for a kill that nobody hears of. @param {() => void} undo must be quick, and may be late */
export const atTheEnd = (undo) => void actions.push(undo);
