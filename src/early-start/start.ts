import { dayInCopenhagen } from '../util/copenhagen.js';
import { ask, earlyFetch, forget } from './early-requests.js';
import { wantedBy, type Tag } from './element-tag.js';

/*
 * dist/ddb-debt-overview.start.js: asks for the debts while the element's own script is still on its way, and leaves the
 * answer to it. A file of its own, before the other one, because a `<link rel="preload">` does not do it: Firefox and
 * WebKit ask twice, and none can carry a token (test/bench/README.md).
 */

const TAG = 'ddb-debt-overview';

async function start(tag: Tag): Promise<void> {
  try {
    const { getToken } = tag;
    const wanted = wantedBy(tag);
    // Its own way to the network; or the app is asked for the token, which only the element can.
    if (!wanted || tag.fetcher || (wanted.channel === 'app' && !getToken)) return;
    // Without one the request leaves at once.
    const token = getToken && (await getToken());
    // What is none, the element knows how to take; and it may have come meanwhile, and asked.
    if ((getToken && typeof token !== 'string') || tag.matches(':defined')) return;
    for (const url of wanted.urls) ask(url, wanted.credentials, token);
  } catch {
    // No token, or none that can be sent: the element asks once more, and says what is wrong.
  }
}

/**
 * The first time that a browser writes a day, an amount or a number takes a phone 60 ms, in whatever language, and the next
 * time hardly any. While script and answer are on their way there is time for the first.
 */
function warmUp(): void {
  dayInCopenhagen(0);
  const money = new Intl.NumberFormat('da-DK', { style: 'currency', currency: 'DKK' });
  const day = new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', day: 'numeric', month: 'long' });
  const plural = new Intl.PluralRules('da-DK');
  void [money, day, plural];
}

/** Those that are not at work yet. */
function look(): void {
  for (const tag of document.querySelectorAll<Tag>(`${TAG}:not(:defined)`)) void start(tag);
}

// On a server there is nothing to start, and in a page not twice.
if ((globalThis.document as Document | undefined) && !globalThis.ddbDebtFetch) {
  globalThis.ddbDebtFetch = earlyFetch;
  look();
  // A script in the head runs before there is any; when all is parsed the element's own script may still be awaited.
  if (document.readyState === 'loading') {
    document.addEventListener('readystatechange', look, { once: true });
  }
  addEventListener('pagehide', forget);
  // After what a token needs to be asked for.
  setTimeout(warmUp);
}
