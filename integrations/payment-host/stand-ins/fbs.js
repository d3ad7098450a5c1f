import { randomUUID } from 'node:crypto';
import { json } from '../host/answers.js';
import { kronerOf } from '../host/ore.js';
import { Problem } from '../host/problem.js';
import { serve } from '../host/server.js';
import { hangingRoutes } from './hanging-routes.js';
import { PATRONS } from './patrons.js';

const bearerOf = ({ headers }) => /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];

/**
 * Stand-in: the library system with its login, as far as payments need it.
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
    /** The ids of fees whose payment it does not register. @type {Set<string>} */
    rejectedFees: new Set(),
    /** How long a registered fee is still listed, in milliseconds. */
    listDelay: 0,
    /** Whether it responds to everything with 503. */
    down: false,
    /** The paths that get no response. @type {RegExp | undefined} */
    hangsOn: undefined,
    onHang: () => undefined,
    /** Whether the response to the next registration is lost, after it has registered. */
    losesRegistration: false,
    /** Whether it accepts a second payment for a fee, unlike the real FBS, so that the ledger shows duplicate payments. */
    acceptsDuplicates: () => false,
    /** The registrations in order. @type {{ orderId: string, feeId: string, ore: number }[]} */
    registrations: [],
    /** The token of the library itself. */
    agencyToken: randomUUID(),
    /** Logs a patron in, and returns a token. */
    logIn(patronId) {
      const token = randomUUID();
      patronIds.set(token, patronId);
      return token;
    },
    /** @param {string} [token] by default, all tokens */
    logOut: (token) => void (token ? patronIds.delete(token) : patronIds.clear()),
    knows: (token) => patronIds.has(token),
    /** Changes the amount of a fee. */
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

  const isListed = ({ paidBy, paidAt }) => !paidBy || now() < paidAt + fbs.listDelay;

  const feeV2 = (fee) => {
    const { ore, patronId: _patron, paidBy: _order, paidAt, ...rest } = fee;
    if (isListed(fee)) return { ...rest, amount: kronerOf(ore), paidDate: null };
    // The amount is what is left.
    return { ...rest, amount: 0, paidDate: new Date(paidAt).toISOString().slice(0, 10) };
  };

  function verdictOn(patronId, orderId, feeId) {
    const fee = fees.find((one) => one.patronId === patronId && String(one.feeId) === feeId);
    if (fee?.paidBy && !fbs.acceptsDuplicates()) return 'paymentRegisteredByDifferentOrderId';
    if (!fee?.payableByClient || fbs.rejectedFees.has(feeId)) return 'paymentNotAllowedByClient';
    fee.paidBy = orderId;
    fee.paidAt = now();
    fbs.registrations.push({ orderId, feeId, ore: fee.ore });
    return 'paymentRegistered';
  }

  /** Idempotent for each order: repeated requests have the same result. */
  function register(patronId, orderId, feeId) {
    const name = `${orderId} ${feeId}`;
    if (!verdicts.has(name)) verdicts.set(name, verdictOn(patronId, orderId, feeId));
    return verdicts.get(name);
  }

  const answerFees = ({ response, url }, patronId) => {
    const wants = (name) => url.searchParams.get(name) === 'true';
    const listed = fees.filter(
      (fee) =>
        fee.patronId === patronId &&
        (wants('includepaid') || isListed(fee)) &&
        (wants('includenonpayable') || fee.payableByClient),
    );
    json(response, listed.map(feeV2));
  };

  const requireLibrary = (request) => {
    if (fbs.down) throw new Problem(503, 'down', 'FBS is down.');
    if (bearerOf(request) !== fbs.agencyToken) {
      throw new Problem(401, 'unauthorized', 'Not a library.');
    }
  };

  const routes = {
    'GET /external/agencyid/patron/patronid/v2': ({ request, response }) =>
      json(response, { patronId: patronOf(request) }),

    'GET /external/agencyid/patron/patronid/fees/v2': (exchange) =>
      answerFees(exchange, patronOf(exchange.request)),

    // No patron is logged in during the callback, so the library uses its own token for these two.
    'GET /external/agencyid/patron/:patronId/fees/v2': (exchange) => {
      requireLibrary(exchange.request);
      answerFees(exchange, exchange.params.patronId);
    },

    'POST /external/agencyid/patron/:patronId/payment': ({ request, response, body, params }) => {
      requireLibrary(request);
      const { orderId, feeId: feeIds } = JSON.parse(body);
      const answer = feeIds.map((feeId) => ({
        feeId,
        orderId,
        paymentStatus: register(params.patronId, orderId, String(feeId)),
      }));
      if (fbs.losesRegistration) {
        fbs.losesRegistration = false;
        return void response.destroy();
      }
      json(response, answer);
    },
  };
  return Object.assign(fbs, await serve(hangingRoutes(fbs, routes)));
}
