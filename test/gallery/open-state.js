/** In milliseconds; long enough for a busy machine. */
const TIMEOUT = 20_000;

/**
 * Opens a page of the gallery, and waits until it is complete.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 */
export async function openState(page, url) {
  await page.goto(url);
  try {
    await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: TIMEOUT });
  } catch (error) {
    const what = await page.evaluate(() => document.documentElement.dataset.waitsFor);
    throw new Error(`${url} is not ready: it waits for ${what}`, { cause: error });
  }
}
