/** The last line of the page. */
const END = /Om biblioteket|About the library/;
/** Presses of a key before it is given up. */
const MOST = 80;

/** Somebody who uses a page with keys, and hears it. What is done and heard becomes lines of a transcript. */
export class Patron {
  /** @type {string[]} */
  lines = [];
  #orca;
  #browser;

  /** @param {{ orca: import('./orca.js').Orca, browser: any, site: import('../story/site.js').Site }} given */
  constructor({ orca, browser, site }) {
    this.#orca = orca;
    this.#browser = browser;
    this.site = site;
  }

  #does(what) {
    this.lines.push(what);
  }

  #hears(said) {
    this.lines.push(...said.map((one) => `  ${one}`));
  }

  /** Opens the page, and is at its beginning. */
  async open() {
    await this.#browser.open('about:blank');
    await this.#orca.listen();
    this.#does('The page opens.');
    await this.#browser.open(this.site.origin);
    this.#hears(await this.#orca.listen());
    await this.#toTop();
  }

  #toTop() {
    return this.#browser.toTop?.(this.#orca);
  }

  async press(key) {
    this.#does(`${key}.`);
    this.#hears(await this.#orca.press(key));
  }

  /**
   * Presses a key that leads to another page and back, and hears the result. What else is said on the way depends on the speed
   * of the machine.
   * @param {RegExp} result
   */
  async pressAndReturn(key, result) {
    this.#does(`${key}, and back from the payment.`);
    const said = await this.#orca.press(key);
    for (let times = 0; times < 5 && !said.some((one) => result.test(one)); times++)
      said.push(...(await this.#orca.listen(2000)));
    await this.#orca.listen(2000);
    this.#hears(said.filter((one) => result.test(one)));
  }

  async #pressUntil(key, pattern) {
    for (let presses = 0; presses < MOST; presses++) {
      const said = await this.#orca.press(key);
      this.#hears(said);
      if (said.some((one) => pattern.test(one))) return;
    }
    throw new Error(`${pattern} is not heard.\n${this.lines.join('\n')}`);
  }

  /** Tab, until a control is heard. @param {RegExp} pattern */
  async tabTo(pattern) {
    this.#does('Tab.');
    await this.#pressUntil('Tab', pattern);
  }

  /** The whole page, by the arrow key, if the browser has a caret for it. */
  async readByLine() {
    if (!this.#browser.toTop) return;
    const first = await this.#toTop();
    this.#does('Down, line by line.');
    this.#hears(first);
    await this.#pressUntil('Down', END);
  }

  /** All that can be used. */
  async readByTab() {
    await this.#toTop();
    this.#does('Tab, through all controls.');
    await this.#pressUntil('Tab', END);
  }
}
