import { judgeIn } from './stage.js';

judgeIn('Chromium');
