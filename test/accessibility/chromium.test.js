import { judgeIn } from './judge-in.js';

judgeIn('Chromium');
