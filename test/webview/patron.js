import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { TIMEOUT } from './within.js';

/** A patron's actions in the view, and what it shows. */
export class Patron {
  #view;

  /** @param {import('./web-view.js').WebView} view */
  constructor(view) {
    this.#view = view;
  }

  /** Counts a part of the widget (src/views/parts.ts). */
  count(part) {
    return this.#view.evaluate(
      (name) =>
        document
          .querySelector('ddb-debt-overview')
          ?.shadowRoot?.querySelectorAll(`[part~="${name}"]`).length ?? 0,
      part,
    );
  }

  /** Waits until the part is there, or with `count` until there are exactly so many. */
  async waitFor(part, count = NaN) {
    const matches = (found) => (Number.isNaN(count) ? found > 0 : found === count);
    for (const end = Date.now() + TIMEOUT; !matches(await this.count(part)); await wait(30)) {
      if (Date.now() > end) assert.fail(`${count} ${part} is not shown: ${await this.page()}`);
    }
  }

  /** The text of a part that is visible, with white space collapsed. A result becomes visible after a moment. */
  async textOf(part) {
    await this.waitFor(part);
    const read = () =>
      this.#view.evaluate(
        (name) =>
          document
            .querySelector('ddb-debt-overview')
            .shadowRoot.querySelector(`[part~="${name}"]`)
            .innerText.replace(/\s+/g, ' ')
            .trim(),
        part,
      );
    for (const end = Date.now() + TIMEOUT; Date.now() < end; await wait(30)) {
      const text = await read();
      if (text) return text;
    }
    assert.fail(`${part} has no visible text: ${await this.page()}`);
  }

  /** The whole text of the widget. */
  page() {
    return this.#view.evaluate(() =>
      (document.querySelector('ddb-debt-overview')?.shadowRoot ?? document.body).textContent
        .replace(/\s+/g, ' ')
        .trim(),
    );
  }

  /** Presses the middle of a part; an element that covers the part receives the press instead. */
  async press(part) {
    await this.waitFor(part);
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
    // The window system delivers events asynchronously. If the press has unloaded the page, it has arrived.
    await this.#view.evaluate(() => window.pressed).catch(() => undefined);
  }
}
