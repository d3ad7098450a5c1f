import assert from 'node:assert/strict';

/** The names of the gateway's buttons. */
const CHOICES = { pay: 'Betal', decline: 'Kortet afvises', cancel: 'Annullér' };

/** What a patron does, in a tab, and sees there. */
export class Patron {
  /** What the tab's console has said. @type {string[]} */
  heard = [];
  #context;
  #host;
  /** @type {import('playwright-core').Page} */
  page;

  /**
   * @param {import('playwright-core').BrowserContext} context
   * @param {import('../host/host.js').Host} host
   */
  constructor(context, host) {
    this.#context = context;
    this.#host = host;
  }

  /** Closes the browser. */
  leave() {
    return this.#context.close();
  }

  /** Their browser keeps nothing for a page, and says so by throwing. */
  forbidStorage() {
    return this.#context.addInitScript(() =>
      Object.defineProperty(window, 'sessionStorage', {
        get() {
          throw new DOMException('Forbidden', 'SecurityError');
        },
      }),
    );
  }

  /** Their browser is an old one, where tabs can only tell each other. */
  haveNoLocks() {
    return this.#context.addInitScript(() => {
      Object.defineProperty(navigator, 'locks', { value: undefined });
    });
  }

  /** Another tab of the same browser. */
  async inAnotherTab() {
    const other = new Patron(this.#context, this.#host);
    await other.openPage();
    return other;
  }

  /** The same tab once more, as "Duplicate tab" makes it: with what the tab remembers. */
  async inACopyOfTheTab() {
    const copy = new Patron(this.#context, this.#host);
    const opened = this.#context.waitForEvent('page');
    await this.page.evaluate(() => void window.open(location.href));
    copy.#sitAt(await opened);
    await copy.#list();
    return copy;
  }

  /** Opens the library's page, and has the list before them. */
  async openPage(path = '/') {
    if (!this.page) this.#sitAt(await this.#context.newPage());
    await this.page.goto(this.#host.origin + path);
    await this.#list();
  }

  #sitAt(page) {
    this.page = page;
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => this.heard.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.heard.push(`error: ${error.message}`));
  }

  async #list() {
    try {
      await this.part('debt').first().waitFor();
    } catch {
      assert.fail(`no debts are shown; the console: ${this.heard.join('\n')}`);
    }
  }

  part(name) {
    return this.page.locator(`ddb-debt-overview [part~="${name}"]`);
  }

  /** What the page says, its spaces all alike. */
  async reads(name) {
    await this.part(name).waitFor();
    return (await this.part(name).innerText()).replace(/\s+/g, ' ').trim();
  }

  /** The check box of the debt of that amount, `192,56`. */
  box(amount) {
    return this.page.getByRole('checkbox', { name: new RegExp(`(^|\\s)${amount}\\s`) });
  }

  /** Chooses exactly the debts of these amounts. */
  async choose(...amounts) {
    for (const box of await this.part('choice').all()) {
      if (await box.isEnabled()) await box.uncheck();
    }
    for (const amount of amounts) await this.box(amount).check();
  }

  /** Presses a button of the widget. @param {'pay-all' | 'pay-selected' | 'pay-button' | 'continue-button'} button */
  press(button) {
    return this.part(button).click();
  }

  /** Arrives at the gateway. */
  async arriveAtGateway() {
    await this.page.waitForURL(`${this.#host.gatewayOrigin}/payment/*`);
  }

  /** Presses a button there, and is back at the library. @param {'pay' | 'decline' | 'cancel'} choice */
  async atGateway(choice) {
    await this.arriveAtGateway();
    await this.page.getByRole('button', { name: CHOICES[choice], exact: true }).click();
    await this.page.waitForURL(`${this.#host.origin}/**`);
  }

  /** What the tab's scripts can still read of it. */
  remembered() {
    return this.page.evaluate(() => [
      ...Object.keys(sessionStorage),
      ...Object.keys(localStorage),
      ...document.cookie.split(';').filter(Boolean),
    ]);
  }

  /** It is over: nothing is remembered, and the address is as it was. */
  async assertDone(path = '/') {
    assert.equal(this.page.url(), this.#host.origin + path);
    assert.deepEqual(await this.remembered(), []);
  }

  /** There is no way to start a payment: no such button, or one that does nothing. */
  async assertCannotStart() {
    const before = this.#host.library.starts.length;
    for (const name of ['pay-all', 'pay-selected', 'pay-button']) {
      const button = this.part(name);
      if (await button.count()) await button.first().click({ force: true });
    }
    // Time for a request that there should not be.
    await this.page.waitForTimeout(300);
    assert.equal(this.#host.library.starts.length, before);
    assert.ok(this.page.url().startsWith(this.#host.origin));
  }
}
