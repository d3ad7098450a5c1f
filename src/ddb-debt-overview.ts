import type { Problem } from './config/problem.js';
import { attributeOf, SETTING_NAMES } from './config/settings.js';
import type { Debt } from './debts/debt.js';
import { overviewOf, type Overview } from './debts/overview.js';
import { DebtAuthEvent, DebtLeaveEvent, DebtPayEvent, eventsOf } from './host/events.js';
import { LiveConfiguration } from './host/live-configuration.js';
import { followPage, LONG } from './host/page-life.js';
import { adoptEarly, SettableElement } from './host/setting-properties.js';
import { inheritedLang } from './host/surroundings.js';
import { Updates } from './host/updates.js';
import { readLanguages } from './localization/localization.js';
import { Customer } from './payment/customer.js';
import { sumOfDebts } from './payment/ways-to-pay.js';
import { FeesReader } from './sources/fees-reader.js';
import type { Transport } from './sources/transport.js';
import { dayInCopenhagen } from './units/copenhagen.js';
import { VERSION } from './version.js';
import { overviewView } from './views/overview-view.js';
import { sceneOf, type Scene } from './views/scene.js';
import { drawInto } from './views/shadow.js';

/**
 * What a library patron owes, in the old debtor system and the new, and how to pay each debt.
 *
 * @tag ddb-debt-overview
 * @attr {URL} fees-url - one endpoint that answers both systems' debts, fetched exactly as written
 * @attr {URL} dibs-fees-url - the old system's own endpoint, in place of `fees-url`
 * @attr {URL} oir-fees-url - the new system's own endpoint, in place of `fees-url`
 * @attr {'omit'|'same-origin'|'include'} [credentials=same-origin] - of the fees requests
 * @attr {'both'|'dibs'|'oir'} [systems=both] - what the library has chosen to show
 * @attr {'cms'|'app'} [channel=cms] - a web page, or an app's webview
 * @attr {YYYY-MM-DD} switch-date - the day the library goes over
 * @attr {YYYY-MM-DD} dibs-end-date - the first day on which old debts can no longer be paid here
 * @attr {URL} dibs-payment-url - starts a payment here; without it there is no pay button
 * @attr {origins} payment-origins - where a payment may send the browser
 * @attr {boolean} mobilepay - the municipality has bought MobilePay in the app
 * @attr {'any'|'all'} selection - whether single debts can be picked for payment
 * @attr {https URL} oir-payment-url - the payment site; without it there is a text and no link
 * @attr {text} oir-payment-name - the payment site's name
 * @attr {number} [registration-hours=72] - how long a payment on the payment site takes to show here
 * @attr {URL} terms-url - terms of payment
 * @attr {URL} rates-url - the library's rates
 * @attr {URL} help-url - how to contact the library
 * @attr {1-6} [heading-level=2] - level of the widget's own heading; sections are one below
 * @attr {'full'|'summary'} [view=full] - the whole overview, or one line
 * @attr {URL} overview-url - where the one line leads
 * @attr {URL} fbi-url - the FBI API, for what each debt is for
 * @attr {YYYY-MM-DD} preview-date - show everything as on that day; no payment can start
 * @attr {language tag} lang - nearest `lang` up the page if absent, then Danish
 * @fires {DebtLoadEvent} ddb-debt-load - debts have been read
 * @fires {DebtErrorEvent} ddb-debt-error - a system could not be read
 * @fires {DebtAuthEvent} ddb-debt-auth - the patron must log in
 * @fires {DebtPayEvent} ddb-debt-pay - the patron pays here; cancelled, the host does it
 * @fires {DebtLeaveEvent} ddb-debt-leave - the patron goes to the payment site; cancelable
 * @slot intro - in place of the introduction
 * @slot dibs-info - under the old system's debts
 * @slot oir-info - under the new system's debts
 * @slot login - the way to log in, shown when the login has expired
 * @slot footer - at the end
 *
 * @csspart base - everything
 * @csspart header - the heading's line
 * @csspart heading - the widget's heading
 * @csspart total - the sum of both systems
 * @csspart intro - the introduction
 * @csspart preview - the banner of a preview
 * @csspart problems - the configuration's problems, in a preview
 * @csspart loading - the sentence while debts are read
 * @csspart placeholder - the room for a section that is being read
 * @csspart empty - the sentence where nothing is owed
 * @csspart failure - what could not be read, and why
 * @csspart failure-heading - its first sentence
 * @csspart failure-text - why, and what it means for what is shown
 * @csspart section - one system's debts
 * @csspart section-dibs - the old system's
 * @csspart section-oir - the new system's
 * @csspart section-header - the line of its heading
 * @csspart section-heading - its heading
 * @csspart count - the number of its debts
 * @csspart list - its debts
 * @csspart debt - one debt
 * @csspart reason - why it is owed
 * @csspart date - when it is due
 * @csspart overdue - that date, where it has passed
 * @csspart materials - what it is for
 * @csspart choice - its check box
 * @csspart locked - that it is being paid, or registered
 * @csspart not-payable - that it cannot be paid here
 * @csspart amount - its amount
 * @csspart subtotal - the sum of a section
 * @csspart note - a sentence under a list
 * @csspart unreadable - how many entries could not be read
 * @csspart no-action - what to do where nothing can be paid
 * @csspart about - the explanation of the new system
 * @csspart about-toggle - what opens it
 * @csspart about-text - what it says
 * @csspart actions - the line of the action
 * @csspart action - any button, or link that looks like one
 * @csspart chosen - how many debts are chosen, and their sum
 * @csspart pay-button - pay here; with a choice also `pay-selected` or `pay-all`, and `quiet` where the other is the obvious one
 * @csspart payment - what the patron must know of a payment; also `payment-open`, `payment-cancelled` …: the key of its text
 * @csspart continue-button - go on with the payment that was left
 * @csspart receipt - what has been paid
 * @csspart receipt-text - its first sentence
 * @csspart receipt-fact - order number, day
 * @csspart receipt-list - what was paid
 * @csspart receipt-line - one debt of it
 * @csspart print-button - print it
 * @csspart go-link - go to the payment site
 * @csspart retry-button - read again
 * @csspart link - a quiet link
 * @csspart footer - rates and contact
 *
 * @cssprop [--ddb-debt-font=inherit] - font of everything
 * @cssprop [--ddb-debt-heading-font=inherit] - font of headings
 * @cssprop [--ddb-debt-heading-weight=600] - weight of headings
 * @cssprop [--ddb-debt-muted=#525252] - secondary text
 * @cssprop [--ddb-debt-border=#d4d4d4] - lines
 * @cssprop [--ddb-debt-surface=transparent] - behind a section
 * @cssprop [--ddb-debt-action=#12504a] - buttons
 * @cssprop [--ddb-debt-on-action=#fff] - text on buttons
 * @cssprop [--ddb-debt-overdue=#a3142c] - an overdue date
 * @cssprop [--ddb-debt-notice=#fff4d6] - behind failures and the preview's banner
 * @cssprop [--ddb-debt-on-notice=#3d2f00] - text on them
 * @cssprop [--ddb-debt-focus=currentColor] - the focus ring
 * @cssprop [--ddb-debt-radius=0.5em] - corners
 * @cssprop [--ddb-debt-space=1em] - the unit of all spacing
 * @cssprop [--ddb-debt-control-height=3em] - height of buttons, never under 44 px
 * @cssprop [--ddb-debt-reserve=100vh] - room kept on a web page so that nothing below jumps; 0 for none
 */
