import { Problem } from './problem.js';

/** The library's client for FBS. */
export function fbsClient({ origin, agencyToken }) {
  async function request(path, token, init = {}) {
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
    /** The patron of a token, from its issuer. The browser's own claims are not trusted. */
    patronOf: async (token) => (await request('patronid/v2', token)).patronId,

    /** A patron's fees (`FeeV2[]`), also those that clients must not offer for payment. */
    fees: (token, { includePaid }) =>
      request(`patronid/fees/v2?includepaid=${includePaid}&includenonpayable=true`, token),

    /** Registers an order's payment. Returns the fees that FBS registered; any other status is a rejection. */
    async register({ orderId, patronId, feeIds }) {
      const verdicts = await request(`${encodeURIComponent(patronId)}/payment`, agencyToken, {
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
