/** Counts layout shifts without user input. */
function countShifts() {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) window.shifted += value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * Opens a page and collects its errors and warnings.
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function openPage(browser, options = {}) {
  const page = await browser.newPage({ locale: 'da-DK', ...options });
  page.setDefaultTimeout(15_000);
  const warnings = [];
  page.on('pageerror', (error) => warnings.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) warnings.push(message.text());
  });
  await page.addInitScript(countShifts);
  return {
    page,
    warnings,
    /** The layout shift so far, after two more frames. */
    shifted: () =>
      page.evaluate(
        () =>
          new Promise((resolve) =>
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.shifted))),
          ),
      ),
    /** The attributes of the element. */
    attributes: () =>
      page
        .locator('ddb-debt-overview')
        .evaluate((element) =>
          Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
        ),
  };
}
