import { delay } from 'msw';
import type { DdbDebtOverview } from '../../src/index.js';
import { books, end, paidAt, placeOrder, type Order } from '../network/library.js';
import { tellOverview, type Message } from './bridge.js';
import { kroner } from './kroner.js';
import { currentLogin } from './login.js';
import { note } from './message-log.js';
import { say } from './notice.js';
import { payOrder } from './payment-app.js';
import { cover } from './sheets.js';
import { showSite } from './site-sheet.js';
import type { Switches } from './switches.js';

/** The app around the overview: what a real one does in Kotlin or Swift, message by message. */
export class NativeApp {
  readonly #overview: DdbDebtOverview;
  readonly #switches: Switches;

  constructor(overview: DdbDebtOverview, switches: Switches) {
    this.#overview = overview;
    this.#switches = switches;
  }

  hear(message: Message): void {
    if (message.type === 'ddb-debt-token') void this.#answerToken(message);
    else if (message.type === 'ddb-debt-auth') void this.offerLogin();
    else if (message.type === 'ddb-debt-pay') void this.#pay(message);
    else if (message.type === 'ddb-debt-open') void this.#open(String(message.url));
    else if (message.type === 'ddb-debt-leave') void this.#leave(String(message.url));
    // The others are news: an app may keep a badge by ddb-debt-load, or give the overview its height.
  }

  /** Calls the element's own method, as an app does by `evaluateJavascript`. */
  refresh(): void {
    note('from app', { type: 'refresh()' });
    // Before the element is defined there is nothing to refresh.
    void this.#overview.refresh?.();
  }

  async offerLogin(): Promise<void> {
    const patron = await cover('login');
    if (patron) this.#switches.choose('patron', patron);
  }

  async #answerToken({ type, id, refused }: Message): Promise<void> {
    await delay(250);
    const login = currentLogin(refused === true);
    tellOverview({ type, id, token: login?.token ?? null, ...(login && { patron: login.patron }) });
  }

  /** With `dibs-payment-url` this is news only; without, the app has its own way to start a payment. */
  async #pay({ feeIds, amount }: Message): Promise<void> {
    if (this.#overview.hasAttribute('dibs-payment-url')) return;
    const asked = { feeIds, amount, returnUrl: location.href, channel: 'app' } as Omit<Order, 'id'>;
    const order = placeOrder(crypto.randomUUID(), asked);
    const ending = await payOrder(order, this.#switches);
    if (ending) end(order, ending);
    this.refresh();
    // The overview knows nothing of this payment; the receipt is the app's.
    if (ending === 'paid') void say(`Du har betalt ${kroner(order.amount)} med MobilePay.`);
  }

  async #open(url: string): Promise<void> {
    const order = Object.values(books().orders).find((one) => paidAt(one) === url);
    if (!order) return showSite(url);
    const ending = await payOrder(order, this.#switches);
    if (ending) this.#loadReturn(end(order, ending));
    else this.#comeToFront();
  }

  async #leave(url: string): Promise<void> {
    await showSite(url);
    this.#comeToFront();
  }

  /**
   * MobilePay gives the app the return address, and the app loads it in the webview. Only so does the overview learn how
   * the payment ended; that the app is in front again would only make it read. Here webview and page are one, so the page
   * goes there: library, login and messages are in sessionStorage, as the overview's order is.
   */
  #loadReturn(url: string): void {
    note('from app', { type: 'load', url });
    location.assign(url);
  }

  /**
   * The patron comes back without having ended anything. The page was never hidden, and cannot say that it was; but what
   * the overview hears is true: it is seen now.
   */
  #comeToFront(): void {
    document.dispatchEvent(new Event('visibilitychange'));
  }
}
