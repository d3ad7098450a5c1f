import { html, seeOther } from './answers.js';
import { md5keyOf, sameSignature } from './dibs-signature.js';
import { authorise, newPayment, wayBack } from './gateway-payment.js';
import { gatewayPage, refusalPage } from './gateway-page.js';
import { Problem } from './problem.js';

/** What the browser sees of the gateway. */
export function gatewayWindow({ keys, payments, callBackWhenDue }) {
  function paymentAt({ paymentId }) {
    const payment = [...payments.values()].find((one) => one.paymentId === paymentId);
    if (!payment) throw new Problem(404, 'unknown-payment', 'There is no such payment.');
    return payment;
  }

  const show = (response, payment, status = 200) =>
    html(response, gatewayPage(payment, wayBack(payment, keys)), status);

  return {
    // Posted once or, after Back, again: an order number is one order. 303, so that Forward and reload post nothing.
    'POST /paymentweb/start.action': ({ response, body }) => {
      const fields = Object.fromEntries(new URLSearchParams(body));
      if (!sameSignature(fields.md5key, md5keyOf(keys, fields))) {
        return html(response, refusalPage('Signaturen (md5key) passer ikke til ordren.'), 400);
      }
      const { orderid: orderId, amount, currency } = fields;
      const { accepturl: accept, cancelurl: cancel, declineurl: decline, callbackurl } = fields;
      const payment =
        payments.get(orderId) ?? newPayment({ orderId, amount: Number(amount), currency });
      payment.urls ??= { accept, cancel, decline, callback: callbackurl };
      payments.set(orderId, payment);
      seeOther(response, `/payment/${payment.paymentId}`);
    },

    'GET /payment/:paymentId': ({ response, params }) => show(response, paymentAt(params)),

    'POST /payment/:paymentId': async ({ response, params, body }) => {
      const payment = paymentAt(params);
      // Paid, cancelled, declined or expired in the meantime, in another tab or before Back: it says so.
      if (payment.state !== 'open') return show(response, payment, 409);
      const choice = new URLSearchParams(body).get('choice');
      if (choice === 'pay') {
        authorise(payment);
        await callBackWhenDue(payment.orderId);
      } else {
        payment.state = choice === 'decline' ? 'declined' : 'cancelled';
      }
      seeOther(response, wayBack(payment, keys));
    },
  };
}
