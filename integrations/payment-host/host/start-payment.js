import { idempotencyKeyOf, orderRequestOf } from './order-request.js';
import { payableFees } from './payable-fees.js';
import { Problem } from './problem.js';

/**
 * `POST /payment/start`: creates an order, once for each key, and returns where it is paid.
 * @param {import('./payment-host.js').Context} context
 * @returns {(exchange: import('./server.js').Exchange) => Promise<object>} the response, or throws a `Problem`
 */
export function startPayment({ config, orders, fbs, gateway, sessions, deadline, expireOrders }) {
  /** The requests with their orders, by patron and key. A real host can delete them after a day. */
  const requests = new Map();

  async function makeOrder({ token, patronId, requested, signal }) {
    const fees = await fbs.fees(token, { includePaid: true }, signal);
    expireOrders();
    // No `await` between the check of other orders and the new order, so that both are one transaction.
    const amounts = payableFees(requested, fees, orders);
    const order = orders.open({ patronId, amounts, returnUrl: requested.returnUrl });
    try {
      const destination = await gateway.begin(order, requested.language, signal);
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
    const signal = deadline();
    const token = sessions.tokenOf(request);
    const patronId = await fbs.patronOf(token, signal);
    const key = idempotencyKeyOf(request);
    const requested = orderRequestOf(body, config.returnOrigins);
    expireOrders();
    const { order, answer } = await orderForKey(`${patronId} ${key}`, requested, () =>
      makeOrder({ token, patronId, requested, signal }),
    );
    orders.extend(order);
    return answer;
  };
}
