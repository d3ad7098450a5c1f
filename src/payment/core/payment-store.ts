import { reduce, type Action } from './reducer.js';
import { claimsOf, type Claim, type PaymentState } from './state.js';

/** What a keeper has hands for. */
export interface StoreEffects {
  now(): number;
  /** Writes it down for this tab's next page; answers whether it could. */
  remember(till: PaymentState): boolean;
  tellOthers(message: { readonly claim: Claim } | { readonly released: string }): void;
  ask(): void;
  go(): void;
  read(): void;
  /** The till has changed. */
  show(): void;
}

/**
 * Keeps a till: whatever happens, it is first written down, then the other tabs are told, and then it is done. So
 * nothing is asked for that would be forgotten in a crash, and nobody is sent to pay what another tab has not heard of.
 */
export class PaymentStore {
  state: PaymentState;
  readonly #hands: StoreEffects;
  /** Own claims as the other tabs know them: also those that an earlier page of this tab has told of. */
  #claims: readonly Claim[];

  constructor(till: PaymentState, hands: StoreEffects) {
    this.state = till;
    this.#hands = hands;
    const { current } = till;
    // A page that went while it asked had claimed what it asked for.
    this.#claims = claimsOf(
      current.is === 'asked' ? { ...till, current: { ...current, is: 'starting' } } : till,
    );
  }

  dispatch(happening: Action): void {
    const hands = this.#hands;
    const { state: till, effect: deed } = reduce(this.state, happening, hands.now());
    this.state = { ...till, ended: this.#endedBy(till) };
    const remembered = hands.remember(this.state);
    if (!remembered && (deed === 'ask' || deed === 'go')) return this.dispatch({ is: 'forgotten' });
    this.tell();
    if (deed) hands[deed]();
    hands.show();
  }

  #endedBy(till: PaymentState): readonly string[] {
    const ended = new Set(till.ended);
    for (const { key } of this.#claims) ended.add(key);
    for (const { key } of claimsOf(till)) ended.delete(key);
    return [...ended];
  }

  /** Another tab claims something. That it passes on of an order of this tab that has ended is put right. */
  hear(claim: Claim): void {
    if (this.state.ended.includes(claim.key)) this.#hands.tellOthers({ released: claim.key });
    else this.dispatch({ is: 'heard', claim });
  }

  /** Tells the other tabs what they do not know of this one. */
  tell(): void {
    const known = this.#claims;
    this.#claims = claimsOf(this.state);
    const written = known.map((claim) => JSON.stringify(claim));
    for (const claim of this.#claims) {
      if (!written.includes(JSON.stringify(claim))) this.#hands.tellOthers({ claim });
    }
    for (const { key } of known) {
      if (this.state.ended.includes(key)) this.#hands.tellOthers({ released: key });
    }
  }

  /** Tells everything, to a tab that has just come; also of those that are away and cannot tell it themselves. */
  tellAll(): void {
    for (const claim of [...claimsOf(this.state), ...this.state.otherClaims]) {
      this.#hands.tellOthers({ claim });
    }
  }
}
