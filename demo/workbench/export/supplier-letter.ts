import type { Configuration } from '../../../src/config/configuration.js';
import type { Problem } from '../../../src/config/problem.js';
import { attributeOf, type SettingName, type Settings } from '../../../src/config/settings.js';
import { createTranslator } from '../../../src/i18n/translator.js';
import { formatsOf } from '../../../src/i18n/formats.js';
import { isTextKey, dictionaryOf, type TextKey } from '../../../src/i18n/locales.js';
import { fillPlaceholders, placeholdersIn } from '../../../src/i18n/translator.js';
import type { CalendarDate } from '../../../src/util/time.js';
import { NO_PROJECT, type Arrangement, type Project, type SlotName } from '../state.js';
import { addDays } from '../days.js';
import { defaultOf } from '../defaults.js';
import { sanitize } from '../migration/html.js';
import { labelOf } from '../labels/fields.js';
import { problemIn, subjectIn } from '../labels/problems.js';
import { TEXT_LOCATIONS } from '../labels/text-locations.js';
import { ownSlots } from './markup.js';

/** The texts that patrons read in the app, and that the library must approve or correct. */
const INFO_TEXTS: readonly TextKey[] = [
  'intro.before',
  'intro.transition',
  'intro.after',
  'dibs.payMobile',
  'dibs.app',
  'dibs.ended',
  'oir.go',
  'oir.noSite',
  'oir.registration',
  'about.heading',
  'about.text',
];

/** The settings in the letter. Only problems in these block it. */
const SETTINGS_IN_LETTER: readonly SettingName[] = [
  'systems',
  'switchDate',
  'dibsEndDate',
  'oirPaymentUrl',
  'oirPaymentName',
  'mobilepay',
  'registrationHours',
];

/** The input of the letter. */
interface LetterData {
  readonly arrangement: Arrangement;
  readonly configuration: Configuration;
  readonly settings: Settings;
  readonly today: CalendarDate;
  readonly project: Pick<Project, 'library' | 'examples'>;
  /** The text content of the slots. */
  readonly slots: ReadonlyMap<SlotName, string>;
}

/** One line of plain text. Lone surrogates are replaced, because they cannot be copied. */
const oneLine = (words: string): string =>
  words
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();

/** The text content of HTML. Adds a space before each block, so that words stay apart. */
const wordsOf = (html: string): string =>
  oneLine(sanitize(html.replace(/<(?=(?:p|div|[uod]l|li|d[td]|h\d|hr|address)\b)/gi, ' <')).words);

const problemOf = ({ configuration }: LetterData, name: SettingName): Problem | undefined =>
  configuration.problems.find(({ setting }) => setting === attributeOf(name));

const isInvalid = (of: LetterData, name: SettingName): boolean => !!problemOf(of, name);

const typed = ({ arrangement }: LetterData, name: SettingName): string =>
  oneLine(arrangement.settings[name] ?? '');

/** Shows the typed value of an invalid setting instead of its default, which the library does not mean. */
const unlessInvalid = (of: LetterData, name: SettingName, words: () => string): string =>
  isInvalid(of, name) ? `skal rettes: ${typed(of, name)}` : words();

const shows = ({ settings }: LetterData, system: 'dibs' | 'oir'): boolean =>
  settings.systems === 'both' || settings.systems === system;

/** Whether a date is set. An invalid date counts, because the library will correct it. */
const hasDate = (of: LetterData, name: 'switchDate' | 'dibsEndDate'): boolean =>
  !!of.settings[name] || isInvalid(of, name);

const isOver = (of: LetterData, date: CalendarDate | undefined, name: SettingName): boolean =>
  !!date && !isInvalid(of, name) && date <= of.today;

/** Whether old debts can still be paid, now or later. */
const isOpen = (of: LetterData): boolean => !isOver(of, of.settings.dibsEndDate, 'dibsEndDate');

const hasPhaseBefore = (of: LetterData): boolean =>
  hasDate(of, 'switchDate') && isOpen(of) && !isOver(of, of.settings.switchDate, 'switchDate');

/** Whether there are days between the switch date and the end of the old payment. */
function hasTransition(of: LetterData): boolean {
  const { switchDate, dibsEndDate } = of.settings;
  if (isInvalid(of, 'switchDate') || isInvalid(of, 'dibsEndDate')) return true;
  return isOpen(of) && !(switchDate && dibsEndDate && dibsEndDate <= switchDate);
}

const hasSite = (of: LetterData): boolean =>
  !!of.settings.oirPaymentUrl || isInvalid(of, 'oirPaymentUrl');

