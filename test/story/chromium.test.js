import { keptIn } from './kept-in.js';
import { orderIn } from './order-in.js';
import { stageIn } from './stage.js';

const on = stageIn('Chromium');

orderIn(on);
keptIn(on);
