import { delay } from 'msw';
import type { DdbDebtOverview } from '../../src/index.js';
import {
  libraryState,
  completePayment,
  paymentUrl,
  placeOrder,
  type Order,
} from '../network/library.js';
import { sendToOverview, type Message } from './bridge.js';
import { kroner } from './kroner.js';
import { currentLogin } from './login.js';
import { logMessage } from './message-log.js';
import { showNotice } from './notice.js';
import { payOrder } from './payment-app.js';
import { showSheet } from './sheets.js';
import { showSite } from './site-sheet.js';
import type { Switches } from './switches.js';

/** The app around the overview. A real app does the same in Kotlin or Swift. */
export class NativeApp {
  readonly #overview: DdbDebtOverview;
  readonly #switches: Switches;

  constructor(overview: DdbDebtOverview, switches: Switches) {
    this.#overview = overview;
    this.#switches = switches;
  }

  onMessage(message: Message): void {
    if (message.type === 'ddb-debt-token') void this.#answerToken(message);
    else if (message.type === 'ddb-debt-auth') void this.offerLogin();
    else if (message.type === 'ddb-debt-pay') void this.#pay(message);
    else if (message.type === 'ddb-debt-open') void this.#open(String(message.url));
    else if (message.type === 'ddb-debt-leave') void this.#leave(String(message.url));
    // The others need no reply. An app can use ddb-debt-load for a badge, and ddb-debt-resize for the height.
  }

  /** Calls the element's own method, as an app does by `evaluateJavascript`. */
  refresh(): void {
    logMessage('from app', { type: 'refresh()' });
    // The method is missing until the element is defined.
    void this.#overview.refresh?.();
  }

  async offerLogin(): Promise<void> {
    const patron = await showSheet('login');
    if (patron) this.#switches.choose('patron', patron);
  }

  async #answerToken({ type, id, refused }: Message): Promise<void> {
    await delay(250);
    const login = currentLogin(refused === true);
    sendToOverview({
      type,
      id,
      token: login?.token ?? null,
      ...(login && { patron: login.patron }),
    });
  }

  /** Starts a payment, unless `dibs-payment-url` is set: then the overview starts it. */
  async #pay({ feeIds, amount }: Message): Promise<void> {
    if (this.#overview.hasAttribute('dibs-payment-url')) return;
    const request = { feeIds, amount, returnUrl: location.href, channel: 'app' } as Omit<
      Order,
      'id'
    >;
    const order = placeOrder(crypto.randomUUID(), request);
    const outcome = await payOrder(order, this.#switches);
    if (outcome) completePayment(order, outcome);
    this.refresh();
    // The overview does not know about this payment, so the app shows the receipt.
    if (outcome === 'paid') void showNotice(`Du har betalt ${kroner(order.amount)} med MobilePay.`);
  }

  async #open(url: string): Promise<void> {
    const order = Object.values(libraryState().orders).find((one) => paymentUrl(one) === url);
    if (!order) return showSite(url);
    const outcome = await payOrder(order, this.#switches);
    if (outcome) this.#loadReturn(completePayment(order, outcome));
    else this.#comeToFront();
  }

  async #leave(url: string): Promise<void> {
    await showSite(url);
    this.#comeToFront();
  }

  /**
   * Loads the return URL in the webview, as an app does when MobilePay returns to it. The overview learns the outcome from
   * the URL; bringing the app to the front only refreshes the debts. Here the page itself stands for the webview. The
   * library, the log and the overview's order are in sessionStorage, so they survive the navigation.
   */
  #loadReturn(url: string): void {
    logMessage('from app', { type: 'load', url });
    location.assign(url);
  }

  /**
   * The patron returned without completing anything. The page was never hidden, so the event that the browser would
   * dispatch is dispatched here.
   */
  #comeToFront(): void {
    document.dispatchEvent(new Event('visibilitychange'));
  }
}
