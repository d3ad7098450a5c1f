import type { Settings } from '../config/settings.js';
import { overviewOf, type Overview } from '../debts/overview.js';
import { FeesReader } from '../sources/fees-reader.js';
import type { Reading } from '../sources/reading.js';
import type { Transport } from '../sources/transport.js';
import { dayInCopenhagen } from '../units/copenhagen.js';

/** Whom it is known for. */
export interface LiveOverviewOwner {
  settings(): Settings;
  /** What is known may have changed. */
  onChange(): void;
  /** A read has ended, well or not; the overview has it already. */
  onOutcome(reading: Reading): void;
}

/** What is known of the debts now, read in the way that the page has set. */
export class LiveOverview {
  overview: Overview = overviewOf([], { today: dayInCopenhagen(Date.now()) });
  readonly reader: FeesReader;
  readonly #owner: LiveOverviewOwner;
  readonly #ways: { -readonly [Name in 'fetcher' | 'getToken']?: Transport[Name] } = {};

  constructor(owner: LiveOverviewOwner) {
    this.#owner = owner;
    this.reader = new FeesReader({
      transport: () => this.transport,
      onChange: owner.onChange,
      onOutcome: (reading) => {
        this.compose();
        owner.onOutcome(reading);
      },
    });
  }

  /** How requests leave the page now. */
  get transport(): Transport {
    return { credentials: this.#owner.settings().credentials, ...this.#ways };
  }

  /** What has been read stands; what has not may go better where there was no way to ask before. */
  askBy<Name extends 'fetcher' | 'getToken'>(name: Name, value: Transport[Name]): void {
    const appeared = value && !this.#ways[name];
    this.#ways[name] = value;
    if (appeared) void this.reader.read(({ state }) => state !== 'ready');
  }

  /** The overview of today, or of the day that is previewed, from what has been read. */
  compose(): Overview {
    const { switchDate, previewDate } = this.#owner.settings();
    const today = previewDate ?? dayInCopenhagen(Date.now());
    return (this.overview = overviewOf(this.reader.readings, { today, switchDate }));
  }
}
