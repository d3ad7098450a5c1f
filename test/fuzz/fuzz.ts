import * as fc from 'fast-check';

declare global {
  // How much of the full count is run: all of it by `npm run fuzz`.
  var FUZZ_PART: number | undefined;
}

/** A hundredth of it in every run; the rest is for nights. */
const part = globalThis.FUZZ_PART ?? 0.01;

export const countOf = (full: number): number => Math.max(50, Math.round(full * part));

/** `full` runs of a property with a seed of its own, which is printed: a failure can be run again. */
export function fuzz<Ts extends [unknown, ...unknown[]]>(
  full: number,
  ...args: [...{ [K in keyof Ts]: fc.Arbitrary<Ts[K]> }, (...given: Ts) => void]
): void {
  const seed = Date.now() | 0;
  const numRuns = countOf(full);
  console.log(`fuzz: ${numRuns} of ${full}, seed ${seed}`);
  fc.assert(fc.property(...args), { numRuns, seed });
}
