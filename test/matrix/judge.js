import {
  BECAUSE,
  EMPTY,
  FAILED,
  GO,
  LOADING,
  NOTHING_OWED,
  PAY_ALL,
  PAY_SOME,
  RETRY,
  unreadable,
} from './danish.js';

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function* ofFailure(system, failure, boxes) {
  const [box, ...more] = boxes.filter(({ heading }) => FAILED[heading]?.includes(system));
  if (!failure) {
    if (box) yield `${system} has answered, and is said to have failed`;
    return;
  }
  if (!box) return yield `nothing says that ${system} could not be read`;
  if (more.length) yield `it is said more than once that ${system} could not be read`;
  if (!BECAUSE[failure].test(box.text)) yield `${system} is "${failure}", but: "${box.text}"`;
  if (!box.buttons.includes(RETRY)) yield `${system} failed, and there is no "${RETRY}"`;
}

function* ofSection(system, section, seen) {
  if (!section) {
    if (seen) yield `${system} has a section, and nothing to show in it`;
    return;
  }
  if (!seen) return yield `${system} has debts, and no section`;
  const { amounts, sum, rubbish } = section;
  if (!same([...seen.amounts].sort(), [...amounts].sort())) {
    yield `${system} shows ${seen.amounts.join(', ') || 'no debts'}`;
  }
  const subtotal = sum ? `${rubbish ? 'Mindst' : 'I alt'} ${sum}` : '';
  if (seen.subtotal !== subtotal) yield `the subtotal of ${system} is "${seen.subtotal}"`;
  const said = seen.text.includes('kunne ikke vises');
  if (rubbish ? !seen.text.includes(unreadable(rubbish)) : said) {
    yield `${system} has ${rubbish} entries that cannot be read, and says something else`;
  }
  const way = system === 'oir' ? GO : (rubbish ? PAY_SOME : PAY_ALL) + sum;
  if (sum && !seen.ways.includes(way)) {
    yield `there is no "${way}", but: "${seen.ways.join('", "')}"`;
  }
}

const isTotal = (total, words) => {
  const [, atLeast, sum] = /I alt (mindst )?([\d.,]+ kr\.)/.exec(words) ?? [];
  return sum === total?.sum && !!atLeast === !!total?.atLeast;
};

function* ofTotal(total, words) {
  if (!isTotal(total, words)) {
    yield `the total says "${words}"`;
  } else if (!total && /\d/.test(words)) {
    yield `no total is known, and there stands "${words}"`;
  }
}

function* ofScreen(expected, seen) {
  if (!seen.settled) yield 'it never came to rest';
  if (LOADING.test(seen.text)) yield 'it still says that it reads';
  if (NOTHING_OWED.test(seen.text) !== expected.empty) {
    yield expected.empty ? 'it does not say that nothing is owed' : 'it says that nothing is owed';
  } else if (expected.empty && !seen.text.includes(EMPTY)) {
    yield 'it does not say plainly that nothing is owed';
  }
  yield* ofTotal(expected.total, seen.total);
  for (const system of ['dibs', 'oir']) {
    yield* ofFailure(system, expected.failures[system], seen.boxes);
    yield* ofSection(system, expected.sections[system], seen.sections[system]);
  }
  const login = Object.values(expected.failures).includes('unauthorized');
  if (seen.login !== login) yield login ? 'there is no way to log in' : 'it asks for a login';
  if (!same(seen.asked, expected.asked)) {
    yield `asked ${JSON.stringify(seen.asked)} times, not ${JSON.stringify(expected.asked)}`;
  }
}

/** Nor may it be said for a moment, on the way there. */
function* ofAnyMoment({ empty, total, after }, { nothingOwed, totals }) {
  if (nothingOwed && !empty) yield 'for a moment it says that nothing is owed';
  for (const words of totals) {
    if (![total, after?.total].some((one) => one && isTotal(one, words))) {
      yield `for a moment the total says "${words}"`;
    }
  }
}

function* ofCell(expected, seen) {
  for (const thrown of seen.thrown) yield `thrown: ${thrown}`;
  yield* ofAnyMoment(expected, seen.ever);
  yield* ofScreen(expected, seen.first);
  for (const [endpoint, count] of Object.entries(expected.got)) {
    const got = seen.got[endpoint];
    const fits = expected.atMost.includes(endpoint) ? got <= count : got === count;
    if (!fits) yield `${endpoint} got ${got} requests, not ${count}`;
    const broke = expected.broke[endpoint];
    if (broke !== undefined && broke !== !!seen.broke[endpoint]) {
      yield `the browser says that ${endpoint} ${broke ? 'has answered' : 'broke off'}`;
    }
  }
  if (!expected.after !== !seen.after) yield 'a second look was due, or was not';
  if (!expected.after || !seen.after) return;
  for (const objection of ofScreen(expected.after, seen.after))
    yield `after "${RETRY}": ${objection}`;
}

/**
 * Compares what was seen with what must be: objections, none where it is right.
 * @param {readonly object[]} either what must be, by the oracle; of more than one, the one that fits best
 * @param {object | undefined} seen what the cell's page has reported (in-page/look.js)
 * @returns {readonly string[]}
 */
export function judge(either, seen) {
  if (!seen?.first) return ['nothing was reported'];
  return either
    .map((expected) => [...ofCell(expected, seen)])
    .reduce((best, objections) => (objections.length < best.length ? objections : best));
}
