import { json, page, serve } from '../serve.js';

const FEES = [
  { feeId: 1, type: 'fee', amount: 70, dueDate: '2026-05-08', payableByClient: true },
  { feeId: 2, type: 'compensation', amount: 192.56, dueDate: '2026-12-24', payableByClient: true },
  { feeId: 3, type: 'fee', amount: 230, creationDate: '2026-10-30', payableByClient: false },
  { feeId: 4, type: 'fee', amount: 20, creationDate: '2026-11-02', payableByClient: false },
].map((fee) => ({
  creationDate: '2026-04-06',
  materials: [{ materialItemNumber: '52', recordId: '48724101' }],
  ...fee,
}));

/** Introductions that contain only the name of their phase. */
const TEXTS = Object.fromEntries(
  ['before', 'transition', 'after'].map((it) => [`intro.${it}`, it]),
);

const HTML = `<!doctype html><html lang="da"><meta charset="utf-8"><title>soak</title><body>
  <script src="/ddb-debt-overview.js"></script>
  <div id="here"><ddb-debt-overview fees-url="/fees" fbi-url="/fbi" dibs-payment-url="/pay" help-url="/help"
    payment-origins="mobilepay:" oir-payment-url="https://example.org/" oir-payment-name="A">
    <script type="application/json">${JSON.stringify({ texts: TEXTS })}</script>
    <a slot="login" href="/login">Log ind</a></ddb-debt-overview></div><div id="there"></div></body></html>`;

const refuse =
  (status, headers = {}) =>
  (_, response) =>
    void response
      .writeHead(status, { 'Content-Type': 'application/problem+json', ...headers })
      .end();

/** How the endpoints respond. */
const MODES = {
  well: undefined,
  failing: refuse(503),
  busy: refuse(429, { 'Retry-After': '60' }),
  'logged out': refuse(401),
  refusing: refuse(409),
  hanging: (_, response) => void response.writeHead(200).flushHeaders(),
};

/**
 * A library's site with its page, its debts and its payment, on a real server.
 * @param {string} folder the folder of the built file
 */
export async function openSite(folder) {
  const site = {
    /** @type {keyof typeof MODES} */
    mode: 'well',
    /** The ids of debts that are no longer listed. @type {number[]} */
    paid: [],
    /** The number of requests for debts. */
    feesRequests: 0,
    orders: 0,
    close: () => server.close(),
  };
  const as = (answer) => (request, response) =>
    (MODES[site.mode] ?? json(answer))(request, response);
  const server = await serve(
    {
      '/': page(HTML),
      '/fees': (...args) => {
        site.feesRequests++;
        as(FEES.filter(({ feeId }) => !site.paid.includes(feeId)))(...args);
      },
      '/fbi': json({ data: { manifestations: [{ titles: { full: ['En titel'] } }] } }),
      // An app link, so that the page stays open.
      '/pay': (...args) => {
        site.orders++;
        as({ orderId: `order-${site.orders}`, redirectUrl: 'mobilepay:pay' })(...args);
      },
    },
    { folder },
  );
  return Object.assign(site, { origin: server.origin });
}
