import type { Settings } from '../config/settings.js';
import { overviewOf, type Overview } from '../debts/overview.js';
import { FeesClient } from './fees-client.js';
import type { EndpointState } from './endpoint-state.js';
import type { HttpOptions } from './http.js';
import { checksumOf } from '../util/checksum.js';
import { dayInCopenhagen } from '../util/copenhagen.js';
import { requestToken, type Token } from '../native-app/token-request.js';
import { now } from '../util/now.js';

/** Whom it is known for. */
export interface FeesControllerOptions {
  settings(): Settings;
  /** What is known may have changed. */
  onChange(): void;
  /** A read has ended, well or not; the overview has it already. */
  onOutcome(reading: EndpointState): void;
  /** There is an app that can be asked for the patron's token. */
  inApp(): boolean;
  /**
   * A token has come.
   * @param patron a checksum of it, or of what the app calls the patron: then it is `named`
   * @param changed another patron has logged in: what is shown, chosen or remembered is the first one's
   */
  onPatron(patron: number, named: boolean, changed: boolean): void;
}

/** How a script of the page has said that requests are to leave it. */
export interface RequestOptions {
  fetcher?: typeof fetch | undefined;
  getToken?: (() => string | Promise<string>) | undefined;
}

/** What is known of the debts now, read in the way that the page has set. */
export class FeesController {
  /** What was last composed, if anything was. */
  overview: Overview | undefined;
  readonly client: FeesClient;
  readonly #owner: FeesControllerOptions;
  readonly requestOptions: RequestOptions = {};
  /** Of the last token no more than this is kept, to notice that another patron has logged in. */
  #patron: number | undefined;
  /** The same of each read that has got its token. */
  readonly #given = new WeakMap<AbortSignal, number>();
  /** Something has been read, so that there is something of somebody's. */
  #hasRead = false;

  constructor(owner: FeesControllerOptions) {
    this.#owner = owner;
    this.client = new FeesClient({
      transport: (signal) => this.httpOptions(signal),
      onChange: owner.onChange,
      onOutcome: (reading) => {
        this.#hasRead ||= !reading.failure;
        this.compose();
        owner.onOutcome(reading);
      },
    });
  }

  /**
   * How requests leave the page now.
   * @param read the read of debts that it is for; nothing for a payment
   */
  httpOptions(read?: AbortSignal): HttpOptions {
    const { credentials } = this.#owner.settings();
    const { fetcher, getToken } = this.requestOptions;
    const own = getToken && (async (): Promise<Token> => ({ token: await getToken() }));
    const ask = own ?? (this.#owner.inApp() ? requestToken : undefined);
    return {
      credentials,
      fetcher,
      getToken:
        ask &&
        (async (refused) => {
          if (read) this.#given.delete(read);
          const token = await ask(refused);
          // A payment's new token may be the same patron's: else the server sees that the debts are not.
          if (read || token.patron || !(own || refused)) await this.#meet(token, read);
          return token.token;
        }),
    };
  }

  /** What has been read stands; what has not may go better where there was no way to ask before. */
  setRequestOption(name: keyof RequestOptions, way: RequestOptions[typeof name]): void {
    const before = this.requestOptions[name];
    Object.assign(this.requestOptions, { [name]: way });
    if (!way || way === before) return;
    if (name === 'getToken' && this.#patron !== undefined) void this.#look();
    else if (!before) void this.client.refresh(({ status: state }) => state !== 'ready');
  }

  /** A new way to the token may lead to another patron's. */
  async #look(): Promise<void> {
    let told = false;
    try {
      told = await this.#meet({ token: (await this.requestOptions.getToken?.()) ?? '' });
    } catch {
      // Then it is read, and fails as it should.
    }
    void this.client.refresh(({ failure }) => !told || failure === 'unauthorized');
  }

  /** What is shown stays where the token is still the same patron's; answers whether that can be told. */
  async #meet({ token, patron }: Token, read?: AbortSignal): Promise<boolean> {
    // A read that has been overtaken may have got its token long ago.
    if (read?.aborted) return true;
    const before = this.#patron;
    const now = (this.#patron = checksumOf(patron ?? token));
    const other = before !== undefined && before !== now;
    if (read) this.#given.set(read, now);
    const { getToken } = this.requestOptions;
    // Some make a token for each request: then another one says nothing.
    if (other && getToken && (await getToken()) !== token) return false;
    this.#owner.onPatron(now, !!patron, other && this.#hasRead);
    if (other) this.client.restart((one) => (this.#given.get(one) ?? now) !== now);
    return true;
  }

  /** The overview of today, or of the day that is previewed, from what has been read. */
  compose(): Overview {
    const { switchDate, previewDate } = this.#owner.settings();
    const today = previewDate ?? dayInCopenhagen(now());
    return (this.overview = overviewOf(this.client.endpointStates, { today, switchDate }));
  }
}
