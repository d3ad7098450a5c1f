import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TokenRequest } from '../http/token.js';
import { hasApp, onAppReady, sendToApp } from './bridge.js';
import { requestToken } from './token-request.js';

/** A script of the page cancelled the event; or the app received it; or neither. */
export type DispatchResult = 'cancelled' | 'sent to app' | 'dispatched';

export interface NativeAppControllerOptions {
  /** Whether the channel of the element is the app. */
  isEnabled(): boolean;
  /** The app can receive messages, which it could not when the element was drawn. */
  onReady(): void;
}

/** Connects an element to the app around its page, if its `channel` is `app`. */
export class NativeAppController implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #options: NativeAppControllerOptions;
  readonly #resizes = new ResizeObserver(() => this.#sendHeight());
  /** The height last sent to the app, in CSS pixels. */
  #height = 0;
  #waiting: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: NativeAppControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** How to request a token from the app, if there is one. */
  get tokenRequest(): TokenRequest | undefined {
    return this.#options.isEnabled() && hasApp() ? requestToken : undefined;
  }

  /** Dispatches an event on the element, and sends it to the app if no script of the page cancels it. */
  dispatch(event: Event): DispatchResult {
    if (!this.#host.dispatchEvent(event)) return 'cancelled';
    const fields = { ...event, isTrusted: undefined };
    const sent = this.#options.isEnabled() && sendToApp(event.type as 'ddb-debt-load', fields);
    return sent ? 'sent to app' : 'dispatched';
  }

  /** Lets the app open a URL outside the page. Returns whether there is an app that does. */
  open(url: string): boolean {
    return this.#options.isEnabled() && sendToApp('ddb-debt-open', { url });
  }

  hostConnected(): void {
    this.#resizes.observe(this.#host);
  }

  hostUpdated(): void {
    if (this.#waiting || !this.#options.isEnabled()) return;
    this.#waiting = new AbortController();
    onAppReady(() => {
      this.#height = 0;
      this.#sendHeight();
      this.#options.onReady();
    }, this.#waiting.signal);
  }

  hostDisconnected(): void {
    this.#waiting?.abort();
    this.#waiting = undefined;
    this.#resizes.disconnect();
  }

  #sendHeight(): void {
    const height = Math.ceil(this.#host.getBoundingClientRect().height);
    // An element that is not displayed has no height.
    if (!height || height === this.#height || !this.tokenRequest) return;
    this.#height = height;
    sendToApp('ddb-debt-resize', { height });
  }
}
