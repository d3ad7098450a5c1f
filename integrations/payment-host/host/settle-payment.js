import { Refusal } from './gateway-client.js';
import { amountOf } from './orders.js';
import { unchangedFees } from './payable-fees.js';

/**
 * Settles authorised orders: registers the payment in FBS FIRST, and then captures the amount of the registered fees. An
 * uncharged registered fee is better than a charged unregistered one.
 *
 * Each step can fail, and the whole is then repeated, by the next callback or by the job: so each step checks what was done.
 * @param {Pick<import('./payment-host.js').Context, 'fbs' | 'gateway' | 'worklist' | 'deadline'>} context
 * @returns {(order: import('./orders.js').Order) => Promise<void>}
 */
export function settlement({ fbs, gateway, worklist, deadline }) {
  /** The last step of each order: two callbacks wait for each other. A real host locks the order in its database. */
  const lastSteps = new WeakMap();

  async function register(order, signal) {
    order.state = 'authorised';
    const feeIds = unchangedFees(order, await fbs.feesOf(order.patronId, signal));
    order.registered = feeIds.length ? await fbs.register(order, feeIds, signal) : [];
    order.state = order.registered.length ? 'registered' : 'failed';
  }

  /** Whether the gateway has captured. Only the gateway knows, if its answer was lost. */
  const isCaptured = async ({ transact }, signal) =>
    (await gateway.capturedOf(transact, signal)) > 0;

  async function capture(order, signal) {
    if (order.charge === 'requested' && (await isCaptured(order, signal))) {
      order.charge = 'captured';
      return;
    }
    order.charge = 'requested';
    try {
      await gateway.capture(order.transact, amountOf(order, order.registered), signal);
    } catch (error) {
      if (!(await isCaptured(order, signal))) {
        if (!(error instanceof Refusal)) throw error;
        order.charge = 'refused';
        worklist.add(order, 'Registered in FBS, but the gateway refuses to capture.');
        return;
      }
    }
    order.charge = 'captured';
  }

  async function settle(order) {
    const signal = deadline();
    // Reserved on the card, but never paid: the order has another authorisation already.
    for (const transact of [...order.duplicates]) {
      await gateway.release(transact, signal);
      order.duplicates.splice(order.duplicates.indexOf(transact), 1);
    }
    if (order.state === 'open' || order.state === 'authorised') await register(order, signal);
    if (!order.charge || order.charge === 'requested') {
      if (order.state === 'registered') await capture(order, signal);
      else {
        // FBS registered nothing, or the order was cancelled or expired before the payment.
        await gateway.release(order.transact, signal);
        order.charge = 'released';
      }
    }
    if (order.charge !== 'refused') worklist.remove(order.orderId);
  }

  return (order) => {
    const before = lastSteps.get(order) ?? Promise.resolve();
    const settled = before.catch(() => undefined).then(() => settle(order));
    lastSteps.set(order, settled);
    return settled;
  };
}
