/** CONTRACT 3 and 4 as a table: the known data after each condition, and the number of requests. */
const owes = (tries = 1) => ({ debts: true, unreadable: 0, tries });
const reads = (debts, unreadable, told) => ({ debts, unreadable, tries: 1, told });
const fails = (failure, ...told) => ({ failure, tries: RETRIED.includes(failure) ? 3 : 1, told });
const RETRIED = ['network', 'timeout', 'busy', 'server'];

/** What the console says of the entries in bodies.js, each once. */
export const FAULTS = [
  ...['a fee is missing', 'a fee is number', 'a fee is string', 'a fee is array'],
  ...['amount is missing', 'amount is number', 'amount is string'],
  ...['feeId is missing', 'feeId is number'],
];

const TABLE = {
  debts: owes(),
  none: reads(false, 0),
  '204 No Content': fails('invalid', 'not an empty body'),
  '401 Unauthorized': fails('unauthorized'),
  '403 Forbidden': fails('unauthorized'),
  '404 Not Found': fails('rejected', 'not 404'),
  '429 Too Many': fails('busy'),
  '429, wait 1 s, then debts': owes(2),
  '429, wait 1 s, always': fails('busy'),
  '429, wait 900 s': { failure: 'busy', tries: 1 },
  '500 Server Error': fails('server'),
  '503 Unavailable': fails('server'),
  'redirect to a login page': fails('unauthorized', 'not a redirect'),
  HTML: fails('invalid', 'not HTML'),
  'half JSON': fails('invalid', 'not broken JSON'),
  object: fails('invalid', 'the array in "fees"'),
  string: fails('invalid', 'not JSON of type string'),
  'unreadable entries': reads(false, 10, FAULTS),
  'debts and unreadable entries': reads(true, 10, FAULTS),
  'debts and a credit': { ...reads(true, 1, ['amount is negative']), credit: true },
  '50 MB': owes(),
  'drip, finishes': owes(),
  'drip, never finishes': { ...fails('timeout'), mayTimeOut: true },
  'never answers': { ...fails('timeout'), mayTimeOut: true },
  'connection reset': fails('network'),
  // The console names the other origin.
  'CORS refused': { ...fails('network'), at: 'elsewhere' },
  'connection refused': { ...fails('network'), at: 'nowhere', unreached: true },
};

/** Outcomes that depend on the browser, which reports either a response or a connection error. */
const either = (...told) => [
  { ...fails('invalid', ...told), interrupted: false },
  { ...fails('network'), interrupted: true },
];
const BY_BROWSER = { '304 Not Modified': either(), truncated: either('not broken JSON') };

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
      !failed.length && owing.length && !SYSTEMS.some((system) => known[system].credit)
        ? { sum: SUMS[owing.length > 1 ? 'both' : owing[0]], atLeast: unreadable }
        : undefined,
    sections: Object.fromEntries(
      sections.map((system) => [
        system,
        {
          amounts: known[system].debts ? AMOUNTS[system] : [],
          sum: known[system].debts ? SUMS[system] : undefined,
          unreadable: known[system].unreadable,
          credit: known[system].credit,
        },
      ]),
    ),
  };
}

/** The outcomes of a shared endpoint. Entries without `payableByClient` and a date belong to the new system (CONTRACT 3.2). */
const bySystem = (outcome) => ({
  dibs: outcome.failure ? outcome : { ...outcome, unreadable: 0, credit: false },
  oir: outcome,
});

function expected(outcomes) {
  const known = outcomes.shared ? bySystem(outcomes.shared) : outcomes;
  const counts = (count) =>
    Object.fromEntries(Object.entries(outcomes).map(([name, outcome]) => [name, count(outcome)]));
  const recovers = Object.values(outcomes).every(({ unreached }) => !unreached);
  // A login has no button to try again.
  const canRetry = Object.values(outcomes).some(
    ({ failure }) => failure && failure !== 'unauthorized',
  );
  const well = Object.fromEntries(
    SYSTEMS.map((system) => [system, known[system].failure ? owes() : known[system]]),
  );
  return {
    ...screenOf(known),
    told: counts(({ told = [] }) => told),
    origins: new Set(Object.values(outcomes).flatMap(({ at }) => at ?? [])).size,
    requested: counts(({ tries }) => tries),
    received: counts(({ tries, unreached }) => (unreached ? 0 : tries)),
    interrupted: counts(({ interrupted }) => interrupted),
    // With the fast clock, a request can time out before a busy machine has sent it.
    atMost: Object.keys(outcomes).filter((endpoint) => outcomes[endpoint].mayTimeOut),
    // After a retry, everything is shown, with one more request to each endpoint that had failed.
    after:
      recovers && canRetry
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
