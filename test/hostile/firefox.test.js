import { judgeIn } from './stage.js';

judgeIn('Firefox');
