import { randomUUID } from 'node:crypto';
import { startFbs } from './fbs.js';
import { startGateway } from './gateway.js';
import { startLibrary } from './library.js';
import { amountOf } from './orders.js';

/** @returns {import('./gateway.js').Keys} */
const newKeys = () => ({
  merchant: '90000001',
  k1: randomUUID(),
  k2: randomUUID(),
  secretKey: randomUUID(),
});

/**
 * The library, its FBS and its gateway, each a server of its own on this machine.
 * @param {object} [options]
 * @param {'dibs' | 'easy'} [options.gateway] by which way a payment goes
 * @param {typeof import('./astrid.js').PATRONS} [options.patrons]
 * @param {() => number} [options.now] the time in ms, for all three
 * @param {{ library?: number, gateway?: number }} [options.ports] else any that are free
 */
export async function startHost({
  gateway: by = 'dibs',
  patrons,
  now = Date.now,
  ports = {},
} = {}) {
  const fbs = await startFbs({ patrons, now });
  const gateway = await startGateway({ keys: newKeys(), port: ports.gateway });
  const library = await startLibrary({ fbs, gateway, now, port: ports.library });
  library.gateway = by;
  fbs.takesTwice = () => library.guard === 'naive';

  return {
    origin: library.origin,
    gatewayOrigin: gateway.origin,
    library,
    fbs,
    gateway,
    /** How many captures included a fee, and how many øre they took for it. */
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
