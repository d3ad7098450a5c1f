import { createHmac } from 'node:crypto';
import { md5keyOf } from './dibs-signature.js';
import { amountOf } from './orders.js';
import { Problem } from './problem.js';

/**
 * How the library speaks with the gateway.
 * @param {{ origin: string, keys: import('./gateway.js').Keys }} gateway
 * @param {() => string} ownOrigin known once the library is up
 */
export function gatewayClient({ origin, keys }, ownOrigin) {
  async function ask(method, path, body = {}) {
    const headers = { Authorization: keys.secretKey, 'Content-Type': 'application/json' };
    const signal = AbortSignal.timeout(10_000);
    const init = { method, headers, body: JSON.stringify(body), signal };
    const answer = await fetch(`${origin}/v1/payments${path}`, init).catch(() => undefined);
    if (!answer?.ok) throw new Problem(503, 'gateway', 'The gateway does not answer.');
    return answer.status === 204 ? undefined : answer.json();
  }

  /** DIBS signs what it accepts, but not that somebody cancelled: the library signs those ways back itself. */
  const sealOf = (orderId, result) =>
    createHmac('sha256', keys.secretKey).update(`${orderId} ${result}`).digest('hex');

  const wayBack = (orderId, result) =>
    `${ownOrigin()}/payment/return?${new URLSearchParams({
      orderid: orderId,
      result,
      seal: sealOf(orderId, result),
    })}`;

  const urlsOf = ({ orderId }) => ({
    accept: wayBack(orderId, 'accepted'),
    cancel: wayBack(orderId, 'cancelled'),
    decline: wayBack(orderId, 'failed'),
    callback: `${ownOrigin()}/payment/callback`,
  });

  /** The DIBS payment window: a form, signed here, posted by the browser. */
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

  /** Nets Easy's hosted page: asked for by the server, a plain address for the browser. */
  async function hostedPage(order) {
    const { accept, cancel, decline, callback } = urlsOf(order);
    const { hostedPaymentPageUrl } = await ask('POST', '', {
      order: { reference: order.orderId, amount: amountOf(order), currency: 'DKK' },
      checkout: { returnUrl: accept, cancelUrl: cancel, declineUrl: decline },
      notifications: {
        webHooks: [{ eventName: 'payment.reservation.created', url: callback }],
      },
    });
    return { redirectUrl: hostedPaymentPageUrl };
  }

  return {
    sealOf,
    /** Where the browser is to go for an order (CONTRACT 6). @param {'dibs' | 'easy'} by */
    begin: async (order, language, by) =>
      by === 'easy' ? hostedPage(order) : form(order, language),
    /** Takes so many øre of what is reserved. */
    capture: ({ orderId }, amount) => ask('POST', `/${orderId}/charges`, { amount }),
    /** Lets all of it go. */
    release: ({ orderId }) => ask('POST', `/${orderId}/cancels`),
    /** Nobody is to pay it any more. DIBS has no such call; there, settle-payment.js alone sees to it. */
    terminate: (order) =>
      ask('PUT', `/${order.orderId}/terminate`, {
        order: { amount: amountOf(order), currency: 'DKK' },
      }),
  };
}
