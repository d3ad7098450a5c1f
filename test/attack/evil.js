import { createServer } from 'node:http';

/** Whatever a page wants to ask it, it may: nothing is kept from somebody else's server by its own headers. */
const opened = ({ headers }) => ({
  'Access-Control-Allow-Origin': headers.origin ?? '*',
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
  'Access-Control-Expose-Headers': '*',
});

async function bodyOf(request) {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += piece;
  return body;
}

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
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    evil.asked.push({ method, url, headers, body: await bodyOf(request) });
    const page = url === '/page';
    const type = page ? 'text/html; charset=utf-8' : 'application/json';
    response.writeHead(200, { 'Content-Type': type, ...opened(request) });
    response.end(page ? evil.html : '[]');
  });
  server.on('connection', () => evil.connections++);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  evil.port = server.address().port;
  evil.origin = `http://127.0.0.1:${evil.port}`;
  evil.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve(undefined)));
  };
  return evil;
}

/** @typedef {Awaited<ReturnType<typeof startEvil>>} Evil */
