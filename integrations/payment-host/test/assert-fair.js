import assert from 'node:assert/strict';

const sumsBy = (name, entries) =>
  entries.reduce(
    (sums, entry) => sums.set(entry[name], (sums.get(entry[name]) ?? 0) + entry.ore),
    new Map(),
  );

const assertDistinct = (values, message) => assert.deepEqual(values, [...new Set(values)], message);

/**
 * Asserts that each order is charged at most once, for what FBS registered in it, and reserved at most once; and that no
 * fee is paid in two orders.
 * @param {import('../stand-ins/start.js').Host} host
 */
export function assertFair({ gateway, fbs, library }) {
  const charges = gateway.ledger.map(({ orderId, amount }) => ({ orderId, ore: amount }));
  const charged = sumsBy('orderId', charges);
  assert.equal(charged.size, charges.length, 'an order is charged once');
  for (const [orderId, ore] of charged) {
    const registered = sumsBy('orderId', fbs.registrations).get(orderId);
    assert.equal(ore, registered, `${orderId} is charged for what is registered`);
  }

  const ordersIn = (...states) =>
    [...gateway.payments.values()]
      .filter(({ state }) => states.includes(state))
      .map(({ orderId }) => orderId);
  assertDistinct(ordersIn('authorised', 'captured'), 'an order is reserved once');

  const registered = fbs.registrations.map(({ feeId, orderId }) => `${feeId} ${orderId}`);
  assertDistinct(registered, 'a fee is registered once');
  const reserved = ordersIn('authorised').flatMap((orderId) =>
    (library.orders.find(orderId)?.feeIds ?? []).map((feeId) => `${feeId} ${orderId}`),
  );
  const payments = [...new Set([...registered, ...reserved])];
  assertDistinct(
    payments.map((payment) => payment.split(' ')[0]),
    'no fee is paid in two orders',
  );
}
