import { randomUUID } from 'node:crypto';
import { PATRONS } from './patrons.js';

/** The ids of Astrid's fees, and of Bo's. */
export const [SENT_LATE, COMPENSATION, SMALL, ODD, LOAN, NEW_SYSTEM] = PATRONS.astrid.map((fee) =>
  String(fee.feeId),
);
export const [BOS] = PATRONS.bo.map((fee) => String(fee.feeId));

const AMOUNTS = Object.fromEntries(
  Object.values(PATRONS)
    .flat()
    .map(({ feeId, ore }) => [feeId, ore]),
);

const form = (fields) => ({ method: 'POST', body: new URLSearchParams(fields) });

/** The requests of a patron's browser, for tests of the servers. */
export class Visitor {
  /** The header of the login. */
  setCookie = '';
  /** The cookie of the session. */
  cookie = '';
  /** @type {import('./start.js').Host} */
  #host;

  /** @param {import('./start.js').Host} host */
  static async open(host, patron = 'astrid') {
    const visitor = new Visitor();
    visitor.#host = host;
    host.library.patron = patron;
    const page = await fetch(host.origin);
    visitor.setCookie = page.headers.get('Set-Cookie') ?? '';
    visitor.cookie = visitor.setCookie.split(';')[0] ?? '';
    return visitor;
  }

  ask(path, init = {}) {
    const headers = { Cookie: this.cookie, ...init.headers };
    return fetch(this.#host.origin + path, { ...init, headers });
  }

  /** @returns {Promise<any[]>} */
  async fees() {
    return (await this.ask('/patron/fees')).json();
  }

  requestFor(feeIds) {
    return {
      feeIds,
      amount: feeIds.reduce((sum, feeId) => sum + (AMOUNTS[feeId] ?? 0), 0),
      currency: 'DKK',
      channel: 'cms',
      returnUrl: `${this.#host.origin}/`,
      language: 'da',
    };
  }

  startRaw(feeIds, over = {}, key = randomUUID()) {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
    const body = JSON.stringify({ ...this.requestFor(feeIds), ...over });
    return this.ask('/payment/start', { method: 'POST', headers, body });
  }

  /** Starts a payment. `order` is the response, or the problem. */
  async start(feeIds, over = {}, key = randomUUID()) {
    const answer = await this.startRaw(feeIds, over, key);
    const type = answer.headers.get('Content-Type');
    return { key, status: answer.status, type, order: await answer.json() };
  }

  /** Opens the gateway's page of an order. */
  visit({ form: post, redirectUrl }) {
    return post ? fetch(post.action, form(post.fields)) : fetch(redirectUrl);
  }

  /** Presses a button of the gateway's page, and closes the browser. Returns where the gateway would lead it. */
  async chooseAndLeave(order, choice) {
    const { url } = await this.visit(order);
    return fetch(url, { ...form({ choice }), redirect: 'manual' });
  }

  /** Presses a button of the gateway's page. Returns the final URL of the redirects. */
  async choose(order, choice) {
    const there = await this.chooseAndLeave(order, choice);
    const back = await fetch(there.headers.get('Location') ?? '', { redirect: 'manual' });
    return back.headers.get('Location') ?? '';
  }
}
