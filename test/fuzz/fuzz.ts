import * as fc from 'fast-check';

declare global {
  // The part of the full count to run: all of it by `npx wtr --config test/fuzz/web-test-runner.config.js`.
  var FUZZ_PART: number | undefined;
}

/** One hundredth in each run; everything in the nightly run. */
const part = globalThis.FUZZ_PART ?? 0.01;

const countOf = (full: number): number => Math.max(50, Math.round(full * part));

/** Runs a property `full` times, or the configured part of that. */
export function fuzz<Ts extends [unknown, ...unknown[]]>(
  full: number,
  ...args: [...{ [K in keyof Ts]: fc.Arbitrary<Ts[K]> }, (...given: Ts) => void]
): void {
  fc.assert(fc.property(...args), { numRuns: countOf(full), includeErrorInReport: true });
}

/** Like `fuzz`, for slow properties. */
export async function fuzzSlowly<Ts extends [unknown, ...unknown[]]>(
  full: number,
  ...args: [...{ [K in keyof Ts]: fc.Arbitrary<Ts[K]> }, (...given: Ts) => Promise<void>]
): Promise<void> {
  await fc.assert(fc.asyncProperty(...args), {
    numRuns: countOf(full),
    includeErrorInReport: true,
  });
}
