import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { TABS } from './tab.js';

const PAGE_HELPERS = new Function(
  ['walk', 'colours', 'texts', 'layout']
    .map((name) => readFileSync(new URL(`in-page/${name}.js`, import.meta.url), 'utf8'))
    .join('\n'),
);

const WINDOW = [1280, 800];

/** The timeout for a page to reach its state, in ms. */
const TIMEOUT = 30_000;

/** Runs in the page: resolves when the page has reached its state. */
const ready = () =>
  new Promise((resolve) => {
    const root = document.documentElement;
    const check = () => 'ready' in root.dataset && resolve();
    new MutationObserver(check).observe(root, { attributes: true });
    check();
  });

/** Runs in the page. */
const setScheme = (scheme) => {
  document.documentElement.style.colorScheme = scheme;
};
async function setTheme(theme) {
  document.querySelector('#theme')?.remove();
  if (!theme) return;
  const link = Object.assign(document.createElement('link'), { id: 'theme', rel: 'stylesheet' });
  link.href = `/themes/${theme}.css`;
  document.head.append(link);
  await new Promise((resolve) => link.addEventListener('load', resolve));
}
const THEMES = ['dpl', 'ddbasic'];
const isForcedNow = () => matchMedia('(forced-colors: active)').matches;

/** Runs in the page: sets the page's width, which is all that the widget depends on. */
const setWidth = (width) => {
  document.documentElement.style.width = width ? `${width}px` : '';
};

/** Waits for a promise, with a timeout. */
async function withTimeout(done, what) {
  const over = new AbortController();
  const late = wait(TIMEOUT, undefined, { signal: over.signal }).then(
    () => Promise.reject(new Error(`${what} does not reach its state.`)),
    () => undefined,
  );
  try {
    await Promise.race([done, late]);
  } finally {
    over.abort();
  }
}

/** Opens a tab for pages of the gallery, with the helpers that the checks use (`window.a11y`). */
export async function openGalleryTab(browser) {
  const tab = await TABS[browser]();
  await tab.resize(...WINDOW);
  // WebKitGTK has no such narrow window, and resizing is slow in Firefox.
  const resize = (width = 0, height = 0) =>
    browser === 'Chromium'
      ? tab.resize(width || WINDOW[0], height || WINDOW[1])
      : tab.evaluate(setWidth, width);
  return {
    tab: { ...tab, resize },
    async goTo(url) {
      await tab.open(url);
      await withTimeout(tab.evaluate(ready), url);
      await tab.evaluate(PAGE_HELPERS);
    },
    async setLook(look) {
      await tab.evaluate(setScheme, look === 'dark' ? 'dark' : 'light');
      await tab.evaluate(setTheme, THEMES.find((theme) => theme === look) ?? '');
      await tab.force?.(look === 'forced');
      if ((await tab.evaluate(isForcedNow)) !== (look === 'forced'))
        throw new Error(`${browser}: it does not look ${look}`);
    },
  };
}
