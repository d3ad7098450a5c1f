import { bearerOf } from './bearer.js';
import { idempotencyKeyOf, orderRequestOf } from './order-request.js';
import { payableFees } from './payable-fees.js';
import { Problem } from './problem.js';

/** For `guard: 'naive'`: as if there were no other orders. */
const BLIND = { isHeld: () => false, isRegistered: () => false };

/**
 * `POST /payment/start`: makes an order, once per key, and says where it is paid.
 * @param {import('./library.js').Desk} desk
 * @returns {(exchange: import('./serve.js').Exchange) => Promise<object>} the answer, or a `Problem` thrown
 */
export function startPayment({ library, orders, fbs, gateway, expireOrders }) {
  /** What was asked by patron and key, and the order that came of it. A real one may forget them after a day. */
  const asked = new Map();

  async function makeOrder(token, patronId, wanted) {
    const fees = await fbs.fees(token, { includePaid: true });
    await expireOrders();
    // Nothing is awaited between this look at the other orders and this order being one: nobody slips in between.
    const amounts = payableFees(wanted, fees, library.guard === 'strict' ? orders : BLIND);
    const order = orders.open({ patronId, amounts, returnUrl: wanted.returnUrl });
    try {
      const destination = await gateway.begin(order, wanted.language, library.gateway);
      return { order, answer: { orderId: order.orderId, ...destination } };
    } catch (error) {
      order.state = 'failed';
      throw error;
    }
  }

  /** Kept as a promise: a request that comes again while the first is at work waits for the same order. */
  function orderOnce(key, wanted, make) {
    const body = JSON.stringify(wanted);
    const before = asked.get(key);
    if (before?.body === body) return before.made;
    if (before) throw new Problem(400, 'key-used', 'The key belongs to another request.');
    const made = make();
    asked.set(key, { body, made });
    // What was refused has made nothing: the same key may try again.
    made.catch(() => asked.delete(key));
    return made;
  }

  return async ({ request, body }) => {
    const token = bearerOf(request);
    const patronId = await fbs.patronOf(token);
    const key = idempotencyKeyOf(request);
    const wanted = orderRequestOf(body, library.origin);
    await expireOrders();
    const { order, answer } = await orderOnce(`${patronId} ${key}`, wanted, () =>
      makeOrder(token, patronId, wanted),
    );
    orders.prolong(order);
    return answer;
  };
}
