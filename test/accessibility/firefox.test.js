import { judgeIn } from './judge-in.js';

judgeIn('Firefox');

judgeIn('Firefox, forced colours');
