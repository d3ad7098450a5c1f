import { NIGHTLY } from '../nightly.js';
import { CELLS, EACH_ONCE } from './cells.js';
import { testCells } from './test-cells.js';

testCells('WebKit', NIGHTLY ? CELLS : EACH_ONCE);
