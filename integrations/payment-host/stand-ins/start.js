import { randomUUID } from 'node:crypto';
import { amountOf } from '../host/orders.js';
import { startFbs } from './fbs.js';
import { startGateway } from './gateway.js';
import { startLibrary } from './library.js';

/** @returns {import('../host/gateway-client.js').Keys} */
const newKeys = () => ({
  merchant: '90000001',
  k1: randomUUID(),
  k2: randomUUID(),
  secretKey: randomUUID(),
});

/**
 * Starts a library with the payment host, and the stand-ins of FBS and the gateway, each as a server on this machine. The
 * job does not run by itself: call `library.reconcile()`.
 * @param {object} [options]
 * @param {'dibs' | 'easy'} [options.gateway] the kind of gateway
 * @param {typeof import('./patrons.js').PATRONS} [options.patrons]
 * @param {() => number} [options.now] the time in milliseconds, for all three
 * @param {() => AbortSignal} [options.deadline] of all calls of one request of the host
 * @param {{ library?: number, gateway?: number }} [options.ports] by default, free ports
 */
export async function startHost({
  gateway: by = 'dibs',
  patrons,
  now = Date.now,
  deadline,
  ports = {},
} = {}) {
  const fbs = await startFbs({ patrons, now });
  const gateway = await startGateway({ keys: newKeys(), port: ports.gateway });
  const library = await startLibrary({ fbs, gateway, now, deadline, port: ports.library });
  library.gateway = by;
  fbs.acceptsDuplicates = () => library.guard === 'naive';

  return {
    origin: library.origin,
    gatewayOrigin: gateway.origin,
    library,
    fbs,
    gateway,
    /** The number of captures that include a fee, and their total for it in øre. */
    chargesOf(feeId) {
      const orders = gateway.ledger
        .map(({ orderId }) => library.orders.find(orderId))
        .filter((order) => order?.registered.includes(feeId));
      const ore = orders.reduce((sum, order) => sum + amountOf(order, [feeId]), 0);
      return { captures: orders.length, ore };
    },
    close: async () => {
      await Promise.all([library, gateway, fbs].map((server) => server.close()));
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startHost>>} Host */
