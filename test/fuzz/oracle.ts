/**
 * What the contract says of one entry, implemented independently of src: amounts by their decimals, not
 * by rounding.
 */
export type Verdict =
  | { readonly is: 'nothing' }
  | { readonly is: 'debt'; readonly id: string; readonly ore: bigint }
  | { readonly is: 'unreadable' };

/** Øre of an amount that is exact to the øre in decimals; otherwise undefined. */
function oreOf(amount: unknown): bigint | undefined {
  // 0.3 - 0.1 - 0.2 is slightly below zero, and counts as zero.
  if (typeof amount !== 'number' || !Number.isFinite(amount) || amount <= -1e-5) return undefined;
  if (amount > 1e8) return undefined;
  // Less than a thousandth of an øre is the rounding error of a sum of doubles.
  const [whole = '', cents = ''] = amount.toFixed(9).split('.');
  const rounded = BigInt(whole + cents);
  const ore = (rounded + 5_000_000n) / 10_000_000n;
  const error = rounded - ore * 10_000_000n;
  return error > -10_000n && error < 10_000n ? ore : undefined;
}

const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Copenhagen' });

const isNone = (date: unknown): boolean =>
  date === null || date === undefined || (typeof date === 'string' && !date.trim());

/** It begins with a date of the calendar that has been. */
function isPast(date: unknown): boolean {
  const [, day = ''] = (typeof date === 'string' && /^\s*(\d{4}-\d\d-\d\d)/.exec(date)) || [];
  const at = new Date(day);
  return !!+at && at.toISOString().startsWith(day) && day > '1980-01-01' && day <= today;
}

export function verdictOn(entry: unknown): Verdict {
  if (typeof entry !== 'object' || entry === null) return { is: 'unreadable' };
  const { feeId, amount, paidDate } = entry as Record<string, unknown>;
  const ore = oreOf(amount);
  if (isPast(paidDate) || ore === 0n) return { is: 'nothing' };
  const id =
    typeof feeId === 'number'
      ? Number.isSafeInteger(feeId) && String(feeId)
      : typeof feeId === 'string' && feeId.trim();
  return id && ore && isNone(paidDate) ? { is: 'debt', id, ore } : { is: 'unreadable' };
}
