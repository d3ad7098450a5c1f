import { dayInCopenhagen } from '../util/time.js';
import { clearRequests, earlyFetch, startRequest } from './early-requests.js';
import { channel, credentials, systems, webUrl, type SettingType } from '../config/setting-types.js';
import { endpointsOf, type Endpoint } from '../fees/endpoints.js';
import type { RequestOptions } from '../http/send-request.js';
import { patronTokenOf } from '../http/token.js';
import { jsonChildOf } from '../page/dom-context.js';

/*
 * dist/ddb-debt-overview.start.js: requests the debts while the element's own script is loading. It is a script, because
 * `<link rel="preload">` cannot carry a token, and Firefox and WebKit request a preloaded answer twice (test/bench/README.md).
 */

const TAG = 'ddb-debt-overview';

/** A setting that is read here, in `config` or the JSON child. */
const NOT_IN_ATTRIBUTES = /"(systems|credentials|channel|feesUrl|dibsFeesUrl|oirFeesUrl)"\s*:/;

async function start(tag: ElementTag): Promise<void> {
  try {
    const { getToken } = tag;
    const plan = requestPlanOf(tag);
    // The element must use its own `fetcher`, or request the token from the app.
    if (!plan || tag.fetcher || (plan.channel === 'app' && !getToken)) return;
    // Without `getToken` nothing is awaited, so that the request is sent at once.
    const token = getToken && patronTokenOf(await getToken()).token;
    // The element reports a bad token. It may be defined by now, and have sent its request.
    if ((getToken && typeof token !== 'string') || tag.matches(':defined')) return;
    for (const { url } of plan.endpoints) if (url) startRequest(url, plan.credentials, token);
  } catch {
    // Without a token that can be sent, the element requests one and reports the failure.
  }
}

/** A phone needs 60 ms to create its first formatters. There is time for that while script and answer are loading. */
function warmUpFormatters(): void {
  dayInCopenhagen(0);
  const money = new Intl.NumberFormat('da-DK', {
    style: 'currency',
    currency: 'DKK',
  });
  const day = new Intl.DateTimeFormat('da-DK', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
  });
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

/** The element before its class is defined, with the properties that a script of the page has set. */
type ElementTag = Element & RequestOptions & { readonly config?: unknown };

/** What the element will request. */
interface RequestPlan {
  readonly endpoints: readonly Endpoint[];
  readonly credentials: RequestCredentials;
  readonly channel: 'cms' | 'app';
}

/** @returns nothing where the attributes do not say everything */
function requestPlanOf(tag: ElementTag): RequestPlan | undefined {
  if (NOT_IN_ATTRIBUTES.test(`${JSON.stringify(tag.config)}${jsonChildOf(tag)}`)) return undefined;
  // As `configure` reads an attribute.
  const read = <T>(name: string, { read, fallback }: SettingType<T>): T => {
    const value = tag.getAttribute(name)?.trim();
    return (value && read(value, document.baseURI)) || fallback;
  };
  return {
    endpoints: endpointsOf({
      systems: read('systems', systems),
      feesUrl: read('fees-url', webUrl),
      dibsFeesUrl: read('dibs-fees-url', webUrl),
      oirFeesUrl: read('oir-fees-url', webUrl),
    }),
    credentials: read('credentials', credentials),
    channel: read('channel', channel),
  };
}
