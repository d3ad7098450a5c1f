import { Problem } from './problem.js';

/** How the library asks FBS. */
export function fbsClient({ origin, agencyToken }) {
  async function ask(path, token, init = {}) {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const url = `${origin}/external/agencyid/patron/${path}`;
    const answer = await fetch(url, {
      ...init,
      headers,
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    if (answer?.status === 401) throw new Problem(401, 'unauthorized', 'Log in.');
    if (!answer?.ok) throw new Problem(503, 'fbs', 'FBS does not answer.');
    return answer.json();
  }

  return {
    /** Whose token it is, asked of the one who knows; what a browser says of itself is worth nothing. */
    patronOf: async (token) => (await ask('patronid/v2', token)).patronId,

    /** A patron's fees (`FeeV2[]`), also those that no client may offer payment for. */
    fees: (token, { includePaid }) =>
      ask(`patronid/fees/v2?includepaid=${includePaid}&includenonpayable=true`, token),

    /** Registers an order's payment: which of its fees FBS took. Any other word than one is a refusal. */
    async register({ orderId, patronId, feeIds }) {
      const verdicts = await ask(`${encodeURIComponent(patronId)}/payment`, agencyToken, {
        method: 'POST',
        body: JSON.stringify({ orderId, feeId: feeIds.map(Number) }),
      });
      return feeIds.filter((feeId) =>
        verdicts.some(
          (verdict) =>
            String(verdict.feeId) === feeId && verdict.paymentStatus === 'paymentRegistered',
        ),
      );
    },
  };
}
