/** Gathers all reasons to draw again into one drawing, in a microtask of its own. */
export class Updates {
  readonly #draw: () => void;
  #pending: Promise<void> | undefined;

  /** @param draw must not throw; what it throws all the same ends in the console, never in the page */
  constructor(draw: () => void) {
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
      await undefined;
      this.#pending = undefined;
      this.#draw();
    } catch (error) {
      this.#pending = undefined;
      console.error('<ddb-debt-overview>', error);
    }
  }
}
