import { bearerOf } from './bearer.js';
import { idempotencyKeyOf, orderRequestOf } from './order-request.js';
import { payableFees } from './payable-fees.js';
import { Problem } from './problem.js';

/** For `guard: 'naive'`. */
const NO_OTHER_ORDERS = { isBeingPaid: () => false, isRegistered: () => false };

/**
 * `POST /payment/start`: creates an order, once for each key, and returns where it is paid.
 * @param {import('./library.js').RouteContext} context
 * @returns {(exchange: import('./serve.js').Exchange) => Promise<object>} the response, or throws a `Problem`
 */
export function startPayment({ library, orders, fbs, gateway, expireOrders }) {
  /** The requests with their orders, by patron and key. A real server can delete them after a day. */
  const requests = new Map();

  async function makeOrder(token, patronId, requested) {
    const fees = await fbs.fees(token, { includePaid: true });
    await expireOrders();
    // No `await` between the check of other orders and the new order, so that both are one transaction.
    const amounts = payableFees(
      requested,
      fees,
      library.guard === 'strict' ? orders : NO_OTHER_ORDERS,
    );
    const order = orders.open({ patronId, amounts, returnUrl: requested.returnUrl });
    try {
      const destination = await gateway.begin(order, requested.language, library.gateway);
      return { order, answer: { orderId: order.orderId, ...destination } };
    } catch (error) {
      order.state = 'failed';
      throw error;
    }
  }

  /** Stores promises, so that a repeated request waits for the same order. */
  function orderForKey(key, requested, make) {
    const body = JSON.stringify(requested);
    const before = requests.get(key);
    if (before?.body === body) return before.made;
    if (before) throw new Problem(400, 'key-used', 'The key belongs to another request.');
    const made = make();
    requests.set(key, { body, made });
    // A rejected request has no order, so its key can be used again.
    made.catch(() => requests.delete(key));
    return made;
  }

  return async ({ request, body }) => {
    const token = bearerOf(request);
    const patronId = await fbs.patronOf(token);
    const key = idempotencyKeyOf(request);
    const requested = orderRequestOf(body, library.origin);
    await expireOrders();
    const { order, answer } = await orderForKey(`${patronId} ${key}`, requested, () =>
      makeOrder(token, patronId, requested),
    );
    orders.extend(order);
    return answer;
  };
}
