import {
  channel,
  choice,
  contactUrl,
  credentials,
  date,
  flag,
  httpsUrl,
  headingLevel,
  hours,
  origins,
  systems,
  plainText,
  webUrl,
  type SettingType,
} from './setting-types.js';

/** The old system, paid on the library's site, or the new one, collected by the municipality (CONTRACT 1). */
export type DebtorSystem = 'dibs' | 'oir';

/** Every setting by its name as a property (CONTRACT 2). The attribute is the same in kebab-case. */
export const SETTINGS = {
  feesUrl: webUrl,
  dibsFeesUrl: webUrl,
  oirFeesUrl: webUrl,
  credentials,
  systems,
  channel,
  switchDate: date,
  dibsEndDate: date,
  dibsPaymentUrl: webUrl,
  paymentOrigins: origins,
  mobilepay: flag,
  // The default depends on the channel: see `configure`.
  selection: { ...choice('any', 'all'), fallback: undefined },
  oirPaymentUrl: httpsUrl,
  oirPaymentName: plainText,
  registrationHours: hours,
  termsUrl: webUrl,
  ratesUrl: webUrl,
  helpUrl: contactUrl,
  headingLevel,
  view: choice('full', 'summary'),
  overviewUrl: webUrl,
  fbiUrl: webUrl,
  previewDate: date,
  lang: plainText,
} as const;

export type SettingName = keyof typeof SETTINGS;

/** The settings of the library, with a default for each that is missing or invalid. */
export type Settings = {
  readonly [Name in Exclude<SettingName, 'selection'>]: (typeof SETTINGS)[Name] extends SettingType<infer T>
    ? T
    : never;
} & { readonly selection: 'any' | 'all' };

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

export const attributeOf = (name: SettingName): string =>
  name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
