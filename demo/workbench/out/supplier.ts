import type { Configuration } from '../../../src/config/configuration.js';
import type { Problem } from '../../../src/config/problem.js';
import { attributeOf, type SettingName, type Settings } from '../../../src/config/settings.js';
import { createTranslator } from '../../../src/i18n/translator.js';
import { formatsOf } from '../../../src/i18n/formats.js';
import { isTextKey, dictionaryOf, type TextKey } from '../../../src/i18n/locales.js';
import { fillPlaceholders, placeholdersIn } from '../../../src/i18n/placeholders.js';
import type { CalendarDate } from '../../../src/util/calendar-date.js';
import type { Arrangement, SlotName } from '../bench.js';
import { addDays } from '../days.js';
import { defaultOf } from '../defaults.js';
import { cleaned } from '../take-over/html.js';
import { problemIn, subjectIn } from '../words/problems.js';
import { WHERE } from '../words/where.js';
import { ownSlots } from './markup.js';

/** The texts a patron meets in the app, which the library approves or corrects. */
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

/** The settings that the letter says something of; a problem in another is no reason to hold it back. */
const SAID: readonly SettingName[] = [
  'systems',
  'switchDate',
  'dibsEndDate',
  'oirPaymentUrl',
  'oirPaymentName',
  'mobilepay',
  'registrationHours',
];

/** What the letter is written from. */
interface Case {
  readonly arrangement: Arrangement;
  readonly configuration: Configuration;
  readonly settings: Settings;
  readonly today: CalendarDate;
  /** What goes out in the slots, as words. */
  readonly slots: ReadonlyMap<SlotName, string>;
}

/** One line of plain text, as a mail program and the page both show it; half a character cannot be copied. */
const oneLine = (words: string): string =>
  words
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();

/** A block begins a new word, also where no space does. */
const wordsOf = (html: string): string =>
  oneLine(cleaned(html.replace(/<(?=(?:p|div|[uod]l|li|d[td]|h\d|hr|address)\b)/gi, ' <')).words);

const problemOf = ({ configuration }: Case, name: SettingName): Problem | undefined =>
  configuration.problems.find(({ setting }) => setting === attributeOf(name));

const isBad = (of: Case, name: SettingName): boolean => !!problemOf(of, name);

const typed = ({ arrangement }: Case, name: SettingName): string =>
  oneLine(arrangement.settings[name] ?? '');

/** Of what is typed wrongly nothing else is said: its default is not what the library means. */
const orMended = (of: Case, name: SettingName, words: () => string): string =>
  isBad(of, name) ? `skal rettes: ${typed(of, name)}` : words();

const shows = ({ settings }: Case, system: 'dibs' | 'oir'): boolean =>
  settings.systems === 'both' || settings.systems === system;

/** A date that is typed wrongly will be one: what it brings will come. */
const hasDate = (of: Case, name: 'switchDate' | 'dibsEndDate'): boolean =>
  !!of.settings[name] || isBad(of, name);

const isOver = (of: Case, date: CalendarDate | undefined, name: SettingName): boolean =>
  !!date && !isBad(of, name) && date <= of.today;

/** The old payment is still open, today or later. */
const isOpen = (of: Case): boolean => !isOver(of, of.settings.dibsEndDate, 'dibsEndDate');

const comesBefore = (of: Case): boolean =>
  hasDate(of, 'switchDate') && isOpen(of) && !isOver(of, of.settings.switchDate, 'switchDate');

/** Where the old payment ends on the switch date, no day lies between. */
function comesTransition(of: Case): boolean {
  const { switchDate, dibsEndDate } = of.settings;
  if (isBad(of, 'switchDate') || isBad(of, 'dibsEndDate')) return true;
  return isOpen(of) && !(switchDate && dibsEndDate && dibsEndDate <= switchDate);
}

const hasSite = (of: Case): boolean => !!of.settings.oirPaymentUrl || isBad(of, 'oirPaymentUrl');

const hasMobilePay = (of: Case): boolean => of.settings.mobilepay || isBad(of, 'mobilepay');

const paysInApp = (of: Case): boolean => shows(of, 'dibs') && isOpen(of) && hasMobilePay(of);

/** The app pays all at once, unless the library has chosen otherwise. */
const picksInApp = (of: Case): boolean => typed(of, 'selection') === 'any';

const ownText = ({ configuration }: Case, key: TextKey): string | undefined =>
  configuration.texts.da?.[key];

type Rule = readonly [keys: RegExp, holds: (of: Case, key: TextKey) => boolean];

