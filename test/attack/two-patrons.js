import { json, page } from '../serve.js';
import { FEES } from './library.js';

/** What is only Astrid's: in words, in ids and in amounts. */
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
 * A library where Astrid and Bo sit at the same computer, one after the other. `/token` is a page whose script asks for
 * the patron's token, `/cookie` one where only the server knows who it is.
 * @param {import('./library.js').Library} library
 */
export function sitDown(library) {
  const at = {
    /** Who is logged in. @type {'astrid' | 'bo' | ''} */
    who: 'astrid',
    /** Until it resolves, no debts are answered. @type {Promise<void> | undefined} */
    held: undefined,
    /** Keeps answers back; answers how to let them go. */
    hold() {
      let letGo;
      at.held = new Promise((resolve) => (letGo = resolve));
      return letGo;
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
    // A host that has not read how it should be answered: any cache may keep it for an hour.
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
