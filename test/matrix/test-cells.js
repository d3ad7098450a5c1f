import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { NAMES } from './cells.js';
import { compareCell } from './compare.js';
import { matrixTable } from './matrix-table.js';
import { expectedOf } from './oracle.js';
import { runCells } from './run-cells.js';

/**
 * Runs cells in one engine, with a test for each row and column.
 * @param {string} engine
 * @param {typeof import('./cells.js').CELLS} cells
 */
export const testCells = (engine, cells) =>
  describe(`CONTRACT 3.8 and 4: every fault, in ${engine}`, () => {
    const results = new Map();

    before(async () => {
      const reports = await runCells(engine, cells);
      for (const { id, conditions } of cells) {
        results.set(id, {
          seen: reports[id],
          differences: compareCell(expectedOf(conditions), reports[id]),
        });
      }
      const right = [...results.values()].filter(({ differences }) => !differences.length);
      console.error(`${engine}: ${right.length} of ${cells.length} cells are right`);
      console.error(matrixTable(results));
    });

    const assertCells = (isSelected) => {
      const selected = cells.filter(({ conditions }) => isSelected(conditions));
      assert.ok(selected.length);
      const wrong = selected.flatMap(({ id, conditions }) =>
        results.get(id).differences.map((it) => `${JSON.stringify(conditions)}: ${it}`),
      );
      assert.deepEqual(wrong, []);
    };

    for (const name of NAMES) {
      test(`the old system: ${name}`, () => assertCells(({ dibs }) => dibs === name));
      test(`the new system: ${name}`, () => assertCells(({ oir }) => oir === name));
      test(`one endpoint for both: ${name}`, () => assertCells(({ shared }) => shared === name));
    }
  });
