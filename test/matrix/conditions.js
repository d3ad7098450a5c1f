import { CREDIT, DEBTS, heavyBody, UNREADABLE } from './bodies.js';

/** The interval between chunks of a slow response, in real milliseconds. */
const CHUNK_INTERVAL = 100;
const CHUNKS = 6;

const json =
  (body, { status = 200, ...headers } = {}) =>
  ({ response, endpoint }) =>
    response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(body(endpoint));
const debts = json((endpoint) => JSON.stringify(DEBTS[endpoint]));
const text = (body) => json(() => body);
const entries = (some) => json((endpoint) => `[${some(DEBTS[endpoint]).join()}]`);

const status =
  (code, headers = {}) =>
  ({ response }) =>
    response.writeHead(code, headers).end();
/** An error response with a JSON body, as from a proxy. */
const broken = (code, headers = {}) => json(() => '{"message":"no"}', { status: code, ...headers });

export const HTML = '<!doctype html><title>Log ind</title><form>Log ind med MitID</form>';
const html = ({ response }) =>
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(HTML);

/** Closes the connection before the announced Content-Length. */
function truncated({ response, endpoint }) {
  const body = JSON.stringify(DEBTS[endpoint]);
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  response.write(body.slice(0, body.length / 2), () => response.socket?.end());
}

/** Resets the connection after the headers. Before them, Firefox itself would repeat the request nine times. */
function reset({ response: { socket } }) {
  socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n');
  const timer = setTimeout(() => socket.resetAndDestroy(), CHUNK_INTERVAL);
  socket.on('close', () => clearTimeout(timer));
}

function sendChunks({ response }, chunks) {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => {
    const { value, done } = chunks.next();
    if (done) response.end();
    else response.write(value);
  }, CHUNK_INTERVAL);
  response.on('close', () => clearInterval(timer));
}

function* chunksOf(body) {
  const size = Math.ceil(body.length / CHUNKS);
  for (let from = 0; from < body.length; from += size) yield body.slice(from, from + size);
}
function* endless() {
  yield '[';
  for (;;) yield ' ';
}

/**
 * The outcomes of a request for debts, each with the letter of its row and column. `answer` receives the response, the
 * endpoint, and the number of requests before. For slow responses, `pace` is `drips` (in chunks) or `timeout`.
 */
export const CONDITIONS = {
  debts: { letter: 'D', answer: debts },
  none: { letter: 'N', answer: text('[]') },
  '204 No Content': { letter: 'a', answer: status(204) },
  '304 Not Modified': { letter: 'b', answer: status(304) },
  '401 Unauthorized': { letter: 'c', answer: broken(401) },
  '403 Forbidden': { letter: 'd', answer: broken(403) },
  '404 Not Found': { letter: 'e', answer: status(404) },
  '429 Too Many': { letter: 'f', answer: broken(429) },
  '429, wait 1 s, then debts': {
    letter: 'g',
    answer: (request) => (request.before ? debts : broken(429, { 'Retry-After': '1' }))(request),
  },
  '429, wait 1 s, always': { letter: 'h', answer: broken(429, { 'Retry-After': '1' }) },
  '429, wait 900 s': { letter: 'i', answer: broken(429, { 'Retry-After': '900' }) },
  '500 Server Error': { letter: 'j', answer: broken(500) },
  '503 Unavailable': { letter: 'k', answer: status(503) },
  'redirect to a login page': { letter: 'l', answer: status(302, { Location: '/login' }) },
  HTML: { letter: 'm', answer: html },
  truncated: { letter: 'n', answer: truncated },
  'half JSON': {
    letter: 'o',
    answer: json((endpoint) => {
      const body = JSON.stringify(DEBTS[endpoint]);
      return body.slice(0, body.length / 2);
    }),
  },
  object: { letter: 'p', answer: json((endpoint) => JSON.stringify({ fees: DEBTS[endpoint] })) },
  string: { letter: 'q', answer: text('"[]"') },
  'unreadable entries': { letter: 'r', answer: entries(() => UNREADABLE) },
  'debts and unreadable entries': {
    letter: 's',
    answer: entries((some) => [...UNREADABLE, ...some.map((debt) => JSON.stringify(debt))]),
  },
  'debts and a credit': {
    letter: 'z',
    answer: entries((some) => [CREDIT, ...some.map((debt) => JSON.stringify(debt))]),
  },
  '50 MB': {
    letter: 'H',
    answer: ({ response, endpoint }) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(heavyBody(endpoint)),
  },
  'drip, finishes': {
    letter: 't',
    pace: 'drips',
    answer: ({ response, endpoint }) =>
      sendChunks({ response }, chunksOf(JSON.stringify(DEBTS[endpoint]))),
  },
  'drip, never finishes': {
    letter: 'u',
    pace: 'timeout',
    answer: ({ response }) => sendChunks({ response }, endless()),
  },
  'never answers': { letter: 'v', pace: 'timeout', answer: () => undefined },
  'connection reset': { letter: 'w', answer: reset },
  'CORS refused': { letter: 'x', answer: debts, at: 'elsewhere' },
  'connection refused': { letter: 'y', answer: () => undefined, at: 'nowhere' },
};
