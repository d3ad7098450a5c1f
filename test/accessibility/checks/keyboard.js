/** Runs in the page: the focused element, through shadow roots, and whether it has a ring. */
function focusNow() {
  let at = document.activeElement ?? document.body;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (at === document.body) return undefined;
  const { outlineStyle } = getComputedStyle(at);
  return {
    name: window.a11y.nameOf(at),
    ringed: at.matches(':focus-visible') && outlineStyle !== 'none',
  };
}

/** Runs in the page: all controls in reading order, including slotted ones. */
function expectedOrder() {
  const { a11y } = window;
  // Tab continues from the position of a removed focused element.
  const start = document.createElement('a');
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();
  const pressable = 'a[href], button, input, summary';
  return a11y
    .all()
    .filter((one) => one.matches(pressable) && !one.disabled)
    .map(a11y.nameOf);
}

/** WCAG 2.4.7 with real keys. What keys do is in test/story. */
export const keyboard = {
  rule: 'Tab comes to all that can be pressed, in the order of reading, and each has its ring (2.1.1, 2.4.3, 2.4.7)',
  looks: ['light'],
  browsers: ['Chromium'],
  async inspect(tab) {
    const order = await tab.evaluate(expectedOrder);
    const met = [];
    const violations = [];
    for (let presses = 0; presses <= order.length; presses++) {
      await tab.press('Tab');
      const now = await tab.evaluate(focusNow);
      if (!now) break;
      met.push(now.name);
      if (!now.ringed) violations.push(`no ring: ${now.name}`);
    }
    if (met.join() !== order.join())
      violations.push(`Tab goes ${met.join(' → ')}, not ${order.join(' → ')}`);
    await tab.evaluate(() => document.activeElement?.blur());
    return violations;
  },
};
