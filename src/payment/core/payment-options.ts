import type { Phase } from '../../config/phase.js';
import type { Settings } from '../../config/settings.js';
import type { Debt } from '../../debts/debt.js';
import type { SystemOverview } from '../../debts/overview.js';
import { sumOf, type Ore } from '../../util/ore.js';
import type { Lock } from './claims.js';
import { claimedLocksAt, openOrderAt, otherTabClaimAt, requestedFeeIds } from './selectors.js';
import type { PaymentState } from './state.js';

/** What the patron can do about the debts of one system (CONTRACT 5). */
export type PaymentOption =
  | {
      readonly is: 'pay';
      readonly by: 'site' | 'mobilepay';
      /** The debts that can be paid now. */
      readonly debts: readonly Debt[];
      /** The patron can select single debts. */
      readonly choice: boolean;
    }
  | { readonly is: 'go'; readonly url: string }
  | {
      readonly is: 'none';
      readonly because: 'dibs.unavailable' | 'dibs.ended' | 'dibs.app' | 'dibs.locked' | 'oir.noSite';
      readonly variant?: 'registering';
    }
  /** A payment is in progress, here or in another tab: until it ends, no other can start (CONTRACT 6). */
  | { readonly is: 'inProgress' };

/** The debts that cannot be selected (CONTRACT 6), by fee id. A failed payment locks nothing. */
export function locksOfDebts(debts: readonly Debt[], state: PaymentState, now: number): ReadonlyMap<string, Lock> {
  const locks = new Map(claimedLocksAt(state, now));
  const requested = requestedFeeIds(state);
  for (const { feeId, paymentStatus } of debts) {
    if (paymentStatus === 'completed' || paymentStatus === 'pending') {
      locks.set(feeId, 'registering');
    } else if (paymentStatus === 'reserved' && !locks.has(feeId) && !requested.includes(feeId)) {
      locks.set(feeId, 'paying');
    }
  }
  return locks;
}

/** @param now in milliseconds since 1970 */
export function paymentOption(
  { system, debts }: Pick<SystemOverview, 'system' | 'debts'>,
  phase: Phase,
  { channel, dibsPaymentUrl, mobilepay, oirPaymentUrl, selection }: Settings,
  state: PaymentState,
  now: number,
): PaymentOption {
  if (system === 'oir') {
    return oirPaymentUrl ? { is: 'go', url: oirPaymentUrl } : { is: 'none', because: 'oir.noSite' };
  }
  if (phase === 'after') return { is: 'none', because: 'dibs.ended' };
  const payable = debts.filter(({ payableByClient }) => payableByClient);
  const app = channel === 'app';
  if (app && !mobilepay) return { is: 'none', because: 'dibs.app' };
  if (!payable.length || (!app && !dibsPaymentUrl)) {
    return { is: 'none', because: 'dibs.unavailable' };
  }
  if (openOrderAt(state, now) || otherTabClaimAt(state, now)) {
    return { is: 'inProgress' };
  }
  const locks = locksOfDebts(payable, state, now);
  const free = payable.filter(({ feeId }) => !locks.has(feeId));
  if (!free.length) {
    const registering = payable.every(({ feeId }) => locks.get(feeId) === 'registering');
    return { is: 'none', because: 'dibs.locked', ...(registering && { variant: 'registering' }) };
  }
  return {
    is: 'pay',
    by: app ? 'mobilepay' : 'site',
    debts: free,
    choice: selection === 'any' && free.length > 1,
  };
}

/** The sum of these debts in øre. */
export const sumOfDebts = (debts: readonly Debt[]): Ore => sumOf(debts.map(({ amount }) => amount));
