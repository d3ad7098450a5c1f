import type { Configuration } from '../../src/config/configuration.js';
import { phaseOn, type Phase } from '../../src/config/phase.js';
import type { Settings } from '../../src/config/settings.js';
import { overviewOf, type Overview, type SystemOverview } from '../../src/debts/overview.js';
import { endpointsOf } from '../../src/fees/endpoints.js';
import { parseFees } from '../../src/fees/fee.js';
import type { TextKey } from '../../src/i18n/locales.js';
import { createTranslator } from '../../src/i18n/translator.js';
import { paymentOption, type PaymentOption } from '../../src/payment/core/payment-options.js';
import { INITIAL_STATE } from '../../src/payment/core/state.js';
import { instantOf, type CalendarDate } from '../../src/util/time.js';
import type { BilingualText } from './state.js';

export type Channel = Settings['channel'];

/** What a patron can do about the debts of one system, and reads where nothing can be done. */
export interface SectionOutcome {
  readonly option: PaymentOption;
  /** The text in place of an action. */
  readonly key?: TextKey;
  readonly sentence?: BilingualText;
}

/** What a patron with old and new debts sees on a day. A year is left out where it is that of today. */
export interface PatronView {
  readonly date: CalendarDate;
  readonly phase: Phase;
  readonly intro: BilingualText;
  readonly dibs?: SectionOutcome;
  readonly oir?: SectionOutcome;
}

/** The text in place of an action, as the widget chooses it. */
export function noActionKey(
  option: PaymentOption,
  { debts }: Pick<SystemOverview, 'debts'>,
): TextKey | undefined {
  if (option.is !== 'none') return undefined;
  const nowhere = option.because === 'dibs.app' && !debts.some((debt) => debt.payableByClient);
  return nowhere ? 'dibs.unavailable' : option.because;
}

/** The texts of which the widget shows one at a time; a library can give several the same words. */
const ALTERNATIVES = /^(intro\.|dibs\.(unavailable|ended|app)$|oir\.noSite$)/;

/** Whether the widget can show a text now, by its overview. */
export function isCurrent(key: TextKey, overview: Overview, settings: Settings): boolean {
  if (!ALTERNATIVES.test(key)) return true;
  const phase = phaseOn(overview.today, settings);
  if (key.startsWith('intro.')) return key === `intro.${phase}`;
  const now = instantOf(overview.today).getTime();
  return overview.systems.some((system) => {
    const option = paymentOption(system, phase, settings, INITIAL_STATE, now);
    return system.debts.length > 0 && noActionKey(option, system) === key;
  });
}

/** An old debt, and one that the old system cannot collect. */
const ONE_OF_EACH = [true, false].map((payableByClient, index) => ({
  feeId: index + 1,
  amount: 1,
  payableByClient,
}));

function viewOn(
  date: CalendarDate,
  channel: Channel,
  { settings, texts }: Configuration,
  today: CalendarDate,
): PatronView {
  const shown = {
    ...settings,
    channel,
    feesUrl: '/',
    dibsFeesUrl: undefined,
    oirFeesUrl: undefined,
  };
  const configuration = { settings: shown, texts };
  const read = {
    status: 'ready' as const,
    fetching: false,
    retrying: false,
    fees: parseFees(ONE_OF_EACH),
  };
  const endpoints = endpointsOf(shown).map((endpoint) => ({ ...read, endpoint }));
  const phase = phaseOn(date, settings);
  const bilingual = (key: TextKey, variant?: string | false): BilingualText => {
    const of = (locale: 'da' | 'en'): string =>
      createTranslator(locale, configuration, today).text(key, {}, variant as never);
    return { da: of('da'), en: of('en') };
  };
  const outcomes = overviewOf(endpoints, date, settings.switchDate)
    .systems.filter(({ debts }) => debts.length)
    .map((system): [SystemOverview['system'], SectionOutcome] => {
      const option = paymentOption(system, phase, shown, INITIAL_STATE, instantOf(date).getTime());
      const key = noActionKey(option, system);
      return [system.system, { option, ...(key && { key, sentence: bilingual(key) }) }];
    });
  const intro = bilingual(`intro.${phase}`, !settings.oirPaymentUrl && 'noSite');
  return { date, phase, intro, ...Object.fromEntries(outcomes) };
}

/** What patrons see from today on: one view for each day on which that changes. */
export function patronViews(
  channel: Channel,
  configuration: Configuration,
  today: CalendarDate,
): readonly PatronView[] {
  const { switchDate, dibsEndDate } = configuration.settings;
  const later = [switchDate, dibsEndDate].filter((date) => date !== undefined && date > today);
  const days = [...new Set([today, ...(later as CalendarDate[])])].sort();
  return days.map((date) => viewOn(date, channel, configuration, today));
}
