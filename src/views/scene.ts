import type { Configuration } from '../config/configuration.js';
import type { Problem } from '../config/problem.js';
import type { Settings } from '../config/settings.js';
import { phaseOn, type Phase } from '../config/phase.js';
import { voiceOf, type Voice } from '../config/voice.js';
import type { Overview } from '../debts/overview.js';
import { localeFor } from '../localization/localization.js';
import type { Debt } from '../debts/debt.js';
import type { Till } from '../payment/till.js';
import type { Reading } from '../sources/reading.js';
import type { Shelf } from '../titles/shelf.js';

/** What the patron can do. */
export interface Actions {
  /** Exactly these. */
  pay(debts: readonly Debt[]): void;
  pick(feeId: string, chosen: boolean): void;
  /** Goes on with the payment that was left. */
  resume(): void;
  print(): void;
  /** Called with the click on the link, so that a host can take over. */
  leave(click: Event, url: string): void;
  /** As `leave`, for a quiet link. `url` is absolute. */
  open(click: Event, url: string): void;
  retry(): void;
}

/** What is known. */
export interface Known {
  readonly overview: Overview;
  readonly readings: readonly Reading[];
  readonly till: Till;
  /** The debts that are chosen, by id. */
  readonly picked: ReadonlySet<string>;
  /** The titles of what they are for, where there is a way to them. */
  readonly shelf: Shelf | undefined;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** All that is shown now. The views are functions of it. */
export interface Scene extends Known, Actions {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  readonly voice: Voice;
  readonly phase: Phase;
}

/** @param lang the language tag of the element's place, where it has none of its own */
export function sceneOf(
  known: Known,
  { settings, problems, texts }: Configuration,
  lang: string,
  actions: Actions,
): Scene {
  const { today } = known.overview;
  return {
    ...known,
    ...actions,
    settings,
    problems,
    voice: voiceOf(localeFor(settings.lang ?? lang), { settings, texts }, today),
    phase: phaseOn(today, settings),
  };
}

export const isLoading = ({ readings }: Scene): boolean =>
  readings.some(({ state }) => state === 'loading');

export const isLoggedOut = ({ readings }: Scene): boolean =>
  readings.some(({ failure }) => failure === 'unauthorized');
