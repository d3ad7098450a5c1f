import { Problem } from './problem.js';

const isTextUpTo = (length) => (value) =>
  typeof value === 'string' && value.length > 0 && value.length <= length;

const TAKES = {
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
 * What the widget asks to pay (CONTRACT 6), or a 400. Only what is named here is read, so that the same request is the
 * same whatever order its members came in.
 */
export function orderRequestOf(body, ownOrigin) {
  const json = jsonOf(body);
  const wanted = Object.fromEntries(Object.keys(TAKES).map((name) => [name, json[name]]));
  for (const [name, holds] of Object.entries(TAKES)) {
    if (!holds(wanted[name])) throw new Problem(400, 'bad-request', `${name} does not hold.`);
  }
  // Else a link to the library could be made that ends, after a real payment, on somebody's copy of it.
  if (!URL.canParse(wanted.returnUrl) || new URL(wanted.returnUrl).origin !== ownOrigin) {
    throw new Problem(400, 'foreign-return', 'returnUrl is not on this site.');
  }
  return wanted;
}

/** The key under which a request may be repeated, or a 400. */
export function idempotencyKeyOf({ headers }) {
  const key = headers['idempotency-key'];
  if (!isTextUpTo(255)(key)) throw new Problem(400, 'no-key', 'Idempotency-Key is missing.');
  return key;
}