/** When the app's patrons meet a text, by its key; one that no rule names, they do. */
const MEETS: readonly Rule[] = [
  [/^(dibs\..*|failed\.dibs)$/, (of) => shows(of, 'dibs')],
  [/^((oir|about)\..*|failed\.oir)$/, (of) => shows(of, 'oir')],
  [/^(total.*|empty|failed|failed\.more)$/, ({ settings }) => settings.systems === 'both'],
  [/^empty\.dibs$/, ({ settings }) => settings.systems === 'dibs'],
  [/^empty\.oir$/, ({ settings }) => settings.systems === 'oir'],
  [/^intro\./, ({ slots }) => !slots.has('intro')],
  [
    // A library that shows the old system only, and has no date, tells of no new one.
    /^intro\./,
    (of, key) =>
      of.settings.systems !== 'dibs' ||
      hasDate(of, 'switchDate') ||
      of.arrangement.texts.da[key] !== undefined,
  ],
  [/^intro\.before$/, comesBefore],
  [/^intro\.transition$/, comesTransition],
  [/^(intro\.after|dibs\.ended|dibs\.deadline)$/, (of) => hasDate(of, 'dibsEndDate')],
  [/^dibs\.app$/, (of) => isOpen(of) && !of.settings.mobilepay],
  [/^dibs\.unavailable$/, isOpen],
  [
    /^(dibs\.(payMobile|payAll|paySelected|choose|chosen|deadline|locked)|(pay|receipt)\..*|terms|debt\.(notPayable|paying|registering))$/,
    paysInApp,
  ],
  [/^dibs\.(payAll|paySelected|choose|chosen)$/, picksInApp],
  [/^oir\.(go|opens)$/, hasSite],
  [/^oir\.noSite$/, ({ settings }) => !settings.oirPaymentUrl],
  [/^oir\.noSite$/, (of) => !isBad(of, 'oirPaymentUrl')],
  [/^oir\.site$/, (of) => hasSite(of) && !typed(of, 'oirPaymentName')],
  // Without its question the explanation is not shown, nor the other way round.
  [/^about\.heading$/, (of) => ownText(of, 'about.text') !== ''],
  [/^about\.text$/, (of) => ownText(of, 'about.heading') !== ''],
  [/^terms$/, ({ settings }) => !!settings.termsUrl],
  [/^rates$/, ({ settings }) => !!settings.ratesUrl],
  [/^help$/, ({ settings }) => !!settings.helpUrl],
  // The buttons of a web page, and what only the editor sees.
  [/^(dibs\.pay|receipt\.print|preview.*)$/, () => false],
];

const meets = (of: Case, key: TextKey): boolean =>
  MEETS.every(([keys, holds]) => !keys.test(key) || holds(of, key));

/** What stands where only the day itself will tell. */
const LATER: Readonly<Record<string, string>> = {
  amount: '[beløb]',
  count: '[antal]',
  order: '[ordrenummer]',
  time: '[klokkeslæt]',
  date: '[dato]',
  endDate: '[dato]',
  name: '[betalingsstedets navn]',
  hours: '[antal]',
};

/** What stands in every text, as far as it is known and right. */
function everywhere(of: Case): Record<string, string> {
  const { settings, configuration, today } = of;
  const { switchDate, dibsEndDate, oirPaymentName, registrationHours } = settings;
  const voice = createTranslator('da', configuration, today);
  const { dayOf: date, number } = formatsOf('da');
  const known: Record<string, string> = { ...LATER };
  if (!isBad(of, 'oirPaymentName')) known.name = oirPaymentName ?? voice.text('oir.site');
  if (!isBad(of, 'registrationHours')) known.hours = number(registrationHours);
  if (switchDate && !isBad(of, 'switchDate')) known.date = date(switchDate);
  if (dibsEndDate && !isBad(of, 'dibsEndDate')) known.endDate = date(dibsEndDate);
  return known;
}

function filled(of: Case, key: TextKey, words: string): string {
  // Of these the date is another: a debt's, or a day's.
  const other =
    !key.startsWith('intro.') && placeholdersIn(dictionaryOf('da')[key]).includes('date');
  return oneLine(
    fillPlaceholders(words, { ...everywhere(of), ...(other && { date: LATER.date }) }),
  );
}

const refusalOf = ({ configuration }: Case, key: TextKey): Problem | undefined =>
  configuration.problems.find(({ setting }) => setting === `texts.da.${key}`);

/** One text, for the library to answer for: nobody has approved what nobody has touched. */
function textLines(of: Case, key: TextKey): readonly string[] {
  const standard = filled(of, key, defaultOf(key, 'da', hasSite(of)));
  const where = `Hvor: ${WHERE[key].da}`;
  const refused = refusalOf(of, key);
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
  const ours = own === undefined ? standard : filled(of, key, own);
  return ours === standard
    ? [`${key}: STANDARD`, where, `Tekst: ${standard}`, '[ ] godkendt   [ ] rettes til: ____']
    : [
        `${key}: RETTET`,
        where,
        `Standard: ${standard}`,
        `Vores:    ${ours || '(tom: der vises ingen tekst)'}`,
      ];
}

/** Those of the app, and what else the library has corrected. */
const keysOf = (of: Case): TextKey[] =>
  [...new Set([...INFO_TEXTS, ...Object.keys(of.arrangement.texts.da).filter(isTextKey)])].filter(
    (key) => meets(of, key),
  );

const numbered = (paragraphs: readonly (readonly string[])[]): string =>
  paragraphs
    .map(([first = '', ...rest], index) =>
      [`${index + 1}. ${first}`, ...rest.map((line) => `   ${line}`)].join('\n'),
    )
    .join('\n\n');

