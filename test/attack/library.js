import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { escaped } from '../../integrations/payment-host/host/answers.js';
import { file, json, page, send, serve } from '../serve.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

const fee = (feeId, amount, over = {}) => ({
  feeId,
  amount,
  type: 'fee',
  reasonMessage: 'Gebyr',
  creationDate: '2021-04-06',
  dueDate: '2021-05-08',
  paidDate: null,
  payableByClient: true,
  materials: [],
  ...over,
});

/** Two debts in the old system, 262.56 kr. in total, and one of 230 kr. in the new system. */
export const FEES = [
  fee(1, 70),
  fee(2, 192.56, {
    type: 'compensation',
    reasonMessage: 'Erstatning',
    materials: [{ materialItemNumber: '5237124059', recordId: '48724566' }],
  }),
  fee(3, 230, { payableByClient: false, dueDate: null }),
];

/** The patron's token on these pages. It may only occur in `Authorization` headers. */
export const TOKEN = 'tok-3f9c-MARKER-77d1';

const tag = (attributes) =>
  `<ddb-debt-overview${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')}></ddb-debt-overview>`;

/**
 * A library's site without a Content-Security-Policy, so that only the widget protects it.
 */
export async function openLibrary() {
  if (!existsSync(`${DIST}/ddb-debt-overview.js`)) {
    throw new Error('dist/ddb-debt-overview.js is missing: npm run build.');
  }
  const library = {
    origin: '',
    /** The requests to the server. @type {{ path: string, headers: Record<string, string> }[]} */
    requests: [],
    /** Handlers by path. Tests can replace them. */
    routes: {
      '/fees': json(FEES),
      /** An empty page of the same site. */
      '/blank': page('<!doctype html><title>x</title>'),
      '/inspector.js': file(fileURLToPath(new URL('inspector.js', import.meta.url))),
      /** A page without the element; browsers do not open an empty 404. */
      '/robots.txt': send('text/plain', 'User-agent: *'),
      '/favicon.ico': (_, response) => response.writeHead(204).end(),
    },
    /** The attributes of the page's element. @type {Record<string, string>} */
    attributes: {},
    reset() {
      library.requests = [];
      library.attributes = {
        lang: 'da',
        'fees-url': '/fees',
        'dibs-payment-url': '/pay',
        'switch-date': '2021-12-01',
        'oir-payment-url': 'https://betalingsoverblik.example/',
        'oir-payment-name': 'Mit Betalingsoverblik',
      };
      Object.assign(library.routes, { '/fees': json(FEES), '/pay': json({}) });
    },
    close: async () => undefined,
  };
  library.reset();
  library.routes['/'] = (request, response) =>
    page(`<!doctype html><html lang="da"><head><meta charset="utf-8"></head><body>
      ${tag(library.attributes)}
      <script>document.querySelector('ddb-debt-overview').getToken = () => '${TOKEN}'</script>
      <script src="/ddb-debt-overview.js"></script><script src="/inspector.js"></script></body></html>`)(
      request,
      response,
    );
  const logged = new Proxy(library.routes, {
    get: (routes, path) =>
      routes[path] &&
      ((request, response) => {
        library.requests.push({ path, headers: request.headers });
        routes[path](request, response);
      }),
  });
  return Object.assign(library, await serve(logged, { folder: DIST }));
}

/** @typedef {Awaited<ReturnType<typeof openLibrary>>} Library */
