import type { Configuration } from '../config/configuration.js';
import type { Problem } from '../config/problem.js';
import type { Settings } from '../config/settings.js';
import { phaseOn, type Phase } from '../config/phase.js';
import { createTranslator, type Translator } from '../i18n/translator.js';
import type { Overview } from '../debts/overview.js';
import { localeFor } from '../i18n/locales.js';
import type { Debt } from '../debts/debt.js';
import type { PaymentState } from '../payment/core/state.js';
import type { EndpointState } from '../fees/endpoints.js';
import type { TitleCache } from '../titles/title-cache.js';

/** What the patron can do. */
export interface Actions {
  /** Pays exactly these debts. @param language of the payment pages */
  pay(debts: readonly Debt[], language: string): void;
  select(feeId: string, selected: boolean): void;
  /** Continues the payment that was begun and not completed. */
  continuePayment(): void;
  print(): void;
  /** Handles a click on the link to the payment site. */
  leave(click: Event, url: string): void;
  /** Handles a click on another link. @param url absolute */
  open(click: Event, url: string): void;
  retry(): void;
}

/** What is known. */
export interface ViewData {
  readonly overview: Overview;
  readonly endpointStates: readonly EndpointState[];
  readonly payment: PaymentState;
  /** The debts that are chosen, by id. */
  readonly selectedFeeIds: ReadonlySet<string>;
  /** The titles of what they are for, where there is a way to them. */
  readonly titleCache: TitleCache | undefined;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** All that is shown now. The views are functions of it. */
export interface ViewModel extends ViewData, Actions {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  readonly i18n: Translator;
  readonly phase: Phase;
}

/** @param lang the language tag of the element's place, where it has none of its own */
export function createViewModel(
  known: ViewData,
  { settings, problems, texts }: Configuration,
  lang: string,
  actions: Actions,
): ViewModel {
  const { today } = known.overview;
  return {
    ...known,
    ...actions,
    settings,
    problems,
    i18n: createTranslator(localeFor(settings.lang ?? lang), { settings, texts }, today),
    phase: phaseOn(today, settings),
  };
}

export const isLoading = ({ endpointStates }: ViewModel): boolean =>
  endpointStates.some(({ status: state }) => state === 'loading');

export const isLoggedOut = ({ endpointStates }: ViewModel): boolean =>
  endpointStates.some(({ failure }) => failure === 'unauthorized');
