import { NIGHTLY } from '../nightly.js';
import { CELLS, EACH_ONCE } from './cells.js';
import { judgeIn } from './stage.js';

judgeIn('WebKit', NIGHTLY ? CELLS : EACH_ONCE);
