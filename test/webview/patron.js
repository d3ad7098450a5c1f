import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { PATIENCE } from './within.js';

/** What a patron does in the view, and sees there. */
export class Patron {
  #view;

  /** @param {import('./web-view.js').WebView} view */
  constructor(view) {
    this.#view = view;
  }

  /** How many there are of a part of the widget (src/views/parts.ts). */
  count(part) {
    return this.#view.evaluate(
      (name) =>
        document
          .querySelector('ddb-debt-overview')
          ?.shadowRoot?.querySelectorAll(`[part~="${name}"]`).length ?? 0,
      part,
    );
  }

  /** Waits until it is there; or, with 0, until it is not. */
  async sees(part, count = NaN) {
    const isSo = (found) => (Number.isNaN(count) ? found > 0 : found === count);
    for (const end = Date.now() + PATIENCE; !isSo(await this.count(part)); await wait(30)) {
      if (Date.now() > end) assert.fail(`${count} ${part} is not to be seen: ${await this.page()}`);
    }
  }

  /** What a part says, its spaces all alike. */
  async reads(part) {
    await this.sees(part);
    return this.#view.evaluate(
      (name) =>
        document
          .querySelector('ddb-debt-overview')
          .shadowRoot.querySelector(`[part~="${name}"]`)
          .innerText.replace(/\s+/g, ' ')
          .trim(),
      part,
    );
  }

  /** All that the page says. */
  page() {
    return this.#view.evaluate(() =>
      (document.querySelector('ddb-debt-overview')?.shadowRoot ?? document.body).textContent
        .replace(/\s+/g, ' ')
        .trim(),
    );
  }

  /** Presses a part where it is, as a finger does: what lies over it would be pressed instead. */
  async press(part) {
    await this.sees(part);
    const [x, y] = await this.#view.evaluate((name) => {
      const { shadowRoot } = document.querySelector('ddb-debt-overview');
      const target = shadowRoot.querySelector(`[part~="${name}"]`);
      target.scrollIntoView({ block: 'center' });
      window.pressed = new Promise((resolve) => {
        addEventListener('click', () => resolve(), { once: true, capture: true });
      });
      const { left, top, width, height } = target.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    }, part);
    await this.#view.press(x, y);
    // The window system's events take their time. A page that the press has ended has had it.
    await this.#view.evaluate(() => window.pressed).catch(() => undefined);
  }
}
