import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { escaped } from '../host/answers.js';
import { file, json, page, serve } from '../serve.js';

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

/** Two debts that are paid here, 262,56 kr., and one of 230,00 kr. in the new system. */
export const FEES = [
  fee(1, 70),
  fee(2, 192.56, {
    type: 'compensation',
    reasonMessage: 'Erstatning',
    materials: [{ materialItemNumber: '5237124059', recordId: '48724566' }],
  }),
  fee(3, 230, { payableByClient: false, dueDate: null }),
];

/** The patron's token on these pages: nowhere but in `Authorization` may it be found. */
export const TOKEN = 'tok-3f9c-MARKER-77d1';

const tag = (attributes) =>
  `<ddb-debt-overview${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')}></ddb-debt-overview>`;

/**
 * A library's site with as few defences as a site can have: no policy, inline scripts. What is not kept out by the widget
 * gets in.
 */
export async function openLibrary() {
  if (!existsSync(`${DIST}/ddb-debt-overview.js`)) {
    throw new Error('dist/ddb-debt-overview.js is missing: npm run build.');
  }
  const library = {
    origin: '',
    /** What has come to the endpoints. @type {{ path: string, headers: Record<string, string> }[]} */
    asked: [],
    /** Answers by path; a test may put its own in. */
    routes: {
      '/fees': json(FEES),
      /** An empty page of the same site. */
      '/blank': page('<!doctype html><title>x</title>'),
      '/look.js': file(fileURLToPath(new URL('look.js', import.meta.url))),
      '/favicon.ico': (_, response) => response.writeHead(204).end(),
    },
    /** The page's element. @type {Record<string, string>} */
    attributes: {},
    reset() {
      library.asked = [];
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
      <script src="/ddb-debt-overview.js"></script><script src="/look.js"></script></body></html>`)(
      request,
      response,
    );
  const logged = new Proxy(library.routes, {
    get: (routes, path) =>
      routes[path] &&
      ((request, response) => {
        library.asked.push({ path, headers: request.headers });
        routes[path](request, response);
      }),
  });
  return Object.assign(library, await serve(logged, { folder: DIST }));
}

/** @typedef {Awaited<ReturnType<typeof openLibrary>>} Library */
