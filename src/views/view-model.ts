import type { Configuration } from '../config/configuration.js';
import type { Problem } from '../config/problem.js';
import type { Settings } from '../config/settings.js';
import { phaseOn, type Phase } from '../config/phase.js';
import type { Translator } from '../i18n/translator.js';
import type { Overview } from '../debts/overview.js';
import type { Debt } from '../debts/debt.js';
import type { PaymentState } from '../payment/core/state.js';
import type { EndpointState } from '../fees/endpoints.js';
import type { TitleCache } from '../titles/title-cache.js';

/** What the patron can do. The functions stay the same for the life of an element. */
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

/** The state of an element. */
export interface ViewData {
  readonly i18n: Translator;
  readonly overview: Overview;
  readonly endpointStates: readonly EndpointState[];
  readonly payment: PaymentState;
  /** The debts whose check boxes are ticked. */
  readonly selectedFeeIds: ReadonlySet<string>;
  /** Titles, where there is a source of them. */
  readonly titleCache: TitleCache | undefined;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Everything that is shown. The views are functions of it. */
export interface ViewModel extends ViewData, Actions {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  readonly phase: Phase;
}

export const createViewModel = (
  data: ViewData,
  { settings, problems }: Configuration,
  actions: Actions,
): ViewModel => ({
  ...data,
  ...actions,
  settings,
  problems,
  phase: phaseOn(data.overview.today, settings),
});

export const isLoading = ({ endpointStates }: ViewData): boolean =>
  endpointStates.some(({ status }) => status === 'loading');

export const isLoggedOut = ({ endpointStates }: ViewData): boolean =>
  endpointStates.some(({ failure }) => failure === 'unauthorized');
