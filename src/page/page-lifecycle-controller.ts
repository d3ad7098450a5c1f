import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { everyHour } from '../util/time.js';
import { now } from '../util/time.js';

/** Fees older than this, in milliseconds, are fetched again when the patron returns to the page. */
export const STALE_AFTER = 5 * 60_000;

export interface PageLifecycleCallbacks {
  /** The page was restored from the back-forward cache, or is online again. */
  onReturn(reason: 'cache' | 'online'): void;
  /** The page is visible again. @param hiddenFor in milliseconds */
  onVisible(hiddenFor: number): void;
  /** Called every hour, and when the page is visible again: it may be another day. */
  onHour(): void;
  /** The element's children, or a `lang` around it, have changed. */
  onDomContextChange(): void;
}

/** Listens to the page while the element is connected. */
export class PageLifecycleController implements ReactiveController {
  readonly #element: ReactiveControllerHost & Element;
  readonly #callbacks: PageLifecycleCallbacks;
  #stop: (() => void) | undefined;

  constructor(element: ReactiveControllerHost & Element, callbacks: PageLifecycleCallbacks) {
    this.#element = element;
    this.#callbacks = callbacks;
    element.addController(this);
  }

  hostConnected(): void {
    const { onReturn, onVisible, onHour, onDomContextChange } = this.#callbacks;
    const listening = new AbortController();
    const { signal } = listening;
    let hiddenAt = document.hidden ? now() : Infinity;
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.hidden) hiddenAt = now();
        else {
          // Timers do not run while a device sleeps, so the date comes first.
          onHour();
          onVisible(now() - hiddenAt);
          hiddenAt = Infinity;
        }
      },
      { signal },
    );
    addEventListener('pageshow', ({ persisted }) => persisted && onReturn('cache'), { signal });
    addEventListener('online', () => onReturn('online'), { signal });
    // The parser may still be writing the JSON child when the element is already connected.
    document.addEventListener('DOMContentLoaded', onDomContextChange, { signal });

    const observer = new MutationObserver(onDomContextChange);
    observer.observe(this.#element, { childList: true, characterData: true, subtree: true });
    for (let at: Element | undefined = this.#element; at;) {
      const root = at.getRootNode();
      observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
      at = (root as ShadowRoot).host;
    }

    const stopHours = everyHour(onHour);
    this.#stop = () => {
      listening.abort();
      observer.disconnect();
      stopHours();
    };
  }

  hostDisconnected(): void {
    this.#stop?.();
  }
}
