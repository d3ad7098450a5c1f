import type { Phase } from '../config/phase.js';
import type { Settings } from '../config/settings.js';
import type { Debt } from '../debts/debt.js';
import type { SystemOverview } from '../debts/overview.js';
import { sumOf, type Ore } from '../units/ore.js';
import { elsewhereAt, locksAt, openAt, type Till } from './till.js';

/** What a patron can do about the debts in one system (CONTRACT 5): pay, go, or read what to do instead. */
export type WayToPay =
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
    }
  /** A payment is under way, here or in another tab; nothing else is paid until it has ended (CONTRACT 6). */
  | { readonly is: 'under way' };

/** Why a debt cannot be chosen: it is being paid, or is paid and being registered (CONTRACT 6). */
export type Lock = 'paying' | 'registering';

/** Which debts are locked, by this tab, another one, or the host. A failed payment locks nothing. */
export function lockOf(
  { feeId, paymentStatus }: Debt,
  locks: ReadonlyMap<string, Lock>,
): Lock | undefined {
  if (paymentStatus === 'completed' || paymentStatus === 'pending') return 'registering';
  return locks.get(feeId) ?? (paymentStatus === 'reserved' ? 'paying' : undefined);
}

/** @param now in milliseconds since 1970 */
export function wayToPay(
  { system, debts }: Pick<SystemOverview, 'system' | 'debts'>,
  phase: Phase,
  { channel, dibsPaymentUrl, mobilepay, oirPaymentUrl, selection }: Settings,
  till: Till,
  now: number,
): WayToPay {
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
  if (openAt(till, now) || elsewhereAt(till, now)) return { is: 'under way' };
  const locks = locksAt(till, now);
  const free = payable.filter((debt) => !lockOf(debt, locks));
  if (!free.length) return { is: 'none', because: 'dibs.locked' };
  return {
    is: 'pay',
    by: app ? 'mobilepay' : 'site',
    debts: free,
    choice: selection === 'any' && free.length > 1,
  };
}

/** What these debts come to, in øre. */
export const sumOfDebts = (debts: readonly Debt[]): Ore => sumOf(debts.map(({ amount }) => amount));
