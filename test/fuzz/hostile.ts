import * as fc from 'fast-check';

/** Unexpected values from systems, templates and attackers. */
const ODD = [
  ...[null, true, false, 0, -0, 1, -1, 0.1 + 0.2, 19.99, 1e-7, 1e21, 1e308, 2 ** 53, 2 ** 53 + 2],
  ...['', ' ', '0', '70.00', '10,50', 'NaN', 'null', 'undefined', '[object Object]', '\u0000'],
  ...['0001-01-01', '1899-11-30', '2022-02-30', '2022-04-06T22:30:00Z', '9999-12-31', 'i går'],
  ...['javascript:alert(1)', ' JaVa\tScript:alert(1)', '//evil.example', '\\\\evil.example'],
  ...['https:evil.example', 'https://a:b@evil.example', 'http://evil.example', 'data:text/html,x'],
  ...['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '\u202Ekr. 1', '{amount}'],
  ...['__proto__', 'constructor', 'toString', 'x'.repeat(5000), '🫥', '\ud800'],
];

export const odd: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...ODD) },
  fc.string(),
  fc.double(),
  fc.integer(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The same, as an attribute. */
export const oddText: fc.Arbitrary<string> = odd.map((value) =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null),
);

/** The value after transfer as JSON, which has no `undefined`, no `NaN` and no functions. */
export const received = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

const day = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const kroner = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }).map((ore) => ore / 100),
  fc.constantFrom(0, 0.1 + 0.2, 2.56, 70, 192.56, -1),
);

const fee = fc.record(
  {
    feeId: fc.oneof(fc.nat(30), fc.nat(30).map(String)),
    type: fc.constantFrom('fee', 'compensation', 'other', 'noget nyt'),
    reasonMessage: fc.constantFrom('Gebyr', 'Erstatning', '', '<b>Gebyr</b>'),
    amount: kroner,
    dueDate: fc.option(day),
    creationDate: day,
    paidDate: fc.option(day, { freq: 6 }),
    payableByClient: fc.boolean(),
    paymentStatus: fc.constantFrom('reserved', 'pending', 'completed', 'failed', 'ukendt'),
    materials: fc.array(
      fc.record({ materialItemNumber: fc.constantFrom('1', ''), recordId: fc.constant('2') }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['feeId', 'amount', 'creationDate'] },
);

/** A fee with one unexpected field. */
const spoilt = fc
  .tuple(fee, fc.constantFrom('feeId', 'amount', 'paidDate', 'payableByClient', 'materials'), odd)
  .map(([own, field, value]) => ({ ...own, [field]: value }));

/** The entries of a fees endpoint. */
export const entries: fc.Arbitrary<readonly unknown[]> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fee },
      { weight: 3, arbitrary: spoilt },
      odd,
    ) as fc.Arbitrary<unknown>,
    { maxLength: 12 },
  )
  .map((list) => received(list) as unknown[]);

export const aDay = day;
