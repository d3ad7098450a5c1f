import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LANGUAGES, STATES, savedTranscript } from './transcribe.js';

/** Rules for all transcripts. `transcripts.test.js` checks that the transcripts are up to date. */
const pages = STATES.flatMap(({ name }) =>
  LANGUAGES.map((lang) => ({
    name,
    lang,
    lines: savedTranscript(name, lang).trimEnd().split('\n'),
  })),
);

/** The distinct lines that break a rule. */
const breaking = (breaks) => [
  ...new Set(
    pages.flatMap(({ lines }) =>
      lines.filter((line) => breaks(line, lines)).map((line) => line.trim()),
    ),
  ),
];

const depthOf = (line) => line.search(/\S/);

/** The lines nested in a line. */
function within(lines, index) {
  const rest = lines.slice(index + 1);
  const end = rest.findIndex((line) => depthOf(line) <= depthOf(lines[index]));
  return end < 0 ? rest : rest.slice(0, end);
}

/** The kind of a line, without its text. */
const kindOf = (line) =>
  /^ *(- )?(heading \d|list of \d+|status|alert|region|[a-z]+(, [a-z ]+)*(?=: ))?/.exec(line)[0];

describe('in both languages', () => {
  for (const { name } of STATES) {
    test(`${name} has the same elements in the same order`, () => {
      const [danish, english] = LANGUAGES.map((lang) =>
        pages.find((page) => page.name === name && page.lang === lang).lines.map(kindOf),
      );
      assert.deepEqual(english, danish);
    });
  }
});

describe('names', () => {
  test('every control has one', () => {
    assert.deepEqual(
      breaking((line) => /\b(button|link|checkbox|toggle|region)\b[^:“]*:?\s*(“”:)?$/.test(line)),
      [],
    );
  });

  test('words are separated', () => {
    assert.deepEqual(
      // Finds "betales.Du" and "kr.Betalt", but not "72.000", "kl. 11.35", URLs and names of settings.
      breaking((line) => !/:\/\/|="/.test(line) && /\p{Ll}[.,:;!?]\p{L}/u.test(line)),
      [],
    );
  });

  test('an amount never follows a date, because it would sound like the year', () => {
    const months =
      'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|May|April|December';
    const dayAndAmount = new RegExp(`\\d\\.? (${months}) (DKK )?[\\d.,]*\\d[.,]\\d\\d\\b`);
    assert.deepEqual(
      breaking((line) => dayAndAmount.test(line)),
      [],
    );
  });

  test('a toggle describes its content', () => {
    assert.deepEqual(
      breaking((line) => /toggle, \w+: (og|and) \d+ \w+$/.test(line)),
      [],
    );
  });

  test('a disabled button has a reason', () => {
    // While a payment starts, the pressed button says so.
    const starting = /button, unavailable: (Starter betalingen|Starting the payment) …/;
    assert.deepEqual(
      breaking(
        (line, lines) =>
          /button, unavailable: [^(]*$/.test(line) && !lines.some((other) => starting.test(other)),
      ),
      [],
    );
  });

  test('a link that opens a new tab or app says so', () => {
    assert.deepEqual(
      breaking(
        (line) =>
          /link: (Gå til|Go to)/.test(line) && !/\((åbner|opens) .+\)( \[en\])?$/.test(line),
      ),
      [],
    );
  });
});

describe('sentences', () => {
  test('no long one occurs twice on a page', () => {
    const twice = pages.flatMap(({ name, lang, lines }) => {
      const sentences = lines
        // Debts can be alike, and each section reports its unreadable entries.
        .filter(
          (line) =>
            !/checkbox|toggle|Materialenummer|Item number|kunne ikke vises|could not be shown/.test(
              line,
            ),
        )
        .flatMap((line) => line.trim().split(/(?<=[.?!]) /))
        .filter((sentence) => sentence.length > 40);
      return sentences
        .filter((sentence, index) => sentences.indexOf(sentence) < index)
        .map((sentence) => `${name}.${lang}: ${sentence}`);
    });
    assert.deepEqual(twice, []);
  });
});

describe('headings', () => {
  test('the first level is the element’s, and no level is skipped', () => {
    for (const { name, lines } of pages) {
      const levels = lines.flatMap((line) => /heading (\d)/.exec(line)?.[1] ?? []).map(Number);
      if (name.startsWith('summary')) assert.deepEqual(levels, []);
      else assert.ok(levels[0] === 2 && levels.slice(1).every((level) => level === 3), name);
    }
  });
});

/** The problem: debts were not loaded, or not paid. */
const PROBLEM = {
  da: /kunne ikke|er allerede|har ændret sig|Log ind igen for at betale|blev ikke gennemført/,
  en: /could not|is already|has changed|Log in again to pay|did not go through|already being paid/,
};
/** What the patron can do. */
const ACTION = {
  da: /[Pp]røve? (igen|i en anden)|Kontakt biblioteket|Log ind|Se listen igen/,
  en: /[Tt]ry|Contact the library|Log in|Look at the list again/,
};

describe('failures', () => {
  const failed = pages.flatMap(({ name, lang, lines }) =>
    lines.flatMap((line, index) => {
      const fails =
        /alert:$/.test(line) || (/status:$/.test(line) && name === 'failed-payment' && index > 3);
      return fails ? [{ name, lang, words: within(lines, index).join('\n') }] : [];
    }),
  );

  test('each is announced as an alert, or first after the return from the gateway', () => {
    const states = STATES.map(({ name }) => name).filter(
      (name) => /failed|stale|refused/.test(name) && name !== 'stale-logged-out',
    );
    const announcing = new Set(failed.map(({ name }) => name));
    assert.deepEqual(
      states.filter((name) => !announcing.has(name) && !name.startsWith('summary')),
      [],
    );
    assert.equal(states.length, 19);
  });

  test('a patron who is not logged in is asked to log in, which is no failure', () => {
    const asked = pages.filter(({ name }) => /^(unauthorized|stale-logged-out)$/.test(name));
    assert.equal(asked.length, 4);
    for (const { lines } of asked) {
      assert.ok(lines.some((line) => /heading 3: Log (ind|in) /.test(line)));
      assert.ok(!lines.some((line) => /alert:$/.test(line)));
    }
  });

  for (const { name, lang, words } of failed) {
    test(`${name}, ${lang}: states the problem and what the patron can do`, () => {
      assert.match(words, PROBLEM[lang]);
      assert.match(words, ACTION[lang]);
    });
  }

  test('a refused payment is announced in its section, before the buttons', () => {
    for (const { name, lines } of pages) {
      if (!name.startsWith('refused')) continue;
      const at = lines.findIndex((line) => /^ {2}alert:/.test(line));
      const button = lines.findIndex((line) => /^ {2}button/.test(line));
      const section = lines.findIndex((line) => /^region/.test(line));
      assert.ok(section < at && (button < 0 || at < button), name);
    }
  });
});
