import { LitElement, type PropertyDeclaration, type PropertyDeclarations } from 'lit';
import { attributeOf, SETTING_NAMES, SETTINGS, type SettingName } from './config/settings.js';

/** The properties of an element that have an attribute, for wrappers in frameworks. */
export type SettingProperties = Pick<SettingsElement, Exclude<SettingName, 'lang'>>;

/** Every setting but `lang`, which is a property of all elements. */
const settings: PropertyDeclarations = Object.fromEntries(
  SETTING_NAMES.filter((name) => name !== 'lang').map((name) => [
    name,
    {
      attribute: attributeOf(name),
      reflect: true,
      type: SETTINGS[name] === SETTINGS.mobilepay ? Boolean : String,
    },
  ]),
);

/**
 * A LitElement with a property for each setting. Its value is kept in the attribute, as in the platform's own elements,
 * so that property and attribute agree at any time, not only after an update.
 */
export class SettingsElement extends LitElement {
  /** One endpoint that answers the debts of both systems. It is fetched exactly as written. @attr {URL} fees-url */
  declare feesUrl: string | null;
  /** The old system's own endpoint, in place of `fees-url`. @attr {URL} dibs-fees-url */
  declare dibsFeesUrl: string | null;
  /** The new system's own endpoint, in place of `fees-url`. @attr {URL} oir-fees-url */
  declare oirFeesUrl: string | null;
  /** The credentials mode of requests for debts. @attr {'omit'|'same-origin'|'include'} [credentials=same-origin] */
  declare credentials: string | null;
  /** The systems that the library shows. @attr {'both'|'dibs'|'oir'} [systems=both] */
  declare systems: string | null;
  /** A web page, or an app's webview. @attr {'cms'|'app'} [channel=cms] */
  declare channel: string | null;
  /** The day the library changes to the new system. @attr {YYYY-MM-DD} switch-date */
  declare switchDate: string | null;
  /** The first day on which old debts can no longer be paid here. @attr {YYYY-MM-DD} dibs-end-date */
  declare dibsEndDate: string | null;
  /** Starts a payment here. Without it there is no pay button. @attr {URL} dibs-payment-url */
  declare dibsPaymentUrl: string | null;
  /** The origins and app links that a payment may open. @attr {origins} payment-origins */
  declare paymentOrigins: string | null;
  /** The municipality has bought MobilePay in the app. @attr {boolean} mobilepay */
  declare mobilepay: boolean;
  /** Whether single debts can be selected for payment. @attr {'any'|'all'} selection */
  declare selection: string | null;
  /** The municipality's payment site. Without it there is a text in place of the link. @attr {https URL} oir-payment-url */
  declare oirPaymentUrl: string | null;
  /** The name of the payment site. @attr {text} oir-payment-name */
  declare oirPaymentName: string | null;
  /** The hours until a payment on the payment site is shown here. @attr {number} [registration-hours=72] */
  declare registrationHours: string | number | null;
  /** The terms of payment. @attr {URL} terms-url */
  declare termsUrl: string | null;
  /** The library's rates. @attr {URL} rates-url */
  declare ratesUrl: string | null;
  /** How to contact the library. @attr {URL} help-url */
  declare helpUrl: string | null;
  /** The level of the widget's heading. Sections are one level below. @attr {1-6} [heading-level=2] */
  declare headingLevel: string | number | null;
  /** The whole overview, or a summary in one line. @attr {'full'|'summary'} [view=full] */
  declare view: string | null;
  /** Where the summary leads. @attr {URL} overview-url */
  declare overviewUrl: string | null;
  /** The FBI API, for the titles of what the debts are for. @attr {URL} fbi-url */
  declare fbiUrl: string | null;
  /** Shows everything as on that day. No payment can be started. @attr {YYYY-MM-DD} preview-date */
  declare previewDate: string | null;

  static override get properties(): PropertyDeclarations {
    return settings;
  }

  static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    options: PropertyDeclaration,
  ): PropertyDescriptor | undefined {
    const { attribute, reflect, type } = options;
    if (!reflect) return super.getPropertyDescriptor(name, key, options);
    const attributeName = attribute as string;
    return {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return type === Boolean
          ? this.hasAttribute(attributeName)
          : this.getAttribute(attributeName);
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined || value === false) {
          this.removeAttribute(attributeName);
        } else if (value === true) this.toggleAttribute(attributeName, true);
        else if (this.getAttribute(attributeName) !== String(value)) {
          this.setAttribute(attributeName, String(value));
        }
      },
    };
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }
}
