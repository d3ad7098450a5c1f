import { Problem } from './problem.js';

/**
 * The client for FBS. Each call ends with its `signal`.
 * @param {{ origin: string, agencyToken: string }} fbs `agencyToken` is the library's own
 */
export function fbsClient({ origin, agencyToken }) {
  async function request(path, token, signal, init = {}) {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const url = `${origin}/external/agencyid/patron/${path}`;
    try {
      const answer = await fetch(url, { ...init, headers, signal, redirect: 'error' });
      if (answer.status === 401) throw new Problem(401, 'unauthorized', 'Log in.');
      if (answer.ok) return await answer.json();
    } catch (error) {
      if (error instanceof Problem) throw error;
    }
    throw new Problem(503, 'fbs', 'FBS does not answer.');
  }

  const feesPath = (patronId, includePaid) =>
    `${encodeURIComponent(patronId)}/fees/v2?includepaid=${includePaid}&includenonpayable=true`;

  return {
    /** The patron of a token, from its issuer. The browser's own claims are not trusted. */
    patronOf: async (token, signal) => (await request('patronid/v2', token, signal)).patronId,

    /** The fees of a token's patron (`FeeV2[]`), also those that clients must not offer for payment. */
    fees: (token, { includePaid }, signal) =>
      request(feesPath('patronid', includePaid), token, signal),

    /** The fees of a patron who need not be logged in, with the paid ones. */
    feesOf: (patronId, signal) => request(feesPath(patronId, true), agencyToken, signal),

    /** Registers a payment. Returns the fees that FBS registered; any other status is a rejection. */
    async register({ orderId, patronId }, feeIds, signal) {
      const path = `${encodeURIComponent(patronId)}/payment`;
      const body = JSON.stringify({ orderId, feeId: feeIds.map(Number) });
      const verdicts = await request(path, agencyToken, signal, { method: 'POST', body });
      return feeIds.filter((feeId) =>
        verdicts.some(
          (verdict) =>
            String(verdict.feeId) === feeId && verdict.paymentStatus === 'paymentRegistered',
        ),
      );
    },
  };
}
