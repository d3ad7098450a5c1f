import { testFocusKept } from './focus-kept.js';
import { testTabOrder } from './tab-order.js';
import { fixtureFor } from './fixture.js';

const on = fixtureFor('Firefox');

testTabOrder(on);
testFocusKept(on);
