import type { Configuration } from '../../../src/config/configuration.js';
import { voiceOf } from '../../../src/config/voice.js';
import { formatsOf } from '../../../src/localization/formats.js';
import { messagesIn, type TextKey } from '../../../src/localization/localization.js';
import type { CalendarDate } from '../../../src/units/calendar-date.js';
import type { Arrangement } from '../bench.js';

/** The texts a patron meets in the app, which the library approves or corrects. */
const INFO_TEXTS: readonly TextKey[] = [
  'intro.before',
  'intro.transition',
  'intro.after',
  'dibs.app',
  'dibs.ended',
  'oir.noSite',
  'oir.registration',
  'about.text',
];

/** Shown only where the configuration leads to them. */
const isShown = (key: TextKey, { settings }: Configuration): boolean => {
  if (key === 'oir.noSite') return !settings.oirPaymentUrl;
  if (key === 'oir.registration') return !!settings.oirPaymentUrl;
  if (key === 'dibs.app') return !settings.mobilepay;
  return true;
};

/** The default of a text in Danish, as this configuration has it. */
function defaultOf(key: TextKey, configuration: Configuration): string {
  const messages: Readonly<Record<string, string>> = messagesIn('da');
  const noSite = !configuration.settings.oirPaymentUrl;
  return (noSite && messages[`${key}/noSite`]) || (messages[key] ?? '');
}

/**
 * What the app's supplier asks a library for before the switch, as a letter in Danish: the supplier is Danish, whatever
 * the language of the workbench.
 */
export function supplierCase(
  arrangement: Arrangement,
  configuration: Configuration,
  today: CalendarDate,
): string {
  const { settings } = configuration;
  const formats = formatsOf('da');
  const day = (date: CalendarDate | undefined): string =>
    date ? formats.date(date) : 'ikke fastsat endnu';
  const voice = voiceOf('da', configuration, today);
  const filled = (words: string): string =>
    words.replace(/\{(name|hours|date|endDate)\}/g, (_, name: string) => {
      if (name === 'name') return settings.oirPaymentName ?? voice.text('oir.site');
      if (name === 'hours') return voice.number(settings.registrationHours);
      const date = name === 'date' ? settings.switchDate : settings.dibsEndDate;
      return date ? formats.date(date) : '[dato]';
    });
  const own: Readonly<Partial<Record<TextKey, string>>> = configuration.texts.da ?? {};
  const corrected = new Set(Object.keys(arrangement.texts.da) as TextKey[]);
  const keys = [
    ...new Set([...INFO_TEXTS.filter((key) => isShown(key, configuration)), ...corrected]),
  ];
  const texts = keys.map((key, index) => {
    const standard = filled(defaultOf(key, configuration));
    const ours = own[key];
    if (ours === undefined || filled(ours) === standard) {
      return `${index + 1}. ${key}: GODKENDT\n   ${standard}`;
    }
    return `${index + 1}. ${key}: RETTET\n   Standard: ${standard}\n   Vores:    ${filled(ours) || '(vises ikke)'}`;
  });
  const { oirPaymentUrl, oirPaymentName, mobilepay } = settings;
  return `Emne: Overgang til debitorintegration (ØiR) – oplysninger til appen

Skæringsdato: ${day(settings.switchDate)}
Sidste dag med betaling af gamle mellemværender: ${settings.dibsEndDate ? `dagen før ${day(settings.dibsEndDate)}` : 'ikke fastsat endnu'}

Betalingssted: ${oirPaymentUrl ? `${oirPaymentName ?? 'uden navn'}, ${oirPaymentUrl}` : 'intet – der skal ikke vises en betalingsknap i appen'}
MobilePay til gamle mellemværender: ${mobilepay ? 'ja, kommunen har købt MobilePay' : 'nej'}

Informationstekster (dansk):

${texts.join('\n\n')}

Venlig hilsen
[navn, bibliotek og telefon]
`;
}
