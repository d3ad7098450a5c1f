import { createHash, timingSafeEqual } from 'node:crypto';

const md5 = (text) => createHash('md5').update(text).digest('hex');

const signed = ({ k1, k2 }, text) => md5(k2 + md5(k1 + text));

/**
 * The library's signature of the form, so that the browser cannot change the amount.
 * @param {{ k1: string, k2: string }} keys
 * @param {Record<string, string>} fields
 */
export const md5keyOf = (keys, { merchant, orderid, currency, amount }) =>
  signed(keys, `merchant=${merchant}&orderid=${orderid}&currency=${currency}&amount=${amount}`);

/**
 * DIBS's signature of an authorisation. It does not cover the order number; see authorisation.js.
 * @param {{ k1: string, k2: string }} keys
 * @param {Record<string, string>} fields
 */
export const authkeyOf = (keys, { transact, amount, currency }) =>
  signed(keys, `transact=${transact}&amount=${amount}&currency=${currency}`);

/** Compares two signatures in constant time. */
export function equalSignatures(given, expected) {
  const [a, b] = [given ?? '', expected].map((text) => Buffer.from(text));
  return a.length === b.length && timingSafeEqual(a, b);
}
