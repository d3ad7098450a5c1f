const DAY = 86_400_000;

/** Some days from today; negative ones have passed. */
export const inDays = (days) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const material = (materialItemNumber, recordId) => ({ materialItemNumber, recordId });

const MATERIALS = [
  material('5237104417', '48724101'),
  material('5119302266', '52518017'),
  material('5324105031', '38540942'),
];

const debt = (feeId, over) => ({
  feeId,
  type: 'fee',
  reasonMessage: 'Gebyr (for sent)',
  amount: 70,
  dueDate: inDays(12),
  creationDate: inDays(-18),
  payableByClient: true,
  materials: MATERIALS.slice(0, 1),
  ...over,
});

const LONG = {
  type: 'compensation',
  reasonMessage: 'Erstatning for bortkommet lydbogsafspiller',
  amount: 123_456.78,
};

/** Invented, in the shape of FBS's answers: three for each system, one of each overdue. */
export const both = () =>
  [true, false].flatMap((payableByClient, system) =>
    [
      { dueDate: inDays(-40), materials: MATERIALS },
      { ...LONG, amount: 192.56, reasonMessage: 'Erstatning', dueDate: inDays(19) },
      { amount: 9, dueDate: null, materials: [] },
    ].map((over, index) => debt(10 * system + index + 1, { payableByClient, ...over })),
  );

/** Words and amounts as long as they come, beside short ones. */
export const long = () => both().map((one, index) => (index % 3 === 1 ? { ...one, ...LONG } : one));

/** What is under way, beside what is not. */
export const locked = () => [
  debt(1, { paymentStatus: 'reserved' }),
  debt(2, { paymentStatus: 'completed', amount: 230 }),
  debt(3, { payableByClient: false }),
  debt(4, { dueDate: inDays(-40) }),
  debt(5, { amount: 35 }),
];

/** As many as are asked for, of both systems. */
export const many = (count) =>
  Array.from({ length: count }, (_, index) =>
    debt(index + 1, { payableByClient: index % 2 === 0, materials: MATERIALS.slice(0, index % 4) }),
  );
