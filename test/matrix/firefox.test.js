import { NIGHTLY } from '../nightly.js';
import { CELLS, EACH_ONCE } from './cells.js';
import { testCells } from './test-cells.js';

testCells('Firefox', NIGHTLY ? CELLS : EACH_ONCE);
