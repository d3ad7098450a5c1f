import type { Problem } from './config/problem.js';
import { attributeOf, SETTING_NAMES, type Settings } from './config/settings.js';
import type { Debt } from './debts/debt.js';
import type { Overview } from './debts/overview.js';
import { AppEvents } from './native-app/app-events.js';
import { DebtAuthEvent, DebtLeaveEvent, DebtPayEvent, eventsOf } from './events.js';
import { ConfigurationController } from './page/configuration-controller.js';
import { FeesController, type RequestOptions } from './fees/fees-controller.js';
import { TitlesController } from './titles/titles-controller.js';
import { watchPage, STALE_AFTER } from './page/page-lifecycle.js';
import { adoptEarly, SettableElement } from './page/setting-properties.js';
import { inheritedLang } from './page/dom-context.js';
import { Updates } from './page/updates.js';
import { readLanguages } from './i18n/locales.js';
import { PaymentController } from './payment/payment-controller.js';
import { isBusy } from './payment/core/selectors.js';
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

  #leavePage: (() => void) | undefined;
  readonly #updates = new Updates(readLanguages, () => this.#update());
  readonly #app = new AppEvents(this, () => this.#settings.channel === 'app');
  readonly #configuration = new ConfigurationController(this, () => this.#updates.request());
  readonly #debts = new FeesController({
    settings: () => this.#settings,
    onChange: () => this.#updates.request(),
    onOutcome: async (reading) => {
      this.#customer.onDebtsRead(reading);
      await this.updateComplete;
      this.#askTitles();
      for (const event of eventsOf(reading, this.overview)) this.#app.dispatch(event);
    },
    inApp: () => this.#app.isOpen,
    onPatron: (patron, named, changed) => this.#customer.setPatron(patron, named, changed),
  });
  readonly #reader = this.#debts.client;
  readonly #titles = new TitlesController(() => this.#updates.request());
  readonly #customer = new PaymentController(
    {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => this.#updates.request(),
      updateComplete: Promise.resolve(true),
    },
    {
      settings: () => this.#settings,
      httpOptions: () => this.#debts.httpOptions(),
      refreshFees: (force) => void this.#reader.refresh(({ fetching }) => force || !fetching),
      onLoginRequired: () => void this.#app.dispatch(new DebtAuthEvent()),
      openInApp: (url) => this.#app.open(url),
    },
  );

  constructor() {
    super();
    // What a server has declared in its place is cleared by this.
    this.attachShadow({ mode: 'open' });
    adoptEarly(this, [...SETTING_NAMES, 'config', 'fetcher', 'getToken', 'materialResolver']);
  }

  /** Settings in camelCase, and `texts`; attributes go before it, the JSON child comes after. */
  get config(): object | undefined {
    return this.#configuration.config;
  }
  set config(config: object | undefined) {
    this.#configuration.config = config;
    this.#configuration.invalidate();
  }

  /** Sends the requests in place of `fetch`. */
  get fetcher(): RequestOptions['fetcher'] {
    return this.#debts.requestOptions.fetcher;
  }
  set fetcher(fetcher: RequestOptions['fetcher']) {
    this.#debts.setRequestOption('fetcher', fetcher);
  }

  /** Called before each request; its answer is sent as a bearer token and kept nowhere. */
  get getToken(): RequestOptions['getToken'] {
    return this.#debts.requestOptions.getToken;
  }
  set getToken(getToken: RequestOptions['getToken']) {
    this.#debts.setRequestOption('getToken', getToken);
  }

  /** Brings the titles of what the debts are for, by FAUST number, in place of `fbi-url`. */
  get materialResolver(): TitlesController['materialResolver'] {
    return this.#titles.materialResolver;
  }
  set materialResolver(materialResolver: TitlesController['materialResolver']) {
    this.#titles.materialResolver = materialResolver;
    this.#updates.request();
  }

  /** What does not hold in the configuration. */
  get problems(): readonly Problem[] {
    return this.#configuration.current.problems;
  }

  /** What is shown now. Frozen. */
  get overview(): Overview {
    return this.#debts.overview ?? this.#debts.compose();
  }

  /** Resolves when everything that was changed is on screen. */
  get updateComplete(): Promise<void> {
    return this.#updates.complete();
  }

  /** Reads the debts again. What is shown stays until the answer. */
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
    this.#customer.hostDisconnected();
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
    this.#customer.hostUpdate();
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
      resume: () => this.#customer.continuePayment(),
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
    else if (announced === 'passed on') this.#customer.delegateToApp(debts, language);
  }
}
