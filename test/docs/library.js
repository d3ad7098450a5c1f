import { fileURLToPath } from 'node:url';
import { openBrowser } from '../pages/open-browser.js';
import { bodyOf, files, json, page, send, serve } from '../serve.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const TAG = `<ddb-debt-overview fees-url="/patron/fees" dibs-payment-url="/payment/start"
  payment-origins="https://gateway.example"></ddb-debt-overview>`;
const SCRIPT = '<script type="module" src="/libraries/ddb-debt-overview.js"></script>';

/** The list of the examples. */
export const FEES = [
  {
    feeId: 434536,
    reasonMessage: 'Gebyr (for sent)',
    amount: 70,
    payableByClient: true,
    materials: [{ recordId: '48724101' }],
  },
];

/** A library's site with the URLs that the examples name, and a browser. */
export async function openLibrary() {
  const requests = {};
  const answers = {};
  const answerWith = (name) => async (request, response, found) => {
    requests[name].push({ headers: request.headers, body: await bodyOf(request) });
    json(answers[name])(request, response, found);
  };
  const routes = {
    '/patron/fees': answerWith('fees'),
    '/fees.json': answerWith('fees'),
    'POST /payment/start': answerWith('payment'),
    '/libraries/:name': (request, response, { params }) =>
      files(DIST)(request, response, { url: { pathname: `/${params.name}` } }),
    '/favicon.ico': send('image/png', ''),
  };
  const server = await serve(routes, { folder: DIST });
  const browser = await openBrowser();

  /**
   * Opens a page with an example, and with the element if the example has none.
   * @param {object} example
   * @param {string} [example.html]
   * @param {string} [example.script] runs before the element is defined
   * @param {string} [example.policy] the Content-Security-Policy of the page
   * @param {unknown} [example.fees]
   * @param {unknown} [example.payment]
   * @param {boolean} [example.hasGateway] whether gateway.example answers. Then Playwright answers preflight requests, too.
   */
  async function open({ html = '', script = '', policy, fees = FEES, payment, hasGateway = true }) {
    Object.assign(requests, { fees: [], payment: [] });
    Object.assign(answers, { fees, payment });
    routes['/example.js'] = send('text/javascript; charset=utf-8', script);
    const body = [
      html,
      !html.includes('<ddb-debt-overview') && TAG,
      script && '<script type="module" src="/example.js"></script>',
      !html.includes('/ddb-debt-overview.js') && SCRIPT,
    ].filter(Boolean);
    routes['/'] = page(
      `<!doctype html><html lang="da"><title>Lån</title>${body.join('\n')}`,
      policy,
    );
    const tab = await browser.newPage();
    tab.setDefaultTimeout(5_000);
    const faults = [];
    tab.on('pageerror', (error) => faults.push(error.message));
    tab.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) faults.push(message.text());
    });
    if (hasGateway)
      await tab.route('https://gateway.example/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: 'The gateway' }),
      );
    await tab.goto(server.origin);
    return { tab, faults };
  }

  return {
    open,
    requests,
    origin: server.origin,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
