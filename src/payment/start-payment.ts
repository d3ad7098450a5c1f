import type { Settings } from '../config/settings.js';
import type { ReadFailure } from '../sources/failure.js';
import { send, textOf, type Transport } from '../sources/transport.js';
import { jsonOf } from '../units/json-of.js';
import { amountOf, feeIdsOf, type Order } from './order.js';
import { readStart, type StartAnswer } from './start-answer.js';

/** Asks the host for a payment (CONTRACT 6). Never rejects: no answer is an answer too. */
export async function startPayment(
  order: Order,
  { dibsPaymentUrl = '', paymentOrigins }: Pick<Settings, 'dibsPaymentUrl' | 'paymentOrigins'>,
  transport: Transport,
  signal: AbortSignal,
): Promise<StartAnswer> {
  const { key, channel, returnUrl, language } = order;
  const request = {
    method: 'POST',
    headers: {
      Accept: 'application/json, application/problem+json',
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
    },
    body: jsonOf({
      feeIds: feeIdsOf(order),
      amount: amountOf(order),
      currency: 'DKK',
      channel,
      returnUrl,
      language,
    }),
    // A login page that a redirect leads to would look like an answer.
  } as const;
  try {
    return await send(dibsPaymentUrl, request, transport, signal, async (response) => {
      const { status, headers } = response;
      const type = headers.get('Content-Type') ?? '';
      return readStart({ status, type, text: await textOf(response) }, paymentOrigins);
    });
  } catch (failure) {
    const { kind } = failure as ReadFailure;
    return { is: 'refused', because: kind === 'unauthorized' ? 'login' : 'lost' };
  }
}
