import { CELLS } from './cells.js';
import { judgeIn } from './stage.js';

judgeIn('Chromium', CELLS);
