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

/** What each endpoint answers when all is well. */
export const DEBTS = { dibs: OLD, oir: NEW, shared: [...OLD, ...NEW] };

/** Entries that cannot be read (CONTRACT 3.6), as text: one of them is an id that no JavaScript can write. */
export const RUBBISH = [
  'null',
  '17',
  '"gebyr"',
  '[]',
  '{}',
  '{"feeId": 901}',
  '{"amount": 70}',
  '{"feeId": 902, "amount": -70}',
  '{"feeId": 903, "amount": "70"}',
  '{"feeId": 9007199254740993, "amount": 70}',
];

const bodies = new Map();

/** 50 MB that are read as the debts of that endpoint: the weight is in a field nobody knows. */
export function heavyBody(endpoint) {
  if (!bodies.has(endpoint)) {
    const [first, ...rest] = DEBTS[endpoint];
    const history = Array.from({ length: 50_000 }, (_, line) => `${line} `.padEnd(1_000, 'x'));
    bodies.set(endpoint, Buffer.from(JSON.stringify([{ ...first, history }, ...rest])));
  }
  return bodies.get(endpoint);
}
