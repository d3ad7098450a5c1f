/** An answer of the library system with `count` invented debts, every other one of the old system. */
export const fees = (count) =>
  Array.from({ length: count }, (_, index) => ({
    feeId: 700_001 + index,
    type: 'fee',
    reasonMessage: index % 3 ? 'Gebyr (for sent afleveret)' : 'Erstatning',
    amount: 20 + index / 4,
    dueDate: `2026-0${1 + (index % 9)}-15`,
    creationDate: '2025-12-01',
    paidDate: null,
    payableByClient: index % 2 === 0,
    materials: [{ materialItemNumber: `${5_237_104_417 + index}`, recordId: '48724101' }],
  }));
