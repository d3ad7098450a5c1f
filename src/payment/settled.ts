import { amountOf, type Order } from './order.js';
import { FREE, type Result, type Seen, type Sent, type Till, type Told } from './till.js';

export const outcome = (is: Result, order: Sent, at: number): Told => ({
  is,
  order,
  amount: amountOf(order),
  at,
});

/** What has become of an order's debts. */
function look({ lines }: Order, { debts, complete }: Seen) {
  const there = lines.filter(({ feeId }) => !complete || debts.has(feeId));
  const pending = there.filter(({ feeId, failed }) => failed || debts.get(feeId) !== 'failed');
  return { there: there.length, pending: pending.map(({ feeId }) => feeId) };
}

/** The till after debts have been read: the orders whose debts are gone, or have failed, are settled. */
export function settled(till: Till, what: Seen, now: number): Till {
  const { current } = till;
  const told: Told[] = [];
  let { is } = current;
  if (current.is === 'open' && current.order.source === what.source) {
    const { order } = current;
    const { there, pending } = look(order, what);
    // Why they are gone nobody knows; that none is locked any more is known.
    if (!there) told.push(outcome('gone', order, now));
    else if (!pending.length && there === order.lines.length) {
      told.push(outcome('failed', order, now));
    }
    if (told.length) is = 'free';
  }
  const accepted = till.accepted.flatMap((one) => {
    const { order, at } = one;
    if (order.source !== what.source) return one;
    const { there, pending } = look(order, what);
    if (pending.length) return { ...one, pending };
    const whole = there === order.lines.length;
    told.push(outcome(!there ? 'receipt' : whole ? 'failed' : 'partly', order, at));
    return [];
  });
  const next = { ...till, current: is === 'free' ? FREE : current, accepted };
  return told.length ? { ...next, told } : next;
}
