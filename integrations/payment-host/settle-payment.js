import { authorisedOrder } from './authorisation.js';
import { amountOf } from './orders.js';

/**
 * The gateway's callback after a reservation. Registers the payment in FBS FIRST, and then captures the amount of the
 * registered fees: an uncharged registered fee is better than a charged unregistered one.
 *
 * The callback can come twice, at the same time or days apart, and can fail at any point, so each step checks what was done.
 * @param {import('./library.js').RouteContext} context
 */
export function settlePayment({ orders, fbs, gateway, keys, expireOrders }) {
  const inProgress = new Map();

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
      // FBS registered nothing, or the order was cancelled or expired before the payment.
      await gateway.release(order);
      order.charge = 'released';
    }
  }

  /** Settles an order only once at the same time. */
  function settleOnce(order) {
    const { orderId } = order;
    if (!inProgress.has(orderId)) {
      inProgress.set(
        orderId,
        settle(order).finally(() => inProgress.delete(orderId)),
      );
    }
    return inProgress.get(orderId);
  }

  return async ({ response, body }) => {
    // The order can have expired after the reservation.
    await expireOrders();
    const fields = Object.fromEntries(new URLSearchParams(body));
    // Errors are returned to the gateway, so that it repeats the callback.
    await settleOnce(authorisedOrder({ orders, keys }, fields));
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end('OK');
  };
}
