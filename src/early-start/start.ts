import { dayInCopenhagen } from '../util/copenhagen.js';
import { clearRequests, earlyFetch, startRequest } from './early-requests.js';
import { requestPlanOf, type ElementTag } from './element-tag.js';

/*
 * dist/ddb-debt-overview.start.js: requests the debts while the element's own script is loading. It is a script, because
 * `<link rel="preload">` cannot carry a token, and Firefox and WebKit request a preloaded answer twice (test/bench/README.md).
 */

const TAG = 'ddb-debt-overview';

async function start(tag: ElementTag): Promise<void> {
  try {
    const { getToken } = tag;
    const plan = requestPlanOf(tag);
    // The element must use its own `fetcher`, or request the token from the app.
    if (!plan || tag.fetcher || (plan.channel === 'app' && !getToken)) return;
    // Without `getToken` nothing is awaited, so that the request is sent at once.
    const token = getToken && (await getToken());
    // The element reports a bad token. It may be defined by now, and have sent its request.
    if ((getToken && typeof token !== 'string') || tag.matches(':defined')) return;
    for (const url of plan.urls) startRequest(url, plan.credentials, token);
  } catch {
    // Without a token that can be sent, the element requests one and reports the failure.
  }
}

/** A phone needs 60 ms to create its first formatters. There is time for that while script and answer are loading. */
function warmUpFormatters(): void {
  dayInCopenhagen(0);
  const money = new Intl.NumberFormat('da-DK', { style: 'currency', currency: 'DKK' });
  const day = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', day: 'numeric', month: 'long' });
  const plural = new Intl.PluralRules('da-DK');
  void [money, day, plural];
}

function startAll(): void {
  for (const tag of document.querySelectorAll<ElementTag>(`${TAG}:not(:defined)`)) void start(tag);
}

// Nothing is done on a server, and nothing twice in a page.
if ((globalThis.document as Document | undefined) && !globalThis.ddbDebtFetch) {
  globalThis.ddbDebtFetch = earlyFetch;
  startAll();
  // A script in the head runs before the element is parsed.
  if (document.readyState === 'loading') {
    document.addEventListener('readystatechange', startAll, { once: true });
  }
  addEventListener('pagehide', clearRequests);
  // After the request for a token.
  setTimeout(warmUpFormatters);
}
