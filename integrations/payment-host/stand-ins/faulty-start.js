import { setTimeout as wait } from 'node:timers/promises';
import { json } from '../host/answers.js';

/** The duration of `slow`, in milliseconds: long enough for two presses in two tabs. */
const SLOW = 1500;

function requestedIn(body) {
  try {
    const { feeIds = [], amount = NaN } = JSON.parse(body);
    return { feeIds, amount };
  } catch {
    return { feeIds: [], amount: NaN };
  }
}

/**
 * Stand-in: responds to payment starts as the test requires, and records them.
 * @param {import('./library.js').Library} library
 */
export function faultyStart(library, start) {
  async function deliver({ response }, answer) {
    const { startAnswer: mode } = library;
    if (mode === 'lost-once') library.startAnswer = 'ok';
    // The order exists, but the response is lost.
    if (mode === 'lost' || mode === 'lost-once') return void response.destroy();
    if (mode === 'slow') await wait(SLOW);
    if (typeof mode === 'function') await mode(response, answer);
    else json(response, answer);
  }

  return async (exchange) => {
    const { request, response, body } = exchange;
    const key = String(request.headers['idempotency-key']);
    const logged = { key, ...requestedIn(body), orderId: '', status: 0 };
    library.starts.push(logged);
    try {
      const answer = await start(exchange);
      logged.orderId = answer.orderId;
      await deliver(exchange, answer);
      logged.status = response.destroyed ? 0 : response.statusCode;
    } catch (error) {
      logged.status = error.status ?? 500;
      throw error;
    }
  };
}
