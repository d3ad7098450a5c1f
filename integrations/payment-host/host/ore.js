/** Converts decimal kroner, such as 192.56, to whole øre, in which all sums are computed. */
export const oreOf = (kroner) => Math.round(kroner * 100);

export const kronerOf = (ore) => ore / 100;

export const sumOf = (amounts) => [...amounts].reduce((sum, amount) => sum + amount, 0);

/** Formats an amount: `1.192,56 kr.` */
export const formatOre = (ore) =>
  `${kronerOf(ore).toLocaleString('da-DK', { minimumFractionDigits: 2 })}\u00a0kr.`;
