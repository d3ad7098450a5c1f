import type { Configuration } from '../config/configuration.js';
import type { Phase } from '../config/phase.js';
import type { Voice } from '../config/voice.js';
import type { Overview } from '../debts/overview.js';
import type { WayToPay } from '../payment/ways-to-pay.js';
import type { Reading } from '../sources/reading.js';

/** All that is shown now, and what the patron can do. The views are functions of it. */
export interface Scene {
  readonly configuration: Configuration;
  readonly voice: Voice;
  readonly phase: Phase;
  readonly overview: Overview;
  readonly readings: readonly Reading[];
  pay(way: WayToPay & { is: 'pay' }): void;
  /** Called with the click on the link, so that a host can take over. */
  leave(click: Event, url: string): void;
  retry(): void;
}
