import * as fc from 'fast-check';

declare global {
  // How much of the full count is run: all of it by `npx wtr --config test/fuzz/web-test-runner.config.js`.
  var FUZZ_PART: number | undefined;
}

/** A hundredth of it in every run; the rest is for nights. */
const part = globalThis.FUZZ_PART ?? 0.01;

const countOf = (full: number): number => Math.max(50, Math.round(full * part));

/** `full` runs of a property, or the part of them that is asked for. */
export function fuzz<Ts extends [unknown, ...unknown[]]>(
  full: number,
  ...args: [...{ [K in keyof Ts]: fc.Arbitrary<Ts[K]> }, (...given: Ts) => void]
): void {
  fc.assert(fc.property(...args), { numRuns: countOf(full), includeErrorInReport: true });
}

/** As `fuzz`, for what takes its time. */
export async function fuzzSlowly<Ts extends [unknown, ...unknown[]]>(
  full: number,
  ...args: [...{ [K in keyof Ts]: fc.Arbitrary<Ts[K]> }, (...given: Ts) => Promise<void>]
): Promise<void> {
  await fc.assert(fc.asyncProperty(...args), {
    numRuns: countOf(full),
    includeErrorInReport: true,
  });
}
