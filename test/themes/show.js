/** What is done on the page before a state is there. */
const UNTIL = {
  choosing: (page) => page.locator('[part=choice]').first().click(),
  receipt: async (page) => {
    await page.locator('[part~=pay-all]').click();
    await page.locator('[part=receipt]').waitFor();
  },
  titles: (page) => page.locator('[part=title]').first().waitFor(),
};

/**
 * Opens a page with the widget in a state, and everything in it unfolded.
 * @param {import('playwright-core').Page} page
 * @param {{ origin: string }} site
 * @param {{ state: string, look?: string, lang?: string, above?: number, folded?: boolean }} what
 */
export async function show(
  page,
  { origin },
  { state, look = 'light', lang = '', above = 0, folded = false },
) {
  const query = new URLSearchParams({
    state: state === 'choosing' ? 'both' : state,
    look,
    lang,
    above: `${above}`,
  });
  await page.goto(`${origin}/?${query}`);
  await page.evaluate(() => window.ready);
  await UNTIL[state]?.(page);
  if (folded) return;
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('ddb-debt-overview');
    for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
  });
}
