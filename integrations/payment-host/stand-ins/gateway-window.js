import { html, seeOther } from '../host/answers.js';
import { equalSignatures, md5keyOf } from '../host/dibs-signature.js';
import { Problem } from '../host/problem.js';
import { errorPage, gatewayPage } from './gateway-page.js';
import { authorise, newPayment, returnUrlOf } from './gateway-payment.js';

/**
 * The gateway's pages for the browser.
 * @param {import('./gateway.js').Gateway} gateway
 */
export function gatewayWindow(gateway) {
  const { keys, payments, paymentOf, callBackWhenDue } = gateway;

  function paymentAt({ paymentId }) {
    const payment = payments.get(paymentId);
    if (!payment) throw new Problem(404, 'unknown-payment', 'There is no such payment.');
    return payment;
  }

  const show = (response, payment, status = 200) =>
    html(response, gatewayPage(payment, returnUrlOf(payment, keys)), status);

  /** Whether an order can be paid once more, as at DIBS without `uniqueoid`. */
  const canPayAgain = ({ transact }, { uniqueoid }) =>
    transact && (!uniqueoid || gateway.authorisesAgain);

  return {
    // The form can be posted again after Back; the order number identifies the order. The redirect with 303 prevents
    // another post on Forward and reload.
    'POST /paymentweb/start.action': ({ response, body }) => {
      const fields = Object.fromEntries(new URLSearchParams(body));
      if (!equalSignatures(fields.md5key, md5keyOf(keys, fields))) {
        return html(response, errorPage('Signaturen (md5key) passer ikke til ordren.'), 400);
      }
      const { orderid: orderId, amount, currency } = fields;
      const { accepturl: accept, cancelurl: cancel, declineurl: decline, callbackurl } = fields;
      const known = paymentOf(orderId);
      const payment =
        known && !canPayAgain(known, fields)
          ? known
          : newPayment({ orderId, amount: Number(amount), currency });
      payment.urls ??= { accept, cancel, decline, callback: callbackurl };
      payments.set(payment.paymentId, payment);
      seeOther(response, `/payment/${payment.paymentId}`);
    },

    'GET /payment/:paymentId': ({ response, params }) => show(response, paymentAt(params)),

    'POST /payment/:paymentId': async ({ response, params, body }) => {
      const payment = paymentAt(params);
      // The order has ended meanwhile, in another tab or before Back.
      if (payment.state !== 'open') return show(response, payment, 409);
      const choice = new URLSearchParams(body).get('choice');
      if (choice === 'pay') {
        authorise(payment);
        await callBackWhenDue(payment);
      } else {
        payment.state = choice === 'decline' ? 'declined' : 'cancelled';
      }
      seeOther(response, returnUrlOf(payment, keys));
    },
  };
}
