import { existsSync } from 'node:fs';
import { request as ask } from 'node:http';
import { fileURLToPath } from 'node:url';
import { serve } from '../serve.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** What of the reference host an app comes to. */
const PATHS = ['/patron/fees', '/payment/start', '/payment/callback', '/payment/return'];

/**
 * The library's site as an app reaches it: what is in dist/, and behind it the reference host, on one origin.
 * @param {import('../host/host.js').Host} host
 */
export async function openFrontDoor(host) {
  if (!existsSync(`${DIST}/webview.html`)) {
    throw new Error('dist/webview.html is missing: npm run build.');
  }
  const { hostname, port } = new URL(host.library.origin);

  /** Passes a request on as it came, and the answer back. */
  const pass = (request, response) => {
    const { method, url: path, headers } = request;
    const there = ask({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    there.on('error', () => response.destroy());
    request.pipe(there);
  };

  const door = {
    origin: '',
    /** Answers by path. A test may put its own in place of the host's. */
    routes: Object.fromEntries(PATHS.map((path) => [path, pass])),
    /** Every request that has come for a route. @type {{ method: string, url: string, authorization?: string }[]} */
    asked: [],
    /** Those for a path. */
    askedFor: (path) => door.asked.filter(({ url }) => url.split('?')[0] === path),
    /** Keeps a path's answers back; answers how to let them go. */
    hold(path) {
      const answer = door.routes[path];
      let letGo;
      const held = new Promise((resolve) => (letGo = resolve));
      door.routes[path] = (request, response) => held.then(() => answer(request, response));
      return letGo;
    },
    close: async () => undefined,
  };
  const logged = new Proxy(door.routes, {
    get(routes, path) {
      const route = routes[path];
      if (!route) return undefined;
      return (request, response) => {
        const { method, url, headers } = request;
        door.asked.push({ method, url, authorization: headers.authorization });
        route(request, response);
      };
    },
  });
  Object.assign(door, await serve(logged, { folder: DIST }));
  // As behind any proxy: its own address, to which payments come back, is this one.
  host.library.origin = door.origin;
  return door;
}

/** @typedef {Awaited<ReturnType<typeof openFrontDoor>>} FrontDoor */
