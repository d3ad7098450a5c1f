import type { Settings } from '../config/settings.js';
import type { RequestError } from '../http/failure.js';
import { resolveUrl, sendRequest, type HttpOptions } from '../http/send-request.js';
import { bodyText } from '../http/shared-requests.js';
import { isObject, jsonOf } from '../util/json.js';
import { amountOf, feeIdsOf, type Order } from './core/order.js';
import type { Refusal } from './core/state.js';
import { destinationOf, type Destination } from './destination.js';

export type StartAnswer =
  | { readonly is: 'started'; readonly orderId: string; readonly destination: Destination }
  | {
      readonly is: 'refused';
      readonly reason: Refusal;
      /** A fault of the integration, for the console. */
      readonly fault?: string;
    };

/** Two elements may write the same URL differently. */
export const absolute = (url = ''): string => resolveUrl(url).href;

/** Refusals as RFC 9457 problems. The same status with another type says nothing of the debts. */
const REFUSALS: Readonly<Record<number, Refusal>> = { 409: 'paying', 410: 'paid', 422: 'changed' };

const refusedFor = (reason: Refusal): StartAnswer => ({ is: 'refused', reason });

const invalid = (fault: string): StartAnswer => ({ is: 'refused', reason: 'invalid', fault });

/** Parses the answer to a start (CONTRACT 6). Takes anything, never throws. */
export function parseStartAnswer(
  { status, type, text }: { readonly status: number; readonly type: string; readonly text: string },
  paymentOrigins: readonly string[],
): StartAnswer {
  if (status === 401 || status === 403) return refusedFor('login');
  if (status === 429 || status >= 500) return refusedFor('lost');
  const refusal = REFUSALS[status];
  if (refusal && /^application\/problem\+json\b/i.test(type)) return refusedFor(refusal);
  if (status < 200 || status > 299) {
    return invalid(`answered ${status || 'with a redirect'} (${type || 'of no type'})`);
  }
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    // Most likely a login page.
  }
  if (!isObject(answer)) return invalid('did not answer with a JSON object');
  const { orderId } = answer;
  if (typeof orderId !== 'string' || !orderId.trim()) {
    return invalid('answered without an orderId that is text');
  }
  const destination = destinationOf(answer, paymentOrigins);
  return typeof destination === 'string' ? invalid(destination) : { is: 'started', orderId, destination };
}

/** Requests a payment (CONTRACT 6). Never rejects. */
export async function requestPayment(
  order: Order,
  { dibsPaymentUrl = '', paymentOrigins }: Pick<Settings, 'dibsPaymentUrl' | 'paymentOrigins'>,
  httpOptions: HttpOptions,
  signal: AbortSignal,
): Promise<StartAnswer> {
  const { key, channel, returnUrl, language, paymentUrl } = order;
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
  } as const;
  // Exactly as written, where it is the element's own.
  const url = !paymentUrl || paymentUrl === absolute(dibsPaymentUrl) ? dibsPaymentUrl : paymentUrl;
  try {
    return await sendRequest(url, request, httpOptions, signal, async (response) => {
      const { status, headers } = response;
      const type = headers.get('Content-Type') ?? '';
      return parseStartAnswer({ status, type, text: await bodyText(response) }, paymentOrigins);
    });
  } catch (failure) {
    return refusedFor((failure as RequestError).kind === 'unauthorized' ? 'login' : 'lost');
  }
}
