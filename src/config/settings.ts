import {
  channel,
  choice,
  credentials,
  date,
  flag,
  httpsUrl,
  headingLevel,
  hours,
  origins,
  systems,
  text,
  webUrl,
  type SettingType,
} from './setting-types.js';

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
  // Without a choice the channel decides; `configure` does.
  selection: { ...choice('any', 'all'), fallback: undefined },
  oirPaymentUrl: httpsUrl,
  oirPaymentName: text,
  registrationHours: hours,
  termsUrl: webUrl,
  ratesUrl: webUrl,
  helpUrl: webUrl,
  headingLevel,
  view: choice('full', 'summary'),
  overviewUrl: webUrl,
  fbiUrl: webUrl,
  previewDate: date,
  lang: text,
} as const;

export type SettingName = keyof typeof SETTINGS;

/** What the library has set, with the default where it has not, or not well. */
export type Settings = {
  readonly [Name in Exclude<SettingName, 'selection'>]: (typeof SETTINGS)[Name] extends SettingType<
    infer T
  >
    ? T
    : never;
} & { readonly selection: 'any' | 'all' };

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

export const attributeOf = (name: SettingName): string =>
  name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
