import { randomUUID } from 'node:crypto';
import { json } from './answers.js';
import { kronerOf } from './ore.js';
import { PATRONS } from './astrid.js';
import { Problem } from './problem.js';
import { serve } from './serve.js';

const bearerOf = ({ headers }) => /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];

/**
 * PLAY: the library system, as far as a payment needs it, and the login in front of it.
 * @param {{ patrons?: typeof PATRONS, now?: () => number }} [with]
 */
export async function startFbs({ patrons = PATRONS, now = Date.now } = {}) {
  const fees = Object.entries(patrons).flatMap(([patronId, owed]) =>
    owed.map((fee) => ({ ...fee, patronId, paidBy: '', paidAt: NaN })),
  );
  const patronIds = new Map();
  const verdicts = new Map();

  const fbs = {
    origin: '',
    /** Fee ids whose payment it refuses to register. @type {Set<string>} */
    refuses: new Set(),
    /** For how long a fee that has been registered as paid still stands in the list, in ms. */
    listDelay: 0,
    /** Answers 503 to everything. */
    down: false,
    /** As no FBS does: what is paid is paid once more, so that the ledger shows whom nobody else has held back. */
    takesTwice: () => false,
    /** What it has registered, in its order. @type {{ orderId: string, feeId: string, ore: number }[]} */
    registrations: [],
    /** What the library, rather than a patron, proves itself with. */
    agencyToken: randomUUID(),
    /** The login: a token for a patron. */
    logIn(patronId) {
      const token = randomUUID();
      patronIds.set(token, patronId);
      return token;
    },
    /** @param {string} [token] of one patron; else everybody's */
    logOut: (token) => void (token ? patronIds.delete(token) : patronIds.clear()),
    knows: (token) => patronIds.has(token),
    /** A fee comes to something else from now on. */
    change(feeId, ore) {
      for (const fee of fees) if (String(fee.feeId) === feeId) fee.ore = ore;
    },
    close: async () => undefined,
  };

  const patronOf = (request) => {
    if (fbs.down) throw new Problem(503, 'down', 'FBS is down.');
    const patronId = patronIds.get(bearerOf(request));
    if (!patronId) throw new Problem(401, 'unauthorized', 'No valid token.');
    return patronId;
  };

  const isListedAsOwed = ({ paidBy, paidAt }) => !paidBy || now() < paidAt + fbs.listDelay;

  const feeV2 = (fee) => {
    const { ore, patronId: _patron, paidBy: _order, paidAt, ...rest } = fee;
    const paidDate = isListedAsOwed(fee) ? null : new Date(paidAt).toISOString().slice(0, 10);
    return { ...rest, amount: kronerOf(ore), paidDate };
  };

  function verdictOn(patronId, orderId, feeId) {
    const fee = fees.find((one) => one.patronId === patronId && String(one.feeId) === feeId);
    if (fee?.paidBy && !fbs.takesTwice()) return 'paymentRegisteredByDifferentOrderId';
    if (!fee?.payableByClient || fbs.refuses.has(feeId)) return 'paymentNotAllowedByClient';
    fee.paidBy = orderId;
    fee.paidAt = now();
    fbs.registrations.push({ orderId, feeId, ore: fee.ore });
    return 'paymentRegistered';
  }

  /** Idempotent per order: asked again, it says again what it said. */
  function register(patronId, orderId, feeId) {
    const name = `${orderId} ${feeId}`;
    if (!verdicts.has(name)) verdicts.set(name, verdictOn(patronId, orderId, feeId));
    return verdicts.get(name);
  }

  const server = await serve({
    'GET /external/agencyid/patron/patronid/v2': ({ request, response }) =>
      json(response, { patronId: patronOf(request) }),

    'GET /external/agencyid/patron/patronid/fees/v2': ({ request, response, url }) => {
      const patronId = patronOf(request);
      const wants = (name) => url.searchParams.get(name) === 'true';
      const listed = fees.filter(
        (fee) =>
          fee.patronId === patronId &&
          (wants('includepaid') || isListedAsOwed(fee)) &&
          (wants('includenonpayable') || fee.payableByClient),
      );
      json(response, listed.map(feeV2));
    },

    // Nobody is logged in when the gateway calls back, so the library registers as itself.
    'POST /external/agencyid/patron/:patronId/payment': ({ request, response, body, params }) => {
      if (fbs.down) throw new Problem(503, 'down', 'FBS is down.');
      if (bearerOf(request) !== fbs.agencyToken) {
        throw new Problem(401, 'unauthorized', 'Not a library.');
      }
      const { orderId, feeId: feeIds } = JSON.parse(body);
      const answer = feeIds.map((feeId) => ({
        feeId,
        orderId,
        paymentStatus: register(params.patronId, orderId, String(feeId)),
      }));
      json(response, answer);
    },
  });
  return Object.assign(fbs, server);
}
