import type { Configuration } from '../config/configuration.js';
import { phaseOn, type Phase } from '../config/phase.js';
import { voiceOf, type Voice } from '../config/voice.js';
import type { Overview } from '../debts/overview.js';
import { localeFor } from '../localization/localization.js';
import type { Debt } from '../debts/debt.js';
import type { Till } from '../payment/till.js';
import type { Reading } from '../sources/reading.js';

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
  readonly configuration: Configuration;
  readonly overview: Overview;
  readonly readings: readonly Reading[];
  readonly till: Till;
  /** The debts that are chosen, by id. */
  readonly picked: ReadonlySet<string>;
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** All that is shown now. The views are functions of it. */
export interface Scene extends Known, Actions {
  readonly voice: Voice;
  readonly phase: Phase;
}

/** @param lang the language tag of the element's place, where it has none of its own */
export function sceneOf(known: Known, lang: string, actions: Actions): Scene {
  const { configuration, overview } = known;
  const { settings } = configuration;
  return {
    ...known,
    ...actions,
    voice: voiceOf(localeFor(settings.lang ?? lang), configuration, overview.today),
    phase: phaseOn(overview.today, settings),
  };
}
