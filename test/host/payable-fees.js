import { oreOf, sumOf } from './ore.js';
import { Problem } from './problem.js';

/**
 * Holds what a patron wants to pay against what FBS says, and against the library's other orders.
 * @param {{ feeIds: string[], amount: number }} wanted `amount` in øre
 * @param {{ feeId: number, amount: number, paidDate?: string, payableByClient: boolean }[]} fees `FeeV2[]` of this patron, the paid ones too
 * @param {{ isHeld: (feeId: string) => boolean, isRegistered: (feeId: string) => boolean }} orders
 * @returns {Map<string, number>} the amount of each, in øre
 */
export function payableFees({ feeIds, amount }, fees, orders) {
  const known = new Map(fees.map((fee) => [String(fee.feeId), fee]));
  // Another patron's fee is as unknown as one that there never was.
  if (!feeIds.every((feeId) => known.has(feeId))) {
    throw new Problem(422, 'not-yours', 'A fee is not this patron’s.');
  }
  // FBS may be slow to strike out what it has registered; the library's own orders know.
  if (feeIds.some((feeId) => known.get(feeId).paidDate || orders.isRegistered(feeId))) {
    throw new Problem(410, 'already-paid', 'A fee has been paid already.');
  }
  if (feeIds.some((feeId) => orders.isHeld(feeId))) {
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
