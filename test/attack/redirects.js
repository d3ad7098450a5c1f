import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TOKEN } from './library.js';

const STATUSES = [301, 302, 303, 307, 308];

/** Runs in the page. Refreshes, and returns the text. */
const refresh = async () => {
  const element = document.querySelector('ddb-debt-overview');
  await customElements.whenDefined('ddb-debt-overview');
  await element.refresh();
  return element.shadowRoot.textContent;
};

/** Runs in the page. Presses the pay button, and returns the part of the message. */
const pay = async () => {
  const element = document.querySelector('ddb-debt-overview');
  await customElements.whenDefined('ddb-debt-overview');
  await element.refresh();
  element.shadowRoot.querySelector('[part~=pay-all]').click();
  for (let tries = 0; tries < 200; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    const message = element.shadowRoot.querySelector('[part~=payment]');
    if (message) return message.getAttribute('part');
  }
  return 'nothing';
};

/** Tests endpoints that redirect to another origin. */
export const redirects = (on) =>
  describe('an endpoint that redirects', () => {
    /** Redirects to the attacker's server. */
    const redirect = (status) => (_, response) =>
      response.writeHead(status, { Location: `${on.attacker.origin}/steal` }).end();

    test('a fees endpoint redirects to another origin: the token is not sent there', async () => {
      await on.engine.open(on.library.origin);
      for (const status of STATUSES) {
        on.library.routes['/fees'] = redirect(status);
        await on.engine.evaluate(refresh);
        assert.ok(!JSON.stringify(on.attacker.requests).includes(TOKEN), String(status));
      }
      assert.equal(on.library.requests.at(-1).headers.authorization, `Bearer ${TOKEN}`);
    });

    // Chrome removes Authorization from redirected requests since version 119, and Firefox since 111. The widget does not
    // follow redirects, which also protects older browsers.
    test('a fees endpoint redirects to another origin: no request is sent there', async () => {
      await on.engine.open(on.library.origin);
      for (const status of STATUSES) {
        on.library.routes['/fees'] = redirect(status);
        const shown = await on.engine.evaluate(refresh);
        assert.doesNotMatch(shown, /ingen mellemværender/, String(status));
        assert.deepEqual(on.attacker.requests, [], String(status));
      }
    });

    test('a payment endpoint redirects to another origin: no request is sent there', async () => {
      for (const status of STATUSES) {
        on.library.routes['/pay'] = redirect(status);
        await on.engine.open(on.library.origin);
        await on.engine.evaluate(() => sessionStorage.clear());
        assert.match(await on.engine.evaluate(pay), /payment-invalid/, String(status));
        assert.deepEqual(on.attacker.requests, [], String(status));
        assert.equal(on.attacker.connections, 0, String(status));
        const { headers } = on.library.requests.findLast(({ path }) => path === '/pay');
        assert.ok(headers['idempotency-key'] && headers.authorization);
      }
    });
  });
