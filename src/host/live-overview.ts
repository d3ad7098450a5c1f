import type { Settings } from '../config/settings.js';
import { overviewOf, type Overview } from '../debts/overview.js';
import { FeesReader } from '../sources/fees-reader.js';
import type { Reading } from '../sources/reading.js';
import type { Transport } from '../sources/transport.js';
import { checksumOf } from '../units/checksum.js';
import { dayInCopenhagen } from '../units/copenhagen.js';
import { askToken, type Token } from './ask-token.js';

/** Whom it is known for. */
export interface LiveOverviewOwner {
  settings(): Settings;
  /** What is known may have changed. */
  onChange(): void;
  /** A read has ended, well or not; the overview has it already. */
  onOutcome(reading: Reading): void;
  /** There is an app that can be asked for the patron's token. */
  inApp(): boolean;
  /** Another patron has logged in: what is shown, chosen or remembered is the first one's. */
  onOtherPatron(): void;
}

/** How a script of the page has said that requests are to leave it. */
export interface Ways {
  fetcher?: typeof fetch | undefined;
  getToken?: (() => string | Promise<string>) | undefined;
}

/** What is known of the debts now, read in the way that the page has set. */
export class LiveOverview {
  overview: Overview = overviewOf([], { today: dayInCopenhagen(Date.now()) });
  readonly reader: FeesReader;
  readonly #owner: LiveOverviewOwner;
  readonly ways: Ways = {};
  /** Whose debts have been read: of their token no more than this is kept, to notice that another patron has logged in. */
  #patron: number | undefined;
  /** The same of the token that was given last. */
  #asker: number | undefined;
  /** Every request has a token of its own: that it is another one says nothing. */
  #renewed = false;

  constructor(owner: LiveOverviewOwner) {
    this.#owner = owner;
    this.reader = new FeesReader({
      transport: (signal) => this.transport(signal),
      onChange: owner.onChange,
      onOutcome: (reading) => {
        if (!reading.failure) this.#patron = this.#asker;
        this.compose();
        owner.onOutcome(reading);
      },
    });
  }

  /**
   * How requests leave the page now.
   * @param read for a read of debts: what is shown is looked at with its token
   */
  transport(read?: AbortSignal): Transport {
    const { credentials } = this.#owner.settings();
    const { fetcher, getToken } = this.ways;
    const own = getToken && (async (): Promise<Token> => ({ token: await getToken() }));
    const ask = own ?? (this.#owner.inApp() ? askToken : undefined);
    return {
      credentials,
      fetcher,
      getToken:
        ask &&
        (async (refused) => {
          const token = await ask(refused);
          if (read) await this.#belongTo(token, read);
          return token.token;
        }),
    };
  }

  /** What has been read stands; what has not may go better where there was no way to ask before. */
  askBy(name: keyof Ways, way: Ways[typeof name]): void {
    const before = this.ways[name];
    Object.assign(this.ways, { [name]: way });
    if (!way || way === before) return;
    if (!before) void this.reader.read(({ state }) => state !== 'ready');
    else if (name === 'getToken') void this.#look();
  }

  /** A new way to the token may lead to another patron's. */
  async #look(): Promise<void> {
    this.#renewed = false;
    try {
      await this.#belongTo({ token: (await this.ways.getToken?.()) ?? '' });
      void this.reader.read(({ failure }) => failure === 'unauthorized');
    } catch {
      void this.reader.read();
    }
  }

  /** What is shown stays where the token is still the same patron's. */
  async #belongTo({ token, patron }: Token, finder?: AbortSignal): Promise<void> {
    const sum = (this.#asker = checksumOf(String(patron ?? token)));
    if (this.#patron === undefined || this.#patron === sum || this.#renewed) return;
    const { getToken } = this.ways;
    this.#renewed = !!getToken && (await getToken()) !== token;
    if (this.#renewed) return;
    this.#patron = sum;
    this.#owner.onOtherPatron();
    this.reader.startOver(finder);
  }

  /** The overview of today, or of the day that is previewed, from what has been read. */
  compose(): Overview {
    const { switchDate, previewDate } = this.#owner.settings();
    const today = previewDate ?? dayInCopenhagen(Date.now());
    return (this.overview = overviewOf(this.reader.readings, { today, switchDate }));
  }
}
