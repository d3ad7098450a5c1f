import { Problem } from './problem.js';

const isTextUpTo = (length) => (value) =>
  typeof value === 'string' && value.length > 0 && value.length <= length;

const VALIDATORS = {
  feeIds: (ids) =>
    Array.isArray(ids) &&
    ids.length > 0 &&
    ids.every((id) => typeof id === 'string' && /^\d{1,16}$/.test(id)) &&
    new Set(ids).size === ids.length,
  amount: (ore) => Number.isSafeInteger(ore) && ore > 0,
  currency: (currency) => currency === 'DKK',
  channel: (channel) => channel === 'cms' || channel === 'app',
  returnUrl: isTextUpTo(2000),
  language: isTextUpTo(35),
};

function jsonOf(body) {
  try {
    return Object(JSON.parse(body));
  } catch {
    throw new Problem(400, 'not-json', 'The request is no JSON.');
  }
}

/**
 * Parses the widget's request. Only known members are read, in a fixed order, so that equal requests compare
 * as equal.
 * @param {readonly string[]} returnOrigins
 * @throws {Problem} 400
 */
export function orderRequestOf(body, returnOrigins) {
  const json = jsonOf(body);
  const order = Object.fromEntries(Object.keys(VALIDATORS).map((name) => [name, json[name]]));
  for (const [name, isValid] of Object.entries(VALIDATORS)) {
    if (!isValid(order[name])) throw new Problem(400, 'bad-request', `${name} is invalid.`);
  }
  // Otherwise a link could lead, after a real payment, to an imitation of the library's site.
  if (!URL.canParse(order.returnUrl) || !returnOrigins.includes(new URL(order.returnUrl).origin)) {
    throw new Problem(400, 'foreign-return', 'returnUrl is on another site.');
  }
  return order;
}

/** The key of a repeatable request. @throws {Problem} 400 without one */
export function idempotencyKeyOf({ headers }) {
  const key = headers['idempotency-key'];
  if (!isTextUpTo(255)(key)) throw new Problem(400, 'no-key', 'Idempotency-Key is missing.');
  return key;
}
