/** Layout shifts that nobody has asked for, from before the first of them. */
function countShifts() {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) window.shifted += value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * A page of a browser, and all that it complains of.
 * @param {import('playwright-core').Browser} browser
 */
export async function lookAt(browser) {
  const page = await browser.newPage({ locale: 'da-DK' });
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.addInitScript(countShifts);
  return {
    page,
    complaints,
    /** The layout shift so far, when two more frames have been drawn. */
    shifted: () =>
      page.evaluate(
        () =>
          new Promise((resolve) =>
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.shifted))),
          ),
      ),
    /** What the server sent: the element's own attributes. */
    attributes: () =>
      page
        .locator('ddb-debt-overview')
        .evaluate((element) =>
          Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
        ),
  };
}
