import { CASES } from './cases/cases.js';
import { testCases } from './run-cases.js';

testCases('Chromium', CASES);
