import { oreOf, sumOf } from './ore.js';
import { Problem } from './problem.js';

/**
 * Checks a requested payment against the fees in FBS, and against the library's other orders.
 * @param {{ feeIds: string[], amount: number }} request `amount` in øre
 * @param {{ feeId: number, amount: number, paidDate?: string, payableByClient: boolean }[]} fees `FeeV2[]` of this patron, including paid ones
 * @param {{ isBeingPaid: (feeId: string) => boolean, isPaid: (feeId: string) => boolean }} orders
 * @returns {Map<string, number>} the amounts of the fees, in øre
 */
export function payableFees({ feeIds, amount }, fees, orders) {
  const known = new Map(fees.map((fee) => [String(fee.feeId), fee]));
  // The response must not reveal whether another patron has the fee.
  if (!feeIds.every((feeId) => known.has(feeId))) {
    throw new Problem(422, 'not-yours', 'A fee is not this patron’s.');
  }
  // FBS can list a registered fee for a while, so check the library's orders, too.
  if (feeIds.some((feeId) => known.get(feeId).paidDate || orders.isPaid(feeId))) {
    throw new Problem(410, 'already-paid', 'A fee has been paid already.');
  }
  if (feeIds.some((feeId) => orders.isBeingPaid(feeId))) {
    throw new Problem(409, 'being-paid', 'A fee is being paid in another order.');
  }
  if (feeIds.some((feeId) => known.get(feeId).payableByClient !== true)) {
    throw new Problem(422, 'not-payable', 'A fee cannot be paid here.');
  }
  const amounts = new Map(feeIds.map((feeId) => [feeId, oreOf(known.get(feeId).amount)]));
  if (sumOf(amounts.values()) !== amount) {
    throw new Problem(422, 'amount-changed', 'The amount is not what the fees come to now.');
  }
  return amounts;
}

/**
 * The fees of an order that may be registered: the patron has approved their amounts. A fee that has changed since must
 * be approved again. Paid fees are included, because an earlier answer of FBS may have been lost; FBS knows which order
 * has paid them.
 * @param {import('./orders.js').Order} order
 * @param {{ feeId: number, amount: number, paidDate?: string | null }[]} fees `FeeV2[]` of its patron, including paid ones
 */
export function unchangedFees({ feeIds, amounts }, fees) {
  const owed = new Map(
    fees.filter(({ paidDate }) => !paidDate).map((fee) => [String(fee.feeId), oreOf(fee.amount)]),
  );
  return feeIds.filter((feeId) => (owed.get(feeId) ?? amounts.get(feeId)) === amounts.get(feeId));
}
