/** When a page asks again after a failure, or does not. */
export interface Policy {
  /** In milliseconds; nothing where it does not ask again. `tries` have failed. */
  next(tries: number, random: number): number | undefined;
}

export interface Fleet {
  /** Pages that are opened in the course of the simulation. */
  readonly widgets: number;
  /** In milliseconds since the beginning: when a page is opened. */
  opensAt(index: number): number;
  /** When the system is down. */
  readonly down: { readonly from: number; readonly to: number };
  /** How long a failing answer takes, in milliseconds. */
  readonly failsAfter: number;
  /** The page is hidden from then on: nobody looks at it. */
  hiddenAt?(index: number): number;
  readonly end: number;
}

export interface Load {
  readonly total: number;
  /** Requests in the busiest second. */
  readonly peak: number;
  /** Requests in the busiest of the first 30 seconds after the system has come back. */
  readonly peakAfter: number;
  /** Pages that have their answer in the end. */
  readonly served: number;
}

/** Random numbers that are the same every time. */
function* randoms(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

/** What a fleet of pages asks of one system. */
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
