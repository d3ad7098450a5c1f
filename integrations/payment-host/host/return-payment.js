import { seeOther } from './answers.js';
import { authorisedOrder } from './authorisation.js';
import { equalSignatures } from './dibs-signature.js';
import { Problem } from './problem.js';

/** The result for the widget, from the state of the order and not from the return URL. */
function resultOf({ state }) {
  if (state === 'authorised' || state === 'registered') return 'accepted';
  return state === 'cancelled' ? 'cancelled' : 'failed';
}

/**
 * Redirects the browser from the gateway to the page where the payment started. It registers nothing, because the browser
 * can be closed at the gateway; the callback does that.
 * @param {import('./payment-host.js').Context} context
 */
export function returnPayment({ orders, gateway, keys, expireOrders }) {
  /** @param {Record<string, string>} fields */
  function signedOrder({ orderid, result, signature }) {
    const order = orders.find(orderid);
    if (!order || !equalSignatures(signature, gateway.signatureOf(orderid, result))) {
      throw new Problem(403, 'forged', 'This is not the return from a payment.');
    }
    return order;
  }

  return async ({ response, url }) => {
    expireOrders();
    const fields = Object.fromEntries(url.searchParams);
    const order = signedOrder(fields);
    const { result } = fields;
    if (result === 'accepted') authorisedOrder({ orders, keys }, fields);
    if (order.state === 'open') {
      // A paid order stays locked until the callback.
      order.state = result === 'accepted' ? 'authorised' : result;
    }
    const back = new URL(order.returnUrl);
    back.searchParams.set('ddb-order', order.orderId);
    back.searchParams.set('ddb-result', resultOf(order));
    seeOther(response, back);
  };
}