export class DdbDebtOverview extends SettableElement {
  // Getters, because static fields become static blocks, which Safari before 16.4 cannot read.
  static get version(): string {
    return VERSION;
  }
  static get observedAttributes(): readonly string[] {
    return SETTING_NAMES.map(attributeOf);
  }

  readonly #transport: { -readonly [Name in 'fetcher' | 'getToken']?: Transport[Name] } = {};
  #overview: Overview = overviewOf([], { today: dayInCopenhagen(Date.now()) });
  #leavePage: (() => void) | undefined;
  readonly #updates = new Updates(readLanguages, () => this.#update());
  readonly #configuration = new LiveConfiguration(this, () => this.#updates.request());
  readonly #reader = new FeesReader({
    transport: () => this.#via,
    onChange: () => this.#updates.request(),
    onOutcome: async (reading) => {
      this.#compose();
      this.#customer.see(reading, this.#overview);
      await this.updateComplete;
      for (const event of eventsOf(reading, this.#overview)) this.dispatchEvent(event);
    },
  });
  readonly #customer = new Customer({
    settings: () => this.#configuration.current.settings,
    transport: () => this.#via,
    read: () => void this.#reader.read(({ busy }) => !busy),
    show: () => this.#updates.request(),
    login: () => this.dispatchEvent(new DebtAuthEvent()),
  });

  constructor() {
    super();
    adoptEarly(this, [...SETTING_NAMES, 'config', 'fetcher', 'getToken']);
  }

  /** Settings in camelCase, and `texts`; attributes go before it, the JSON child comes after. */
  get config(): object | undefined {
    return this.#configuration.config;
  }
  set config(config: object | undefined) {
    this.#configuration.config = config;
    this.#configuration.outdate();
  }

  /** Sends the requests in place of `fetch`. */
  get fetcher(): typeof fetch | undefined {
    return this.#transport.fetcher;
  }
  set fetcher(fetcher: typeof fetch | undefined) {
    this.#askBy('fetcher', fetcher);
  }

  /** Called before each request; its answer is sent as a bearer token and kept nowhere. */
  get getToken(): (() => string | Promise<string>) | undefined {
    return this.#transport.getToken;
  }
  set getToken(getToken: (() => string | Promise<string>) | undefined) {
    this.#askBy('getToken', getToken);
  }

  /** What does not hold in the configuration. */
  get problems(): readonly Problem[] {
    return this.#configuration.current.problems;
  }

  /** What is shown now. Frozen. */
  get overview(): Overview {
    return this.#overview;
  }

  /** Resolves when everything that was changed is on screen. */
  get updateComplete(): Promise<void> {
    return this.#updates.complete();
  }

  /** Reads the debts again. What is shown stays until the answer. */
  async refresh(): Promise<void> {
    await this.updateComplete;
    await this.#reader.read();
    await this.updateComplete;
  }

  connectedCallback(): void {
    this.#leavePage = followPage(this, {
      onReturn: (reason) =>
        void this.#reader.read(({ failure }) => reason !== 'online' || failure === 'offline'),
      onHour: () => this.#updates.request(),
      onSurroundings: () => this.#configuration.outdate(),
    });
    this.#configuration.outdate();
    // Put back into a page after a while: what it shows may have been paid.
    void this.#reader.read(({ readAt = Infinity }) => Date.now() - readAt >= LONG);
  }

  disconnectedCallback(): void {
    this.#configuration.stop();
    this.#customer.leave();
    this.#leavePage?.();
    this.#reader.stop();
  }

  attributeChangedCallback(): void {
    this.#configuration.outdate();
  }

  /** What has been read stands; what has not may go better where there was no way to ask before. */
  #askBy<Name extends 'fetcher' | 'getToken'>(name: Name, value: Transport[Name]): void {
    const appeared = value && !this.#transport[name];
    this.#transport[name] = value;
    if (appeared) void this.#reader.read(({ state }) => state !== 'ready');
  }

  /** How requests leave the page now. */
  get #via(): Transport {
    return { credentials: this.#configuration.current.settings.credentials, ...this.#transport };
  }

  /** What is known, from what has been read. */
  #compose(): void {
    const { switchDate, previewDate } = this.#configuration.current.settings;
    const today = previewDate ?? dayInCopenhagen(Date.now());
    this.#overview = overviewOf(this.#reader.readings, { today, switchDate });
  }

  #update(): void {
    if (!this.isConnected) return;
    const endpoints = this.#configuration.update();
    this.#customer.follow(this.#configuration.current.settings);
    if (endpoints) void this.#reader.follow(endpoints);
    this.#compose();
    drawInto(this, overviewView(this.#scene()));
  }

  #scene(): Scene {
    const known = {
      configuration: this.#configuration.current,
      overview: this.#overview,
      readings: this.#reader.readings,
      till: this.#customer.till,
      picked: this.#customer.picked,
      now: Date.now(),
    };
    const scene = sceneOf(known, inheritedLang(this) ?? '', {
      pay: (debts) => this.#pay(debts, scene.voice.locale),
      pick: (feeId, chosen) => this.#customer.pick(feeId, chosen),
      resume: () => this.#customer.resume(),
      print: () => print(),
      leave: (click, url) => {
        if (!this.dispatchEvent(new DebtLeaveEvent(url))) click.preventDefault();
      },
      retry: () => void this.#reader.read(({ failure, busy }) => !!failure && !busy),
    });
    return scene;
  }

  #pay(debts: readonly Debt[], language: string): void {
    const { channel, dibsPaymentUrl } = this.#configuration.current.settings;
    const feeIds = debts.map(({ feeId }) => feeId);
    const wanted = this.dispatchEvent(new DebtPayEvent(feeIds, sumOfDebts(debts), channel));
    if (wanted && dibsPaymentUrl) this.#customer.pay(debts, language);
  }
}
