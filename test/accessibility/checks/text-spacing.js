/** Runs in the page: applies a user's style in shadow roots too, as browser extensions do. */
function violationsOfSpacing(words) {
  const { a11y } = window;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }`);
  const roots = [document, ...a11y.hosts().map((host) => host.shadowRoot)];
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const violations = a11y.layoutViolations(words);
  for (const root of roots)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
  return violations;
}

/** WCAG 1.4.12. */
export const textSpacing = {
  rule: 'with more space between letters, words, lines and paragraphs nothing is lost (1.4.12)',
  looks: ['light', 'arabic'],
  async inspect(tab) {
    const words = await tab.evaluate(() => window.a11y.words());
    const wide = await tab.evaluate(violationsOfSpacing, words);
    await tab.resize(320, 640);
    const narrow = await tab.evaluate(violationsOfSpacing, words);
    await tab.resize();
    return [...wide, ...narrow.map((violation) => `320 px: ${violation}`)];
  },
};
