/** So long a state may take to be ready, in milliseconds, on the busiest machine. */
const PATIENCE = 20_000;

/**
 * Opens a page of the gallery, and waits until it is complete.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 */
export async function openState(page, url) {
  await page.goto(url);
  try {
    await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
  } catch (error) {
    const what = await page.evaluate(() => document.documentElement.dataset.waitsFor);
    throw new Error(`${url} is not ready: it waits for ${what}`, { cause: error });
  }
}
