import type { WorkbenchState } from './state.js';
import { fragmentOf } from './share.js';

/** In milliseconds. Browsers limit calls of `replaceState` to about 200 in 30 seconds. */
const MIN_INTERVAL = 200;

/** Writes the workbench state to the URL, so that a reload and the Back button restore it. */
export class AddressBar {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writtenAt = -Infinity;
  #state: WorkbenchState | undefined;

  /** Writes the first change at once, and later ones when the interval has passed. */
  update(state: WorkbenchState): void {
    if (state === this.#state) return;
    clearTimeout(this.#timer);
    const wait = this.#writtenAt + MIN_INTERVAL - performance.now();
    if (wait > 0) this.#timer = setTimeout(() => this.#write(state), wait);
    else this.#write(state);
  }

  /** The URL no longer holds the state that was written last. */
  reset(): void {
    this.#state = undefined;
  }

  #write(state: WorkbenchState): void {
    this.#writtenAt = performance.now();
    this.#state = state;
    history.replaceState(null, '', fragmentOf(state));
  }
}
