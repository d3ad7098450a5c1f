import { createHmac } from 'node:crypto';
import { md5keyOf } from './dibs-signature.js';
import { amountOf } from './orders.js';
import { Problem } from './problem.js';

/**
 * The library's client for the gateway.
 * @param {{ origin: string, keys: import('./gateway.js').Keys }} gateway
 * @param {() => string} ownOrigin returns the library's origin, which is known after its start
 */
export function gatewayClient({ origin, keys }, ownOrigin) {
  async function request(method, path, body = {}) {
    const headers = { Authorization: keys.secretKey, 'Content-Type': 'application/json' };
    const signal = AbortSignal.timeout(10_000);
    const init = { method, headers, body: JSON.stringify(body), signal };
    const answer = await fetch(`${origin}/v1/payments${path}`, init).catch(() => undefined);
    if (!answer?.ok) throw new Problem(503, 'gateway', 'The gateway does not answer.');
    return answer.status === 204 ? undefined : answer.json();
  }

  /** DIBS does not sign cancellations, so the library signs its return URLs itself. */
  const signatureOf = (orderId, result) =>
    createHmac('sha256', keys.secretKey).update(`${orderId} ${result}`).digest('hex');

  const returnUrlOf = (orderId, result) =>
    `${ownOrigin()}/payment/return?${new URLSearchParams({
      orderid: orderId,
      result,
      signature: signatureOf(orderId, result),
    })}`;

  const urlsOf = ({ orderId }) => ({
    accept: returnUrlOf(orderId, 'accepted'),
    cancel: returnUrlOf(orderId, 'cancelled'),
    decline: returnUrlOf(orderId, 'failed'),
    callback: `${ownOrigin()}/payment/callback`,
  });

  /** The signed form for DIBS's payment window, which the browser posts. */
  function form(order, language) {
    const { accept, cancel, decline, callback } = urlsOf(order);
    const signed = {
      merchant: keys.merchant,
      orderid: order.orderId,
      currency: '208',
      amount: String(amountOf(order)),
    };
    const fields = {
      ...signed,
      accepturl: accept,
      cancelurl: cancel,
      declineurl: decline,
      callbackurl: callback,
      lang: language.slice(0, 2),
      md5key: md5keyOf(keys, signed),
    };
    return { form: { action: `${origin}/paymentweb/start.action`, fields } };
  }

  /** Nets Easy's hosted page: the server requests its URL. */
  async function hostedPage(order) {
    const { accept, cancel, decline, callback } = urlsOf(order);
    const { hostedPaymentPageUrl } = await request('POST', '', {
      order: { reference: order.orderId, amount: amountOf(order), currency: 'DKK' },
      checkout: { returnUrl: accept, cancelUrl: cancel, declineUrl: decline },
      notifications: {
        webHooks: [{ eventName: 'payment.reservation.created', url: callback }],
      },
    });
    return { redirectUrl: hostedPaymentPageUrl };
  }

  return {
    signatureOf,
    /** The destination of the browser for an order (CONTRACT 6). @param {'dibs' | 'easy'} by */
    begin: async (order, language, by) =>
      by === 'easy' ? hostedPage(order) : form(order, language),
    /** Captures an amount, in øre, of the reservation. */
    capture: ({ orderId }, amount) => request('POST', `/${orderId}/charges`, { amount }),
    /** Releases the reservation. */
    release: ({ orderId }) => request('POST', `/${orderId}/cancels`),
    /** Ends the order at the gateway. DIBS has no such call; there only settle-payment.js prevents a late charge. */
    terminate: (order) =>
      request('PUT', `/${order.orderId}/terminate`, {
        order: { amount: amountOf(order), currency: 'DKK' },
      }),
  };
}
