import { LitElement, type PropertyDeclaration, type PropertyDeclarations } from 'lit';
import { flag } from './config/setting-types.js';
import { attributeOf, SETTING_NAMES, SETTINGS, type SettingName } from './config/settings.js';

/** The properties of an element that have an attribute, for wrappers in frameworks. */
export type SettingProperties = Pick<SettingsElement, Exclude<SettingName, 'lang'>>;

/** The attribute of each setting. `lang` has an accessor in every element. */
const settings: PropertyDeclarations = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, { attribute: attributeOf(name), noAccessor: name === 'lang' }]),
);

/**
 * A LitElement with a property for each setting. The value is kept in the attribute, as in the platform's own elements, so
 * that property and attribute always have the same value, not only after an update.
 */
export class SettingsElement extends LitElement {
  /**
   * The URL of the endpoint that returns the debts of both systems. It is requested exactly as written.
   * @attr fees-url
   */
  declare feesUrl: string | null;
  /**
   * The URL of the endpoint that returns the debts of the old system. It is used instead of `fees-url` for these debts.
   * @attr dibs-fees-url
   */
  declare dibsFeesUrl: string | null;
  /**
   * The URL of the endpoint that returns the debts of the new system. It is used instead of `fees-url` for these debts.
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
   * The first day on which the library uses the new system, as `YYYY-MM-DD`. Without it, the library already uses the
   * new system.
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
   * The URL of the endpoint that starts a payment of debts in the old system. Without it, a web page shows a sentence
   * instead of the pay button, and in an app, the app starts the payment.
   * @attr dibs-payment-url
   */
  declare dibsPaymentUrl: string | null;
  /**
   * The origins and app links (`https://pay.example mobilepay:`) that a payment may send the browser to, separated
   * by spaces. Without it, only the origin of `dibs-payment-url` is allowed.
   * @attr payment-origins
   */
  declare paymentOrigins: string | null;
  /**
   * Whether debts in the old system can be paid with MobilePay in the app. It has no effect on a web page.
   * @attr mobilepay
   */
  declare mobilepay: boolean;
  /**
   * Whether the patron chooses which debts to pay (`any`) or pays all of them at once (`all`). The default is `any`
   * on a web page and `all` in an app.
   * @attr {'any' | 'all'} selection
   */
  declare selection: string | null;
  /**
   * The URL of the site where debts in the new system are paid, always `https:` and absolute. Without it, a
   * sentence is shown instead of the link.
   * @attr oir-payment-url
   */
  declare oirPaymentUrl: string | null;
  /**
   * The name of the site where debts in the new system are paid. Without it, the texts say "the municipality's
   * payment site" (Danish: "kommunens betalingsside").
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
   * The URL of a page that says how to contact the library, or a `tel:` or `mailto:` URL. Without it, there is no link.
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
   * The URL of the page with the whole overview, which the one line links to. Without it, the line is not a link.
   * @attr overview-url
   */
  declare overviewUrl: string | null;
  /**
   * The URL of the FBI API (the API of the Danish library catalogue), or of a proxy of it. It returns the titles of what
   * a debt is for. Without it, debts have no titles.
   * @attr fbi-url
   */
  declare fbiUrl: string | null;
  /**
   * The day of a preview, as `YYYY-MM-DD`. Everything is shown as it will be on that day, and no payment can start.
   * Without it, the element shows today.
   * @attr preview-date
   */
  declare previewDate: string | null;
  /**
   * The language of the element, as a language tag. Without it, the nearest `lang` of an ancestor applies, or else Danish.
   * @attr lang
   */
  declare lang: string;

  static override get properties(): PropertyDeclarations {
    return settings;
  }

  /** @protected */
  static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    options: PropertyDeclaration,
  ): PropertyDescriptor | undefined {
    const attribute = options.attribute as string;
    if (!attribute) return super.getPropertyDescriptor(name, key, options);
    const isFlag = SETTINGS[name as SettingName] === flag;
    return {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return isFlag ? this.hasAttribute(attribute) : this.getAttribute(attribute);
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined || value === false) {
          this.removeAttribute(attribute);
        } else this.setAttribute(attribute, value === true ? '' : String(value));
      },
    };
  }
}
