import { NIGHTLY } from '../nightly.js';
import { CASES, WHERE_ENGINES_DIFFER } from './cases/cases.js';
import { judgeIn } from './stage.js';

judgeIn('WebKit', NIGHTLY ? CASES : WHERE_ENGINES_DIFFER);
