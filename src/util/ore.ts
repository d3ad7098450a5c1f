declare const brand: unique symbol;

/** An amount of money in øre, an integer. */
export type Ore = number & { readonly [brand]: 'Ore' };

/** 100,000,000 kr. No debt is larger, and a sum of many such amounts is still exact. */
const LARGEST = 1e10;

/**
 * Converts kroner, as a JSON number, to øre: `0.1 + 0.2` is 30, `2.56` is 256 (CONTRACT 3.4).
 * `undefined` where `kroner` is no number, is negative, has a fraction of an øre, or is too large.
 */
export function oreFromKroner(kroner: unknown): Ore | undefined {
  if (typeof kroner !== 'number') return undefined;
  const ore = Math.round(kroner * 100);
  // A thousandth of an øre is larger than the error of a float and smaller than any real amount.
  return ore >= 0 && ore <= LARGEST && Math.abs(kroner * 100 - ore) < 0.001 ? ((ore || 0) as Ore) : undefined;
}

export const sumOf = (amounts: Iterable<Ore>): Ore => {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum as Ore;
};

/** The sum of amounts, or nothing if one of them is not known. */
export const totalOf = (amounts: readonly (Ore | undefined)[]): Ore | undefined =>
  amounts.includes(undefined) ? undefined : sumOf(amounts as readonly Ore[]);
