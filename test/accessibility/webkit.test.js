import { judgeIn } from './judge-in.js';

judgeIn('WebKit');
