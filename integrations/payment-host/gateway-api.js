import { json, nothing } from './answers.js';
import { equalSignatures } from './dibs-signature.js';
import { newPayment } from './gateway-payment.js';
import { Problem } from './problem.js';

/**
 * The gateway's API for the library's server. It uses order numbers, unlike DIBS (transact numbers) and Nets Easy (payment
 * ids).
 */
export function gatewayApi({ keys, payments, ledger, paymentOf }) {
  const requireLibrary = (answer) => (exchange) => {
    if (!equalSignatures(exchange.request.headers.authorization, keys.secretKey)) {
      throw new Problem(401, 'unauthorized', 'Not the secret key.');
    }
    return answer(exchange);
  };

  return {
    // Creates a hosted page.
    'POST /v1/payments': requireLibrary(({ request, response, body }) => {
      const { order, checkout, notifications } = JSON.parse(body);
      const { reference: orderId, amount, currency } = order;
      if (payments.has(orderId)) throw new Problem(409, 'known', 'The order is known.');
      const { returnUrl: accept, cancelUrl: cancel, declineUrl: decline } = checkout;
      const payment = newPayment({ orderId, amount, currency });
      payment.urls = { accept, cancel, decline, callback: notifications.webHooks[0].url };
      payments.set(orderId, payment);
      const { paymentId } = payment;
      const hostedPaymentPageUrl = `http://${request.headers.host}/payment/${paymentId}`;
      json(response, { paymentId, hostedPaymentPageUrl }, 201);
    }),

    // Captures all or a part of the reservation, once, and releases the rest.
    'POST /v1/payments/:orderId/charges': requireLibrary(({ response, body, params }) => {
      const payment = paymentOf(params.orderId);
      const { amount } = JSON.parse(body);
      if (payment.state !== 'authorised' || !(amount > 0 && amount <= payment.amount)) {
        throw new Problem(409, 'not-to-capture', `The order is ${payment.state}.`);
      }
      payment.state = 'captured';
      ledger.push({ orderId: payment.orderId, amount });
      json(response, { chargeId: payment.transact }, 201);
    }),

    // Releases the reservation.
    'POST /v1/payments/:orderId/cancels': requireLibrary(({ response, params }) => {
      const payment = paymentOf(params.orderId);
      if (payment.state === 'captured') throw new Problem(409, 'captured', 'It is captured.');
      if (payment.state === 'authorised') payment.state = 'released';
      nothing(response);
    }),

    // Ends the order, even if the browser has not opened it yet.
    'PUT /v1/payments/:orderId/terminate': requireLibrary(({ response, body, params }) => {
      const { orderId } = params;
      const { amount, currency } = JSON.parse(body).order;
      const payment = payments.get(orderId) ?? newPayment({ orderId, amount, currency });
      payments.set(orderId, payment);
      if (payment.state === 'open') payment.state = 'expired';
      if (payment.state === 'authorised') payment.state = 'released';
      nothing(response);
    }),
  };
}
