import { endOf, feeIdsOf, isSent, type Order } from './order.js';
import { ACCEPTED_LIFETIME, ORDER_LIFETIME, type PaymentState } from './state.js';

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

export const lockOf = ({ afterPatronChange, inProgress }: Claim): Lock =>
  afterPatronChange ?? (inProgress ? 'paying' : 'registering');

/** A claim lasts at most its lifetime from now: the clock may have been put back since it was made. */
export const limitClaim = (now: number, claim: Claim): Claim => ({
  ...claim,
  until: Math.min(claim.until, now + (lockOf(claim) === 'paying' ? ORDER_LIFETIME : ACCEPTED_LIFETIME)),
});

const claimOf = (order: Order, claim: Pick<Claim, 'feeIds' | 'until' | 'inProgress'>): Claim => ({
  ...claim,
  key: order.key,
  sent: isSent(order),
  failed: feeIdsOf({ lines: order.lines.filter(({ failed }) => failed) }),
});

/** The claims that this tab announces: its own orders, and the locks of earlier patrons. */
export function claimsOf({ current, accepted, otherClaims }: PaymentState): readonly Claim[] {
  const claims = [
    ...otherClaims.filter(({ afterPatronChange }) => afterPatronChange),
    ...accepted.map(({ order, at, pending: feeIds }) =>
      claimOf(order, { feeIds, until: at + ACCEPTED_LIFETIME, inProgress: false }),
    ),
  ];
  if (current.is === 'idle' || current.is === 'requested') return claims;
  const { order } = current;
  return [...claims, claimOf(order, { feeIds: feeIdsOf(order), until: endOf(order), inProgress: true })];
}
