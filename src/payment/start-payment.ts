import type { Settings } from '../config/settings.js';
import type { RequestError } from '../fees/failure.js';
import { sendRequest, bodyText, type HttpOptions } from '../fees/http.js';
import { jsonOf } from '../util/json.js';
import { amountOf, feeIdsOf, type Order } from './core/order.js';
import { readStart, type StartAnswer } from './start-answer.js';

/** Asks the host for a payment (CONTRACT 6). Never rejects: no answer is an answer too. */
export async function startPayment(
  order: Order,
  { dibsPaymentUrl = '', paymentOrigins }: Pick<Settings, 'dibsPaymentUrl' | 'paymentOrigins'>,
  transport: HttpOptions,
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
    return await sendRequest(dibsPaymentUrl, request, transport, signal, async (response) => {
      const { status, headers } = response;
      const type = headers.get('Content-Type') ?? '';
      return readStart({ status, type, text: await bodyText(response) }, paymentOrigins);
    });
  } catch (failure) {
    const { kind } = failure as RequestError;
    return { is: 'refused', because: kind === 'unauthorized' ? 'login' : 'lost' };
  }
}
