/** JSON has kroner as decimals, 192.56 or 0.3; sums are made of whole øre only. */
export const oreOf = (kroner) => Math.round(kroner * 100);

export const kronerOf = (ore) => ore / 100;

export const sumOf = (amounts) => [...amounts].reduce((sum, amount) => sum + amount, 0);

/** As people read it: `1.192,56 kr.` */
export const writtenOre = (ore) =>
  `${kronerOf(ore).toLocaleString('da-DK', { minimumFractionDigits: 2 })}\u00a0kr.`;