function textsPart(of: Case): string {
  const intro = of.slots.get('intro');
  const instead =
    intro === undefined
      ? []
      : [['Indledning: eget indhold i stedet for indledningen', `Vores: ${intro || '(uden ord)'}`]];
  return `Informationstekster (dansk):\n\n${numbered([...instead, ...keysOf(of).map((key) => textLines(of, key))])}\n`;
}

/** The intro's is among the texts. */
const SLOT_PLACES: readonly (readonly [
  slot: SlotName,
  where: string,
  holds: (of: Case) => boolean,
])[] = [
  ['dibs-info', 'Under de gamle mellemværender', (of) => shows(of, 'dibs')],
  ['oir-info', 'Under de nye mellemværender', (of) => shows(of, 'oir')],
  ['login', 'Når låneren skal logge ind igen', () => true],
  ['footer', 'Nederst', () => true],
];

function slotsPart(of: Case): string {
  const lines = SLOT_PLACES.flatMap(([slot, where, holds]) => {
    const words = of.slots.get(slot);
    return words === undefined || !holds(of)
      ? []
      : [`- ${where} (${slot}): ${words || '(uden ord)'}`];
  });
  return lines.length ? `\nEget indhold:\n\n${lines.join('\n')}\n` : '';
}

/** What must be put right before the letter is true. */
function warning(of: Case): string {
  const settings = SAID.map(attributeOf);
  const refused = keysOf(of).map((key) => `texts.da.${key}`);
  const about = [...settings, ...refused, 'texts'];
  const lines = of.configuration.problems
    .filter(({ setting }) => about.includes(setting))
    .map((problem) => `- ${subjectIn('da', problem)}: ${problemIn('da', problem)}`);
  return lines.length ? `OBS: Kan ikke sendes endnu\n${lines.join('\n')}\n\n` : '';
}

const SYSTEMS: Readonly<Record<Settings['systems'], string>> = {
  both: 'både gamle (DIBS) og nye (ØiR)',
  dibs: 'kun gamle (DIBS)',
  oir: 'kun nye (ØiR)',
};

function lastDay(of: Case): string {
  const { dibsEndDate } = of.settings;
  if (dibsEndDate) return formatsOf('da').dayOf(addDays(dibsEndDate, -1));
  return shows(of, 'dibs') ? 'ikke fastsat endnu' : 'ikke aktuelt, biblioteket viser kun nye';
}

function siteLine(of: Case): string {
  if (!hasSite(of) && !shows(of, 'oir')) return 'ikke aktuelt, biblioteket viser kun gamle';
  const name = (): string => orMended(of, 'oirPaymentName', () => typed(of, 'oirPaymentName'));
  const { oirPaymentUrl } = of.settings;
  const url = orMended(of, 'oirPaymentUrl', () => oirPaymentUrl ?? '');
  if (url) return `${name() || 'uden navn'}, ${url}`;
  // A name that is refused has its line, also where there is no address.
  return isBad(of, 'oirPaymentName')
    ? name()
    : 'intet – der skal ikke vises en betalingsknap i appen';
}

function mobilePayLine(of: Case): string {
  if (!shows(of, 'dibs')) return 'ikke aktuelt, biblioteket viser kun nye';
  return of.settings.mobilepay ? 'ja, kommunen har købt MobilePay' : 'nej';
}

function factsPart(of: Case): string {
  const { switchDate, systems } = of.settings;
  const says: readonly (readonly [label: string, words: string])[] = [
    ['Mellemværender, der vises', orMended(of, 'systems', () => SYSTEMS[systems])],
    [
      'Skæringsdato',
      orMended(of, 'switchDate', () =>
        switchDate ? formatsOf('da').dayOf(switchDate) : 'ikke fastsat endnu',
      ),
    ],
    [
      'Sidste dag med betaling af gamle mellemværender',
      orMended(of, 'dibsEndDate', () => lastDay(of)),
    ],
    ['Betalingssted', siteLine(of)],
    ['MobilePay til gamle mellemværender', orMended(of, 'mobilepay', () => mobilePayLine(of))],
    ...(isBad(of, 'registrationHours')
      ? [['Timer, før en betaling ses', orMended(of, 'registrationHours', () => '')] as const]
      : []),
  ];
  return says.map(([label, words]) => `${label}: ${words}\n`).join('');
}

/**
 * What the app's supplier asks a library for before the switch, as a letter in Danish: the supplier is Danish, whatever
 * the language of the workbench. It is plain text, to be copied into a mail.
 */
export function supplierCase(
  arrangement: Arrangement,
  configuration: Configuration,
  today: CalendarDate,
): string {
  const slots = new Map(ownSlots(arrangement).map(([slot, html]) => [slot, wordsOf(html)]));
  const of: Case = { arrangement, configuration, settings: configuration.settings, today, slots };
  return `${warning(of)}Emne: Overgang til debitorintegration (ØiR) – oplysninger til appen

${factsPart(of)}
${textsPart(of)}${slotsPart(of)}
Godkendt af biblioteket: ____ (navn og dato)

Venlig hilsen
[navn, bibliotek og telefon]
`;
}
