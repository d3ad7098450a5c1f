import { claimsOf, type Claim } from './claims.js';
import { reduce, type Action, type Effect } from './reducer.js';
import { isSent, type SentOrder } from './order.js';
import { ordersOf, type PaymentState, type ReturnedPayment } from './state.js';

/**
 * A message of one tab to the others. Its fields keep their meaning in later versions of the widget, so that tabs with
 * different versions do not start two payments.
 */
export interface TabMessage {
  /** A page has been opened, and needs the claims of the other tabs. */
  readonly hello?: boolean | undefined;
  readonly claim?: Claim | undefined;
  /** The claim is not the sender's own. */
  readonly relayed?: boolean | undefined;
  /** The key of an order of the sender that locks nothing any more. */
  readonly released?: string | undefined;
  /** That order can no longer be paid. Otherwise a copy of the tab may still be paying it. */
  readonly ended?: boolean | undefined;
  /** The browser returned to a tab that does not know the order. */
  readonly returned?: ReturnedPayment | undefined;
  /** The answer of a tab that knows it. */
  readonly order?: SentOrder | undefined;
}

/** Side effects of the store. */
export interface StoreEffects extends Readonly<Record<Effect, () => void>> {
  now(): number;
  /** Stores the state for the tab's next page. Returns whether that succeeded. */
  persist(state: PaymentState): boolean;
  notifyTabs(message: TabMessage): void;
  onChange(): void;
}

/** The claims that the other tabs know of. An earlier page of this tab may have claimed a requested order. */
const announcedBefore = (state: PaymentState): readonly Claim[] => {
  const { current } = state;
  return claimsOf(current.is === 'requested' ? { ...state, current: { ...current, is: 'starting' } } : state);
};

/**
 * Holds the payment state. Each new state is stored, then the other tabs are notified, then the effects run. So no
 * request is forgotten in a crash, and no browser leaves for the gateway before the other tabs know.
 */
export class PaymentStore {
  state: PaymentState;
  readonly #effects: StoreEffects;
  #announced: readonly Claim[];

  constructor(state: PaymentState, effects: StoreEffects, announced = announcedBefore(state)) {
    this.state = state;
    this.#effects = effects;
    this.#announced = announced;
  }

  dispatch(action: Action): void {
    const { state, effects } = reduce(this.state, action, this.#effects.now());
    this.state = { ...state, ended: this.#endedIn(state) };
    const stored = this.#effects.persist(this.state);
    if (!stored && effects.some((effect) => effect !== 'refreshFees')) {
      return this.dispatch({ type: 'storageFailed' });
    }
    this.#announceChanges();
    for (const effect of effects) this.#effects[effect]();
    this.#effects.onChange();
  }

  /** The page has been opened, perhaps with the result of a payment. */
  open(returned?: ReturnedPayment): void {
    if (returned) this.dispatch({ type: 'returned', ...returned });
    else this.dispatch({ type: 'timeElapsed' });
    this.#announceAll();
    if (returned && this.#unknown) this.#effects.notifyTabs({ returned });
    // Last: after `hello` the others would repeat claims that have just ended.
    this.#effects.notifyTabs({ hello: true });
  }

  receive({ hello, claim, relayed, released, ended, returned, order }: TabMessage): void {
    if (hello) this.#announceAll();
    else if (claim) {
      // It may repeat one of an order of this tab that has ended. A copy of the tab may have begun it again.
      const isEnded = (relayed || claim.afterPatronChange) && this.state.ended.includes(claim.key);
      if (isEnded) this.#effects.notifyTabs({ released: claim.key });
      else this.dispatch({ type: 'claimReceived', claim });
    } else if (released) {
      this.dispatch({ type: 'claimReleased', key: released, ended: !!ended });
      // A copy of this tab has given up what is still being paid here.
      this.#announce(claimsOf(this.state).filter(({ key }) => key === released));
    } else if (returned) {
      const known = ordersOf(this.state).find(({ order }) => order.id === returned.orderId)?.order;
      if (!known || !isSent(known)) return;
      // It is as if the browser had returned to this tab.
      this.dispatch({ type: 'returned', ...returned });
      this.#effects.notifyTabs({ order: { ...known, patron: undefined } });
    } else if (order && order.id === this.#unknown?.orderId) {
      this.dispatch({ type: 'returned', orderId: order.id, result: this.#unknown.result, order });
    }
  }

  get #unknown(): ReturnedPayment | undefined {
    return this.state.notices.find((notice) => notice.is === 'unknown');
  }

  #announce(claims: readonly Claim[]): void {
    for (const claim of claims) this.#effects.notifyTabs({ claim });
  }

  /** A tab has just opened: it gets all claims, also those of tabs that are at the gateway and cannot answer. */
  #announceAll(): void {
    this.#announce(claimsOf(this.state));
    for (const claim of this.state.otherClaims) {
      if (!claim.afterPatronChange) this.#effects.notifyTabs({ claim, relayed: true });
    }
  }

  #endedIn(state: PaymentState): readonly string[] {
    const claimed = [...claimsOf(state), ...state.otherClaims].map(({ key }) => key);
    const keys = new Set([...state.ended, ...this.#announced.map(({ key }) => key)]);
    return [...keys].filter((key) => !claimed.includes(key));
  }

  #announceChanges(): void {
    const { current, ended } = this.state;
    const before = this.#announced;
    this.#announced = claimsOf(this.state);
    const known = before.map((claim) => JSON.stringify(claim));
    this.#announce(this.#announced.filter((claim) => !known.includes(JSON.stringify(claim))));
    for (const { key, sent } of before.filter((claim) => ended.includes(claim.key))) {
      const isRequested = current.is === 'requested' && current.order.key === key;
      this.#effects.notifyTabs({ released: key, ended: sent && !isRequested });
    }
  }
}
