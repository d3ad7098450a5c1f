import { hasApp, sendToApp } from './bridge.js';

/** What became of an event: a script of the page has cancelled it, the app has it, or nobody has taken it. */
export type DispatchResult = 'cancelled' | 'passed on' | 'heard';

/** An element's line to the app around it: silent where its channel is no app, or there is none. */
export class AppEvents {
  readonly #element: HTMLElement;
  readonly #isApp: () => boolean;
  readonly #sizes = new ResizeObserver(() => this.#measure());
  /** As the app knows it. */
  #height = 0;

  constructor(element: HTMLElement, isApp: () => boolean) {
    this.#element = element;
    this.#isApp = isApp;
  }

  get isOpen(): boolean {
    return this.#isApp() && hasApp();
  }

  /** Dispatches an event, and passes it on to the app where no script of the page has taken it. */
  dispatch(event: Event): DispatchResult {
    if (!this.#element.dispatchEvent(event)) return 'cancelled';
    const fields = { ...event, isTrusted: undefined };
    const passed = this.#isApp() && sendToApp(event.type as 'ddb-debt-load', fields);
    return passed ? 'passed on' : 'heard';
  }

  /** The app opens an address outside the page; answers whether it does. */
  open(url: string): boolean {
    return this.#isApp() && sendToApp('ddb-debt-open', { url });
  }

  /** From now on the app is told how high the element is. */
  start(): void {
    this.#sizes.observe(this.#element);
  }

  stop(): void {
    this.#sizes.disconnect();
  }

  #measure(): void {
    const height = Math.ceil(this.#element.getBoundingClientRect().height);
    // Not shown at all is no height.
    if (!height || height === this.#height || !this.isOpen) return;
    this.#height = height;
    sendToApp('ddb-debt-resize', { height });
  }
}
