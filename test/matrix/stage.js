import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { NAMES } from './cells.js';
import { judge } from './judge.js';
import { matrixTable } from './matrix-table.js';
import { expectedOf } from './oracle.js';
import { seeMatrix } from './see-matrix.js';

/**
 * The cells of the matrix in one engine: a test for each row.
 * @param {string} engine
 * @param {typeof import('./cells.js').CELLS} cells
 */
export const judgeIn = (engine, cells) =>
  describe(`CONTRACT 3.8 and 4: the truth at every fault, in ${engine}`, () => {
    const verdicts = new Map();

    before(async () => {
      const seen = await seeMatrix(engine, cells);
      for (const { id, conditions } of cells) {
        verdicts.set(id, { seen: seen[id], objections: judge(expectedOf(conditions), seen[id]) });
      }
      const right = [...verdicts.values()].filter(({ objections }) => !objections.length);
      console.error(`${engine}: ${right.length} of ${cells.length} cells are right`);
      console.error(matrixTable(verdicts));
    });

    const holds = (isMeant) => {
      const meant = cells.filter(({ conditions }) => isMeant(conditions));
      assert.ok(meant.length);
      const wrong = meant.flatMap(({ id, conditions }) =>
        verdicts.get(id).objections.map((it) => `${JSON.stringify(conditions)}: ${it}`),
      );
      assert.deepEqual(wrong, []);
    };

    for (const name of NAMES) {
      test(`the old system: ${name}`, () => holds(({ dibs }) => dibs === name));
      test(`the new system: ${name}`, () => holds(({ oir }) => oir === name));
      test(`one endpoint for both: ${name}`, () => holds(({ shared }) => shared === name));
    }
  });
