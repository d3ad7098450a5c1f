import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { TABS } from './tab.js';

const INSTRUMENTS = new Function(
  ['walk', 'colours', 'texts', 'layout']
    .map((name) => readFileSync(new URL(`in-page/${name}.js`, import.meta.url), 'utf8'))
    .join('\n'),
);

const WINDOW = [1280, 800];

/** So long a page may take to come to its state, in ms. */
const PATIENCE = 30_000;

/** Runs in the page: it has come to its state. */
const ready = () =>
  new Promise((resolve) => {
    const root = document.documentElement;
    const look = () => 'ready' in root.dataset && resolve();
    new MutationObserver(look).observe(root, { attributes: true });
    look();
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

/** Runs in the page: its own width, which is all that the widget knows of the window's. */
const setWidth = (width) => {
  document.documentElement.style.width = width ? `${width}px` : '';
};

/** As long as it takes, but not for ever. */
async function inTime(done, what) {
  const over = new AbortController();
  const late = wait(PATIENCE, undefined, { signal: over.signal }).then(
    () => Promise.reject(new Error(`${what} does not come to its state.`)),
    () => undefined,
  );
  try {
    await Promise.race([done, late]);
  } finally {
    over.abort();
  }
}

/** A tab for pages of the gallery, with the instruments that the checks use (`window.a11y`). */
export async function openPlace(browser) {
  const tab = await TABS[browser]();
  await tab.resize(...WINDOW);
  // WebKitGTK has no window that is so narrow, and Firefox takes its time.
  const resize = (width = 0, height = 0) =>
    browser === 'Chromium'
      ? tab.resize(width || WINDOW[0], height || WINDOW[1])
      : tab.evaluate(setWidth, width);
  return {
    tab: { ...tab, resize },
    async goTo(url) {
      await tab.open(url);
      await inTime(tab.evaluate(ready), url);
      await tab.evaluate(INSTRUMENTS);
    },
    async wear(look) {
      await tab.evaluate(setScheme, look === 'dark' ? 'dark' : 'light');
      await tab.evaluate(setTheme, THEMES.find((theme) => theme === look) ?? '');
      await tab.force?.(look === 'forced');
      if ((await tab.evaluate(isForcedNow)) !== (look === 'forced'))
        throw new Error(`${browser}: it does not look ${look}`);
    },
  };
}
