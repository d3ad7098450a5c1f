import type { Bench } from './bench.js';
import { fragmentOf } from './share.js';

/** So often, in milliseconds: browsers refuse to write the address more than some two hundred times in half a minute. */
const PACE = 200;

/** The page's address carries the bench, so that a reload, and Back, find it as it was. */
export class Address {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #at = -Infinity;
  #bench: Bench | undefined;

  /** The first change of several at once; the others as soon as may be. */
  follow(bench: Bench): void {
    if (bench === this.#bench) return;
    clearTimeout(this.#timer);
    const wait = this.#at + PACE - performance.now();
    if (wait > 0) this.#timer = setTimeout(() => this.#write(bench), wait);
    else this.#write(bench);
  }

  /** It is not what stands there any more. */
  forget(): void {
    this.#bench = undefined;
  }

  #write(bench: Bench): void {
    this.#at = performance.now();
    this.#bench = bench;
    history.replaceState(null, '', fragmentOf(bench));
  }
}
