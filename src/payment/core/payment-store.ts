import { claimsOf, type Claim } from './claims.js';
import { reduce, type Action, type Effect } from './reducer.js';
import type { PaymentState } from './state.js';

/** A message of the store to the other tabs. */
export type ClaimMessage = { readonly claim: Claim } | { readonly released: string };

/** Side effects of the store. */
export interface StoreEffects extends Readonly<Record<Effect, () => void>> {
  now(): number;
  /** Stores the state for the tab's next page. Returns whether that succeeded. */
  persist(state: PaymentState): boolean;
  notifyTabs(message: ClaimMessage): void;
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

  /** Another tab has sent a claim. It may repeat one of an order of this tab that has ended. */
  receiveClaim(claim: Claim): void {
    if (this.state.ended.includes(claim.key)) this.#effects.notifyTabs({ released: claim.key });
    else this.dispatch({ type: 'claimReceived', claim });
  }

  /** A tab has just opened: it gets all claims, also those of tabs that are at the gateway and cannot answer. */
  announceAll(): void {
    for (const claim of [...claimsOf(this.state), ...this.state.otherClaims]) {
      this.#effects.notifyTabs({ claim });
    }
  }

  #endedIn(state: PaymentState): readonly string[] {
    const ended = new Set(state.ended);
    for (const { key } of this.#announced) ended.add(key);
    for (const { key } of claimsOf(state)) ended.delete(key);
    return [...ended];
  }

  #announceChanges(): void {
    const before = this.#announced;
    const known = before.map((claim) => JSON.stringify(claim));
    this.#announced = claimsOf(this.state);
    for (const claim of this.#announced) {
      if (!known.includes(JSON.stringify(claim))) this.#effects.notifyTabs({ claim });
    }
    for (const { key } of before) {
      if (this.state.ended.includes(key)) this.#effects.notifyTabs({ released: key });
    }
  }
}
