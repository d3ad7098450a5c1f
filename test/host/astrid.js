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
 * Who is known to the library, each with what they owe (in øre here; FBS answers kroner). Astrid owes five fees that are
 * paid here, 328,35 kr., and one in the new system. Bo is there so that she cannot pay his.
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
    // 0.3 and 19.99 are no binary fractions: whoever adds kroner instead of øre is off by an øre sooner or later.
    fee(434538, 30, { reasonMessage: 'Gebyr', dueDate: '2021-06-15' }),
    fee(434539, 1999, { dueDate: '2021-07-02' }),
    // A closed interlibrary loan: no materials any more.
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
