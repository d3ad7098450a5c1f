import { json, nothing } from './answers.js';
import { sameSignature } from './dibs-signature.js';
import { newPayment } from './gateway-payment.js';
import { Problem } from './problem.js';

/**
 * What the library's server asks the gateway for. By order number for both ways in, where DIBS goes by its transact
 * number and Nets Easy by its payment id.
 */
export function gatewayApi({ keys, payments, ledger, paymentOf }) {
  const asLibrary = (answer) => (exchange) => {
    if (!sameSignature(exchange.request.headers.authorization, keys.secretKey)) {
      throw new Problem(401, 'unauthorized', 'Not the secret key.');
    }
    return answer(exchange);
  };

  return {
    // The hosted page.
    'POST /v1/payments': asLibrary(({ request, response, body }) => {
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

    // Takes what is reserved, or a part of it, once; what is left of the reservation is let go.
    'POST /v1/payments/:orderId/charges': asLibrary(({ response, body, params }) => {
      const payment = paymentOf(params.orderId);
      const { amount } = JSON.parse(body);
      if (payment.state !== 'authorised' || !(amount > 0 && amount <= payment.amount)) {
        throw new Problem(409, 'not-to-capture', `The order is ${payment.state}.`);
      }
      payment.state = 'captured';
      ledger.push({ orderId: payment.orderId, amount });
      json(response, { chargeId: payment.transact }, 201);
    }),

    // Lets go of what is reserved.
    'POST /v1/payments/:orderId/cancels': asLibrary(({ response, params }) => {
      const payment = paymentOf(params.orderId);
      if (payment.state === 'captured') throw new Problem(409, 'captured', 'It is captured.');
      if (payment.state === 'authorised') payment.state = 'released';
      nothing(response);
    }),

    // From now on it cannot be paid, even if the browser has yet to bring it here.
    'PUT /v1/payments/:orderId/terminate': asLibrary(({ response, body, params }) => {
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
