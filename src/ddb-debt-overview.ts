import { type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { phaseOn } from './config/phase.js';
import type { Problem } from './config/problem.js';
import type { Settings } from './config/settings.js';
import type { Debt } from './debts/debt.js';
import { overviewOf, type Overview } from './debts/overview.js';
import { DebtAuthEvent, DebtLeaveEvent, DebtPayEvent, eventsOf } from './events.js';
import { FeesController } from './fees/fees-controller.js';
import type { RequestOptions } from './http/send-request.js';
import type { TokenAnswer } from './http/token.js';
import { createTranslator } from './i18n/translator.js';
import { NativeAppController } from './native-app/native-app-controller.js';
import { ConfigurationController } from './page/configuration-controller.js';
import { PageLifecycleController } from './page/page-lifecycle-controller.js';
import { isBusy } from './payment/core/selectors.js';
import { sumOfDebts } from './payment/core/payment-options.js';
import { PaymentController } from './payment/payment-controller.js';
import { SettingsElement } from './settings-element.js';
import type { MaterialResolver } from './titles/title.js';
import { TitlesController } from './titles/titles-controller.js';
import { memoizeLast } from './util/memoize-last.js';
import { dayInCopenhagen, now } from './util/time.js';
import { VERSION } from './version.js';
import { overviewView } from './views/overview-view.js';
import { RenderingController } from './views/rendering-controller.js';
import { styles } from './views/styles.js';
import type { Actions } from './views/view-model.js';

/**
 * The element `<ddb-debt-overview>` shows what a library patron owes, in the old debtor system and in the new one, and how to
 * pay each debt.
 *
 * @tag ddb-debt-overview
 * @fires {DebtLoadEvent} ddb-debt-load - When debts have been read.
 * @fires {DebtErrorEvent} ddb-debt-error - When the debts of a system could not be read.
 * @fires {DebtAuthEvent} ddb-debt-auth - When the patron must log in.
 * @fires {DebtPayEvent} ddb-debt-pay - When the patron presses a pay button. Cancel it to start the payment yourself.
 * @fires {DebtLeaveEvent} ddb-debt-leave - When the patron follows the link to the payment site. Cancel it to open the site yourself.
 * @slot intro - Replaces the introduction.
 * @slot dibs-info - Content below the debts of the old system.
 * @slot oir-info - Content below the debts of the new system.
 * @slot login - A link or button to log in. It is shown when the patron must log in.
 * @slot footer - Content at the end of the element.
 * @see views/parts.ts for the CSS parts and custom properties
 */
export class DdbDebtOverview extends SettingsElement implements RequestOptions {
  // A static field would be compiled to a static block, which Safari before 16.4 cannot parse.
  static override get styles(): CSSResultGroup {
    return styles;
  }
  static override get properties(): PropertyDeclarations {
    return {
      // Also the same object is read again when it is set.
      config: { attribute: false, hasChanged: () => true },
      fetcher: { attribute: false },
      getToken: { attribute: false },
      materialResolver: { attribute: false },
    };
  }
  static get version(): string {
    return VERSION;
  }

  /**
   * Settings by their names in camelCase, and `texts`. An attribute overrides `config`, and `config` overrides the JSON child.
   * After a change inside the object, set it again.
   */
  declare config: object | undefined;
  /** A function that sends the requests in place of `fetch()`. */
  declare fetcher: typeof fetch | undefined;
  /**
   * A function that returns the access token of the patron. It is called before each request, and again after a response
   * with status 401. The token is sent as a bearer token and is not kept. It can also return `{ token, patron }`, where
   * `patron` is the same text for each token of a patron. Without `patron`, a renewed token counts as the token of another
   * patron: a payment that was started with the old token is not shown, and its debts stay locked.
   */
  declare getToken: (() => TokenAnswer | Promise<TokenAnswer>) | undefined;
  /**
   * A function that returns the titles of what debts are for, by FAUST number (the number of a record in the Danish catalogue).
   * It replaces `fbi-url`.
   */
  declare materialResolver: MaterialResolver | undefined;

  readonly #configuration = new ConfigurationController(this);
  readonly #app = new NativeAppController(this, {
    isEnabled: () => this.#settings.channel === 'app',
    // What was requested without the app had no token.
    onReady: () => this.getToken || void this.#fees.client.refresh(({ status }) => status !== 'ready'),
  });
  // Before the fees: a payment that returns is read with the first request, not with one more.
  readonly #payment = new PaymentController(this, {
    settings: () => this.#settings,
    httpOptions: () => this.#fees.httpOptions(),
    refreshFees: (force) => void this.#fees.client.refresh(({ fetching }) => force || !fetching),
    onLoginRequired: () => void this.#app.dispatch(new DebtAuthEvent()),
    openInApp: (url) => this.#app.open(url),
  });
  readonly #fees: FeesController = new FeesController(this, {
    settings: () => this.#settings,
    endpoints: () => this.#configuration.endpoints,
    appToken: () => this.#app.tokenRequest,
    onPatron: (name, changed) => this.#payment.setPatron(name, changed),
    onResult: async (state) => {
      this.#payment.onDebtsRead(state);
      await this.updateComplete;
      for (const event of eventsOf(state, this.overview)) this.#app.dispatch(event);
    },
  });
  readonly #titles = new TitlesController(this, {
    settings: () => this.#settings,
    overview: () => this.overview,
  });
  readonly #overviewOf = memoizeLast(overviewOf);
  readonly #translatorOf = memoizeLast(createTranslator);
  readonly #actions: Actions = {
    pay: (debts, language) => this.#pay(debts, language),
    select: (feeId, selected) => this.#payment.select(feeId, selected),
    continuePayment: () => this.#payment.continuePayment(),
    leave: (click, url) => {
      if (this.#app.dispatch(new DebtLeaveEvent(url)) !== 'dispatched') click.preventDefault();
    },
    open: (click) => {
      if (this.#app.open((click.currentTarget as HTMLAnchorElement).href)) click.preventDefault();
    },
    redraw: () => this.requestUpdate(),
    retry: () => void this.#fees.client.refresh(({ failure, fetching }) => !!failure && !fetching),
  };

  constructor() {
    super();
    new RenderingController(this);
    new PageLifecycleController(this, {
      refresh: (which) => void this.#fees.client.refresh(which),
      isAway: () => this.#payment.isAway,
    });
  }

  /** The settings with an invalid value, and why. Empty if there are none. */
  get problems(): readonly Problem[] {
    return this.#configuration.current.problems;
  }

  /** The debts as they are shown now, with amounts in øre. The object is frozen. */
  get overview(): Overview {
    const { switchDate, previewDate } = this.#settings;
    const today = previewDate ?? dayInCopenhagen(now());
    return this.#overviewOf(this.#fees.client.answers, today, switchDate);
  }

  /** A promise that resolves when all changes have been rendered. */
  override get updateComplete(): Promise<boolean> {
    return super.updateComplete;
  }

  /** Requests the debts again. The debts that are shown stay until the response. */
  async refresh(): Promise<void> {
    await this.updateComplete;
    await this.#fees.client.refresh();
    await this.updateComplete;
  }

  override attributeChangedCallback(): void {
    this.#configuration.invalidate();
  }

  /** Clears a shadow root that a server has declared. `RenderingController` adopts the styles. */
  protected override createRenderRoot(): ShadowRoot {
    return this.attachShadow({ mode: 'open' });
  }

  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('config')) this.#configuration.invalidate();
  }

  protected override render(): TemplateResult {
    const { overview } = this;
    const { current, locale } = this.#configuration;
    const { settings, problems } = current;
    return overviewView({
      ...this.#actions,
      ...this.#translatorOf(locale, current, overview.today),
      settings,
      problems,
      phase: phaseOn(overview.today, settings),
      overview,
      endpointStates: this.#fees.client.endpointStates,
      payment: this.#payment.state,
      selectedFeeIds: this.#payment.selectedFeeIds,
      titleCache: this.#titles.cache,
      now: now(),
    });
  }

  /** An error in a rendering must not become an error of the page. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      // Lit resets it only if an error is thrown while it renders.
      this.isUpdatePending = false;
      console.error('<ddb-debt-overview>', error);
    }
  }

  /** Resolves when every change is on screen, also those that an update has made. */
  protected override async getUpdateComplete(): Promise<boolean> {
    // Before it is first connected, an element has nothing to draw.
    while (this.isUpdatePending && (this.isConnected || this.hasUpdated)) {
      await super.getUpdateComplete();
    }
    return true;
  }

  get #settings(): Settings {
    return this.#configuration.current.settings;
  }

  #pay(debts: readonly Debt[], language: string): void {
    // A second click may come before the first has been drawn.
    if (isBusy(this.#payment.state)) return;
    const { channel, dibsPaymentUrl } = this.#settings;
    const feeIds = debts.map(({ feeId }) => feeId);
    const result = this.#app.dispatch(new DebtPayEvent(feeIds, sumOfDebts(debts), channel));
    if (result === 'cancelled') return;
    if (dibsPaymentUrl) this.#payment.pay(debts, language);
    else if (result === 'sent to app') this.#payment.delegateToApp(debts, language);
  }
}
