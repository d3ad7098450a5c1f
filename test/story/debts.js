const material = (materialItemNumber, recordId) => ({
  materialItemNumber,
  recordId,
  periodical: null,
  materialGroup: { name: 'standard', description: '31 dages lånetid til alm lånere' },
});

const debt = (feeId, over) => ({
  feeId,
  type: 'fee',
  reasonMessage: 'Gebyr (for sent)',
  dueDate: null,
  paidDate: null,
  payableByClient: true,
  materials: [material(`52371240${feeId}`, `4872456${feeId}`)],
  ...over,
});

/** A debt in the old system, overdue since May. */
export const LATE = debt(1, { amount: 70, creationDate: '2026-04-06', dueDate: '2026-05-08' });

/** A debt in the old system for three books, due at Christmas. */
export const LOST = debt(2, {
  type: 'compensation',
  reasonMessage: 'Erstatning',
  amount: 192.56,
  creationDate: '2026-11-02',
  dueDate: '2026-12-24',
  materials: [
    material('5119382558', '52518563'),
    material('5324105031', '38540942'),
    material('3275308850', '23790318'),
  ],
});

/** A debt in the new system. */
export const NEW = debt(3, {
  reasonMessage: 'Gebyr',
  amount: 230,
  creationDate: '2026-10-30',
  payableByClient: false,
});

/** The debts of the patron in these tests. */
export const ALL = [LATE, LOST, NEW];

/** The titles in the FBI API, by record. */
export const TITLES = {
  48724561: ['Tættere end man tror', 'Anna Ek', 'Bog', '2019'],
  52518563: ['Havet under isen', 'Bo Lund', 'Bog', '2021'],
  38540942: ['Nattens fugle', 'Cecilie Dam', 'Lydbog (net)', '2015'],
  23790318: ['Den lange vej', 'Dorte Holm', 'Bog', '2001'],
};
