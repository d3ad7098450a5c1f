import { fees } from './fees.js';
import { table } from './figures.js';

/** Heap and nodes after garbage collection. */
async function afterCleanUp(session) {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name) => metrics.find((metric) => metric.name === name)?.value;
  return [`${Math.round(usedSize / 1000)} kB`, value('Nodes'), value('JSEventListeners')];
}

const REFRESHES = 1000;

/** The growth of a page after a thousand refreshes: zero, apart from the browser's own caches. */
export async function refreshes(browser, origin) {
  const tab = await browser.newPage();
  await tab.goto(`${origin}/widget-6`);
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
      [times, JSON.stringify(fees(6))],
    );
  await refresh(100);
  const before = await afterCleanUp(session);
  await refresh(REFRESHES);
  const after = await afterCleanUp(session);
  await tab.close();
  return table(
    ['6 debts', 'heap', 'nodes', 'listeners'],
    [
      ['before', ...before],
      [`after ${REFRESHES} refreshes`, ...after],
    ],
  );
}
