import { setTimeout as wait } from 'node:timers/promises';

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

/** In place of a response: holds what is written, until it is sent. */
class HeldResponse {
  #head = [];
  body = '';

  writeHead(...head) {
    this.#head = head;
    return this;
  }

  end(body) {
    this.body = body;
  }

  sendTo(response) {
    response.writeHead(...this.#head).end(this.body);
  }
}

/**
 * Stand-in: responds to payment starts as the test requires, and records them.
 * @param {import('./library.js').Library} library
 * @param {import('../host/server.js').Route} start the route of the host
 */
export function faultyStart(library, start) {
  async function deliver(held, answer, response) {
    const { startAnswer: mode } = library;
    if (mode === 'lost-once') library.startAnswer = 'ok';
    // The order exists, but the response is lost.
    if (mode === 'lost' || mode === 'lost-once') return void response.destroy();
    if (mode === 'slow') await wait(SLOW);
    if (typeof mode === 'function') await mode(response, answer);
    else held.sendTo(response);
  }

  return async (exchange) => {
    const { request, response, body } = exchange;
    const key = String(request.headers['idempotency-key']);
    const logged = { key, ...requestedIn(body), orderId: '', status: 0 };
    library.starts.push(logged);
    try {
      const held = new HeldResponse();
      await start({ ...exchange, response: held });
      const answer = JSON.parse(held.body);
      logged.orderId = answer.orderId;
      await deliver(held, answer, response);
      logged.status = response.destroyed ? 0 : response.statusCode;
    } catch (error) {
      logged.status = error.status ?? 500;
      throw error;
    }
  };
}
