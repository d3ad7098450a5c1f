import { testRules } from './test-rules.js';

testRules('Firefox');

testRules('Firefox, forced colours');
