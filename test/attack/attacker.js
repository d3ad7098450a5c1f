import { bodyOf, send, serve } from '../serve.js';

/** CORS headers that allow every request. */
const opened = ({ headers }) => ({
  'Access-Control-Allow-Origin': headers.origin ?? '*',
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
  'Access-Control-Expose-Headers': '*',
});

/** Starts an attacker's server on another origin. It responds to every request with an empty list, and records it. */
export async function startAttacker() {
  const attacker = {
    origin: '',
    port: 0,
    /** @type {{ method: string, url: string, headers: Record<string, string>, body: string }[]} */
    requests: [],
    /** The number of connections, also with TLS. */
    connections: 0,
    /** The attacker's page. */
    html: '',
    clear() {
      attacker.requests = [];
      attacker.connections = 0;
    },
    close: async () => undefined,
  };
  async function answer(request, response) {
    const { method, url, headers } = request;
    attacker.requests.push({ method, url, headers, body: await bodyOf(request) });
    const [type, body] =
      url === '/page' ? ['text/html; charset=utf-8', attacker.html] : ['application/json', '[]'];
    send(type, body, opened(request))(request, response);
  }
  const onConnection = () => attacker.connections++;
  return Object.assign(attacker, await serve({}, { fallback: answer, onConnection }));
}

/** @typedef {Awaited<ReturnType<typeof startAttacker>>} Attacker */
