import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { json } from '../serve.js';
import { tricks } from './url-tricks.js';

/** URLs of loopback addresses, which are allowed, with another port, host or scheme than the page. */
const loopbackVariants = (attackerPort, ownPort) => [
  ...[
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '127。0。0。1',
    'localhost',
  ].map((host) => `http://${host}:${attackerPort}/`),
  ...[`https://127.0.0.1:${ownPort}/`, `http://localhost:${ownPort}/`, `http://[::1]:${ownPort}/`],
  ...[`http://127.0.0.1.:${attackerPort}/`, `http://127.0.0.2:${ownPort}/`, `HTTP://0:${ownPort}/`],
  ...[`https://127.0.0.1:${ownPort}@evil.example/`, `mobilepay://pay`, `ddb-debt://x`],
];

/**
 * Runs in the page. Presses the button for each response of the payment host, and returns the message after each. Stops
 * if the button does not become enabled again, because then the browser navigates.
 */
const pressForEach = async (times) => {
  const element = document.querySelector('ddb-debt-overview');
  const messages = [];
  let answered = 0;
  element.fetcher = async (url, init) => {
    const answer = await fetch(url, init);
    if (init.method === 'POST') answered++;
    return answer;
  };
  await customElements.whenDefined('ddb-debt-overview');
  await element.refresh();
  const button = () => element.shadowRoot.querySelector('[part~=pay-all]');
  const isEnabled = () =>
    answered > messages.length && button()?.getAttribute('aria-disabled') === 'false';
  while (messages.length < times) {
    button().click();
    for (let tries = 0; tries < 500 && !isEnabled(); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    if (!isEnabled()) return messages;
    messages.push(
      element.shadowRoot.querySelector('[part~=payment]')?.getAttribute('part') ?? null,
    );
  }
  return messages;
};

/** Tests the destinations in responses to a payment start. */
export const destinations = (on) =>
  describe('a destination', () => {
    for (const [field, responseWith] of [
      ['redirectUrl', (redirectUrl) => ({ redirectUrl })],
      ['form.action', (action) => ({ form: { action, fields: { amount: '1' } } })],
    ]) {
      // The timeout catches a browser that has navigated away, or asks for a program.
      const name = `${field}: only payment-origins are allowed`;
      test(name, { timeout: 60_000 }, async () => {
        const own = new URL(on.library.origin);
        const urls = [
          ...tricks(new URL(on.attacker.origin).host, own.host),
          ...loopbackVariants(on.attacker.port, own.port),
        ];
        const remaining = [...urls];
        on.library.routes['/pay'] = (request, response) =>
          json({ orderId: 'O-1', ...responseWith(remaining.shift()) })(request, response);
        await on.engine.open(`${on.library.origin}/`);
        const messages = await on.engine.evaluate(pressForEach, urls.length);
        const wrong = urls.filter((_, at) => messages[at] !== 'payment payment-invalid');
        assert.deepEqual(wrong, []);
        assert.equal(await on.engine.evaluate(() => location.href), `${on.library.origin}/`);
        assert.equal(await on.engine.evaluate(() => window.pwned ?? null), null);
        assert.deepEqual(on.attacker.requests, []);
        assert.equal(on.attacker.connections, 0);
      });
    }
  });
