import { json, page } from '../serve.js';
import { FEES } from './library.js';

/** Matches the texts, ids and amounts of Astrid's debts. */
export const ASTRIDS = /ASTRID|A-1|A-2|70,00|192,56|262,56|7000|19256|26256/;

const astrids = FEES.slice(0, 2).map((fee, at) => ({
  ...fee,
  feeId: `A-${at + 1}`,
  reasonMessage: `ASTRID ${at + 1}`,
  materials: [{ materialItemNumber: `ASTRID 5${at}`, recordId: 'ASTRID 9' }],
}));
const bos = [{ ...FEES[0], feeId: 'B-1', reasonMessage: 'Bo', amount: 11 }];

const pageOf = (script) =>
  page(`<!doctype html><html lang="da"><head><meta charset="utf-8"></head><body>
    <ddb-debt-overview fees-url="/fees" dibs-payment-url="/pay">
      <a slot="login" href="/">Log ind</a></ddb-debt-overview>
    <script>${script}</script><script src="/ddb-debt-overview.js"></script></body></html>`);

const cookieOf = ({ headers }) => /session=(\w+)/.exec(headers.cookie ?? '')?.[1] ?? '';
const tokenOf = ({ headers }) => /^Bearer (\w+)$/.exec(headers.authorization ?? '')?.[1] ?? '';

/**
 * Adds pages and debts for Astrid and Bo, who share a computer. `/token` is a page whose script requests the patron's
 * token; `/cookie` is a page with a session cookie.
 * @param {import('./library.js').Library} library
 */
export function addPatrons(library) {
  const at = {
    /** Who is logged in. @type {'astrid' | 'bo' | ''} */
    who: 'astrid',
    /** Delays responses with debts until it resolves. @type {Promise<void> | undefined} */
    held: undefined,
    /** Holds responses back. Returns a function that releases them. */
    hold() {
      let release;
      at.held = new Promise((resolve) => (release = resolve));
      return release;
    },
  };
  const fees = { astrid: astrids, bo: bos };
  Object.assign(library.routes, {
    '/token': pageOf(`document.querySelector('ddb-debt-overview').getToken =
      async () => (await fetch('/who', { cache: 'no-store' })).text()`),
    '/cookie': pageOf(''),
    '/who': (_, response) => response.writeHead(200, { 'Cache-Control': 'no-store' }).end(at.who),
    '/login': (_, response) => {
      const cookie = `session=${at.who}; HttpOnly; SameSite=Lax`;
      response.writeHead(200, { 'Content-Type': 'text/html', 'Set-Cookie': cookie }).end('<p>Hej');
    },
    '/logout': (_, response) => {
      at.who = '';
      const headers = { 'Clear-Site-Data': '"storage"', 'Set-Cookie': 'session=; Max-Age=0' };
      response.writeHead(200, { 'Content-Type': 'text/html', ...headers }).end('<p>Farvel');
    },
    // The response is cacheable for an hour, although it should not be.
    '/fees': async (request, response) => {
      await at.held;
      const own = fees[tokenOf(request) || cookieOf(request)];
      const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'max-age=3600' };
      response.writeHead(own ? 200 : 401, headers).end(JSON.stringify(own ?? {}));
    },
    '/pay': json({ orderId: 'ASTRID-O-1', redirectUrl: `${library.origin}/blank` }),
  });
  return at;
}
