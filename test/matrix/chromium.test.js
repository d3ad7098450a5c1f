import { CELLS } from './cells.js';
import { testCells } from './test-cells.js';

testCells('Chromium', CELLS);
