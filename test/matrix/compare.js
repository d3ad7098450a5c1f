import {
  REASONS,
  EMPTY,
  FAILED,
  GO,
  LOADING,
  NOTHING_OWED,
  PAY_ALL,
  PAY_SOME,
  RETRY,
  unreadableText,
} from './danish.js';

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function* ofFailure(system, failure, boxes) {
  const [box, ...more] = boxes.filter(({ heading }) => FAILED[heading]?.includes(system));
  if (failure === 'unauthorized') {
    if (box) yield `${system} asks for a login, but is shown as failed`;
    return;
  }
  if (!failure) {
    if (box) yield `${system} has answered, but is shown as failed`;
    return;
  }
  if (!box) return yield `no failure of ${system} is shown`;
  if (more.length) yield `the failure of ${system} is shown more than once`;
  if (!REASONS[failure].test(box.text)) yield `${system} is "${failure}", but: "${box.text}"`;
  if (!box.buttons.includes(RETRY)) yield `${system} failed, but there is no "${RETRY}"`;
}

function* ofSection(system, section, seen) {
  if (!section) {
    if (seen) yield `${system} has a section, but no debts`;
    return;
  }
  if (!seen) return yield `${system} has debts, but no section`;
  const { amounts, sum, unreadable } = section;
  if (!same([...seen.amounts].sort(), [...amounts].sort())) {
    yield `${system} shows ${seen.amounts.join(', ') || 'no debts'}`;
  }
  const subtotal = sum && !section.credit ? `${unreadable ? 'Mindst' : 'I alt'} ${sum}` : '';
  if (seen.subtotal !== subtotal) yield `the subtotal of ${system} is "${seen.subtotal}"`;
  const isMentioned = seen.text.includes('kunne ikke vises');
  if (unreadable ? !seen.text.includes(unreadableText(unreadable)) : isMentioned) {
    yield `${system} has ${unreadable} unreadable entries, but shows something else`;
  }
  const action = system === 'oir' ? GO : (unreadable ? PAY_SOME : PAY_ALL) + sum;
  if (sum && !seen.actions.includes(action)) {
    yield `there is no "${action}", but: "${seen.actions.join('", "')}"`;
  }
}

const isTotal = (total, words) => {
  const [, atLeast, sum] = /I alt (mindst )?([\d.,]+ kr\.)/.exec(words) ?? [];
  return sum === total?.sum && !!atLeast === !!total?.atLeast;
};

function* ofTotal({ total, sections }, words) {
  const hasCredit = Object.values(sections).some(({ credit }) => credit);
  if (!isTotal(total, words)) {
    yield `the total is "${words}"`;
  } else if (!total && !hasCredit && /\d/.test(words)) {
    yield `no total is known, but it is "${words}"`;
  }
}

function* ofScreen(expected, seen) {
  if (!seen.settled) yield 'it did not become stable';
  if (LOADING.test(seen.text)) yield 'it is still loading';
  if (NOTHING_OWED.test(seen.text) !== expected.empty) {
    yield expected.empty
      ? 'it does not show that there are no debts'
      : 'it shows that there are no debts';
  } else if (expected.empty && !seen.text.includes(EMPTY)) {
    yield 'it does not show the text for no debts';
  }
  yield* ofTotal(expected, seen.total);
  for (const system of ['dibs', 'oir']) {
    yield* ofFailure(system, expected.failures[system], seen.boxes);
    yield* ofSection(system, expected.sections[system], seen.sections[system]);
  }
  const login = Object.values(expected.failures).includes('unauthorized');
  if (seen.login !== login) yield login ? 'there is no login' : 'there is a login';
  if (!same(seen.requested, expected.requested)) {
    yield `requested ${JSON.stringify(seen.requested)} times, not ${JSON.stringify(expected.requested)}`;
  }
}

/** What the console must say: each fault once, by the setting; of another origin, by its name. */
function* ofConsole({ told, origins }, warned) {
  const left = warned.filter((line) => !line.includes('CORS'));
  if (warned.length - left.length !== origins) yield `the console names CORS in: ${warned.join()}`;
  for (const [endpoint, faults] of Object.entries(told)) {
    const setting = endpoint === 'shared' ? 'fees-url' : `${endpoint}-fees-url`;
    for (const fault of faults) {
      const at = left.findIndex((line) => line.includes(`> ${setting}: `) && line.includes(fault));
      if (at < 0) yield `the console does not say "${fault}" of ${setting}`;
      else left.splice(at, 1);
    }
  }
  for (const line of left) yield `the console says: ${line}`;
}

/** Compares the texts that were shown temporarily. */
function* ofAnyMoment({ empty, total, after }, { nothingOwed, totals }) {
  if (nothingOwed && !empty) yield 'it temporarily shows that there are no debts';
  for (const words of totals) {
    if (![total, after?.total].some((one) => one && isTotal(one, words))) {
      yield `the total is temporarily "${words}"`;
    }
  }
}

function* ofCell(expected, seen) {
  for (const thrown of seen.thrown) yield `thrown: ${thrown}`;
  yield* ofConsole(expected, seen.warned);
  yield* ofAnyMoment(expected, seen.ever);
  yield* ofScreen(expected, seen.first);
  for (const [endpoint, count] of Object.entries(expected.received)) {
    const received = seen.received[endpoint];
    const fits = expected.atMost.includes(endpoint) ? received <= count : received === count;
    if (!fits) yield `${endpoint} received ${received} requests, not ${count}`;
    const interrupted = expected.interrupted[endpoint];
    if (interrupted !== undefined && interrupted !== !!seen.interrupted[endpoint]) {
      yield `the browser reports ${endpoint} as ${interrupted ? 'answered' : 'interrupted'}`;
    }
  }
  if (!expected.after !== !seen.after) yield 'the state after a retry is missing or unexpected';
  if (!expected.after || !seen.after) return;
  for (const difference of ofScreen(expected.after, seen.after))
    yield `after "${RETRY}": ${difference}`;
}

/**
 * Compares the report of a cell with the expected one. Returns the differences.
 * @param {readonly object[]} alternatives the reports that the oracle allows; the best match counts
 * @param {object | undefined} seen the report of the cell's page (in-page/inspect.js)
 * @returns {readonly string[]}
 */
export function compareCell(alternatives, seen) {
  if (!seen?.first) return ['nothing was reported'];
  return alternatives
    .map((expected) => [...ofCell(expected, seen)])
    .reduce((best, differences) => (differences.length < best.length ? differences : best));
}
