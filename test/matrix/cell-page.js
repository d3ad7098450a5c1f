import { CONDITIONS } from './conditions.js';

/** The page of one cell, with the widget and the scripts that inspect it. */
export function cellPage({ id, conditions }, { elsewhere, nowhere }) {
  const bases = { elsewhere, nowhere };
  const urls = Object.entries(conditions).map(([endpoint, condition]) => {
    const { letter, at } = CONDITIONS[condition];
    const name = endpoint === 'shared' ? 'fees-url' : `${endpoint}-fees-url`;
    return `${name}="${bases[at] ?? ''}/fees/${endpoint}/${letter}/${id}"`;
  });
  const paces = Object.keys(conditions).map((endpoint) => [
    endpoint,
    CONDITIONS[conditions[endpoint]].pace ?? 'answers',
  ]);
  return `<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8" />
    <title>${id}</title>
    <script src="/monitor.js" data-paces='${JSON.stringify(Object.fromEntries(paces))}'></script>
    <script src="/fast-clock.js"></script>
  </head>
  <body>
    <ddb-debt-overview ${urls.join(' ')} switch-date="2025-12-01" dibs-payment-url="/pay"
      oir-payment-url="https://payment.example/" oir-payment-name="Mit Betalingsoverblik">
      <a slot="login" href="/login">Log ind her</a>
    </ddb-debt-overview>
    <script src="/ddb-debt-overview.js"></script>
    <script src="/inspect.js" data-cell="${id}"></script>
  </body>
</html>`;
}

/** The page with the frames of all cells. */
export const POOL_PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>The fault matrix</title>
    <style>body { margin: 0 } iframe { width: 240px; height: 140px; border: 0 }</style>
    <script src="/pool.js"></script>
  </head>
  <body></body>
</html>`;
