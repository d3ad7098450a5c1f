import { bidi } from './bidi.js';
import { destinations } from './destinations.js';
import { inEachEngine } from './in-each-engine.js';
import { keptInNoCache } from './kept-in-no-cache.js';
import { redirects } from './redirects.js';
import { urls } from './urls.js';

/** Of one file, so that each engine is opened once. */
inEachEngine((on) => {
  redirects(on);
  urls(on);
  destinations(on);
  bidi(on);
  keptInNoCache(on);
});
