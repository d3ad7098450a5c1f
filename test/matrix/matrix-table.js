import { CELLS, NAMES } from './cells.js';
import { CONDITIONS } from './conditions.js';
import { FAILED } from './danish.js';

const LEGEND = {
  '=': 'both systems answered: debts and a total',
  0: 'both systems answered: no debts',
  '≥': 'both systems answered, with unreadable entries: "mindst", or at least not "no debts"',
  '½': 'one system failed: its failure, the debts of the other, and no total',
  x: 'both systems failed',
  '!': 'different from the oracle',
};

/** The letter for what a patron reads, from the report of the page. */
function letterOf({ boxes, sections, text }) {
  const failed = new Set(boxes.flatMap(({ heading }) => FAILED[heading] ?? []));
  if (failed.size) return failed.size === 1 ? '½' : 'x';
  if (text.includes('kunne ikke vises')) return '≥';
  return Object.values(sections).some(Boolean) ? '=' : '0';
}

const rowOf = (title, letters) => `  ${title.padEnd(28)} ${letters.join(' ')}`;

/**
 * The matrix as text, with the old system's conditions as rows, and the new system's as columns.
 * @param {ReadonlyMap<number, { seen: any, differences: readonly string[] }>} results by the cell's id
 */
export function matrixTable(results) {
  const letters = CELLS.filter(({ id }) => results.has(id)).map(({ id, conditions }) => {
    const { seen, differences } = results.get(id);
    return { conditions, letter: differences.length ? '!' : letterOf(seen.first) };
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
