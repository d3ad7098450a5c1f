import { judgeIn } from './stage.js';

judgeIn('WebKit');