const hasMobilePay = (of: LetterData): boolean =>
  of.settings.mobilepay || isInvalid(of, 'mobilepay');

const paysInApp = (of: LetterData): boolean => shows(of, 'dibs') && isOpen(of) && hasMobilePay(of);

/** Whether patrons can select debts in the app. By default the app pays all at once. */
const canSelectInApp = (of: LetterData): boolean => typed(of, 'selection') === 'any';

const ownText = ({ configuration }: LetterData, key: TextKey): string | undefined =>
  configuration.texts.da?.[key];

type Rule = readonly [keys: RegExp, holds: (of: LetterData, key: TextKey) => boolean];

/** The conditions under which the app shows a text, by its key. A text without a rule is always shown. */
const SHOWN_WHEN: readonly Rule[] = [
  [/^(dibs\..*|failed\.dibs)$/, (of) => shows(of, 'dibs')],
  [/^((oir|about)\..*|failed\.oir)$/, (of) => shows(of, 'oir')],
  [/^(total.*|empty|failed|failed\.more)$/, ({ settings }) => settings.systems === 'both'],
  [/^empty\.dibs$/, ({ settings }) => settings.systems === 'dibs'],
  [/^empty\.oir$/, ({ settings }) => settings.systems === 'oir'],
  [/^intro\./, ({ slots }) => !slots.has('intro')],
  [
    // A library that shows only the old system, and has no date, does not mention a new one.
    /^intro\./,
    (of, key) =>
      of.settings.systems !== 'dibs' ||
      hasDate(of, 'switchDate') ||
      of.arrangement.texts.da[key] !== undefined,
  ],
  [/^intro\.before$/, hasPhaseBefore],
  [/^intro\.transition$/, hasTransition],
  [/^(intro\.after|dibs\.ended|dibs\.deadline)$/, (of) => hasDate(of, 'dibsEndDate')],
  [/^dibs\.app$/, (of) => isOpen(of) && !of.settings.mobilepay],
  [/^dibs\.unavailable$/, isOpen],
  [
    /^(dibs\.(payMobile|payAll|paySelected|choose|chosen|deadline|locked)|(pay|receipt)\..*|terms|debt\.(notPayable|paying|registering))$/,
    paysInApp,
  ],
  [/^dibs\.(payAll|paySelected|choose|chosen)$/, canSelectInApp],
  [/^oir\.(go|opens)$/, hasSite],
  [/^oir\.noSite$/, ({ settings }) => !settings.oirPaymentUrl],
  [/^oir\.noSite$/, (of) => !isInvalid(of, 'oirPaymentUrl')],
  [/^oir\.site$/, (of) => hasSite(of) && !typed(of, 'oirPaymentName')],
  // The question and its explanation are only shown together.
  [/^about\.heading$/, (of) => ownText(of, 'about.text') !== ''],
  [/^about\.text$/, (of) => ownText(of, 'about.heading') !== ''],
  [/^terms$/, ({ settings }) => !!settings.termsUrl],
  [/^rates$/, ({ settings }) => !!settings.ratesUrl],
  [/^help$/, ({ settings }) => !!settings.helpUrl],
  // Buttons for the web page, and texts for previews.
  [/^(dibs\.pay|receipt\.print|preview.*)$/, () => false],
];

const isShown = (of: LetterData, key: TextKey): boolean =>
  SHOWN_WHEN.every(([keys, holds]) => !keys.test(key) || holds(of, key));

/** Stand-ins for values that are not known yet. */
const UNKNOWN_VALUES: Readonly<Record<string, string>> = {
  amount: '[beløb]',
  count: '[antal]',
  order: '[ordrenummer]',
  time: '[klokkeslæt]',
  date: '[dato]',
  endDate: '[dato]',
  name: '[betalingsstedets navn]',
  hours: '[antal]',
};

/** The values of the placeholders, as far as they are known and valid. */
function placeholderValues(of: LetterData): Record<string, string> {
  const { settings, configuration, today } = of;
  const { switchDate, dibsEndDate, oirPaymentName, registrationHours } = settings;
  const translator = createTranslator('da', configuration, today);
  const { dayOf: date, number } = formatsOf('da');
  const known: Record<string, string> = { ...UNKNOWN_VALUES };
  if (!isInvalid(of, 'oirPaymentName')) known.name = oirPaymentName ?? translator.text('oir.site');
  if (!isInvalid(of, 'registrationHours')) known.hours = number(registrationHours);
  if (switchDate && !isInvalid(of, 'switchDate')) known.date = date(switchDate);
  if (dibsEndDate && !isInvalid(of, 'dibsEndDate')) known.endDate = date(dibsEndDate);
  return known;
}

