import { existsSync } from 'node:fs';
import { request as sendRequest } from 'node:http';
import { fileURLToPath } from 'node:url';
import { serve } from '../serve.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** The paths of the reference host that an app uses. */
const PATHS = ['/patron/fees', '/payment/start', '/payment/callback', '/payment/return'];

/**
 * Serves dist/ and forwards the rest to the reference host, on one origin, as a library's site does for its app.
 * @param {import('../../integrations/payment-host/stand-ins/start.js').Host} host
 */
export async function openSiteProxy(host) {
  if (!existsSync(`${DIST}/webview.html`)) {
    throw new Error('dist/webview.html is missing: npm run build.');
  }
  const { hostname, port } = new URL(host.library.origin);

  /** Forwards a request and its response unchanged. */
  const forward = (request, response) => {
    const { method, url: path, headers } = request;
    const upstream = sendRequest({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    upstream.on('error', () => response.destroy());
    request.pipe(upstream);
  };

  const proxy = {
    origin: '',
    /** Handlers by path. A test may replace them. */
    routes: Object.fromEntries(PATHS.map((path) => [path, forward])),
    /** Every request for a route. @type {{ method: string, url: string, authorization?: string }[]} */
    requests: [],
    /** The requests for a path. */
    requestsFor: (path) => proxy.requests.filter(({ url }) => url.split('?')[0] === path),
    /** Delays the responses of a path; returns the function that releases them. */
    hold(path) {
      const answer = proxy.routes[path];
      let release;
      const held = new Promise((resolve) => (release = resolve));
      proxy.routes[path] = (request, response) => held.then(() => answer(request, response));
      return release;
    },
    close: async () => undefined,
  };
  const logged = new Proxy(proxy.routes, {
    get(routes, path) {
      const route = routes[path];
      if (!route) return undefined;
      return (request, response) => {
        const { method, url, headers } = request;
        proxy.requests.push({ method, url, authorization: headers.authorization });
        route(request, response);
      };
    },
  });
  Object.assign(proxy, await serve(logged, { folder: DIST }));
  // The library returns patrons to the proxy's origin after a payment.
  host.library.origin = proxy.origin;
  return proxy;
}

/** @typedef {Awaited<ReturnType<typeof openSiteProxy>>} SiteProxy */
