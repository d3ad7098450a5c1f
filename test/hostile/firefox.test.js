import { NIGHTLY } from '../nightly.js';
import { CASES, WHERE_ENGINES_DIFFER } from './cases/cases.js';
import { testCases } from './run-cases.js';

testCases('Firefox', NIGHTLY ? CASES : WHERE_ENGINES_DIFFER);
