import { json } from './answers.js';
import { bearerOf } from './bearer.js';

/**
 * `GET /patron/fees`: the fees from FBS, with the payment status from the library's orders.
 * @param {import('./library.js').RouteContext} context
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