function fillText(of: LetterData, key: TextKey, words: string): string {
  // In these texts the date is not the switch date.
  const other =
    !key.startsWith('intro.') && placeholdersIn(dictionaryOf('da')[key]).includes('date');
  return oneLine(
    fillPlaceholders(words, {
      ...placeholderValues(of),
      ...(other && { date: UNKNOWN_VALUES.date }),
    }),
  );
}

const textProblem = ({ configuration }: LetterData, key: TextKey): Problem | undefined =>
  configuration.problems.find(({ setting }) => setting === `texts.da.${key}`);

/** The paragraph of one text. A text that is not changed is marked as a default to approve. */
function textLines(of: LetterData, key: TextKey): readonly string[] {
  const standard = fillText(of, key, defaultOf(key, 'da', hasSite(of)));
  const where = `Hvor: ${TEXT_LOCATIONS[key].da}`;
  const refused = textProblem(of, key);
  if (refused) {
    return [
      `${key}: RETTET, men kan ikke bruges endnu:`,
      where,
      `Standard: ${standard}`,
      `Vores:    ${oneLine(of.arrangement.texts.da[key] ?? '') || '(tom)'}`,
      `Hvorfor:  ${problemIn('da', refused)}`,
    ];
  }
  const own = ownText(of, key);
  const ours = own === undefined ? standard : fillText(of, key, own);
  return ours === standard
    ? [`${key}: STANDARD`, where, `Tekst: ${standard}`, '[ ] godkendt   [ ] rettes til: ____']
    : [
        `${key}: RETTET`,
        where,
        `Standard: ${standard}`,
        `Vores:    ${ours || '(tom: der vises ingen tekst)'}`,
      ];
}

/** The keys of the app's texts, and of the other texts that the library has changed. */
const keysOf = (of: LetterData): TextKey[] =>
  [...new Set([...INFO_TEXTS, ...Object.keys(of.arrangement.texts.da).filter(isTextKey)])].filter(
    (key) => isShown(of, key),
  );

const numbered = (paragraphs: readonly (readonly string[])[]): string =>
  paragraphs
    .map(([first = '', ...rest], index) =>
      [`${index + 1}. ${first}`, ...rest.map((line) => `   ${line}`)].join('\n'),
    )
    .join('\n\n');

function textsSection(of: LetterData): string {
  const intro = of.slots.get('intro');
  const instead =
    intro === undefined
      ? []
      : [['Indledning: eget indhold i stedet for indledningen', `Vores: ${intro || '(uden ord)'}`]];
  return `Informationstekster (dansk):\n\n${numbered([...instead, ...keysOf(of).map((key) => textLines(of, key))])}\n`;
}

/** The slots except the intro, which is listed with the texts. */
const SLOT_PLACES: readonly (readonly [
  slot: SlotName,
  where: string,
  holds: (of: LetterData) => boolean,
])[] = [
  ['dibs-info', 'Under de gamle mellemværender', (of) => shows(of, 'dibs')],
  ['oir-info', 'Under de nye mellemværender', (of) => shows(of, 'oir')],
  ['login', 'Når låneren skal logge ind igen', () => true],
  ['footer', 'Nederst', () => true],
];

function slotsSection(of: LetterData): string {
  const lines = SLOT_PLACES.flatMap(([slot, where, holds]) => {
    const words = of.slots.get(slot);
    return words === undefined || !holds(of)
      ? []
      : [`- ${where} (${slot}): ${words || '(uden ord)'}`];
  });
  return lines.length ? `\nEget indhold:\n\n${lines.join('\n')}\n` : '';
}

/** The texts of the app whose defaults are false where old debts cannot be paid on the website. */
const falseDefaults = (of: LetterData): TextKey[] =>
  (['dibs.app', 'dibs.ended'] as const).filter(
    (key) =>
      isShown(of, key) &&
      ownText(of, key) === undefined &&
      !of.settings.dibsPaymentUrl &&
      !isInvalid(of, 'dibsPaymentUrl') &&
      !hasMobilePay(of),
  );

