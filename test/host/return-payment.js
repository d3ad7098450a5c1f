import { seeOther } from './answers.js';
import { authorisedOrder } from './authorisation.js';
import { sameSignature } from './dibs-signature.js';
import { Problem } from './problem.js';

/** What the widget is told (CONTRACT 6): what is so, which need not be what this way back was made for. */
function resultOf({ state }) {
  if (state === 'authorised' || state === 'registered') return 'accepted';
  return state === 'cancelled' ? 'cancelled' : 'failed';
}

/**
 * The browser comes back from the gateway, and goes on to the page that it started from. It registers nothing: a
 * browser may be closed at the gateway, so that which must happen happens in the callback.
 * @param {import('./library.js').Desk} desk
 */
export function returnPayment({ orders, gateway, keys, expireOrders }) {
  /** @param {Record<string, string>} fields */
  function sealedOrder({ orderid, result, seal }) {
    const order = orders.find(orderid);
    if (!order || !sameSignature(seal, gateway.sealOf(orderid, result))) {
      throw new Problem(403, 'forged', 'This is no way back from a payment.');
    }
    return order;
  }

  return async ({ response, url }) => {
    await expireOrders();
    const fields = Object.fromEntries(url.searchParams);
    const order = sealedOrder(fields);
    const { result } = fields;
    if (result === 'accepted') authorisedOrder({ orders, keys }, fields);
    if (order.state === 'open') {
      // Known to be paid, it stays locked until the callback has come, however late.
      order.state = result === 'accepted' ? 'authorised' : result;
    }
    const back = new URL(order.returnUrl);
    back.searchParams.set('ddb-order', order.orderId);
    back.searchParams.set('ddb-result', resultOf(order));
    seeOther(response, back);
  };
}
