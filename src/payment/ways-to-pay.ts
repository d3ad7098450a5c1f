import type { Phase } from '../config/phase.js';
import type { Settings } from '../config/settings.js';
import type { Debt } from '../debts/debt.js';
import type { SystemOverview } from '../debts/overview.js';
import { sumOf, type Ore } from '../units/ore.js';

/** What a patron can do about the debts in one system (CONTRACT 5): pay, go, or read what to do instead. */
export type WayToPay =
  | {
      readonly is: 'pay';
      readonly by: 'site' | 'mobilepay';
      /** Exactly these are paid. */
      readonly debts: readonly Debt[];
      /** Their sum, in øre. */
      readonly amount: Ore;
    }
  | { readonly is: 'go'; readonly url: string }
  | {
      readonly is: 'none';
      readonly because: 'dibs.unavailable' | 'dibs.ended' | 'dibs.app' | 'oir.noSite';
    };

export function wayToPay(
  { system, debts }: Pick<SystemOverview, 'system' | 'debts'>,
  phase: Phase,
  { channel, dibsPaymentUrl, mobilepay, oirPaymentUrl }: Settings,
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
  return {
    is: 'pay',
    by: app ? 'mobilepay' : 'site',
    debts: payable,
    amount: sumOf(payable.map(({ amount }) => amount)),
  };
}
