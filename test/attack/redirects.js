import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TOKEN } from './library.js';

const STATUSES = [301, 302, 303, 307, 308];

/** Reads again, and answers what is shown then. */
const readAgain = async () => {
  const element = document.querySelector('ddb-debt-overview');
  await customElements.whenDefined('ddb-debt-overview');
  await element.refresh();
  return element.shadowRoot.textContent;
};

/** Presses the pay button, and answers once something is said of it. */
const pay = async () => {
  const element = document.querySelector('ddb-debt-overview');
  await customElements.whenDefined('ddb-debt-overview');
  await element.refresh();
  element.shadowRoot.querySelector('[part~=pay-all]').click();
  for (let look = 0; look < 200; look++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    const said = element.shadowRoot.querySelector('[part~=payment]');
    if (said) return said.getAttribute('part');
  }
  return 'nothing';
};

/** Endpoints that send whoever asks on to another origin. */
export const redirects = (on) =>
  describe('an endpoint that sends on', () => {
    /** Sends whoever comes on to somebody else. */
    const astray = (status) => (_, response) =>
      response.writeHead(status, { Location: `${on.evil.origin}/steal` }).end();

    test('a fees endpoint sends on to another origin: the token does not follow', async () => {
      await on.engine.open(on.library.origin);
      for (const status of STATUSES) {
        on.library.routes['/fees'] = astray(status);
        await on.engine.evaluate(readAgain);
        assert.ok(!JSON.stringify(on.evil.asked).includes(TOKEN), String(status));
      }
      assert.equal(on.library.asked.at(-1).headers.authorization, `Bearer ${TOKEN}`);
    });

    // Chrome takes Authorization off a request that is sent on to another origin from 119 on, Firefox from 111. README
    // promises more, and what cannot be tried here can be done without: whoever is not asked gets no token.
    test('a fees endpoint sends on to another origin: nobody is asked there, nor believed', async () => {
      await on.engine.open(on.library.origin);
      for (const status of STATUSES) {
        on.library.routes['/fees'] = astray(status);
        const shown = await on.engine.evaluate(readAgain);
        assert.doesNotMatch(shown, /ingen mellemværender/, String(status));
        assert.deepEqual(on.evil.asked, [], String(status));
      }
    });

    test('a payment endpoint sends on to another origin: neither token, body nor key follow', async () => {
      for (const status of STATUSES) {
        on.library.routes['/pay'] = astray(status);
        await on.engine.open(on.library.origin);
        await on.engine.evaluate(() => sessionStorage.clear());
        assert.match(await on.engine.evaluate(pay), /payment-invalid/, String(status));
        assert.deepEqual(on.evil.asked, [], String(status));
        assert.equal(on.evil.connections, 0, String(status));
        const { headers } = on.library.asked.findLast(({ path }) => path === '/pay');
        assert.ok(headers['idempotency-key'] && headers.authorization);
      }
    });
  });
