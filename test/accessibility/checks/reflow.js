/** Reflow asks for 320 px (1280 at 400 %); 280 is a folded phone, and the text column of a narrow page. */
const NARROW = [320, 280];
const WINDOWS = [
  ...NARROW.map((width) => [width, 640]),
  // A phone held upright, and lying.
  [390, 844],
  [844, 390],
];

/** WCAG 1.4.10 and 1.3.4: nothing is lost, cut off or moved sideways in a narrow, high or low window. */
export const reflow = {
  rule: 'in windows of 280 and 320 px, upright and lying, all of it is there and nothing scrolls sideways (1.4.10, 1.3.4)',
  looks: ['light', 'dpl', 'ddbasic', 'english', 'arabic'],
  async look(tab, { look }) {
    const words = await tab.evaluate(() => window.a11y.words());
    const faults = [];
    for (const [width, height] of look === 'light' ? WINDOWS : WINDOWS.slice(0, 1)) {
      await tab.resize(width, height);
      const found = await tab.evaluate((given) => window.a11y.illLaidOut(given), words);
      faults.push(...found.map((fault) => `${width} px: ${fault}`));
    }
    await tab.resize();
    return faults;
  },
};
