/** Gathers all reasons to draw again into one drawing, in a microtask of its own. */
export class Updates {
  readonly #ready: () => Promise<void>;
  readonly #draw: () => void;
  #pending: Promise<void> | undefined;

  /**
   * @param ready what the first drawing waits for
   * @param draw must not throw; what it throws all the same ends in the console, never in the page
   */
  constructor(ready: () => Promise<void>, draw: () => void) {
    this.#ready = ready;
    this.#draw = draw;
  }

  request(): void {
    this.#pending ??= this.#run();
  }

  /** Resolves when everything that was asked for is drawn. */
  async complete(): Promise<void> {
    while (this.#pending) await this.#pending;
  }

  async #run(): Promise<void> {
    try {
      await this.#ready();
      this.#pending = undefined;
      this.#draw();
    } catch (error) {
      this.#pending = undefined;
      console.error('<ddb-debt-overview>', error);
    }
  }
}