/** The problems to correct before the letter is sent. */
function warning(of: LetterData): string {
  const settings = SETTINGS_IN_LETTER.map(attributeOf);
  const refused = keysOf(of).map((key) => `texts.da.${key}`);
  const about = [...settings, ...refused, 'texts'];
  const lines = of.configuration.problems
    .filter(({ setting }) => about.includes(setting))
    .map((problem) => `- ${subjectIn('da', problem)}: ${problemIn('da', problem)}`);
  for (const name of of.project.examples) {
    if (SETTINGS_IN_LETTER.includes(name) && typed(of, name))
      lines.push(`- ${labelOf(name).da}: ${typed(of, name)} er kun et eksempel.`);
  }
  for (const key of falseDefaults(of)) {
    lines.push(
      `- ${key}: Gamle mellemværender kan ikke betales på hjemmesiden, så standardteksten passer ikke. Skriv, hvordan de betales.`,
    );
  }
  return lines.length ? `OBS: Kan ikke sendes endnu\n${lines.join('\n')}\n\n` : '';
}

const SYSTEMS: Readonly<Record<Settings['systems'], string>> = {
  both: 'både gamle (DIBS) og nye (ØiR)',
  dibs: 'kun gamle (DIBS)',
  oir: 'kun nye (ØiR)',
};

function lastDay(of: LetterData): string {
  const { dibsEndDate, dibsPaymentUrl } = of.settings;
  if (
    shows(of, 'dibs') &&
    !dibsPaymentUrl &&
    !isInvalid(of, 'dibsPaymentUrl') &&
    !hasMobilePay(of)
  ) {
    return 'ikke aktuelt, de kan ikke betales på hjemmesiden eller i appen';
  }
  if (dibsEndDate) return formatsOf('da').dayOf(addDays(dibsEndDate, -1));
  return shows(of, 'dibs') ? 'ikke fastsat endnu' : 'ikke aktuelt, biblioteket viser kun nye';
}

function siteLine(of: LetterData): string {
  if (!hasSite(of) && !shows(of, 'oir')) return 'ikke aktuelt, biblioteket viser kun gamle';
  const name = (): string => unlessInvalid(of, 'oirPaymentName', () => typed(of, 'oirPaymentName'));
  const { oirPaymentUrl } = of.settings;
  const url = unlessInvalid(of, 'oirPaymentUrl', () => oirPaymentUrl ?? '');
  if (url) return `${name() || 'uden navn'}, ${url}`;
  // An invalid name is shown, even without a URL.
  return isInvalid(of, 'oirPaymentName')
    ? name()
    : 'intet – der skal ikke vises en betalingsknap i appen';
}

function mobilePayLine(of: LetterData): string {
  if (!shows(of, 'dibs')) return 'ikke aktuelt, biblioteket viser kun nye';
  return of.settings.mobilepay ? 'ja, kommunen har købt MobilePay' : 'nej';
}

function factsSection(of: LetterData): string {
  const { switchDate, systems } = of.settings;
  const facts: readonly (readonly [label: string, words: string])[] = [
    ['Mellemværender, der vises', unlessInvalid(of, 'systems', () => SYSTEMS[systems])],
    [
      'Skæringsdato',
      unlessInvalid(of, 'switchDate', () =>
        switchDate ? formatsOf('da').dayOf(switchDate) : 'ikke fastsat endnu',
      ),
    ],
    [
      'Sidste dag med betaling af gamle mellemværender',
      unlessInvalid(of, 'dibsEndDate', () => lastDay(of)),
    ],
    ['Betalingssted', siteLine(of)],
    ['MobilePay til gamle mellemværender', unlessInvalid(of, 'mobilepay', () => mobilePayLine(of))],
    ...(isInvalid(of, 'registrationHours')
      ? [['Timer, før en betaling ses', unlessInvalid(of, 'registrationHours', () => '')] as const]
      : []),
  ];
  return facts.map(([label, words]) => `${label}: ${words}\n`).join('');
}

/**
 * A letter with what the app's supplier needs to know before the switch, as plain text for an e-mail. It is in Danish in
 * every UI language, because the supplier is Danish.
 */
export function supplierLetter(
  arrangement: Arrangement,
  configuration: Configuration,
  today: CalendarDate,
  project: Pick<Project, 'library' | 'examples'> = NO_PROJECT,
): string {
  const slots = new Map(ownSlots(arrangement).map(([slot, html]) => [slot, wordsOf(html)]));
  const of: LetterData = {
    arrangement,
    configuration,
    settings: configuration.settings,
    today,
    project,
    slots,
  };
  const library = oneLine(project.library);
  return `${warning(of)}Emne: Overgang til debitorintegration (ØiR) – oplysninger til appen${library && ` – ${library}`}

${factsSection(of)}
${textsSection(of)}${slotsSection(of)}
Godkendt af biblioteket: ____ (navn og dato)

Venlig hilsen
${library ? `[navn og telefon]\n${library}` : '[navn, bibliotek og telefon]'}
`;
}
