import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ENGINES } from '../browsers/engines.js';
import { CELLS, NAMES } from './cells.js';
import { judge } from './judge.js';
import { matrixTable } from './matrix-table.js';
import { expectedOf } from './oracle.js';
import { seeMatrix } from './see-matrix.js';

for (const engine of Object.keys(ENGINES)) {
  describe(`CONTRACT 3.8 and 4: the truth at every fault, in ${engine}`, () => {
    const verdicts = new Map();

    before(async () => {
      const { seen, seconds } = await seeMatrix(engine);
      for (const { id, conditions } of CELLS) {
        verdicts.set(id, { seen: seen[id], objections: judge(expectedOf(conditions), seen[id]) });
      }
      const right = [...verdicts.values()].filter(({ objections }) => !objections.length);
      console.log(`${engine}: ${right.length} of ${CELLS.length} cells are right; ${seconds} s`);
      console.log(matrixTable(verdicts));
    });

    const holds = (isMeant) => {
      const wrong = CELLS.filter(({ conditions }) => isMeant(conditions)).flatMap(
        ({ id, conditions }) =>
          verdicts.get(id).objections.map((it) => `${JSON.stringify(conditions)}: ${it}`),
      );
      assert.deepEqual(wrong, []);
    };

    for (const name of NAMES) {
      test(`the old system: ${name}; the new one: everything`, () =>
        holds(({ dibs }) => dibs === name));
    }
    for (const name of NAMES) {
      test(`one endpoint for both: ${name}`, () => holds(({ shared }) => shared === name));
    }
  });
}
