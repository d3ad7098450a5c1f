const material = (materialItemNumber, recordId) => ({
  materialItemNumber,
  recordId,
  periodical: null,
  materialGroup: { name: 'standard', description: '31 dages lånetid til alm lånere' },
});

const fee = (feeId, ore, over = {}) => ({
  feeId,
  ore,
  type: 'fee',
  reasonMessage: 'Gebyr (for sent)',
  creationDate: '2021-04-06',
  dueDate: '2021-05-08',
  payableByClient: true,
  materials: [material(`5237${feeId}`, `487${feeId}`)],
  ...over,
});

/**
 * The patrons with their fees, in øre (FBS uses kroner). Astrid has five fees in the old system, 328.35 kr. in total, and
 * one in the new system. The tests check that she cannot pay Bo's fee.
 */
export const PATRONS = {
  astrid: [
    fee(434536, 7000, {
      materials: [material('5237124059', '48724566'), material('5119382558', '52518563')],
    }),
    fee(434537, 19256, {
      type: 'compensation',
      reasonMessage: 'Erstatning',
      dueDate: '2021-06-01',
    }),
    // 0.3 and 19.99 are not binary fractions, so sums of kroner would be inexact.
    fee(434538, 30, { reasonMessage: 'Gebyr', dueDate: '2021-06-15' }),
    fee(434539, 1999, { dueDate: '2021-07-02' }),
    // A closed interlibrary loan without materials.
    fee(434540, 4550, { reasonMessage: 'Gebyr (fjernlån)', dueDate: null, materials: [] }),
    fee(500001, 23000, {
      reasonMessage: 'Gebyr',
      creationDate: '2021-12-02',
      dueDate: null,
      payableByClient: false,
    }),
  ],
  bo: [fee(777001, 7000)],
};
