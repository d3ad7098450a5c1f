import type { Problem } from './config/problem.js';
import { attributeOf, SETTING_NAMES, type Settings } from './config/settings.js';
import type { Debt } from './debts/debt.js';
import type { Overview } from './debts/overview.js';
import { AppEvents } from './native-app/app-events.js';
import { DebtAuthEvent, DebtLeaveEvent, DebtPayEvent, eventsOf } from './events.js';
import { ConfigurationController } from './page/configuration-controller.js';
import { FeesController } from './fees/fees-controller.js';
import type { MaterialResolver } from './titles/title.js';
import { TitlesController } from './titles/titles-controller.js';
import { watchPage, STALE_AFTER } from './page/page-lifecycle.js';
import { adoptEarly, SettableElement } from './page/setting-properties.js';
import { inheritedLang } from './page/dom-context.js';
import { Updates } from './page/updates.js';
import { readLanguages } from './i18n/locales.js';
import { PaymentController } from './payment/payment-controller.js';
import { isBusy } from './payment/core/state.js';
import { sumOfDebts } from './payment/core/payment-options.js';
import { VERSION } from './version.js';
import { overviewView } from './views/overview-view.js';
import { createViewModel, type ViewModel } from './views/view-model.js';
import { renderInto } from './views/render-into.js';
import { now } from './util/now.js';

/**
 * What a library patron owes, in the old debtor system and the new, and how to pay each debt.
 *
 * @tag ddb-debt-overview
 * @fires {DebtLoadEvent} ddb-debt-load - When debts have been read.
 * @fires {DebtErrorEvent} ddb-debt-error - When the debts of a system could not be read.
 * @fires {DebtAuthEvent} ddb-debt-auth - When the patron must log in.
 * @fires {DebtPayEvent} ddb-debt-pay - When the patron presses a pay button. Cancel it to start the payment yourself.
 * @fires {DebtLeaveEvent} ddb-debt-leave - When the patron follows the link to the payment site. Cancel it to open the site yourself.
 * @slot intro - Replaces the introduction.
 * @slot dibs-info - Below the debts of the old system.
 * @slot oir-info - Below the debts of the new system.
 * @slot login - A link or button to log in. It is shown when the login has expired.
 * @slot footer - The end of the element.
 * @see views/parts.ts for the CSS parts and custom properties
 */
export class DdbDebtOverview extends SettableElement {
  // Getters, because static fields become static blocks, which Safari before 16.4 cannot read.
  static get version(): string {
    return VERSION;
  }
  static get observedAttributes(): readonly string[] {
    return SETTING_NAMES.map(attributeOf);
  }

