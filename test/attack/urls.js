import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TOKEN } from './library.js';
import { tricks } from './url-tricks.js';

/** Draws an element for each of these, written at all the addresses named; answers where its links lead. */
const leadsOf = async (written, names, base, token) => {
  const elements = written.map((one) => {
    const element = document.createElement('ddb-debt-overview');
    for (const [name, value] of Object.entries(base)) element.setAttribute(name, value);
    for (const name of names) element.setAttribute(name, one);
    element.getToken = () => token;
    // What a catalogue answers is an address of a picture, too.
    if (!names.length) {
      element.materialResolver = async (ids) =>
        new Map(ids.map((id) => [id, { title: 'Tættere end man tror', coverUrl: one }]));
    }
    document.body.append(element);
    return element;
  });
  await Promise.all(elements.map((element) => element.refresh()));
  await window.look.settled();
  return elements.flatMap((element, at) => {
    const links = [...element.shadowRoot.querySelectorAll('[href], [src], [action]')];
    element.remove();
    return links.map(({ href, src, action }) => [
      written[at],
      new URL(href ?? src ?? action).origin,
    ]);
  });
};

/** As the library could press it itself; answers how often there was a button. */
const pressAll = async (written, base, token) => {
  let buttons = 0;
  for (const one of written) {
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

/** What a library can write as an address. */
export const urls = (on) =>
  describe('an address in an attribute', () => {
    /** Runs it in the page; meanwhile nobody else was asked, nothing of theirs has run, and the page is the same. */
    async function inPage(script, which, ...given) {
      const { host } = new URL(on.library.origin);
      const written = tricks(new URL(on.evil.origin).host, host).filter(which);
      await on.engine.open(`${on.library.origin}/`);
      const answer = await on.engine.evaluate(script, written, ...given);
      assert.equal(await on.engine.evaluate(() => location.href), `${on.library.origin}/`);
      assert.equal(await on.engine.evaluate(() => window.pwned ?? null), null);
      assert.deepEqual(on.evil.asked, []);
      assert.equal(on.evil.connections, 0);
      return answer;
    }

    test('a link: none leads elsewhere', async () => {
      const { 'oir-payment-url': _, ...base } = on.library.attributes;
      const names = ['oir-payment-url', 'terms-url', 'rates-url', 'help-url', 'overview-url'];
      const leads = await inPage(leadsOf, Boolean, names, base, TOKEN);
      assert.deepEqual(
        leads.filter(([, origin]) => origin !== on.library.origin),
        [],
      );
    });

    // A catalogue's pictures may come from any https host, however that is written; a policy says which (README).
    test('a picture of a catalogue: none that is not https', async () => {
      const isOther = (one) => !/^\W*h\W*t\W*t\W*p\W*s/i.test(one);
      const { 'oir-payment-url': _, ...base } = on.library.attributes;
      const leads = await inPage(leadsOf, isOther, [], base, TOKEN);
      assert.deepEqual(leads, []);
    });

    test('an endpoint: nobody else is asked, and the token stays', async () => {
      const names = ['fees-url', 'dibs-fees-url', 'oir-fees-url', 'fbi-url'];
      await inPage(leadsOf, Boolean, names, on.library.attributes, TOKEN);
    });

    test('the start of a payment: nobody else is asked, and the token stays', async () => {
      const buttons = await inPage(pressAll, Boolean, on.library.attributes, TOKEN);
      // Only what leads to the page's own site after all.
      const starts = on.library.asked.filter(({ headers }) => headers['idempotency-key']);
      assert.ok(buttons < 5 && starts.length <= buttons, `${buttons} buttons`);
    });
  });
