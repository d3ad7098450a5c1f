import type { Phase } from '../../config/phase.js';
import type { Settings } from '../../config/settings.js';
import type { Debt } from '../../debts/debt.js';
import type { SystemOverview } from '../../debts/overview.js';
import { sumOf, type Ore } from '../../util/ore.js';
import {
  requestedFeeIds,
  otherTabClaimAt,
  locksAt,
  openOrderAt,
  resumingOrder,
  type Lock,
  type PaymentState,
} from './state.js';

/** What a patron can do about the debts in one system (CONTRACT 5): pay, go, or read what to do instead. */
export type PaymentOption =
  | {
      readonly is: 'pay';
      readonly by: 'site' | 'mobilepay';
      /** Exactly these can be paid now. */
      readonly debts: readonly Debt[];
      /** Single ones can be picked. */
      readonly choice: boolean;
    }
  | { readonly is: 'go'; readonly url: string }
  | {
      readonly is: 'none';
      readonly because:
        'dibs.unavailable' | 'dibs.ended' | 'dibs.app' | 'dibs.locked' | 'oir.noSite';
      readonly variant?: 'registering';
    }
  /** A payment is under way, here or in another tab; nothing else is paid until it has ended (CONTRACT 6). */
  | { readonly is: 'under way' };

/** The debts that are locked, by this tab, another one, or the host; a failed payment locks nothing. By id. */
export function locksOf(
  debts: readonly Debt[],
  till: PaymentState,
  now: number,
): ReadonlyMap<string, Lock> {
  const locks = new Map(locksAt(till, now));
  const asked = requestedFeeIds(till);
  for (const { feeId, paymentStatus } of debts) {
    if (paymentStatus === 'completed' || paymentStatus === 'pending')
      locks.set(feeId, 'registering');
    else if (paymentStatus === 'reserved' && !locks.has(feeId) && !asked.includes(feeId)) {
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
  till: PaymentState,
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
  if (openOrderAt(till, now) || resumingOrder(till) || otherTabClaimAt(till, now))
    return { is: 'under way' };
  const locks = locksOf(payable, till, now);
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

/** What these debts come to, in øre. */
export const sumOfDebts = (debts: readonly Debt[]): Ore => sumOf(debts.map(({ amount }) => amount));
