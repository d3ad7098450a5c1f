import { authorisedOrder } from './authorisation.js';
import { amountOf } from './orders.js';

/**
 * The gateway's callback: the amount is reserved. FBS is told FIRST and the card charged after, and only for what FBS
 * took: better a debt marked as paid than a patron charged for one that is not.
 *
 * It may come twice, at once or days apart, and it may stop anywhere: each step looks at what has been done.
 * @param {import('./library.js').Desk} desk
 */
export function settlePayment({ orders, fbs, gateway, keys, expireOrders }) {
  const atWork = new Map();

  async function settle(order) {
    if (order.state === 'open' || order.state === 'authorised') {
      order.state = 'authorised';
      order.registered = await fbs.register(order);
      order.state = order.registered.length ? 'registered' : 'failed';
    }
    if (order.charge) return;
    if (order.state === 'registered') {
      await gateway.capture(order, amountOf(order, order.registered));
      order.charge = 'captured';
    } else {
      // FBS took nothing, or the order had been cancelled or had expired before the patron paid after all.
      await gateway.release(order);
      order.charge = 'released';
    }
  }

  /** One at a time for an order. */
  function settleAlone(order) {
    const { orderId } = order;
    if (!atWork.has(orderId)) {
      atWork.set(
        orderId,
        settle(order).finally(() => atWork.delete(orderId)),
      );
    }
    return atWork.get(orderId);
  }

  return async ({ response, body }) => {
    // A payment that the gateway holds for reserved may be in an order that died meanwhile.
    await expireOrders();
    const fields = Object.fromEntries(new URLSearchParams(body));
    // Whatever fails here is answered with an error, so that the gateway calls again.
    await settleAlone(authorisedOrder({ orders, keys }, fields));
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end('OK');
  };
}
