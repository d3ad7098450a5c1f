import type { Problem } from '../config/problem.js';
import type { Settings } from '../config/settings.js';
import type { Phase } from '../config/phase.js';
import type { Translator } from '../i18n/translator.js';
import type { Overview } from '../debts/overview.js';
import type { Debt } from '../debts/debt.js';
import type { PaymentState } from '../payment/core/state.js';
import type { EndpointState } from '../fees/endpoints.js';
import type { TitleCache } from '../titles/titles-controller.js';

/** What the patron can do. The functions stay the same for the life of an element. */
export interface Actions {
  /** Pays exactly these debts. @param language of the payment pages */
  pay(debts: readonly Debt[], language: string): void;
  select(feeId: string, selected: boolean): void;
  /** Continues the payment that was begun and not completed. */
  continuePayment(): void;
  /** Handles a click on the link to the payment site. */
  leave(click: Event, url: string): void;
  /** Handles a click on another link. */
  open(click: Event): void;
  retry(): void;
  /** Draws everything again. */
  redraw(): void;
}

/** Everything that is shown. The views are functions of it. */
export interface ViewModel extends Actions, Translator {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  readonly phase: Phase;
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

export const isLoading = ({ endpointStates }: ViewModel): boolean =>
  endpointStates.some(({ status }) => status === 'loading');

export const isLoggedOut = ({ endpointStates }: ViewModel): boolean =>
  endpointStates.some(({ failure }) => failure === 'unauthorized');
