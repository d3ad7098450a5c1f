/** When a page retries after a failure. */
export interface Policy {
  /** The delay in milliseconds, or undefined for no retry. `tries` have failed. */
  next(tries: number, random: number): number | undefined;
}

export interface Fleet {
  /** The number of pages. */
  readonly widgets: number;
  /** When a page is opened, in milliseconds since the start. */
  opensAt(index: number): number;
  /** When the system is down. */
  readonly down: { readonly from: number; readonly to: number };
  /** The duration of a failing request, in milliseconds. */
  readonly failsAfter: number;
  /** When the page is hidden. */
  hiddenAt?(index: number): number;
  readonly end: number;
}

export interface Load {
  readonly total: number;
  /** Requests in the busiest second. */
  readonly peak: number;
  /** Requests in the busiest of the first 30 seconds after the recovery. */
  readonly peakAfter: number;
  /** Pages that have an answer at the end. */
  readonly served: number;
}

/** Reproducible random numbers. */
function* randoms(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

/** Simulates the requests of many pages to one system. */
export function simulate(fleet: Fleet, policy: Policy): Load {
  const { widgets, opensAt, down, failsAfter, end, hiddenAt } = fleet;
  const random = randoms(1);
  const seconds = new Uint32Array(Math.ceil(end / 1000) + 1);
  let total = 0;
  let served = 0;
  for (let index = 0; index < widgets; index++) {
    const hidden = hiddenAt?.(index) ?? Infinity;
    let at = opensAt(index);
    for (let tries = 1; at < end && at < hidden; tries++) {
      total++;
      const second = Math.floor(at / 1000);
      seconds[second] = (seconds[second] ?? 0) + 1;
      if (at < down.from || at >= down.to) {
        served++;
        break;
      }
      const wait = policy.next(tries, random.next().value);
      if (wait === undefined) break;
      at += failsAfter + wait;
    }
  }
  const back = Math.floor(down.to / 1000);
  return {
    total,
    served,
    peak: Math.max(...seconds),
    peakAfter: Math.max(...seconds.slice(back, back + 30)),
  };
}
