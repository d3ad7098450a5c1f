import { openState } from '../gallery/open-state.js';

/**
 * Looks of a CMS page: the theme and the page's own style.
 * @type {Record<string, { theme?: string, scheme?: string, css?: string, className?: string }>}
 */
export const LOOKS = {
  light: { css: 'body { background: #fff; color: #1d1d1b }' },
  dark: { scheme: 'dark', css: 'body { background: #121212; color: #f2f2f2 }' },
  // Only color-scheme: the browser's own dark page.
  'dark of the browser': { scheme: 'dark' },
  dpl: { theme: 'dpl', css: 'body { background: #f6f5f0; color: #000; line-height: 1.5 }' },
  ddbasic: { theme: 'ddbasic', css: 'body { background: #fff; color: #474747; font-size: 14px }' },
  'ddbasic in high contrast': {
    theme: 'ddbasic',
    css: '.a11y-contrast, .a11y-contrast * { color: #fffff1 !important; background-color: #262626 !important }',
    className: 'a11y-contrast',
  },
};

/** Runs in the page. */
function unfold() {
  const { shadowRoot } = document.querySelector('ddb-debt-overview');
  for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
}

/**
 * Opens a state of the gallery in a look, with all lists open.
 * @param {import('playwright-core').Page} page
 * @param {Awaited<ReturnType<typeof import('../gallery/gallery.js').openGallery>>} gallery
 * @param {{ state: string, look?: string, language?: string, folded?: boolean }} what
 */
export async function show(page, gallery, { state, look = 'light', language, folded }) {
  const { theme, scheme, css, className = '' } = LOOKS[look];
  await openState(page, gallery.urlOf(state, { theme, scheme, language }));
  if (css) await page.addStyleTag({ content: css });
  await page.evaluate((name) => void (document.documentElement.className = name), className);
  if (!folded) await page.evaluate(unfold);
}
