import { DdbDebtOverview } from '../ddb-debt-overview.js';
import '../define.js';
import { hasApp, onAppMessage, onAppReady, sendToApp } from '../native-app/bridge.js';
import { warn } from '../util/warn.js';

/*
 * The page of dist/webview.html: an element that only the app configures (CONTRACT 7). The page reads nothing of its own
 * URL; the element reads the return of a payment.
 */

/** The page waits this long for the app, in milliseconds. After that it shows that nothing could be read. */
const CONFIG_TIMEOUT = 10_000;
/** After this time, in milliseconds, the page says where there is no app. */
const APP_TIMEOUT = 2_000;

/** For a patron who returns from a payment in a browser, or opens the URL there. */
const NO_APP = 'Gå tilbage til appen for at se dine mellemværender.';

/** Shown until the element takes its place. */
const placeholder = document.querySelector('p');
let overview: DdbDebtOverview | undefined;

function show(appConfig: object): void {
  clearTimeout(configTimeout);
  // The app has no heading above the element's.
  const config = { headingLevel: 1, ...appConfig };
  if (overview) overview.config = config;
  else {
    overview = new DdbDebtOverview();
    overview.channel = 'app';
    overview.config = config;
    placeholder?.replaceWith(overview);
  }
  void copyLanguageAndTitle(overview);
}

/** Gives the page the language and the heading of the element. */
async function copyLanguageAndTitle(element: DdbDebtOverview): Promise<void> {
  const { documentElement } = document;
  // A configuration without a language is Danish, also after one with another language.
  documentElement.lang = 'da';
  await element.updateComplete;
  const part = (name: string) => element.shadowRoot?.querySelector<HTMLElement>(`[part=${name}]`);
  documentElement.lang = part('base')?.lang ?? 'da';
  document.title = part('heading')?.textContent?.trim() || document.title;
}

/** Page and element must be dark together. A browser without `light-dark()` shows both light. */
function setColorScheme(colorScheme: unknown): void {
  const dark = colorScheme === 'dark' || colorScheme === 'light dark';
  const supported = CSS.supports('color', 'light-dark(red, red)');
  document.documentElement.style.colorScheme = dark && supported ? colorScheme : 'light';
}

setTimeout(() => {
  if (placeholder && !hasApp()) placeholder.textContent = NO_APP;
}, APP_TIMEOUT);

const configTimeout = setTimeout(() => {
  if (!hasApp()) return;
  warn('ddb-debt-config: the app has not answered');
  show({});
}, CONFIG_TIMEOUT);

const requestConfig = (): void => void sendToApp('ddb-debt-config', {});

onAppMessage(({ type, config, colorScheme }) => {
  if (type !== 'ddb-debt-config') return;
  if (typeof config === 'object' && config && !Array.isArray(config)) {
    setColorScheme(colorScheme);
    show(config);
  } else warn('ddb-debt-config: takes an object as config; it is ignored');
});
if (hasApp()) requestConfig();
onAppReady(requestConfig, new AbortController().signal);
