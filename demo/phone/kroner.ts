const format = new Intl.NumberFormat('da-DK', { style: 'currency', currency: 'DKK' });

/** @param ore an amount in øre, as in every message */
export const kroner = (ore: number): string => format.format(ore / 100);
