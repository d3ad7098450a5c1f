import { CELLS, NAMES } from './cells.js';
import { CONDITIONS } from './conditions.js';
import { FAILED } from './danish.js';

const LEGEND = {
  '=': 'both have answered: debts, and the total',
  0: 'both have answered: nothing is owed, and that is said',
  '≥': 'both have answered, but some could not be read: "mindst", or at least not "nothing is owed"',
  '½': 'one half failed and is named, the other stands, and there is no total',
  x: 'both failed and are named',
  '!': 'not what the oracle says',
};

/** One letter for what a patron has read; of the page, not of the oracle. */
function letterOf({ boxes, sections, text }) {
  const failed = new Set(boxes.flatMap(({ heading }) => FAILED[heading] ?? []));
  if (failed.size) return failed.size === 1 ? '½' : 'x';
  if (text.includes('kunne ikke vises')) return '≥';
  return Object.values(sections).some(Boolean) ? '=' : '0';
}

const rowOf = (title, letters) => `  ${title.padEnd(28)} ${letters.join(' ')}`;

/**
 * The matrix as lines of text: the old system's condition downwards, the new one's across.
 * @param {ReadonlyMap<number, { seen: any, objections: readonly string[] }>} verdicts by the cell's id
 */
export function matrixTable(verdicts) {
  const letters = CELLS.filter(({ id }) => verdicts.has(id)).map(({ id, conditions }) => {
    const { seen, objections } = verdicts.get(id);
    return { conditions, letter: objections.length ? '!' : letterOf(seen.first) };
  });
  const at = (wanted) =>
    letters.find(({ conditions }) =>
      Object.entries(wanted).every(([endpoint, condition]) => conditions[endpoint] === condition),
    )?.letter ?? ' ';
  const count = (letter) => letters.filter((cell) => cell.letter === letter).length;
  return [
    rowOf(
      'dibs ↓  oir →',
      NAMES.map((name) => CONDITIONS[name].letter),
    ),
    ...NAMES.map((dibs) =>
      rowOf(
        `${CONDITIONS[dibs].letter} ${dibs}`,
        NAMES.map((oir) => at({ dibs, oir })),
      ),
    ),
    rowOf(
      'fees-url, alone',
      NAMES.map((shared) => at({ shared })),
    ),
    ...Object.entries(LEGEND).map(
      ([letter, meaning]) => `  ${letter} ${count(letter)}: ${meaning}`,
    ),
  ].join('\n');
}
