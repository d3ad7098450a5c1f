import { expect } from '@open-wc/testing';
import { RETRIES, retryDelay } from '../../src/http/retry.js';
import { simulate, type Fleet, type Load, type Policy } from './fleet.js';

const MINUTE = 60_000;

const POLICIES = {
  ours: {
    next: (tries, random) => (tries <= RETRIES ? retryDelay(tries - 1, random) : undefined),
  },
  'without jitter': { next: (tries) => (tries <= 2 ? 1000 * 2 ** tries : undefined) },
  'every 5 seconds for ever': { next: () => 5000 },
  'never again': { next: () => undefined },
} satisfies Record<string, Policy>;

/** 100,000 pages are opened evenly over half an hour; the system is down from minute 10 to 20. */
const EVEN: Fleet = {
  widgets: 100_000,
  opensAt: (index) => (index * 30 * MINUTE) / 100_000,
  down: { from: 10 * MINUTE, to: 20 * MINUTE },
  failsAfter: 50,
  end: 40 * MINUTE,
};

/** All pages are open and request again when the network returns, just as the system goes down. */
const AT_ONCE: Fleet = { ...EVEN, opensAt: () => EVEN.down.from };

const loadOf = (fleet: Fleet): Record<keyof typeof POLICIES, Load> => {
  const entries = Object.entries(POLICIES).map(([name, policy]) => [name, simulate(fleet, policy)]);
  return Object.fromEntries(entries) as Record<keyof typeof POLICIES, Load>;
};

describe('CONTRACT 3.8: 100,000 pages while FBS is down for ten minutes', () => {
  const even = loadOf(EVEN);
  const atOnce = loadOf(AT_ONCE);

  before(() => {
    for (const [what, loads] of Object.entries({ 'opened evenly': even, 'all at once': atOnce })) {
      for (const [name, { total, peak, peakAfter, served }] of Object.entries(loads)) {
        console.log(
          `fleet, ${what}, ${name}: ${total} requests, at most ${peak} a second, ${peakAfter} after, ${served} served`,
        );
      }
    }
  });

  it('a page asks three times at most', () => {
    expect(even.ours.total).to.be.at.most(EVEN.widgets * (1 + RETRIES));
    expect(atOnce.ours.total).to.equal(EVEN.widgets * (1 + RETRIES));
  });

  it('evenly opened pages ask about three times as much as on a good day, and no more', () => {
    const ordinary = EVEN.widgets / (30 * 60);
    expect(even.ours.peak).to.be.below(ordinary * (1 + RETRIES) * 1.25);
    // Waiting pages do not overload a system that has just recovered.
    expect(even.ours.peakAfter).to.be.below(even.ours.peak);
  });

  it('spreads simultaneous requests more with each retry', () => {
    // The second retry is spread over two seconds; without jitter all would be in the same one.
    expect(secondTries(POLICIES.ours)).to.be.below(0.6 * EVEN.widgets);
    expect(secondTries(POLICIES['without jitter'])).to.equal(EVEN.widgets);
    expect(atOnce['every 5 seconds for ever'].total).to.be.above(10 * atOnce.ours.total);
  });

  it('a page that nobody looks at asks nothing', () => {
    const hidden = simulate({ ...AT_ONCE, hiddenAt: () => AT_ONCE.down.from + 1 }, POLICIES.ours);
    expect(hidden.total).to.equal(EVEN.widgets);
  });

  /** The busiest second after the first one, in which all pages request at once. */
  function secondTries(policy: Policy): number {
    const later: Policy = {
      next: (tries, random) => (tries === 1 ? policy.next(1, random) : undefined),
    };
    const seconds = new Map<number, number>();
    const random = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];
    for (let index = 0; index < EVEN.widgets; index++) {
      const wait = later.next(1, random[index % random.length] ?? 0) ?? 0;
      const second = Math.floor(wait / 1000);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    return Math.max(...seconds.values());
  }
});
