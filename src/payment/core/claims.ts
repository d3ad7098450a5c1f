import { endOf, feeIdsOf, isSent } from './order.js';
import { ACCEPTED_LIFETIME, ORDER_LIFETIME, ordersOf, type OrderEntry, type PaymentState } from './state.js';

/** Why a debt cannot be selected: it is being paid, or it is paid and being registered (CONTRACT 6). */
export type Lock = 'paying' | 'registering';

/** A message of one tab to the others: these debts are locked by one of its orders until a given time. */
export interface Claim {
  readonly key: string;
  readonly feeIds: readonly string[];
  /** When the claim ends, in milliseconds since 1970. */
  readonly until: number;
  /** The order is being paid, so no other payment can start. Otherwise it is paid, and only its debts are locked. */
  readonly inProgress: boolean;
  readonly sent: boolean;
  /** The debts that the list said had failed before the order was started. */
  readonly failed: readonly string[];
  /** The order of an earlier patron: its debts keep this lock, and nothing else is shown of it. */
  readonly afterPatronChange?: Lock | undefined;
  /** The order of another tab, which has or had another patron than this one: it locks its debts, and nothing else. */
  readonly otherPatron?: boolean | undefined;
}

/** While another tab has such a claim, no payment can start here. */
export const isBlocking = ({ inProgress, otherPatron }: Claim): boolean => inProgress && !otherPatron;

export const lockOfClaim = ({ afterPatronChange, inProgress }: Claim): Lock =>
  afterPatronChange ?? (inProgress ? 'paying' : 'registering');

/** A claim lasts at most its lifetime from now: the clock may have been put back since it was made. */
export const limitClaim = (now: number, claim: Claim): Claim => ({
  ...claim,
  until: Math.min(claim.until, now + (lockOfClaim(claim) === 'paying' ? ORDER_LIFETIME : ACCEPTED_LIFETIME)),
});

/** None where only debts were requested: nobody can have paid. */
function claimOf(entry: OrderEntry): Claim | [] {
  const { is, order } = entry;
  if (is === 'requested') return [];
  return {
    key: order.key,
    feeIds: is === 'accepted' ? entry.pending : feeIdsOf(order),
    until: is === 'accepted' ? entry.at + ACCEPTED_LIFETIME : endOf(order),
    inProgress: is !== 'accepted',
    sent: isSent(order),
    failed: feeIdsOf({ lines: order.lines.filter(({ failed }) => failed) }),
  };
}

/** The claims that this tab announces: its own orders, and the locks of earlier patrons. */
export const claimsOf = (state: PaymentState): readonly Claim[] => [
  ...state.otherClaims.filter(({ afterPatronChange }) => afterPatronChange),
  ...ordersOf(state).flatMap(claimOf),
];
