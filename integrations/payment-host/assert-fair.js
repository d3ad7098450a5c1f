import assert from 'node:assert/strict';

const sumsBy = (name, entries) =>
  entries.reduce(
    (sums, entry) => sums.set(entry[name], (sums.get(entry[name]) ?? 0) + entry.ore),
    new Map(),
  );

/**
 * Asserts that each order is charged at most once, for what FBS registered in it, and that no fee is registered twice, or
 * reserved on a card for a second order.
 * @param {import('./host.js').Host} host
 */
export function assertFair({ gateway, fbs, library }) {
  const charges = gateway.ledger.map(({ orderId, amount }) => ({ orderId, ore: amount }));
  const charged = sumsBy('orderId', charges);
  assert.equal(charged.size, charges.length, 'an order is charged once');
  for (const [orderId, ore] of charged) {
    const registered = sumsBy('orderId', fbs.registrations).get(orderId);
    assert.equal(ore, registered, `${orderId} is charged for what is registered`);
  }

  const reserved = [...gateway.payments.values()]
    .filter(({ state }) => state === 'authorised')
    .flatMap(({ orderId }) => library.orders.find(orderId)?.feeIds ?? []);
  const taken = [...fbs.registrations.map(({ feeId }) => feeId), ...reserved];
  assert.deepEqual(taken, [...new Set(taken)], 'no fee is paid twice');
}
