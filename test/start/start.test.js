import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ENGINES } from '../browsers/engines.js';
import { MAIN, openSite, START } from './site.js';

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

/** What the page's own script sets: a token, before the element is there. */
const token = (answer) =>
  `document.querySelectorAll('ddb-debt-overview').forEach((tag) => { tag.getToken = ${answer}; });`;

/** In the page: what each element shows when it has read. */
async function shown() {
  const tags = [...document.querySelectorAll('ddb-debt-overview')];
  await customElements.whenDefined('ddb-debt-overview');
  const ended = (tag) =>
    new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(tag.shadowRoot.textContent)), 20_000);
      const look = () => {
        if (tag.shadowRoot.querySelector('[part~=debt],[part~=failure],slot[name=login]'))
          resolve();
      };
      new MutationObserver(look).observe(tag.shadowRoot, { childList: true, subtree: true });
      look();
    });
  await Promise.all(tags.map(ended));
  return tags.map(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('[part~=reason]')].map(({ textContent }) => textContent.trim()),
  );
}

const paths = () => site.asked.map(({ path }) => path);

for (const [name, open] of Object.entries(ENGINES)) {
  describe(name, () => {
    let browser;
    before(async () => {
      browser = await open();
    });
    after(() => browser?.close());

    const visit = async (how) => {
      await browser.open(site.page(how));
      return browser.evaluate(shown);
    };

    test('the debts are asked for while the element’s script has not come, and once', async () => {
      assert.deepEqual(await visit({ after: 1 }), [['Gebyr for nobody']]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('so they are with a token', async () => {
      const list = await visit({ after: 1, own: token("() => 'abc'") });
      assert.deepEqual(list, [['Gebyr for Bearer abc']]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('it asks as the element does', async () => {
      await visit({ own: token("() => 'abc'") });
      const [early] = site.asked;
      await visit({ own: token("() => 'abc'"), scripts: (own) => own + MAIN });
      const [later] = site.asked;
      for (const { headers } of [early, later]) delete headers.referer;
      assert.deepEqual(early.headers, later.headers);
    });

    test('each system’s own address is asked, and the shared one is not where nobody needs it', async () => {
      const urls = 'fees-url="/fees" dibs-fees-url="/dibs" oir-fees-url="/oir"';
      await visit({ after: 2, attributes: urls });
      assert.deepEqual(paths().sort(), ['/dibs', '/oir']);
    });

    test('two elements that read the same share one request', async () => {
      const list = await visit({ after: 1, tags: 2 });
      assert.deepEqual(list, [['Gebyr for nobody'], ['Gebyr for nobody']]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('an answer to another token is not shown', async () => {
      const own = `let asked = 0; ${token('() => `abc${++asked}`')}`;
      const [[reason]] = await visit({ after: 1, own });
      const [early, ...later] = site.asked.map(({ headers }) => headers.authorization);
      assert.equal(early, 'Bearer abc1');
      assert.ok(!reason.includes(early), reason);
      assert.ok(later.includes(reason.replace('Gebyr for ', '')), reason);
    });

    test('a token that is refused is asked for once more, by the element', async () => {
      const own = `let asked = 0; ${token("() => (++asked > 2 ? 'new' : 'refused')")}`;
      assert.deepEqual(await visit({ after: 1, own }), [['Gebyr for Bearer new']]);
      assert.equal(site.asked.length, 2);
    });

    test('where the token fails nothing is asked, and the element says what it says', async () => {
      const own = token("() => { throw new Error('no login'); }");
      assert.deepEqual(await visit({ own }), [[]]);
      assert.deepEqual(paths(), []);
    });

    test('a token that no header can carry is told to nobody', async () => {
      const own = `window.told = [];
        for (const type of ['error', 'unhandledrejection'])
          addEventListener(type, ({ message, reason }) => window.told.push(message ?? reason.message));
        ${token("() => 'a\\nsecret'")}`;
      assert.deepEqual(await visit({ own }), [[]]);
      assert.deepEqual(await browser.evaluate(() => window.told), []);
      assert.deepEqual(paths(), []);
    });

    test('where the element is told elsewhere what to read, it is left to it', async () => {
      const attributes = 'dibs-fees-url="/dibs" oir-fees-url="/oir"';
      await visit({ attributes, json: '{ "systems": "dibs" }' });
      assert.deepEqual(paths(), ['/dibs']);
      const own = `document.querySelector('ddb-debt-overview').config = { systems: 'oir' };`;
      await visit({ attributes, own });
      assert.deepEqual(paths(), ['/oir']);
    });

    test('the library’s own sentences do not hinder it', async () => {
      const json = '{ "texts": { "da": { "heading": "systems" } } }';
      assert.deepEqual(await visit({ json, after: 1 }), [['Gebyr for nobody']]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('a fetcher that the page sets later reads what could not be read, as without it', async () => {
      await visit({ attributes: 'fees-url="/gone"' });
      const systems = await browser.evaluate(async () => {
        const tag = document.querySelector('ddb-debt-overview');
        await tag.updateComplete;
        if (tag.fetcher) return 'it has one already';
        tag.fetcher = () => Promise.resolve(new Response('[]'));
        await new Promise((resolve) => tag.addEventListener('ddb-debt-load', resolve));
        return tag.overview.systems.map(({ state }) => state);
      });
      assert.deepEqual(systems, ['ready', 'ready']);
    });

    test('a page that has its own way to the network keeps it', async () => {
      const own = `document.querySelector('ddb-debt-overview').fetcher = async (url, request) => {
        window.own = (window.own ?? 0) + 1;
        return fetch(url, request);
      };`;
      await visit({ own });
      assert.equal(await browser.evaluate(() => window.own), 1);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('in an app that is asked for the token it leaves asking to the element', async () => {
      const own = `window.DdbDebtOverview = { postMessage(json) {
        const { type, id } = JSON.parse(json);
        if (type === 'ddb-debt-token') window.postMessage({ version: 1, type, id, token: 'app' });
      } };`;
      const list = await visit({ own, attributes: 'fees-url="/fees" channel="app"' });
      assert.deepEqual(list, [['Gebyr for Bearer app']]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('after the element’s script it does nothing', async () => {
      await visit({ scripts: () => MAIN + START });
      assert.deepEqual(paths(), ['/fees']);
    });

    test('in the head, before there is an element, it waits for one', async () => {
      const classic = START.replace('type="module" ', '');
      await visit({ after: 1, scripts: () => classic + MAIN });
      assert.deepEqual(paths(), ['/fees']);
    });

    test('an answer that has waited for half a minute is asked for anew', async () => {
      const own = `const { setTimeout } = window;
        window.setTimeout = (call, wait) => {
          if (wait === 30_000) window.halfAMinuteLater = call;
          else return setTimeout(call, wait);
        };`;
      await visit({
        own,
        late: 'window.halfAMinuteLater();',
        after: 1,
        scripts: (first) => first + START + MAIN.replace('main', 'late') + MAIN,
      });
      assert.deepEqual(paths(), ['/fees', '/fees']);
    });

    test('whoever comes back to the page is not shown what was asked for before', async () => {
      const late = `dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));`;
      await visit({
        late,
        after: 1,
        scripts: (first) => first + START + MAIN.replace('main', 'late') + MAIN,
      });
      assert.deepEqual(paths(), ['/fees', '/fees']);
    });

    test('an answer from another address is not shown, though it is written the same', async () => {
      const late = `history.replaceState(null, '', '/deep/down');`;
      const list = await visit({
        late,
        after: 1,
        attributes: 'fees-url="fees"',
        scripts: (first) => first + START + MAIN.replace('main', 'late') + MAIN,
      });
      assert.deepEqual(list, [[]]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('an element that a script makes shares the request, too', async () => {
      const late = `document.body.append(document.querySelector('ddb-debt-overview').cloneNode());`;
      const list = await visit({
        late,
        after: 1,
        scripts: (first) => first + START + MAIN.replace('main', 'late') + MAIN,
      });
      assert.deepEqual(list, [['Gebyr for nobody'], ['Gebyr for nobody']]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('loaded twice it asks once', async () => {
      await visit({
        after: 1,
        scripts: () => START + START.replace('start.js', 'start.js?') + MAIN,
      });
      assert.deepEqual(paths(), ['/fees']);
    });

    test('where there is no token, it leaves it to the element to say so', async () => {
      assert.deepEqual(await visit({ own: token('() => null') }), [[]]);
      assert.deepEqual(paths(), []);
    });

    test('a refresh is a request', async () => {
      await visit({ after: 1 });
      await browser.evaluate(() => document.querySelector('ddb-debt-overview').refresh());
      assert.deepEqual(paths(), ['/fees', '/fees']);
    });

    test('where its token comes after the element has asked, it asks no more', async () => {
      const own = `let asked = 0; const first = new Promise((resolve) => (window.give = resolve));
        ${token("() => (++asked === 1 ? first : 'abc')")}`;
      assert.deepEqual(await visit({ own }), [['Gebyr for Bearer abc']]);
      await browser.evaluate(async () => {
        window.give('abc');
        await fetch('/oir', { cache: 'no-store' });
      });
      assert.deepEqual(paths(), ['/fees', '/oir']);
    });

    test('a redirect is not followed', async () => {
      assert.deepEqual(await visit({ attributes: 'fees-url="/moved"' }), [[]]);
      assert.deepEqual(paths(), []);
    });

    // The element's script is let go by the second request: when a formatter has been made.
    const noting = `window.did = [];
      const { fetch } = window;
      window.fetch = (...given) => (window.did.push('ask'), fetch(...given));
      Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
        construct(target, given) {
          if (window.did.push('write') === 2) fetch('/oir', { cache: 'no-store' });
          return new target(...given);
        },
      });`;
    const did = () => browser.evaluate(() => window.did.slice(0, 2));

    test('when it has asked, it makes the browser write its first day, which takes long', async () => {
      await visit({ own: noting, after: 2 });
      assert.deepEqual(await did(), ['ask', 'write']);
    });

    test('alone, the element asks before that, too', async () => {
      await visit({ own: noting, scripts: (first) => first + MAIN });
      assert.deepEqual(await did(), ['ask', 'write']);
    });

    test('an address that the element does not take is not asked', async () => {
      const urls = 'dibs-fees-url="http:fees" oir-fees-url="/oir"';
      await visit({ attributes: urls });
      assert.deepEqual(paths(), ['/oir']);
    });
  });
}
