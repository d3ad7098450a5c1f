import { step, type Happening } from './step.js';
import { claimsOf, type Claim, type Till } from './till.js';

/** What a keeper has hands for. */
export interface Hands {
  now(): number;
  /** Writes it down for this tab's next page; answers whether it could. */
  remember(till: Till): boolean;
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
export class TillKeeper {
  till: Till;
  readonly #hands: Hands;
  /** Own claims as the other tabs know them: also those that an earlier page of this tab has told of. */
  #claims: readonly Claim[];

  constructor(till: Till, hands: Hands) {
    this.till = till;
    this.#hands = hands;
    const { current } = till;
    // A page that went while it asked had claimed what it asked for.
    this.#claims = claimsOf(
      current.is === 'asked' ? { ...till, current: { ...current, is: 'starting' } } : till,
    );
  }

  happen(happening: Happening): void {
    const hands = this.#hands;
    const { till, deed } = step(this.till, happening, hands.now());
    this.till = { ...till, ended: this.#endedBy(till) };
    const remembered = hands.remember(this.till);
    if (!remembered && (deed === 'ask' || deed === 'go')) return this.happen({ is: 'forgotten' });
    this.tell();
    if (deed) hands[deed]();
    hands.show();
  }

  #endedBy(till: Till): readonly string[] {
    const ended = new Set(till.ended);
    for (const { key } of this.#claims) ended.add(key);
    for (const { key } of claimsOf(till)) ended.delete(key);
    return [...ended];
  }

  /** Another tab claims something. That it passes on of an order of this tab that has ended is put right. */
  hear(claim: Claim): void {
    if (this.till.ended.includes(claim.key)) this.#hands.tellOthers({ released: claim.key });
    else this.happen({ is: 'heard', claim });
  }

  /** Tells the other tabs what they do not know of this one. */
  tell(): void {
    const known = this.#claims;
    this.#claims = claimsOf(this.till);
    const written = known.map((claim) => JSON.stringify(claim));
    for (const claim of this.#claims) {
      if (!written.includes(JSON.stringify(claim))) this.#hands.tellOthers({ claim });
    }
    for (const { key } of known) {
      if (this.till.ended.includes(key)) this.#hands.tellOthers({ released: key });
    }
  }

  /** Tells everything, to a tab that has just come; also of those that are away and cannot tell it themselves. */
  tellAll(): void {
    for (const claim of [...claimsOf(this.till), ...this.till.others]) {
      this.#hands.tellOthers({ claim });
    }
  }
}
