import { json, nothing } from '../host/answers.js';
import { equalSignatures } from '../host/dibs-signature.js';
import { Problem } from '../host/problem.js';
import { newPayment } from './gateway-payment.js';

/**
 * The gateway's API for the host's server, a mixture of DIBS and Nets Easy.
 * @param {import('./gateway.js').Gateway} gateway
 */
export function gatewayApi(gateway) {
  const { keys, payments, ledger, paymentsOf } = gateway;

  const requireHost = (answer) => (exchange) => {
    if (!equalSignatures(exchange.request.headers.authorization, keys.secretKey)) {
      throw new Problem(401, 'unauthorized', 'Not the secret key.');
    }
    return answer(exchange);
  };

  function authorisedAs({ transact }) {
    const payment = [...payments.values()].find((one) => one.transact === transact);
    if (!payment) throw new Problem(404, 'unknown', 'There is no such payment.');
    return payment;
  }

  function capture(payment, amount) {
    if (gateway.capture === 'refused') payment.state = 'released';
    const isDue =
      payment.state === 'authorised' || (payment.state === 'captured' && gateway.capturesAgain);
    if (!isDue || !(amount > 0 && amount <= payment.amount)) {
      throw new Problem(409, 'not-to-capture', `The payment is ${payment.state}.`);
    }
    payment.state = 'captured';
    payment.captured += amount;
    ledger.push({ orderId: payment.orderId, amount });
  }

  return {
    // Creates a hosted page.
    'POST /v1/payments': requireHost(({ request, response, body }) => {
      const { order, checkout, notifications } = JSON.parse(body);
      const { reference: orderId, amount, currency } = order;
      if (paymentsOf(orderId).length) throw new Problem(409, 'known', 'The order is known.');
      const { returnUrl: accept, cancelUrl: cancel, declineUrl: decline } = checkout;
      const payment = newPayment({ orderId, amount, currency });
      payment.urls = { accept, cancel, decline, callback: notifications.webHooks[0].url };
      const { paymentId } = payment;
      payments.set(paymentId, payment);
      const hostedPaymentPageUrl = `http://${request.headers.host}/payment/${paymentId}`;
      json(response, { paymentId, hostedPaymentPageUrl }, 201);
    }),

    'GET /v1/payments/:transact': requireHost(({ response, params }) => {
      const { state, captured } = authorisedAs(params);
      json(response, { state, captured });
    }),

    // Captures all or a part of the reservation, once, and releases the rest.
    'POST /v1/payments/:transact/charges': requireHost(({ response, body, params }) => {
      const payment = authorisedAs(params);
      const { capture: mode } = gateway;
      if (mode !== 'request-lost') capture(payment, JSON.parse(body).amount);
      if (mode.endsWith('-lost')) return void response.destroy();
      json(response, { chargeId: payment.transact }, 201);
    }),

    // Releases the reservation.
    'POST /v1/payments/:transact/cancels': requireHost(({ response, params }) => {
      const payment = authorisedAs(params);
      if (payment.state === 'captured') throw new Problem(409, 'captured', 'It is captured.');
      gateway.releases.push(payment.transact);
      if (payment.state === 'authorised') payment.state = 'released';
      nothing(response);
    }),

    'GET /v1/orders/:orderId/authorisations': requireHost(({ response, params }) => {
      const authorised = paymentsOf(params.orderId).filter(({ state }) => state === 'authorised');
      const view = ({ transact, amount, currency }) => ({ transact, amount, currency });
      json(response, authorised.map(view));
    }),

    // Ends the order, even if the browser has not opened it yet.
    'PUT /v1/orders/:orderId/terminate': requireHost(({ response, params }) => {
      const { orderId } = params;
      gateway.terminations.push(orderId);
      if (!paymentsOf(orderId).length) {
        const payment = newPayment({ orderId, amount: 0, currency: '208' });
        payments.set(payment.paymentId, payment);
      }
      for (const payment of paymentsOf(orderId)) {
        if (payment.state === 'open') payment.state = 'expired';
        if (payment.state === 'authorised') payment.state = 'released';
      }
      nothing(response);
    }),
  };
}
