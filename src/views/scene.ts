import type { Configuration } from '../config/configuration.js';
import { phaseOn, type Phase } from '../config/phase.js';
import { voiceOf, type Voice } from '../config/voice.js';
import type { Overview } from '../debts/overview.js';
import { localeFor } from '../localization/localization.js';
import type { WayToPay } from '../payment/ways-to-pay.js';
import type { Reading } from '../sources/reading.js';

/** What the patron can do. */
export interface Actions {
  pay(way: WayToPay & { is: 'pay' }): void;
  /** Called with the click on the link, so that a host can take over. */
  leave(click: Event, url: string): void;
  retry(): void;
}

/** What is known. */
export interface Known {
  readonly configuration: Configuration;
  readonly overview: Overview;
  readonly readings: readonly Reading[];
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
