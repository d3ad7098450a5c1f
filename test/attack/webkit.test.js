import { NIGHTLY } from '../nightly.js';
import { testBidi } from './bidi.js';
import { destinations } from './destinations.js';
import { inEngine } from './in-engine.js';
import { testNoStore } from './no-store.js';
import { redirects } from './redirects.js';
import { urls } from './urls.js';

const NIGHTLY_TESTS = NIGHTLY ? [urls, destinations, testBidi] : [];

inEngine('WebKit', [redirects, testNoStore, ...NIGHTLY_TESTS]);
