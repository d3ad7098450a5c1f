/** CONTRACT 3 and 4 as a table: what is known after each condition, and how often the endpoint is asked for it. */
const owes = (tries = 1) => ({ debts: true, rubbish: 0, tries });
const reads = (debts, rubbish) => ({ debts, rubbish, tries: 1 });
const fails = (failure) => ({ failure, tries: MAY_PASS.includes(failure) ? 3 : 1 });
const MAY_PASS = ['offline', 'timeout', 'busy', 'server'];

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
  'sent to a login page': fails('invalid'),
  HTML: fails('invalid'),
  'half JSON': fails('invalid'),
  object: fails('invalid'),
  string: fails('invalid'),
  rubbish: reads(false, 10),
  'debts and rubbish': reads(true, 10),
  '50 MB': owes(),
  'drip, finishes': owes(),
  'drip, never finishes': { ...fails('timeout'), inVain: true },
  'never answers': { ...fails('timeout'), inVain: true },
  'connection reset': fails('offline'),
  'CORS refused': fails('offline'),
  'nobody listens': { ...fails('offline'), unreached: true },
};

/** What one browser hands over as an answer and another as a broken connection: each is told as what it looks like. */
const EITHER = [
  { ...fails('invalid'), broke: false },
  { ...fails('offline'), broke: true },
];
const BY_BROWSER = { '304 Not Modified': EITHER, 'cut off': EITHER };

const SYSTEMS = ['dibs', 'oir'];

/** What the debts in bodies.js come to. */
const AMOUNTS = { dibs: ['70,00 kr.', '192,56 kr.'], oir: ['230,00 kr.'] };
const SUMS = { dibs: '262,56 kr.', oir: '230,00 kr.', both: '492,56 kr.' };

/** What must be on the screen when that is known of the two. */
function screenOf(known) {
  const failed = SYSTEMS.filter((system) => known[system].failure);
  const owing = SYSTEMS.filter((system) => known[system].debts);
  const rubbish = SYSTEMS.some((system) => known[system].rubbish);
  const sections = SYSTEMS.filter((system) => known[system].debts || known[system].rubbish);
  return {
    failures: Object.fromEntries(failed.map((system) => [system, known[system].failure])),
    empty: !failed.length && !owing.length && !rubbish,
    total:
      !failed.length && owing.length
        ? { sum: SUMS[owing.length > 1 ? 'both' : owing[0]], atLeast: rubbish }
        : undefined,
    sections: Object.fromEntries(
      sections.map((system) => [
        system,
        {
          amounts: known[system].debts ? AMOUNTS[system] : [],
          sum: known[system].debts ? SUMS[system] : undefined,
          rubbish: known[system].rubbish,
        },
      ]),
    ),
  };
}

/** Of an endpoint for both: without `payableByClient` and a day, it is the new system's (CONTRACT 3.2). */
const halves = (outcome) => ({
  dibs: outcome.failure ? outcome : { ...outcome, rubbish: 0 },
  oir: outcome,
});

function expected(outcomes) {
  const known = outcomes.shared ? halves(outcomes.shared) : outcomes;
  const counts = (count) =>
    Object.fromEntries(Object.entries(outcomes).map(([name, outcome]) => [name, count(outcome)]));
  const recovers = Object.values(outcomes).every(({ unreached }) => !unreached);
  const well = Object.fromEntries(
    SYSTEMS.map((system) => [system, known[system].failure ? owes() : known[system]]),
  );
  return {
    ...screenOf(known),
    asked: counts(({ tries }) => tries),
    got: counts(({ tries, unreached }) => (unreached ? 0 : tries)),
    broke: counts(({ broke }) => broke),
    // By the fast clock a try may be over before a busy machine has sent it.
    atMost: Object.keys(outcomes).filter((endpoint) => outcomes[endpoint].inVain),
    // Whoever presses "Prøv igen" when all is well again sees all, for one request to each that had failed.
    after:
      recovers && SYSTEMS.some((system) => known[system].failure)
        ? { ...screenOf(well), asked: counts(({ tries, failure }) => tries + (failure ? 1 : 0)) }
        : undefined,
  };
}

/**
 * What a patron must be able to read, by CONTRACT alone. More than one where it is the browser that decides.
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
