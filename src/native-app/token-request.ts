import type { PatronToken } from '../http/token.js';
import { RequestError } from '../http/failure.js';
import { randomKey } from '../util/keys.js';
import { warn } from '../util/warn.js';
import { ANSWER_TIMEOUT, onAppMessage, sendToApp, type Message } from './bridge.js';

const TYPE = 'ddb-debt-token';

/** What to do with the answer to each pending request, by the request's id. */
const pending = new Map<unknown, (answer: PatronToken) => void>();

function onMessage({ type, id, token, patron }: Message): void {
  if (type !== TYPE) return;
  const settle = pending.get(id);
  const isValid = (token === null || typeof token === 'string') && (!patron || typeof patron === 'string');
  if (settle && isValid) settle({ token: String(token ?? ''), patron: patron ? String(patron) : undefined });
  else warn(`${TYPE}: the message does not match a pending request`);
}

let isListening = false;

function request(refused: boolean): Promise<PatronToken> {
  if (!isListening) onAppMessage(onMessage);
  isListening = true;
  return new Promise((resolve, reject) => {
    const id = randomKey();
    const settle = (answer?: PatronToken): void => {
      pending.delete(id);
      clearTimeout(timer);
      // Without a token, nobody is logged in.
      if (answer?.token) resolve(answer);
      else reject(new RequestError('unauthorized'));
    };
    const timer = setTimeout(() => {
      warn(`${TYPE}: the app has not answered in 10 seconds`);
      settle();
    }, ANSWER_TIMEOUT);
    pending.set(id, settle);
    if (!sendToApp(TYPE, { refused, id })) settle();
  });
}

/** The requests that elements share, by `refused`. */
const shared = new Map<boolean, Promise<PatronToken>>();

/**
 * Requests the patron's token from the app (CONTRACT 7).
 * @param refused whether the server has just refused the last token
 * @throws {RequestError} `unauthorized`, if the app has no token or does not answer
 */
export function requestToken(refused: boolean): Promise<PatronToken> {
  const known = shared.get(refused);
  if (known) return known;
  const token = request(refused);
  shared.set(refused, token);
  const forget = (): void => {
    if (shared.get(refused) === token) shared.delete(refused);
  };
  token.then(forget, forget);
  // A later request may be for another patron. One after a refusal is for the patron that was refused.
  if (!refused) setTimeout(forget);
  return token;
}
