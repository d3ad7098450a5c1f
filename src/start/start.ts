import { dayInCopenhagen } from '../units/copenhagen.js';
import { ask, fetcher } from './early.js';
import { wantedBy, type Tag } from './tag.js';

/*
 * dist/ddb-debt-overview.start.js: asks for the debts while the element's own script is still on its way, and leaves the
 * answer to it. A file of its own, before the other one, because a `<link rel="preload">` does not do it: Firefox and
 * WebKit ask twice, and none can carry a token (test/bench/README.md).
 */

const TAG = 'ddb-debt-overview';

async function start(tag: Tag): Promise<void> {
  const { urls, credentials, channel } = wantedBy(tag);
  const { getToken } = tag;
  // Its own way to the network; or the app is asked for the token, which only the element can.
  if (tag.fetcher || (channel === 'app' && !getToken)) return;
  tag.fetcher = fetcher;
  let token: string | undefined;
  try {
    // Without one the request leaves at once.
    token = getToken && (await getToken());
  } catch {
    // The element asks once more, and says what is wrong.
    return;
  }
  // It has come meanwhile, and asked.
  if (!tag.matches(':defined')) for (const url of urls) ask(url, credentials, token);
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

look();
// A script in the head runs before there is any; when all is parsed the element's own script may still be awaited.
if (document.readyState === 'loading') {
  document.addEventListener('readystatechange', look, { once: true });
}
// After what a token needs to be asked for.
setTimeout(warmUp);
