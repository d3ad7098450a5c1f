import { json } from './answers.js';

/**
 * `GET /patron/fees`: the fees from FBS, with the payment status from the library's orders.
 * @param {import('./payment-host.js').Context} context
 */
export function patronFees({ orders, fbs, sessions, deadline, expireOrders }) {
  return async ({ request, response }) => {
    const fees = await fbs.fees(sessions.tokenOf(request), { includePaid: false }, deadline());
    expireOrders();
    const withStatus = (fee) => {
      const paymentStatus = orders.statusOf(String(fee.feeId));
      return paymentStatus ? { ...fee, paymentStatus } : fee;
    };
    json(response, fees.map(withStatus));
  };
}
