/** Cleanup functions; they run in reverse order. */
const actions = [];

process.once('exit', () => {
  for (const cleanUp of actions.reverse()) cleanUp();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

/** Runs a function when the process ends, except after SIGKILL. @param {() => void} cleanUp must be synchronous */
export const onExit = (cleanUp) => void actions.push(cleanUp);
