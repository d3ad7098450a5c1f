import { testRules } from './test-rules.js';

testRules('Chromium');
