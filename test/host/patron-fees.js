import { json } from './answers.js';
import { bearerOf } from './bearer.js';

/**
 * `GET /patron/fees`: FBS's own answer, with what the library knows and FBS does not: that somebody is paying it.
 * @param {import('./library.js').Desk} desk
 */
export function patronFees({ library, orders, fbs, expireOrders }) {
  return async ({ request, response }) => {
    const fees = await fbs.fees(bearerOf(request), { includePaid: false });
    await expireOrders();
    const withStatus = (fee) => {
      const paymentStatus = library.statuses ? orders.statusOf(String(fee.feeId)) : undefined;
      return paymentStatus ? { ...fee, paymentStatus } : fee;
    };
    json(response, fees.map(withStatus));
  };
}
