import { createHmac } from 'node:crypto';
import { md5keyOf } from './dibs-signature.js';
import { amountOf } from './orders.js';
import { Problem } from './problem.js';

/**
 * The secrets that the host shares with the gateway: DIBS's merchant number with its two signing keys, and the key of the
 * gateway's API.
 * @typedef {{ merchant: string, k1: string, k2: string, secretKey: string }} Keys
 */

/** The gateway has answered, and does not do it: another try is in vain. */
export class Refusal extends Problem {
  constructor() {
    super(502, 'gateway-refuses', 'The gateway refuses.');
  }
}

/**
 * The client for the gateway. Each call ends with its `signal`. Replace the paths by those of your gateway: DIBS has
 * `capture.cgi`, `cancel.cgi` and `transstatus.pml`, Nets Easy has `/v1/payments/{id}` with `charges` and `cancels`.
 * @param {{ origin: string, keys: Keys }} gateway
 * @param {import('./payment-host.js').Config} config
 */
export function gatewayClient({ origin, keys }, config) {
  async function request(method, path, signal, json) {
    const headers = { Authorization: keys.secretKey, 'Content-Type': 'application/json' };
    const body = json && JSON.stringify(json);
    try {
      const answer = await fetch(`${origin}/v1${path}`, {
        method,
        headers,
        body,
        signal,
        redirect: 'error',
      });
      if (answer.status >= 400 && answer.status < 500) throw new Refusal();
      if (answer.ok) return answer.status === 204 ? undefined : await answer.json();
    } catch (error) {
      if (error instanceof Refusal) throw error;
    }
    throw new Problem(503, 'gateway', 'The gateway does not answer.');
  }

  /** DIBS does not sign cancellations, so the host signs its return URLs itself. */
  const signatureOf = (orderId, result) =>
    createHmac('sha256', keys.secretKey).update(`${orderId} ${result}`).digest('hex');

  const returnUrlOf = (orderId, result) =>
    `${config.origin}/payment/return?${new URLSearchParams({
      orderid: orderId,
      result,
      signature: signatureOf(orderId, result),
    })}`;

  const urlsOf = ({ orderId }) => ({
    accept: returnUrlOf(orderId, 'accepted'),
    cancel: returnUrlOf(orderId, 'cancelled'),
    decline: returnUrlOf(orderId, 'failed'),
    callback: `${config.origin}/payment/callback`,
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
      // With this field, DIBS rejects a second authorisation of the order.
      uniqueoid: 'yes',
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
  async function hostedPage(order, signal) {
    const { accept, cancel, decline, callback } = urlsOf(order);
    const { hostedPaymentPageUrl } = await request('POST', '/payments', signal, {
      order: { reference: order.orderId, amount: amountOf(order), currency: 'DKK' },
      checkout: { returnUrl: accept, cancelUrl: cancel, declineUrl: decline },
      notifications: { webHooks: [{ eventName: 'payment.reservation.created', url: callback }] },
    });
    return { redirectUrl: hostedPaymentPageUrl };
  }

  return {
    signatureOf,

    /** Where the browser goes to pay an order: `{ form }` or `{ redirectUrl }`. */
    begin: async (order, language, signal) =>
      config.gateway === 'easy' ? hostedPage(order, signal) : form(order, language),

    /** Captures an amount, in øre, of an authorisation. */
    capture: (transact, amount, signal) =>
      request('POST', `/payments/${transact}/charges`, signal, { amount }),

    /** Releases an authorisation: its amount is no longer reserved on the card. */
    release: (transact, signal) => request('POST', `/payments/${transact}/cancels`, signal),

    /** What has been captured of an authorisation, in øre. */
    capturedOf: async (transact, signal) =>
      (await request('GET', `/payments/${transact}`, signal)).captured,

    /**
     * The authorisations of an order, of which there should be one at most.
     * @returns {Promise<{ transact: string, amount: number, currency: string }[]>}
     */
    authorisationsOf: ({ orderId }, signal) =>
      request('GET', `/orders/${orderId}/authorisations`, signal),

    /** Ends an order. DIBS has no such call; there, a late authorisation is only released. */
    terminate: ({ orderId }, signal) => request('PUT', `/orders/${orderId}/terminate`, signal),
  };
}
