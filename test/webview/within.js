/** So long, in ms, anything in the view may take: it is on this machine, and so is all that it asks. */
export const PATIENCE = 15_000;

/**
 * Waits for a promise, but not for ever.
 * @param {() => string} what says what did not come
 */
export function within(promise, what, ms = PATIENCE) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what()} (after ${ms / 1000} s)`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
