import { DdbDebtOverview } from '../ddb-debt-overview.js';
import '../define.js';
import { hasApp, onAppMessage, sendToApp } from '../native-app/bridge.js';
import { warn } from '../util/warn.js';

/*
 * The page of dist/webview.html: an element that the app around it configures, and nobody else (CONTRACT 7). Of its own
 * address only the return of a payment is read, by the element.
 */

/** So long, in milliseconds, it waits for the app; then it shows that nothing could be read. */
const PATIENCE = 10_000;
/** So long it waits for any app to be there. */
const ALONE = 2_000;

/** Somebody has come back from a payment to a browser, or has been sent the address: there is nobody to configure it. */
const NO_APP = 'Gå tilbage til appen for at se dine mellemværender.';

/** What is read until there is an element, in its place. */
const words = document.querySelector('p');
let overview: DdbDebtOverview | undefined;

function show(given: object): void {
  clearTimeout(patience);
  // Its heading is the page's own, where the app has no other above it.
  const config = { headingLevel: 1, ...given };
  if (overview) overview.config = config;
  else {
    overview = new DdbDebtOverview();
    overview.channel = 'app';
    overview.config = config;
    words?.replaceWith(overview);
  }
  void speak(overview);
}

/** The page speaks the element's language, and is called what that is called. */
async function speak(shown: DdbDebtOverview): Promise<void> {
  const { documentElement } = document;
  // What is not said by the app is Danish, also after another language.
  documentElement.lang = 'da';
  await shown.updateComplete;
  const part = (name: string) => shown.shadowRoot?.querySelector<HTMLElement>(`[part=${name}]`);
  documentElement.lang = part('base')?.lang ?? 'da';
  document.title = part('heading')?.textContent?.trim() || document.title;
}

/** Page and element are dark together, or not at all: in browsers that cannot do both neither is. */
function paint(colorScheme: unknown): void {
  const dark = colorScheme === 'dark' || colorScheme === 'light dark';
  const can = CSS.supports('color', 'light-dark(red, red)');
  document.documentElement.style.colorScheme = dark && can ? colorScheme : 'light';
}

setTimeout(() => {
  if (words && !hasApp()) words.textContent = NO_APP;
}, ALONE);

const patience = setTimeout(() => {
  if (!hasApp()) return;
  warn('ddb-debt-config: the app has not answered');
  show({});
}, PATIENCE);

const ask = (): void => void sendToApp('ddb-debt-config', {});

onAppMessage(({ type, config, colorScheme }) => {
  if (type !== 'ddb-debt-config') return;
  if (typeof config === 'object' && config && !Array.isArray(config)) {
    paint(colorScheme);
    show(config);
  } else warn('ddb-debt-config: takes an object as config; it is ignored');
});
if (hasApp()) ask();
// flutter_inappwebview is there before it listens.
addEventListener('flutterInAppWebViewPlatformReady', ask);
