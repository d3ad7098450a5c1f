/** The timeout of every wait, in ms. */
export const TIMEOUT = 15_000;

/**
 * Waits for a promise, with a timeout.
 * @param {() => string} what describes what is missing
 */
export function within(promise, what, ms = TIMEOUT) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what()} (after ${ms / 1000} s)`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
