import { NIGHTLY } from '../nightly.js';
import { bidi } from './bidi.js';
import { destinations } from './destinations.js';
import { inEngine } from './in-engine.js';
import { keptInNoCache } from './kept-in-no-cache.js';
import { redirects } from './redirects.js';
import { urls } from './urls.js';

const NIGHTLY_TESTS = NIGHTLY ? [urls, destinations, bidi] : [];

inEngine('Firefox', [redirects, keptInNoCache, ...NIGHTLY_TESTS]);
