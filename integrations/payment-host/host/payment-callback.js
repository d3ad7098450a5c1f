import { authorisedOrder } from './authorisation.js';

/**
 * `POST /payment/callback`: the gateway reports an authorisation. The callback can come twice, at the same time or days
 * apart, or after the order has expired. Errors are returned to the gateway, so that it repeats the callback.
 * @param {import('./payment-host.js').Context} context
 */
export function paymentCallback({ orders, keys, settle, expireOrders }) {
  return async ({ response, body }) => {
    expireOrders();
    const fields = Object.fromEntries(new URLSearchParams(body));
    await settle(authorisedOrder({ orders, keys }, fields));
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end('OK');
  };
}
