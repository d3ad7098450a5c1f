import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { json } from '../serve.js';
import { tricks } from './url-tricks.js';

/** Ways that lead to a loopback address, which is allowed, but of another port, host or scheme than the page's. */
const neighbours = (evilPort, ownPort) => [
  ...[
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '127。0。0。1',
    'localhost',
  ].map((host) => `http://${host}:${evilPort}/`),
  ...[`https://127.0.0.1:${ownPort}/`, `http://localhost:${ownPort}/`, `http://[::1]:${ownPort}/`],
  ...[`http://127.0.0.1.:${evilPort}/`, `http://127.0.0.2:${ownPort}/`, `HTTP://0:${ownPort}/`],
  ...[`https://127.0.0.1:${ownPort}@evil.example/`, `mobilepay://pay`, `ddb-debt://x`],
];

/**
 * Presses the button until the host has answered so many times; answers what was said each time. Where the button does
 * not come back, the browser is on its way, and that was that.
 */
const pressUntil = async (times) => {
  const element = document.querySelector('ddb-debt-overview');
  const said = [];
  let answered = 0;
  element.fetcher = async (url, init) => {
    const answer = await fetch(url, init);
    if (init.method === 'POST') answered++;
    return answer;
  };
  await customElements.whenDefined('ddb-debt-overview');
  await element.refresh();
  const button = () => element.shadowRoot.querySelector('[part~=pay-all]');
  const isBack = () =>
    answered > said.length && button()?.getAttribute('aria-disabled') === 'false';
  while (said.length < times) {
    button().click();
    for (let look = 0; look < 500 && !isBack(); look++) {
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    if (!isBack()) return said;
    said.push(element.shadowRoot.querySelector('[part~=payment]')?.getAttribute('part') ?? null);
  }
  return said;
};

/** Where an answer to a start can send the browser. */
export const destinations = (on) =>
  describe('a destination', () => {
    for (const [way, answerTo] of [
      ['redirectUrl', (redirectUrl) => ({ redirectUrl })],
      ['form.action', (action) => ({ form: { action, fields: { amount: '1' } } })],
    ]) {
      // A browser that has gone somewhere else, or asks which program is to open it, answers no more.
      const name = `${way}: none leads elsewhere than to payment-origins`;
      test(name, { timeout: 60_000 }, async () => {
        const own = new URL(on.library.origin);
        const written = [
          ...tricks(new URL(on.evil.origin).host, own.host),
          ...neighbours(on.evil.port, own.port),
        ];
        const left = [...written];
        on.library.routes['/pay'] = (request, response) =>
          json({ orderId: 'O-1', ...answerTo(left.shift()) })(request, response);
        await on.engine.open(`${on.library.origin}/`);
        const said = await on.engine.evaluate(pressUntil, written.length);
        const wrong = written.filter((_, at) => said[at] !== 'payment payment-invalid');
        assert.deepEqual(wrong, []);
        assert.equal(await on.engine.evaluate(() => location.href), `${on.library.origin}/`);
        assert.equal(await on.engine.evaluate(() => window.pwned ?? null), null);
        assert.deepEqual(on.evil.asked, []);
        assert.equal(on.evil.connections, 0);
      });
    }
  });
