import { testRules } from './test-rules.js';

testRules('WebKit');
