/** CONTRACT 3 and 4 as a table: the known data after each condition, and the number of requests. */
const owes = (tries = 1) => ({ debts: true, unreadable: 0, tries });
const reads = (debts, unreadable) => ({ debts, unreadable, tries: 1 });
const fails = (failure) => ({ failure, tries: RETRIED.includes(failure) ? 3 : 1 });
const RETRIED = ['offline', 'timeout', 'busy', 'server'];

const TABLE = {
  debts: owes(),
  none: reads(false, 0),
  '204 No Content': fails('invalid'),
  '401 Unauthorized': fails('unauthorized'),
  '403 Forbidden': fails('unauthorized'),
  '404 Not Found': fails('rejected'),
  '429 Too Many': fails('busy'),
  '429, wait 1 s, then debts': owes(2),
  '429, wait 1 s, always': fails('busy'),
  '429, wait 900 s': { failure: 'busy', tries: 1 },
  '500 Server Error': fails('server'),
  '503 Unavailable': fails('server'),
  'redirect to a login page': fails('invalid'),
  HTML: fails('invalid'),
  'half JSON': fails('invalid'),
  object: fails('invalid'),
  string: fails('invalid'),
  'unreadable entries': reads(false, 10),
  'debts and unreadable entries': reads(true, 10),
  '50 MB': owes(),
  'drip, finishes': owes(),
  'drip, never finishes': { ...fails('timeout'), mayTimeOut: true },
  'never answers': { ...fails('timeout'), mayTimeOut: true },
  'connection reset': fails('offline'),
  'CORS refused': fails('offline'),
  'connection refused': { ...fails('offline'), unreached: true },
};

/** Outcomes that depend on the browser, which reports either a response or a connection error. */
const EITHER = [
  { ...fails('invalid'), interrupted: false },
  { ...fails('offline'), interrupted: true },
];
const BY_BROWSER = { '304 Not Modified': EITHER, truncated: EITHER };

const SYSTEMS = ['dibs', 'oir'];

/** The amounts of the debts in bodies.js. */
const AMOUNTS = { dibs: ['70,00 kr.', '192,56 kr.'], oir: ['230,00 kr.'] };
const SUMS = { dibs: '262,56 kr.', oir: '230,00 kr.', both: '492,56 kr.' };

/** What the screen must show for the known data of both systems. */
function screenOf(known) {
  const failed = SYSTEMS.filter((system) => known[system].failure);
  const owing = SYSTEMS.filter((system) => known[system].debts);
  const unreadable = SYSTEMS.some((system) => known[system].unreadable);
  const sections = SYSTEMS.filter((system) => known[system].debts || known[system].unreadable);
  return {
    failures: Object.fromEntries(failed.map((system) => [system, known[system].failure])),
    empty: !failed.length && !owing.length && !unreadable,
    total:
      !failed.length && owing.length
        ? { sum: SUMS[owing.length > 1 ? 'both' : owing[0]], atLeast: unreadable }
        : undefined,
    sections: Object.fromEntries(
      sections.map((system) => [
        system,
        {
          amounts: known[system].debts ? AMOUNTS[system] : [],
          sum: known[system].debts ? SUMS[system] : undefined,
          unreadable: known[system].unreadable,
        },
      ]),
    ),
  };
}

/** The outcomes of a shared endpoint. Entries without `payableByClient` and a date belong to the new system (CONTRACT 3.2). */
const bySystem = (outcome) => ({
  dibs: outcome.failure ? outcome : { ...outcome, unreadable: 0 },
  oir: outcome,
});

function expected(outcomes) {
  const known = outcomes.shared ? bySystem(outcomes.shared) : outcomes;
  const counts = (count) =>
    Object.fromEntries(Object.entries(outcomes).map(([name, outcome]) => [name, count(outcome)]));
  const recovers = Object.values(outcomes).every(({ unreached }) => !unreached);
  const well = Object.fromEntries(
    SYSTEMS.map((system) => [system, known[system].failure ? owes() : known[system]]),
  );
  return {
    ...screenOf(known),
    requested: counts(({ tries }) => tries),
    received: counts(({ tries, unreached }) => (unreached ? 0 : tries)),
    interrupted: counts(({ interrupted }) => interrupted),
    // With the fast clock, a request can time out before a busy machine has sent it.
    atMost: Object.keys(outcomes).filter((endpoint) => outcomes[endpoint].mayTimeOut),
    // After a retry, everything is shown, with one more request to each endpoint that had failed.
    after:
      recovers && SYSTEMS.some((system) => known[system].failure)
        ? {
            ...screenOf(well),
            requested: counts(({ tries, failure }) => tries + (failure ? 1 : 0)),
          }
        : undefined,
  };
}

/**
 * The expected reports by CONTRACT. There are several if the outcome depends on the browser.
 * @param {Record<'dibs' | 'oir', string> | { shared: string }} conditions by endpoint
 */
export function expectedOf(conditions) {
  let all = [{}];
  for (const [endpoint, condition] of Object.entries(conditions)) {
    const outcomes = BY_BROWSER[condition] ?? [TABLE[condition]];
    all = all.flatMap((one) => outcomes.map((outcome) => ({ ...one, [endpoint]: outcome })));
  }
  return all.map(expected);
}
