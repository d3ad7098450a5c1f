import { recordMetrics } from './in-page.js';
import { traceOf } from './trace.js';

/** A phone on a slow network: a quarter of this machine, 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
const SLOW = { cpu: 4, latency: 150, down: 1_600_000 / 8, up: 750_000 / 8 };

/** The networks of the visits. */
export const NETWORKS = { unthrottled: undefined, 'slow phone': SLOW };

/** The idle time of a page, in milliseconds, that is included in the measurement. */
const IDLE_TIME = 400;
/** The timeout for the list, in milliseconds. */
const TIMEOUT = 30_000;

async function throttle(session, slow) {
  if (!slow) return;
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.latency,
    downloadThroughput: slow.down,
    uploadThroughput: slow.up,
  });
}

/** Rejects if no list appears. */
async function withTimeout(shown, url, row) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${url} shows no "${row}" within ${TIMEOUT / 1000} s.`)),
      TIMEOUT,
    );
  });
  await Promise.race([shown, late]).finally(() => clearTimeout(timer));
}

/** Counts bytes and requests on the network. */
async function countNetwork(session) {
  const counted = { requests: 0, bytes: 0 };
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    counted.bytes += encodedDataLength;
  });
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('data:')) counted.requests++;
  });
  await session.send('Network.enable');
  return counted;
}

/** Clicks, and returns the interaction to next paint, in milliseconds. */
async function press(page, locator) {
  const pressed = () => page.evaluate(() => [...window.metrics.presses.values()]);
  const before = (await pressed()).length;
  await locator.click();
  await page.waitForTimeout(IDLE_TIME);
  // Interactions shorter than 16 ms are not reported.
  return (await pressed())[before] ?? 16;
}

async function pressAll(page) {
  const box = page.getByRole('checkbox').first();
  const check = (await box.count()) ? await press(page, box) : undefined;
  return { check, pay: await press(page, page.getByRole('button', { name: /^Betal (alle|\d)/ })) };
}

/** Heap in bytes and DOM nodes, after garbage collection. */
async function memory(session) {
  for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  return { heap, nodes };
}

/**
 * One visit in a new browser context, from the navigation to a click on the pay button.
 * @param {{ traced?: boolean, pressed?: boolean, weighed?: boolean, row?: string, storageState?: string }} [what]
 *   `traced`: script and layout, which slows the page a little: times are taken without it; `pressed`: the box and the pay
 *   button; `weighed`: heap and nodes; `row`: a selector for the rows of the list; `storageState`: a file of cookies
 * @returns times in milliseconds since the navigation began
 */
export async function visit(
  browser,
  url,
  network,
  { traced = false, pressed = false, weighed = pressed, row = 'li', storageState } = {},
) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, storageState });
  try {
    const page = await context.newPage();
    const shown = new Promise((resolve) => page.exposeFunction('listIsShown', resolve));
    await page.addInitScript(recordMetrics, row);
    const session = await context.newCDPSession(page);
    const counted = await countNetwork(session);
    await throttle(session, network);
    const endTrace = traced ? await traceOf(session) : () => ({});
    await page.goto(url);
    await withTimeout(shown, url, row);
    await page.waitForTimeout(IDLE_TIME);
    const work = await endTrace();
    const { list, shift, long, waterfall } = await page.evaluate(() => ({
      ...window.metrics,
      waterfall: performance.getEntriesByType('resource').map((entry) => ({
        path: new URL(entry.name).pathname,
        from: entry.startTime,
        to: entry.responseEnd,
      })),
    }));
    return {
      list,
      // The list is rendered, and the main thread is idle.
      interactive: Math.max(list, ...long.map(([, end]) => end)),
      shift,
      waterfall,
      ...counted,
      ...work,
      ...(pressed && (await pressAll(page))),
      ...(weighed && (await memory(session))),
    };
  } finally {
    await context.close();
  }
}
