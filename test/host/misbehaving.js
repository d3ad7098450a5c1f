import { setTimeout as wait } from 'node:timers/promises';
import { json } from './answers.js';

/** How long `slow` takes, in ms: enough to press a button twice, in two tabs. */
const SLOW = 1500;

function askedFor(body) {
  try {
    const { feeIds = [], amount = NaN } = JSON.parse(body);
    return { feeIds, amount };
  } catch {
    return { feeIds: [], amount: NaN };
  }
}

/**
 * PLAY: answers what `startPayment` has made, in the way that a test has asked for, and keeps the log of starts.
 * @param {import('./library.js').Library} library
 */
export function misbehaving(library, start) {
  async function deliver({ response }, answer) {
    const { startAnswer: how } = library;
    if (how === 'lost-once') library.startAnswer = 'ok';
    // The order is made and nobody hears of it: the worst moment for a network to go.
    if (how === 'lost' || how === 'lost-once') return void response.destroy();
    if (how === 'slow') await wait(SLOW);
    if (typeof how === 'function') await how(response, answer);
    else json(response, answer);
  }

  return async (exchange) => {
    const { request, response, body } = exchange;
    const key = String(request.headers['idempotency-key']);
    const logged = { key, ...askedFor(body), orderId: '', status: 0 };
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