  /**
   * The URL of the endpoint that returns the debts of both systems. It is requested exactly as written.
   * @attr fees-url
   */
  declare feesUrl: string | null;
  /**
   * The URL of the endpoint that returns the debts of the old system. For that system it takes the place of
   * `fees-url`.
   * @attr dibs-fees-url
   */
  declare dibsFeesUrl: string | null;
  /**
   * The URL of the endpoint that returns the debts of the new system. For that system it takes the place of
   * `fees-url`.
   * @attr oir-fees-url
   */
  declare oirFeesUrl: string | null;
  /**
   * Whether requests for debts and payments send cookies, as in the `credentials` option of `fetch()`.
   * @attr {'omit' | 'same-origin' | 'include'} credentials
   * @default same-origin
   */
  declare credentials: string | null;
  /**
   * Which debts are shown: those of the old system (`dibs`), of the new one (`oir`), or of both.
   * @attr {'both' | 'dibs' | 'oir'} systems
   * @default both
   */
  declare systems: string | null;
  /**
   * Where the element is: on a web page (`cms`), or in the webview of an app (`app`).
   * @attr {'cms' | 'app'} channel
   * @default cms
   */
  declare channel: string | null;
  /**
   * The day the library goes over to the new system, as `YYYY-MM-DD`. Without it, the library has gone over
   * already.
   * @attr switch-date
   */
  declare switchDate: string | null;
  /**
   * The first day on which debts in the old system can no longer be paid here, as `YYYY-MM-DD`. Without it, there
   * is no such day.
   * @attr dibs-end-date
   */
  declare dibsEndDate: string | null;
  /**
   * The URL of the endpoint that starts a payment of debts in the old system. Without it, a web page has no pay
   * button.
   * @attr dibs-payment-url
   */
  declare dibsPaymentUrl: string | null;
  /**
   * The origins and app links (`https://pay.example mobilepay:`) that a payment may send the browser to, separated
   * by spaces. Without it, only the origin of `dibs-payment-url`.
   * @attr payment-origins
   */
  declare paymentOrigins: string | null;
  /**
   * Whether debts in the old system can be paid with MobilePay in the app. It has no effect on a web page.
   * @attr mobilepay
   */
  declare mobilepay: boolean;
  /**
   * Whether the patron chooses which debts to pay (`any`) or pays all of them at once (`all`). Without it, `any` on
   * a web page and `all` in an app.
   * @attr {'any' | 'all'} selection
   */
  declare selection: string | null;
  /**
   * The URL of the site where debts in the new system are paid, always `https:` and absolute. Without it, there is
   * a sentence in place of the link.
   * @attr oir-payment-url
   */
  declare oirPaymentUrl: string | null;
  /**
   * The name of the site where debts in the new system are paid. Without it, the texts say "the payment site of the
   * municipality" in the language of the element.
   * @attr oir-payment-name
   */
  declare oirPaymentName: string | null;
  /**
   * How many hours it takes until a payment on the site of `oir-payment-url` shows here.
   * @attr {number} registration-hours
   * @default 72
   */
  declare registrationHours: string | number | null;
  /**
   * The URL of the terms of payment. Without it, there is no link to them.
   * @attr terms-url
   */
  declare termsUrl: string | null;
  /**
   * The URL of the library's rates. Without it, there is no link to them.
   * @attr rates-url
   */
  declare ratesUrl: string | null;
  /**
   * The URL of a page that says how to contact the library. Without it, there is no link to it.
   * @attr help-url
   */
  declare helpUrl: string | null;
  /**
   * The level of the element's own heading. The headings of its sections are one level below.
   * @attr {1 | 2 | 3 | 4 | 5 | 6} heading-level
   * @default 2
   */
  declare headingLevel: string | number | null;
  /**
   * Whether the whole overview is shown (`full`) or one line (`summary`).
   * @attr {'full' | 'summary'} view
   * @default full
   */
  declare view: string | null;
  /**
   * The URL of the page with the whole overview, which the one line links to. Without it, the line is no link.
   * @attr overview-url
   */
  declare overviewUrl: string | null;
  /**
   * The URL of the FBI API, or of a proxy of it, which has the titles of what a debt is for. Without it, debts have
   * no titles.
   * @attr fbi-url
   */
  declare fbiUrl: string | null;
  /**
   * The day of a preview, as `YYYY-MM-DD`: everything is shown as it will be on that day, and no payment can start.
   * Without it, today.
   * @attr preview-date
   */
  declare previewDate: string | null;
  /**
   * The language of the element, as a language tag. Without it, the nearest `lang` of an ancestor, and then Danish.
   * @attr lang
   */
  declare lang: string;

