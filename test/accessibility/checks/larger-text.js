/** Runs in the page. */
function faultsOfLarge(words) {
  const { a11y } = window;
  const enlarged = (elements) => {
    for (const one of elements) one.style.fontSize = '200%';
    const faults = a11y.illLaidOut(words);
    for (const one of elements) one.style.fontSize = '';
    return faults;
  };
  return [
    ...enlarged([document.documentElement]).map((fault) => `html at 200 %: ${fault}`),
    ...enlarged(a11y.hosts()).map((fault) => `the element at 200 %: ${fault}`),
  ];
}

/** WCAG 1.4.4, for browsers that enlarge text alone: with much room and with little. */
export const largerText = {
  rule: 'text alone at 200 % is all there, and on nothing else (1.4.4)',
  looks: ['light', 'arabic'],
  async look(tab, { look }) {
    const words = await tab.evaluate(() => window.a11y.words());
    const wide = await tab.evaluate(faultsOfLarge, words);
    // Amounts are not broken, and those with another currency's letters are long.
    const width = look === 'arabic' ? 640 : 320;
    await tab.resize(width, 640);
    const narrow = await tab.evaluate(faultsOfLarge, words);
    await tab.resize();
    return [...wide, ...narrow.map((fault) => `${width} px: ${fault}`)];
  },
};
