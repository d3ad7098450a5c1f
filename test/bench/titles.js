import { bodyOf, json, page } from '../serve.js';
import { median, table, formatValues } from './figures.js';

const COUNTS = [6, 1000];

const fees = (count) =>
  Array.from({ length: count }, (_, index) => ({
    feeId: 700_001 + index,
    type: 'fee',
    reasonMessage: 'Gebyr (for sent)',
    amount: 70,
    dueDate: '2026-05-15',
    creationDate: '2026-04-01',
    payableByClient: index % 2 === 0,
    materials: [{ materialItemNumber: '5237104417', recordId: `${40_000_000 + index}` }],
  }));

const manifestation = (faust) => ({
  titles: { full: [`En bog, der har nummer ${faust}`] },
  creators: [{ display: 'Karen Holm' }],
  materialTypes: [{ materialTypeSpecific: { display: 'bog' } }],
  edition: { publicationYear: { display: '2019' } },
  cover: null,
});

const html = (count, fbi) => `<!doctype html><html lang="da"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><title>bench</title>
  <body style="margin:16px;font-family:sans-serif"><script src="/ddb-debt-overview.js" defer></script>
  <ddb-debt-overview fees-url="/titled-fees-${count}" dibs-payment-url="/pay" ${fbi}></ddb-debt-overview></body></html>`;

let requests = 0;

/** The pages with and without `fbi-url`, and the answers for them. */
export const titleRoutes = Object.fromEntries([
  ...COUNTS.flatMap((count) => [
    [`/untitled-${count}`, page(html(count, ''))],
    [`/titled-${count}`, page(html(count, 'fbi-url="/fbi"'))],
    [
      `/titled-fees-${count}`,
      (request, response) => setTimeout(() => json(fees(count))(request, response), 100),
    ],
  ]),
  [
    '/fbi',
    async (request, response) => {
      requests++;
      const { faust } = JSON.parse(await bodyOf(request)).variables;
      json({ data: { manifestations: faust.map(manifestation) } })(request, response);
    },
  ],
]);

/** Runs before the page's own scripts. Records when the rows were rendered, the layout shift, and the longest task. */
const recordMetrics = () => {
  window.shift = 0;
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      if (startTime > window.paintedAt) window.longest = Math.max(window.longest, duration);
    }
  }).observe({ type: 'longtask', buffered: true });
  document.addEventListener('DOMContentLoaded', () => {
    const element = document.querySelector('ddb-debt-overview');
    new MutationObserver(() => {
      if (window.rowsAt || !element.shadowRoot.querySelector('li')) return;
      window.rowsAt = performance.now();
      requestAnimationFrame(() => setTimeout(() => (window.paintedAt = performance.now())));
    }).observe(element.shadowRoot, { childList: true, subtree: true });
  });
};

async function measure(browser, origin, count, titled) {
  requests = 0;
  const tab = await browser.newPage();
  await tab.addInitScript(recordMetrics);
  await tab.goto(`${origin}/${titled ? 'titled' : 'untitled'}-${count}`);
  await tab.locator('li').first().waitFor();
  const last = tab.locator('li [part=title]').last();
  if (titled) await last.filter({ hasText: 'En bog' }).waitFor();
  await tab.waitForTimeout(300);
  const figures = await tab.evaluate(() => {
    const fees = performance.getEntriesByType('resource').find(({ name }) => /fees/.test(name));
    return { rows: window.rowsAt - fees.responseEnd, longest: window.longest, shift: window.shift };
  });
  await tab.close();
  return { ...figures, requests };
}

/** Alternates pages with and without titles. Measures when the rows are rendered, and the cost of titles afterwards. */
export async function titles(browser, origin, rounds) {
  const rows = [];
  for (const count of COUNTS) {
    const runs = { without: [], with: [] };
    for (let round = 0; round < rounds; round++) {
      runs.without.push(await measure(browser, origin, count, false));
      runs.with.push(await measure(browser, origin, count, true));
    }
    for (const [name, all] of Object.entries(runs)) {
      const each = (key) => all.map((run) => run[key]);
      rows.push([
        `${count} debts, ${name} titles`,
        formatValues(each('rows'), 1),
        median(each('requests')),
        Math.max(...each('longest')).toFixed(0),
        Math.max(...each('shift')).toFixed(3),
      ]);
    }
  }
  const head = ['', 'ms from the answer to the rows', 'requests for titles'];
  return table([...head, 'longest task after the first paint, ms', 'layout shift'], rows);
}
