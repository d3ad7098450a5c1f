import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TOKEN } from './library.js';
import { tricks } from './url-tricks.js';

/** Runs in the page. Renders an element for each URL, in all the named attributes, and returns the origins of its links. */
const linkOriginsOf = async (urls, names, base, token) => {
  const elements = urls.map((one) => {
    const element = document.createElement('ddb-debt-overview');
    for (const [name, value] of Object.entries(base)) element.setAttribute(name, value);
    for (const name of names) element.setAttribute(name, one);
    element.getToken = () => token;
    // The catalogue's cover is a URL, too.
    if (!names.length) {
      element.materialResolver = async (ids) =>
        new Map(ids.map((id) => [id, { title: 'Tættere end man tror', coverUrl: one }]));
    }
    document.body.append(element);
    return element;
  });
  await Promise.all(elements.map((element) => element.refresh()));
  await window.inspector.settled();
  return elements.flatMap((element, at) => {
    const links = [...element.shadowRoot.querySelectorAll('[href], [src], [action]')];
    element.remove();
    return links.map(({ href, src, action }) => [urls[at], new URL(href ?? src ?? action).origin]);
  });
};

/** Runs in the page. Starts a payment at each URL, and returns the number of pay buttons. */
const pressAll = async (urls, base, token) => {
  let buttons = 0;
  for (const one of urls) {
    const element = document.createElement('ddb-debt-overview');
    for (const [name, value] of Object.entries(base)) element.setAttribute(name, value);
    element.setAttribute('dibs-payment-url', one);
    element.getToken = () => token;
    document.body.append(element);
    await element.refresh();
    const button = element.shadowRoot.querySelector('[part~=pay-all]');
    if (button) {
      buttons++;
      button.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    element.remove();
  }
  return buttons;
};

/** Tests the URLs in settings. */
export const urls = (on) =>
  describe('a URL in an attribute', () => {
    /** Runs a function in the page, and asserts that the attacker had no connection, and no script or navigation happened. */
    async function inPage(script, which, ...given) {
      const { host } = new URL(on.library.origin);
      const hostileUrls = tricks(new URL(on.attacker.origin).host, host).filter(which);
      await on.engine.open(`${on.library.origin}/`);
      const answer = await on.engine.evaluate(script, hostileUrls, ...given);
      assert.equal(await on.engine.evaluate(() => location.href), `${on.library.origin}/`);
      assert.equal(await on.engine.evaluate(() => window.pwned ?? null), null);
      assert.deepEqual(on.attacker.requests, []);
      assert.equal(on.attacker.connections, 0);
      return answer;
    }

    test('a link: all links stay on the site', async () => {
      const { 'oir-payment-url': _, ...base } = on.library.attributes;
      const names = ['oir-payment-url', 'terms-url', 'rates-url', 'help-url', 'overview-url'];
      const origins = await inPage(linkOriginsOf, Boolean, names, base, TOKEN);
      // `help-url` may be an e-mail address or a telephone number.
      const isAllowed = ([url, origin]) =>
        origin === on.library.origin || (origin === 'null' && /^(mailto|tel):/.test(url));
      assert.deepEqual(
        origins.filter((one) => !isAllowed(one)),
        [],
      );
    });

    // Covers may come from any https host. A policy can restrict them (README).
    test('a cover: only https', async () => {
      const isOther = (one) => !/^\W*h\W*t\W*t\W*p\W*s/i.test(one);
      const { 'oir-payment-url': _, ...base } = on.library.attributes;
      const origins = await inPage(linkOriginsOf, isOther, [], base, TOKEN);
      assert.deepEqual(origins, []);
    });

    test('an endpoint: no request and no token to another host', async () => {
      const names = ['fees-url', 'dibs-fees-url', 'oir-fees-url', 'fbi-url'];
      await inPage(linkOriginsOf, Boolean, names, on.library.attributes, TOKEN);
    });

    test('the start of a payment: no request and no token to another host', async () => {
      const buttons = await inPage(pressAll, Boolean, on.library.attributes, TOKEN);
      // A few URLs resolve to the page's own site.
      const starts = on.library.requests.filter(({ headers }) => headers['idempotency-key']);
      assert.ok(buttons < 5 && starts.length <= buttons, `${buttons} buttons`);
    });
  });
