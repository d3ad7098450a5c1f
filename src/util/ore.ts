declare const brand: unique symbol;

/** An amount of money in øre, an integer. */
export type Ore = number & { readonly [brand]: 'Ore' };

/** 100,000,000 kr.: no library asks for more, and sums of as many as an answer can hold stay exact. */
const LARGEST = 1e10;

/**
 * Kroner as JSON has them, in øre: `0.1 + 0.2` is 30, `2.56` is 256 (CONTRACT 3.4).
 * Nothing where `kroner` is no number, is negative, has parts of an øre, or is beyond belief.
 */
export function oreFromKroner(kroner: unknown): Ore | undefined {
  if (typeof kroner !== 'number') return undefined;
  const ore = Math.round(kroner * 100);
  // A thousandth of an øre is more than the float's own error and less than any real amount.
  return ore >= 0 && ore <= LARGEST && Math.abs(kroner * 100 - ore) < 0.001
    ? ((ore || 0) as Ore)
    : undefined;
}

export const sumOf = (amounts: Iterable<Ore>): Ore => {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum as Ore;
};