  #leavePage: (() => void) | undefined;
  readonly #updates = new Updates(readLanguages, () => this.#update());
  readonly #app = new AppEvents(this, () => this.#settings.channel === 'app');
  readonly #configuration = new ConfigurationController(this, () => this.#updates.request());
  readonly #debts = new FeesController({
    settings: () => this.#settings,
    onChange: () => this.#updates.request(),
    onOutcome: async (reading) => {
      this.#customer.see(reading);
      await this.updateComplete;
      this.#askTitles();
      for (const event of eventsOf(reading, this.overview)) this.#app.dispatch(event);
    },
    inApp: () => this.#app.isOpen,
    onPatron: (patron, named, changed) => this.#customer.meet(patron, named, changed),
  });
  readonly #reader = this.#debts.client;
  readonly #titles = new TitlesController(() => this.#updates.request());
  readonly #customer = new PaymentController({
    settings: () => this.#settings,
    transport: () => this.#debts.httpOptions(),
    read: (anew) => void this.#reader.refresh(({ fetching: busy }) => anew || !busy),
    show: () => this.#updates.request(),
    login: () => void this.#app.dispatch(new DebtAuthEvent()),
    open: (url) => this.#app.open(url),
  });

  constructor() {
    super();
    // What a server has declared in its place is cleared by this.
    this.attachShadow({ mode: 'open' });
    adoptEarly(this, [...SETTING_NAMES, 'config', 'fetcher', 'getToken', 'materialResolver']);
  }

  /**
   * Settings by their names in camelCase, and `texts`. An attribute overrides it; it overrides the JSON child. It is read
   * when it is set: later changes inside the object have no effect.
   */
  get config(): object | undefined {
    return this.#configuration.config;
  }
  set config(config: object | undefined) {
    this.#configuration.config = config;
    this.#configuration.invalidate();
  }

  /** A function that sends the requests in place of `fetch()`. */
  get fetcher(): typeof fetch | undefined {
    return this.#debts.requestOptions.fetcher;
  }
  set fetcher(fetcher: typeof fetch | undefined) {
    this.#debts.setRequestOption('fetcher', fetcher);
  }

  /**
   * A function that returns the access token of the patron. It is called before each request, and again after a response
   * with status 401. The token is sent as a bearer token and is not kept.
   */
  get getToken(): (() => string | Promise<string>) | undefined {
    return this.#debts.requestOptions.getToken;
  }
  set getToken(getToken: (() => string | Promise<string>) | undefined) {
    this.#debts.setRequestOption('getToken', getToken);
  }

  /** A function that returns the titles of what debts are for, by FAUST number. It takes the place of `fbi-url`. */
  get materialResolver(): MaterialResolver | undefined {
    return this.#titles.materialResolver;
  }
  set materialResolver(materialResolver: MaterialResolver | undefined) {
    this.#titles.materialResolver = materialResolver;
    this.#updates.request();
  }

  /** The settings with an invalid value, and why. Empty where there are none. */
  get problems(): readonly Problem[] {
    return this.#configuration.current.problems;
  }

  /** The debts as they are shown now, with amounts in øre. The object is frozen. */
  get overview(): Overview {
    return this.#debts.overview ?? this.#debts.compose();
  }

  /** A promise that resolves when all changes have been rendered. */
  get updateComplete(): Promise<void> {
    return this.#updates.complete();
  }

  /** Requests the debts again. The debts that are shown stay until the response. */
  async refresh(): Promise<void> {
    await this.updateComplete;
    await this.#reader.refresh();
    await this.updateComplete;
  }

  connectedCallback(): void {
    this.#leavePage = watchPage(this, {
      onReturn: (reason) =>
        void this.#reader.refresh(({ failure }) => reason === 'cache' || failure === 'offline'),
      onSeen: (away) => {
        if (this.#customer.isAway || away >= STALE_AFTER)
          void this.#reader.refresh(({ fetching: busy }) => !busy);
      },
      onHour: () => this.#updates.request(),
      onSurroundings: () => this.#configuration.invalidate(),
    });
    this.#app.start();
    this.#configuration.invalidate();
    // Put back into a page after a while: what it shows may have been paid.
    void this.#reader.refresh(({ readAt = Infinity }) => now() - readAt >= STALE_AFTER);
  }

  disconnectedCallback(): void {
    this.#configuration.stop();
    this.#customer.leave();
    this.#app.stop();
    this.#leavePage?.();
    this.#reader.stop();
  }

  attributeChangedCallback(): void {
    this.#configuration.invalidate();
  }

  get #settings(): Settings {
    return this.#configuration.current.settings;
  }

  #update(): void {
    if (!this.isConnected) return;
    const endpoints = this.#configuration.update();
    this.#customer.follow();
    if (endpoints) void this.#reader.setEndpoints(endpoints);
    this.#debts.compose();
    const otherTitles = this.#titles.find(this.#settings);
    renderInto(this, overviewView(this.#scene()));
    if (otherTitles) this.#askTitles();
  }

  #askTitles(): void {
    this.#titles.ask(this.overview, this.#settings, this.#debts.requestOptions);
  }

  #scene(): ViewModel {
    const known = {
      overview: this.overview,
      endpointStates: this.#reader.endpointStates,
      payment: this.#customer.state,
      selectedFeeIds: this.#customer.selectedFeeIds,
      titleCache: this.#titles.cache,
      now: now(),
    };
    const scene = createViewModel(known, this.#configuration.current, inheritedLang(this) ?? '', {
      pay: (debts) => this.#pay(debts, scene.i18n.locale),
      select: (feeId, chosen) => this.#customer.select(feeId, chosen),
      resume: () => this.#customer.resume(),
      print: () => print(),
      leave: (click, url) => {
        if (this.#app.dispatch(new DebtLeaveEvent(url)) !== 'heard') click.preventDefault();
      },
      open: (click, url) => {
        if (this.#app.open(url)) click.preventDefault();
      },
      retry: () => void this.#reader.refresh(({ failure, fetching: busy }) => !!failure && !busy),
    });
    return scene;
  }

  #pay(debts: readonly Debt[], language: string): void {
    // A second press may come before the first has been drawn.
    if (isBusy(this.#customer.state)) return;
    const { channel, dibsPaymentUrl } = this.#settings;
    const feeIds = debts.map(({ feeId }) => feeId);
    const event = new DebtPayEvent(feeIds, sumOfDebts(debts), channel);
    const announced = this.#app.dispatch(event);
    if (announced === 'cancelled') return;
    if (dibsPaymentUrl) this.#customer.pay(debts, language);
    else if (announced === 'passed on') this.#customer.handOver(debts, language);
  }
}
