/**
 * `npm run bench`: what the built single file costs a page, in a real browser with a real server. It measures and
 * prints; it never fails a build. README.md beside it tells how to read the table.
 */
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../pages/open-browser.js';
import { json, page, serve } from '../pages/server.js';
import { titleRoutes, titles } from './titles.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const SIZES = { '390×844': { width: 390, height: 844 }, '1280×800': { width: 1280, height: 800 } };
const REFRESHES = 1000;

const fees = (count) =>
  Array.from({ length: count }, (_, index) => ({
    feeId: 700_001 + index,
    type: 'fee',
    reasonMessage: 'Gebyr (for sent)',
    amount: (1 + index) / 4,
    dueDate: `2026-0${1 + (index % 9)}-15`,
    creationDate: '2025-12-01',
    paidDate: null,
    payableByClient: index % 2 === 0,
    materials: [{ materialItemNumber: '5237104417', recordId: '48724101', materialGroup: {} }],
  }));

const html = (count) => `<!doctype html><html lang="da"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>bench</title>
  <style>ddb-debt-overview:not(:defined) { display: block; min-height: 100vh }</style><body style="margin:16px;font-family:sans-serif">
  <script src="/ddb-debt-overview.js" defer></script>
  <ddb-debt-overview fees-url="/fees-${count}" switch-date="2026-01-01" dibs-payment-url="/pay"
    dibs-end-date="2099-01-01" oir-payment-url="https://example.org/" terms-url="/terms"
    oir-payment-name="Mit Betalingsoverblik" help-url="/help"></ddb-debt-overview>
  <footer>What comes after the widget must not move.</footer></body></html>`;

/** Before the page's own scripts: gathers layout shifts, and how many passes brought rows. */
const watch = () => {
  window.shift = 0;
  window.passes = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('DOMContentLoaded', () => {
    const host = document.querySelector('ddb-debt-overview');
    new MutationObserver((records) => {
      const rows = records.some(({ addedNodes }) =>
        [...addedNodes].some((node) => node.querySelector?.('li') || node.matches?.('li')),
      );
      if (!rows) return;
      window.passes++;
      window.shownAt = performance.now();
    }).observe(host.shadowRoot ?? host, { childList: true, subtree: true });
  });
};

const COUNTS = [1, 2, 3, 4, 5, 6, 100, 1000];
const requests = new Map();
const routes = Object.fromEntries(
  COUNTS.flatMap((count) => [
    [`/page-${count}`, page(html(count))],
    [
      `/fees-${count}`,
      (request, response) => {
        requests.set(count, (requests.get(count) ?? 0) + 1);
        // Long enough that the placeholder has been on screen before the list is.
        setTimeout(() => json(fees(count))(request, response), 100);
      },
    ],
  ]),
);

const server = await serve({ ...routes, ...titleRoutes }, { folder: DIST });
const browser = await openBrowser(['--js-flags=--expose-gc']);

async function measure(count, viewport) {
  requests.set(count, 0);
  const tab = await browser.newPage({ viewport });
  await tab.addInitScript(watch);
  await tab.goto(`${server.origin}/page-${count}`);
  await tab.locator('li').first().waitFor();
  await tab.waitForTimeout(300);
  const figures = await tab.evaluate(() => {
    const answer = performance.getEntriesByType('resource').find(({ name }) => /fees/.test(name));
    return {
      shift: window.shift,
      passes: window.passes,
      rows: document.querySelector('ddb-debt-overview').shadowRoot.querySelectorAll('li').length,
      afterAnswer: window.shownAt - answer.responseEnd,
    };
  });
  await tab.close();
  return { requests: requests.get(count), ...figures };
}

/** Heap and nodes after a thorough clean-up. */
async function afterCleanUp(session) {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name) => metrics.find((metric) => metric.name === name)?.value;
  return { heap: usedSize, nodes: value('Nodes'), listeners: value('JSEventListeners') };
}

async function memory() {
  const tab = await browser.newPage();
  const answer = JSON.stringify(fees(6));
  await tab.goto(`${server.origin}/page-6`);
  await tab.locator('li').first().waitFor();
  const session = await tab.context().newCDPSession(tab);
  await session.send('Performance.enable');
  const refresh = (times) =>
    tab.evaluate(
      async ([count, body]) => {
        const element = document.querySelector('ddb-debt-overview');
        element.fetcher = () => Promise.resolve(new Response(body));
        for (let index = 0; index < count; index++) await element.refresh();
      },
      [times, answer],
    );
  await refresh(100);
  const before = await afterCleanUp(session);
  await refresh(REFRESHES);
  const after = await afterCleanUp(session);
  await tab.close();
  return { before, after };
}

try {
  const rows = {};
  for (const [name, viewport] of Object.entries(SIZES)) {
    for (const count of COUNTS) {
      const {
        requests: asked,
        rows: shown,
        passes,
        shift,
        afterAnswer,
      } = await measure(count, viewport);
      rows[`${count} debts, ${name}`] = {
        requests: asked,
        'rows shown': shown,
        'rendering passes': passes,
        'layout shift': +shift.toFixed(4),
        'ms from answer to rows': +afterAnswer.toFixed(1),
      };
    }
  }
  console.table(rows);
  console.log('With titles and without, in turns:');
  console.table(await titles(browser, server.origin));
  const { before, after } = await memory();
  console.log(`${REFRESHES} refreshes with 6 debts, after garbage collection:`);
  console.table({ before, after });
} finally {
  await browser.close();
  await server.close();
}
