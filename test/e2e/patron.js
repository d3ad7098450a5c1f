import assert from 'node:assert/strict';

/** The names of the gateway's buttons. */
const CHOICES = { pay: 'Betal', decline: 'Kortet afvises', cancel: 'Annullér' };

/** The actions of a patron in a tab. */
export class Patron {
  /** The console messages and errors of the tab. @type {string[]} */
  messages = [];
  #context;
  #host;
  /** @type {import('playwright-core').Page} */
  page;

  /**
   * @param {import('playwright-core').BrowserContext} context
   * @param {import('../../integrations/payment-host/stand-ins/start.js').Host} host
   */
  constructor(context, host) {
    this.#context = context;
    this.#host = host;
  }

  /** Closes the browser. */
  close() {
    return this.#context.close();
  }

  /** Makes the browser throw on access to session storage. */
  disableStorage() {
    return this.#context.addInitScript(() =>
      Object.defineProperty(window, 'sessionStorage', {
        get() {
          throw new DOMException('Forbidden', 'SecurityError');
        },
      }),
    );
  }

  /** Removes the Web Locks API, as in an old browser. */
  disableLocks() {
    return this.#context.addInitScript(() => {
      Object.defineProperty(navigator, 'locks', { value: undefined });
    });
  }

  /** Opens the page in another tab of the same browser. */
  async openAnotherTab() {
    const other = new Patron(this.#context, this.#host);
    await other.openPage();
    return other;
  }

  /** Duplicates the tab with its session storage, as "Duplicate tab" does. */
  async duplicateTab() {
    const copy = new Patron(this.#context, this.#host);
    const opened = this.#context.waitForEvent('page');
    await this.page.evaluate(() => void window.open(location.href));
    copy.#usePage(await opened);
    await copy.#waitForList();
    return copy;
  }

  /** Opens the library's page, and waits for the list. */
  async openPage(path = '/') {
    if (!this.page) this.#usePage(await this.#context.newPage());
    await this.page.goto(this.#host.origin + path);
    await this.#waitForList();
  }

  #usePage(page) {
    this.page = page;
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => this.messages.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => this.messages.push(`error: ${error.message}`));
  }

  async #waitForList() {
    try {
      await this.part('debt').first().waitFor();
    } catch {
      assert.fail(`no debts are shown; the console: ${this.messages.join('\n')}`);
    }
  }

  part(name) {
    return this.page.locator(`ddb-debt-overview [part~="${name}"]`);
  }

  /** The text of a part, with normalised white space. */
  async textOf(name) {
    await this.part(name).waitFor();
    return (await this.part(name).innerText()).replace(/\s+/g, ' ').trim();
  }

  /** The check box of the debt with this amount, such as `192,56`. */
  box(amount) {
    return this.page.getByRole('checkbox', { name: new RegExp(`(^|\\s)${amount}\\s`) });
  }

  /** Selects exactly the debts with these amounts. */
  async select(...amounts) {
    for (const box of await this.part('choice').all()) {
      if (await box.isEnabled()) await box.uncheck();
    }
    for (const amount of amounts) await this.box(amount).check();
  }

  /** Presses a button of the widget. @param {'pay-all' | 'pay-selected' | 'pay-button' | 'continue-button'} button */
  press(button) {
    return this.part(button).click();
  }

  /** Waits until the tab is at the gateway. */
  async arriveAtGateway() {
    await this.page.waitForURL(`${this.#host.gatewayOrigin}/payment/*`);
  }

  /** Presses a button of the gateway, and waits for the return to the library. @param {'pay' | 'decline' | 'cancel'} choice */
  async completeAtGateway(choice) {
    await this.arriveAtGateway();
    await this.page.getByRole('button', { name: CHOICES[choice], exact: true }).click();
    await this.page.waitForURL(`${this.#host.origin}/**`);
  }

  /** The names of everything that the page has stored. */
  stored() {
    return this.page.evaluate(() => [
      ...Object.keys(sessionStorage),
      ...Object.keys(localStorage),
      ...document.cookie.split(';').filter(Boolean),
    ]);
  }

  /** Asserts that nothing is stored, and the URL is the original one. */
  async assertDone(path = '/') {
    assert.equal(this.page.url(), this.#host.origin + path);
    assert.deepEqual(await this.stored(), []);
  }

  /** Asserts that no payment can start: there is no button, or it does nothing. */
  async assertCannotStart() {
    const before = this.#host.library.starts.length;
    for (const name of ['pay-all', 'pay-selected', 'pay-button']) {
      const button = this.part(name);
      if (await button.count()) await button.first().click({ force: true });
    }
    // Time for a request that must not happen.
    await this.page.waitForTimeout(300);
    assert.equal(this.#host.library.starts.length, before);
    assert.ok(this.page.url().startsWith(this.#host.origin));
  }
}
