import { CASES } from './cases/cases.js';
import { judgeIn } from './stage.js';

judgeIn('Chromium', CASES);
