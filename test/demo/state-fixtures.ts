import * as fc from 'fast-check';
import { initialState } from '../../demo/workbench/initial-state.js';
import {
  FAULTS,
  NO_ARRANGEMENT,
  PACES,
  SCENARIOS,
  SLOTS,
  type Arrangement,
  type WorkbenchState,
} from '../../demo/workbench/state.js';
import { addDays } from '../../demo/workbench/days.js';
import { SETTING_NAMES } from '../../src/config/settings.js';
import { dictionaryOf, isTextKey } from '../../src/i18n/locales.js';
import { day } from '../core/given.js';

export const KEYS = Object.keys(dictionaryOf('da')).filter(isTextKey);

export const BASE: WorkbenchState = initialState(day('2026-11-23'));

export const arranged = (over: Partial<Arrangement>): Arrangement => ({
  ...NO_ARRANGEMENT,
  ...over,
});

/** Characters that are special in HTML, JSON, Twig or JavaScript. */
const AWKWARD = [
  '"',
  "'",
  '<',
  '>',
  '&',
  '&amp;',
  '\n',
  '\n\n ',
  '\\',
  '\\n',
  '</script>',
  '<!--',
  '<script>',
  '</ddb-debt-overview>',
  '{{ name }}',
  '{% if %}',
  '{name}',
  '`${x}`',
  'æøå 🎉',
  '\u00a0',
  '\u2028',
] as const;

export const words: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ maxLength: 5 })), { maxLength: 6 })
  .map((parts) => parts.join(''));

/** A record with some of these names. */
const some = <Name extends string>(
  names: readonly Name[],
  value: fc.Arbitrary<string>,
): fc.Arbitrary<Partial<Record<Name, string>>> =>
  fc
    .dictionary(fc.constantFrom(...names), value, { maxKeys: 6, noNullPrototype: true })
    .map((record) => record as Partial<Record<Name, string>>);

const TEXTS = some(KEYS, words);

/** Sanitised HTML. */
const html = fc
  .array(
    fc.constantFrom(
      '<p>Én &amp; to</p>',
      '<a href="/a?b=1&amp;c=2">Læs</a>',
      '<ul><li>a</li><li>b</li></ul>',
      'uden mærke',
      '<p>"{{ name }}" \\ \'</p>',
      '&lt;script&gt;',
      '<p>to\nlinjer\n\nog en</p>',
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''));

export const arrangements: fc.Arbitrary<Arrangement> = fc.record({
  settings: fc
    .tuple(
      some(
        SETTING_NAMES.filter((name) => name !== 'mobilepay'),
        words,
      ),
      fc.constantFrom({}, { mobilepay: '' }, { mobilepay: 'true' }),
    )
    .map(([settings, mobilepay]) => ({ ...settings, ...mobilepay })),
  texts: fc.record({ da: TEXTS, en: TEXTS }),
  slots: some(SLOTS, html),
  tokens: fc.dictionary(fc.constantFrom('--ddb-debt-muted', '--ddb-debt-radius'), words, {
    noNullPrototype: true,
  }),
});

const projects = fc.record({
  library: words,
  examples: fc.subarray([...SETTING_NAMES]),
  ticked: fc.array(fc.integer(), { maxLength: 4 }),
});

export const workbenchStates: fc.Arbitrary<WorkbenchState> = fc.record({
  project: projects,
  arrangement: arrangements,
  simulation: fc
    .record({
      date: fc.integer({ min: -900, max: 900 }).map((days) => addDays(day('2022-01-01'), days)),
      scenario: fc.constantFrom(...SCENARIOS),
      leaveOutLater: fc.boolean(),
      pace: fc.constantFrom(...PACES),
      dibs: fc.constantFrom(...FAULTS),
      oir: fc.constantFrom(...FAULTS),
    })
    .chain((rest) => fc.option(words, { nil: undefined }).map((answer) => ({ rest, answer })))
    .map(({ rest, answer }) => (answer === undefined ? rest : { ...rest, answer })),
  pageOptions: fc.record({
    lang: fc.constantFrom('da' as const, 'en' as const),
    scheme: fc.constantFrom('light' as const, 'dark' as const),
    textSize: fc.constantFrom(100 as const, 150 as const, 200 as const),
    width: fc.constantFrom(0 as const, 280 as const, 390 as const, 768 as const, 1200 as const),
    page: fc.record({ background: words, text: words, font: words }),
  }),
});
