import { everyHour } from '../util/copenhagen.js';
import { now } from '../util/now.js';

/** What the page lives through while the element is in it. */
export interface PageLifecycle {
  /** It comes back: from the back-forward cache, or to a network. */
  onReturn(reason: 'cache' | 'online'): void;
  /** It is seen again, after so many milliseconds. */
  onSeen(away: number): void;
  /** It may be another day. */
  onHour(): void;
  /** Children or languages around the element have changed. */
  onSurroundings(): void;
}

/** What was read this long ago, in milliseconds, is read again when the patron comes back to it. */
export const STALE_AFTER = 5 * 60_000;

/** Follows the page on behalf of an element in it; answers how to stop. */
export function watchPage(element: Element, life: PageLifecycle): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let hiddenAt = document.hidden ? now() : Infinity;

  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.hidden) hiddenAt = now();
      else {
        // Timers sleep with the device; the day is looked at before anything else.
        life.onHour();
        life.onSeen(now() - hiddenAt);
        hiddenAt = Infinity;
      }
    },
    { signal },
  );
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) life.onReturn('cache');
    },
    { signal },
  );
  addEventListener('online', () => life.onReturn('online'), { signal });
  // A parser may still be writing the JSON child when the element is already connected.
  document.addEventListener('DOMContentLoaded', life.onSurroundings, { signal });

  const changes = new MutationObserver(life.onSurroundings);
  changes.observe(element, { childList: true, characterData: true, subtree: true });
  for (let at: Element | undefined = element; at;) {
    const root = at.getRootNode();
    changes.observe(root, { subtree: true, attributeFilter: ['lang'] });
    at = (root as ShadowRoot).host;
  }

  const stopHours = everyHour(life.onHour);
  return () => {
    listening.abort();
    changes.disconnect();
    stopHours();
  };
}
