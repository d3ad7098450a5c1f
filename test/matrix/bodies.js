const fee = (feeId, amount, payableByClient, more) => ({
  feeId,
  type: 'fee',
  reasonMessage: 'Gebyr (for sent)',
  amount,
  dueDate: '2026-05-08',
  creationDate: '2026-04-06',
  paidDate: null,
  payableByClient,
  materials: [],
  ...more,
});

const OLD = [fee(1, 70, true), fee(2, 192.56, true, { type: 'compensation' })];
const NEW = [fee(3, 230, false)];

/** The debts of each endpoint. */
export const DEBTS = { dibs: OLD, oir: NEW, shared: [...OLD, ...NEW] };

/** Unreadable entries (CONTRACT 3.6), as JSON text. One has an id that a JavaScript number cannot represent. */
export const UNREADABLE = [
  'null',
  '17',
  '"gebyr"',
  '[]',
  '{}',
  '{"feeId": 901}',
  '{"amount": 70}',
  '{"feeId": 902, "amount": 0.001}',
  '{"feeId": 903, "amount": "70"}',
  '{"feeId": 9007199254740993, "amount": 70}',
];

/** An entry with which no sum is known, not even "at least" (CONTRACT 3.6). */
export const CREDIT = '{"feeId": 905, "amount": -20, "payableByClient": false}';

const bodies = new Map();

/** A response of 50 MB with the debts of that endpoint. Most of it is in an unknown field. */
export function heavyBody(endpoint) {
  if (!bodies.has(endpoint)) {
    const [first, ...rest] = DEBTS[endpoint];
    const history = Array.from({ length: 50_000 }, (_, line) => `${line} `.padEnd(1_000, 'x'));
    bodies.set(endpoint, Buffer.from(JSON.stringify([{ ...first, history }, ...rest])));
  }
  return bodies.get(endpoint);
}
