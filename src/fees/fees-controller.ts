import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Settings } from '../config/settings.js';
import { checksumOf } from '../util/keys.js';
import type { Endpoint, EndpointState } from './endpoints.js';
import { FeesClient } from './fees-client.js';
import type { HttpOptions, RequestOptions } from '../http/send-request.js';
import { patronTokenOf, type PatronToken, type TokenRequest } from '../http/token.js';

export interface FeesControllerOptions {
  settings(): Settings;
  /** The endpoints to fetch, or nothing while the configuration is incomplete. */
  endpoints(): readonly Endpoint[] | undefined;
  /** Requests the patron's token from the app, if there is one. */
  appToken(): TokenRequest | undefined;
  /** A request has succeeded or failed. */
  onResult(state: EndpointState): void;
  /**
   * A token has been received.
   * @param name the patron's where the page or the app gives one, else the token
   * @param changed whether another patron has logged in
   */
  onPatron(name: string, changed: boolean): void;
}

/** Fetches the fees for an element, and notices when another patron has logged in. */
export class FeesController implements ReactiveController {
  readonly client: FeesClient;
  readonly #host: ReactiveControllerHost & RequestOptions;
  readonly #options: FeesControllerOptions;
  #endpoints: readonly Endpoint[] | undefined;
  #requestOptions: RequestOptions = {};
  /** A checksum: the token itself is not kept. */
  #patron: number | undefined;
  /** The patron of each request that has its token. */
  readonly #patronOf = new WeakMap<AbortSignal, number>();
  /** At least one request has succeeded: its answer is a patron's. */
  #hasAnswer = false;

  constructor(host: ReactiveControllerHost & RequestOptions, options: FeesControllerOptions) {
    this.#host = host;
    this.#options = options;
    this.client = new FeesClient({
      httpOptions: (signal) => this.httpOptions(signal),
      onChange: () => host.requestUpdate(),
      onResult: (state) => {
        this.#hasAnswer ||= !state.failure;
        options.onResult(state);
      },
    });
    host.addController(this);
  }

  hostUpdate(): void {
    this.#readRequestOptions();
    const endpoints = this.#options.endpoints();
    if (!endpoints || endpoints === this.#endpoints) return;
    this.#endpoints = endpoints;
    void this.client.setEndpoints(endpoints);
  }

  hostDisconnected(): void {
    this.client.stop();
  }

  /** @param request the signal of the request for fees; nothing for a payment */
  httpOptions(request?: AbortSignal): HttpOptions {
    const pageToken = this.#pageToken;
    const requestToken = pageToken ?? this.#options.appToken();
    return {
      credentials: this.#options.settings().credentials,
      fetcher: this.#host.fetcher,
      getToken:
        requestToken &&
        (async (refused) => {
          if (request) this.#patronOf.delete(request);
          const token = await requestToken(refused);
          // A payment's new token may be the same patron's. If it is not, the server refuses the payment.
          if (request || token.patron || !(pageToken || refused)) {
            await this.#setPatron(token, request);
          }
          return token.token;
        }),
    };
  }

  /** How to request a token from the page, if its scripts have set `getToken`. */
  get #pageToken(): TokenRequest | undefined {
    const { getToken } = this.#host;
    return getToken && (async () => patronTokenOf(await getToken()));
  }

  /** Keeps the answers after a change, also of a disconnected element. Fetches what could not be read without an option. */
  #readRequestOptions(): void {
    const { getToken, fetcher } = this.#host;
    const before = this.#requestOptions;
    this.#requestOptions = { getToken, fetcher };
    if ((getToken && !before.getToken) || (fetcher && !before.fetcher)) {
      void this.client.refresh(({ status }) => status !== 'ready');
    }
    if (getToken && getToken !== before.getToken && this.#patron !== undefined) {
      void this.#checkPatron();
    }
  }

  /** A new `getToken` may return another patron's token. */
  async #checkPatron(): Promise<void> {
    let known = false;
    try {
      known = await this.#setPatron(patronTokenOf((await this.#host.getToken?.()) ?? ''));
    } catch {
      // The request for fees fails in the same way, and shows why.
    }
    void this.client.refresh(({ failure }) => !known || failure === 'unauthorized');
  }

  /** Returns whether it is known whose token it is. */
  async #setPatron({ token, patron: name }: PatronToken, request?: AbortSignal): Promise<boolean> {
    const patron = checksumOf(name || token);
    const isOther = (): boolean => this.#patron !== undefined && this.#patron !== patron;
    if (request && !request.aborted) this.#patronOf.set(request, patron);
    const pageToken = this.#pageToken;
    // Some pages make a token for each request. Then a new token does not mean a new patron.
    if (!request?.aborted && !name && isOther() && pageToken) {
      if ((await pageToken(false)).token !== token) return false;
    }
    // The token of an aborted request may be old.
    if (request?.aborted) return true;
    // Compared again: meanwhile another request may have noticed the same patron.
    const changed = isOther();
    this.#patron = patron;
    this.#options.onPatron(name || token, changed && this.#hasAnswer);
    if (changed) this.client.restart((signal) => (this.#patronOf.get(signal) ?? patron) !== patron);
    return true;
  }
}
