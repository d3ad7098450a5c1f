import { DEBTS, heavyBody, RUBBISH } from './bodies.js';

/** How often an endpoint that drips sends a piece, in milliseconds of this world. */
const DRIP = 100;
const PIECES = 6;

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
/** As a proxy in front of a broken system does it. */
const broken = (code, headers = {}) => json(() => '{"message":"no"}', { status: code, ...headers });

export const HTML = '<!doctype html><title>Log ind</title><form>Log ind med MitID</form>';
const html = ({ response }) =>
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(HTML);

/** The connection ends in the middle of what was promised. */
function cutOff({ response, endpoint }) {
  const body = JSON.stringify(DEBTS[endpoint]);
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  response.write(body.slice(0, body.length / 2), () => response.socket?.end());
}

/**
 * The connection is reset when an answer has begun: where none has, Firefox asks nine times more by itself, and the page
 * never knows.
 */
function reset({ response: { socket } }) {
  socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n');
  const timer = setTimeout(() => socket.resetAndDestroy(), DRIP);
  socket.on('close', () => clearTimeout(timer));
}

function dripped({ response }, pieces) {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const timer = setInterval(() => {
    const { value, done } = pieces.next();
    if (done) response.end();
    else response.write(value);
  }, DRIP);
  response.on('close', () => clearInterval(timer));
}

function* piecesOf(body) {
  const size = Math.ceil(body.length / PIECES);
  for (let from = 0; from < body.length; from += size) yield body.slice(from, from + size);
}
function* endless() {
  yield '[';
  for (;;) yield ' ';
}

/**
 * What can become of a request for debts, each with the letter of its row and column.
 * An answer is given what it answers with, for which endpoint, and how many requests came before. Where time is
 * what it is about, `pace` says how it comes: it `drips`, or is waited for `in vain`.
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
    answer: (asked) => (asked.before ? debts : broken(429, { 'Retry-After': '1' }))(asked),
  },
  '429, wait 1 s, always': { letter: 'h', answer: broken(429, { 'Retry-After': '1' }) },
  '429, wait 900 s': { letter: 'i', answer: broken(429, { 'Retry-After': '900' }) },
  '500 Server Error': { letter: 'j', answer: broken(500) },
  '503 Unavailable': { letter: 'k', answer: status(503) },
  'sent to a login page': { letter: 'l', answer: status(302, { Location: '/login' }) },
  HTML: { letter: 'm', answer: html },
  'cut off': { letter: 'n', answer: cutOff },
  'half JSON': {
    letter: 'o',
    answer: json((endpoint) => {
      const body = JSON.stringify(DEBTS[endpoint]);
      return body.slice(0, body.length / 2);
    }),
  },
  object: { letter: 'p', answer: json((endpoint) => JSON.stringify({ fees: DEBTS[endpoint] })) },
  string: { letter: 'q', answer: text('"[]"') },
  rubbish: { letter: 'r', answer: entries(() => RUBBISH) },
  'debts and rubbish': {
    letter: 's',
    answer: entries((some) => [...RUBBISH, ...some.map((debt) => JSON.stringify(debt))]),
  },
  '50 MB': {
    letter: 'H',
    answer: ({ response, endpoint }) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(heavyBody(endpoint)),
  },
  'drip, finishes': {
    letter: 't',
    pace: 'drips',
    answer: (asked) => dripped(asked, piecesOf(JSON.stringify(DEBTS[asked.endpoint]))),
  },
  'drip, never finishes': {
    letter: 'u',
    pace: 'in vain',
    answer: (asked) => dripped(asked, endless()),
  },
  'never answers': { letter: 'v', pace: 'in vain', answer: () => undefined },
  'connection reset': { letter: 'w', answer: reset },
  'CORS refused': { letter: 'x', answer: debts, at: 'elsewhere' },
  'nobody listens': { letter: 'y', answer: () => undefined, at: 'nowhere' },
};
