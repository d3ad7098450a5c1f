import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { NIGHTLY } from '../nightly.js';
import { openBrowser } from '../pages/open-browser.js';
import { json, page, serve } from '../serve.js';

/** The number of entries for 5 MB of JSON; nightly for 50 MB. */
const COUNT = NIGHTLY ? 150_000 : 15_000;
/** Long enough for a busy machine. */
const TIMEOUT = 300_000;
const HTML = `<!doctype html>
<html lang="da">
  <head><meta charset="utf-8" /></head>
  <body>
    <ddb-debt-overview dibs-fees-url="/dibs" oir-fees-url="/oir" dibs-payment-url="/pay">
    </ddb-debt-overview>
    <script src="/ddb-debt-overview.js"></script>
  </body>
</html>`;

const material = {
  materialItemNumber: '5237104417',
  recordId: '48724101',
  periodical: null,
  materialGroup: { name: 'standard', description: '31 dages lånetid til alm lånere' },
};
const debts = Array.from({ length: COUNT }, (_, index) => ({
  feeId: index + 1,
  type: 'fee',
  reasonMessage: 'Gebyr (for sent)',
  amount: 1,
  dueDate: '2026-05-08',
  creationDate: '2026-04-06',
  paidDate: null,
  payableByClient: true,
  materials: [material],
}));

let server;
let browser;
before(async () => {
  server = await serve(
    { '/': page(HTML), '/dibs': json(debts), '/oir': json([]) },
    { folder: fileURLToPath(new URL('../../dist', import.meta.url)) },
  );
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test(`${COUNT} debts are all shown and added up`, async () => {
  const tab = await browser.newPage();
  const thrown = [];
  tab.on('pageerror', (error) => thrown.push(error.message));
  tab.on('crash', () => thrown.push('the page crashed'));
  await tab.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(Math.round(duration));
    }).observe({ entryTypes: ['longtask'] });
  });
  await tab.goto(server.origin, { waitUntil: 'commit' });
  await tab
    .locator('ddb-debt-overview [part~=pay-all]')
    .waitFor({ state: 'attached', timeout: TIMEOUT });
  const { total, rows, longTasks } = await tab.evaluate(() => {
    const { shadowRoot } = document.querySelector('ddb-debt-overview');
    return {
      total: shadowRoot.querySelector('[part~=total]').textContent.replace(/\s+/g, ' ').trim(),
      rows: shadowRoot.querySelectorAll('[part~=debt]').length,
      longTasks: window.longTasks,
    };
  });
  assert.equal(rows, COUNT);
  const count = COUNT.toLocaleString('da-DK');
  assert.equal(total, `${count} mellemværender. I alt ${count},00 kr.`);
  assert.deepEqual(thrown, []);
  console.error(`${COUNT} debts: long tasks of ${longTasks.join(' and ')} ms`);
});
