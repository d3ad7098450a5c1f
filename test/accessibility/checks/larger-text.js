/** Runs in the page. */
function violationsOfLarge(words) {
  const { a11y } = window;
  const enlarged = (elements) => {
    for (const one of elements) one.style.fontSize = '200%';
    const violations = a11y.layoutViolations(words);
    for (const one of elements) one.style.fontSize = '';
    return violations;
  };
  return [
    ...enlarged([document.documentElement]).map((violation) => `html at 200 %: ${violation}`),
    ...enlarged(a11y.hosts()).map((violation) => `the element at 200 %: ${violation}`),
  ];
}

/** WCAG 1.4.4, for browsers that enlarge only text, in wide and narrow windows. */
export const largerText = {
  rule: 'text alone at 200 % is all there, and on nothing else (1.4.4)',
  looks: ['light', 'arabic'],
  async inspect(tab, { look }) {
    const words = await tab.evaluate(() => window.a11y.words());
    const wide = await tab.evaluate(violationsOfLarge, words);
    // Amounts do not wrap, and Arabic ones are longer.
    const width = look === 'arabic' ? 640 : 320;
    await tab.resize(width, 640);
    const narrow = await tab.evaluate(violationsOfLarge, words);
    await tab.resize();
    return [...wide, ...narrow.map((violation) => `${width} px: ${violation}`)];
  },
};
