import { startHost } from '../host/host.js';

const material = (materialItemNumber, recordId) => ({
  materialItemNumber,
  recordId,
  periodical: null,
  materialGroup: { name: 'standard', description: '31 dages lånetid til alm lånere' },
});

const fee = (feeId, ore, over) => ({
  feeId,
  ore,
  type: 'fee',
  reasonMessage: 'Gebyr (for sent)',
  creationDate: '2021-04-06',
  dueDate: '2021-05-08',
  payableByClient: true,
  materials: [material(`52371240${feeId}`, `4872456${feeId}`)],
  ...over,
});

/** Days of years ago: they are written the same whenever this is run. */
const PATRONS = {
  astrid: [
    fee(1, 7000),
    fee(2, 19256, {
      type: 'compensation',
      reasonMessage: 'Erstatning',
      dueDate: '2021-06-01',
      materials: [material('5119382558', '52518563'), material('5324105031', '38540942')],
    }),
    fee(3, 23000, {
      reasonMessage: 'Gebyr',
      creationDate: '2021-12-02',
      dueDate: null,
      payableByClient: false,
    }),
  ],
};

/** The library of the one who owes 70 kr., 192,56 kr. and, in the new system, 230 kr. */
export const openLibrary = () => startHost({ patrons: PATRONS });

/** What is written down of a story. */
export class Account {
  #lines = [];
  #last = [];
  presses = 0;

  /** What is different each time is left out. */
  note(line) {
    this.#lines.push(
      line.replace(/D-[0-9A-F]{8}/g, 'D-…').replace(/Betalt: \d+\. \p{L}+ \d{4}/u, 'Betalt: …'),
    );
  }

  /** @param {string[]} said all that the live regions say now */
  hear(said) {
    for (const words of said) if (!this.#last.includes(words)) this.note(`  said: ${words}`);
    this.#last = said;
  }

  get text() {
    return [...this.#lines, `${this.presses} key presses.`].join('\n');
  }
}
