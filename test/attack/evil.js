import { bodyOf, send, serve } from '../serve.js';

/** Whatever a page wants to ask it, it may: nothing is kept from somebody else's server by its own headers. */
const opened = ({ headers }) => ({
  'Access-Control-Allow-Origin': headers.origin ?? '*',
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
  'Access-Control-Expose-Headers': '*',
});

/** Somebody else's server, on an origin of its own. It answers all, as if nobody owed anything, and writes down who came. */
export async function startEvil() {
  const evil = {
    origin: '',
    port: 0,
    /** @type {{ method: string, url: string, headers: Record<string, string>, body: string }[]} */
    asked: [],
    /** How many have connected, also those who then spoke TLS. */
    connections: 0,
    /** A page of its own. */
    html: '',
    forget() {
      evil.asked = [];
      evil.connections = 0;
    },
    close: async () => undefined,
  };
  async function answer(request, response) {
    const { method, url, headers } = request;
    evil.asked.push({ method, url, headers, body: await bodyOf(request) });
    const [type, body] =
      url === '/page' ? ['text/html; charset=utf-8', evil.html] : ['application/json', '[]'];
    send(type, body, opened(request))(request, response);
  }
  const onConnection = () => evil.connections++;
  return Object.assign(evil, await serve({}, { fallback: answer, onConnection }));
}

/** @typedef {Awaited<ReturnType<typeof startEvil>>} Evil */
