import { claimAuthorisation } from './authorisation.js';

/** How long an authorised order may take until it is on the worklist, in milliseconds. */
export const SETTLE_LIMIT = 24 * 60 * 60_000;

/**
 * The job that completes what a lost callback or answer has left undone. Run it every minute.
 * @param {import('./payment-host.js').Context} context
 */
export function reconciliation({ orders, gateway, worklist, now, deadline, settle, endExpired }) {
  /** Asks the gateway about an open order: its callback may have been lost. */
  async function recover(order) {
    for (const authorisation of await gateway.authorisationsOf(order, deadline())) {
      claimAuthorisation(orders, order, authorisation);
      if (order.state === 'open') order.state = 'authorised';
    }
  }

  function reportOverdue() {
    for (const order of orders.unsettled()) {
      if (now() - order.authorisedAt > SETTLE_LIMIT) worklist.add(order, 'Unsettled for a day.');
    }
  }

  return async () => {
    await Promise.allSettled(orders.opened().map(recover));
    orders.expire();
    await endExpired();
    await Promise.allSettled(orders.unsettled().map(settle));
    reportOverdue();
  };
}
