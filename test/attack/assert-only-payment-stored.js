import assert from 'node:assert/strict';

const isText = (value) => typeof value === 'string';
const isNumber = (value) => typeof value === 'number';
const isFlag = (value) => typeof value === 'boolean';
const isOneOf =
  (...words) =>
  (value) =>
    words.includes(value);
const isLike = (pattern) => (value) => isText(value) && pattern.test(value);
const isListOf = (holds) => (value) => Array.isArray(value) && value.every(holds);
const isOptional = (holds) => (value) => value === undefined || holds(value);

/** Tests for an object with only these properties. */
const has = (shape) => (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((name) => name in shape) &&
  Object.entries(shape).every(([name, holds]) => holds(value[name]));

const isFeeId = isLike(/^\d{1,16}$/);
const isKey = isLike(/^[\d-]{10,50}$/);

const isLine = has({
  feeId: isFeeId,
  amount: isNumber,
  type: isOneOf('fee', 'compensation', 'other'),
  createdOn: isOptional(isLike(/^\d{4}-\d\d-\d\d$/)),
  failed: isOptional(isFlag),
});

const isOrder = has({
  key: isKey,
  lines: isListOf(isLine),
  // Checksums of URLs.
  sources: isListOf(isLike(/^-?\d{1,10}$/)),
  paymentUrl: isLike(/^https?:\/\/\S+$/),
  // A checksum and its salt.
  patron: isOptional(isLike(/^[\d-]{7,50}\.-?\d{1,10}$/)),
  returnUrl: isLike(/^https?:\/\/\S+$/),
  language: isOneOf('da', 'en'),
  channel: isOneOf('cms', 'app'),
  requestedAt: isNumber,
  id: isOptional(isText),
});

const isClaim = has({
  key: isKey,
  feeIds: isListOf(isFeeId),
  until: isNumber,
  inProgress: isFlag,
  sent: isFlag,
  failed: isListOf(isFeeId),
  afterPatronChange: isOptional(isOneOf('paying', 'registering')),
  otherPatron: isOptional(isFlag),
});

const isCurrent = has({
  is: isOneOf('starting', 'requested', 'away', 'open'),
  order: isOrder,
  again: isOptional(isFlag),
});

const isAccepted = has({
  is: isOneOf('accepted'),
  order: isOrder,
  at: isNumber,
  watched: isFlag,
  pending: isListOf(isFeeId),
  contested: isOptional(isFlag),
});

const isPayment = has({
  version: isNumber,
  orders: isListOf((entry) => isCurrent(entry) || isAccepted(entry)),
  otherClaims: isListOf(isClaim),
  ended: isListOf(isKey),
});

/** Asserts that the stored payment has only the fields in the README: no names, titles or tokens. */
export function assertOnlyPaymentStored(json) {
  const payment = JSON.parse(json);
  assert.ok(isPayment(payment), `more is stored than a payment needs: ${json}`);
  const { orders, otherClaims } = payment;
  assert.ok(
    orders.length || otherClaims.length,
    `no payment is in progress, but this is stored: ${json}`,
  );
}
