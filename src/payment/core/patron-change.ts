import { claimsOf, lockOfClaim } from './claims.js';
import { isSent, type Order } from './order.js';
import { ordersOf, withOrders, type PaymentState } from './state.js';

/**
 * A patron sees the own orders only, and can pay anything else. The debts of the others' orders stay locked: it may be
 * the same patron with a new token. An order that was begun without a token belongs to whoever comes next.
 * @param owns whether the patron has begun orders with this `Order.patron`
 */
export function stateForPatron(
  state: PaymentState,
  patron = state.patron,
  owns = (other: string) => other === patron,
): PaymentState {
  const { otherClaims, notices } = state;
  const orders = ordersOf(state);
  const isOwn = ({ order }: { readonly order: Order }): boolean => order.patron === undefined || owns(order.patron);
  const label = <T extends object>(entry: T): T =>
    'order' in entry && entry.order ? { ...entry, order: { ...entry.order, patron } } : entry;
  const others = orders.filter((entry) => !isOwn(entry));
  const changed = others.length > 0 || ![undefined, patron].includes(state.patron);
  // An order that has no number yet cannot be paid: the browser has not left.
  const locking = others.filter(({ order }) => isSent(order));
  const locks = claimsOf(withOrders(state, locking)).map((claim) => ({
    ...claim,
    inProgress: false,
    afterPatronChange: lockOfClaim(claim),
  }));
  return {
    ...withOrders(state, orders.filter(isOwn).map(label)),
    patron,
    otherClaims: otherClaims
      .filter(({ afterPatronChange }) => !afterPatronChange)
      .map((claim) => (changed ? { ...claim, otherPatron: true } : claim))
      .concat(locks),
    notices: notices.filter((one) => ('order' in one ? isOwn(one) : !changed)).map(label),
  };
}
