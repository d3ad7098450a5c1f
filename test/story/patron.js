import { startHost } from '../../integrations/payment-host/stand-ins/start.js';

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

/** Dates in past years, so that they are always formatted the same. */
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

/** A library whose patron owes 70 kr. and 192.56 kr. in the old system, and 230 kr. in the new one. */
export const openLibrary = () => startHost({ patrons: PATRONS });

/** A transcript of a session. */
export class Transcript {
  #lines = [];
  #last = [];
  presses = 0;

  /** Adds a line, without values that vary. */
  add(line) {
    this.#lines.push(
      line
        .replace(/D(-[0-9A-F]{8}){4}/g, 'D-…')
        .replace(/Betalt: \d+\. \p{L}+ \d{4}/u, 'Betalt: …'),
    );
  }

  /** Adds the new announcements. @param {string[]} announcements the current texts of the live regions */
  announce(announcements) {
    for (const words of announcements)
      if (!this.#last.includes(words)) this.add(`  said: ${words}`);
    this.#last = announcements;
  }

  get text() {
    return [...this.#lines, `${this.presses} key presses.`].join('\n');
  }
}
