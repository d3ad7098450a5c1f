const format = new Intl.NumberFormat('da-DK', { style: 'currency', currency: 'DKK' });

/** @param ore as every amount in a message */
export const kroner = (ore: number): string => format.format(ore / 100);
