import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ENGINES } from '../browsers/engines.js';
import { MAIN, openSite, START } from './site.js';

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

/** The page's own script, which sets a token before the element is defined. */
const token = (answer) =>
  `document.querySelectorAll('ddb-debt-overview').forEach((tag) => { tag.getToken = ${answer}; });`;

/** Runs in the page: the content of each element after it has read. */
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

const paths = () => site.requests.map(({ path }) => path);

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

    test('requests the debts once, before the element’s script has loaded', async () => {
      assert.deepEqual(await visit({ after: 1 }), [['Gebyr for nobody']]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('requests them with a token', async () => {
      const list = await visit({ after: 1, own: token("() => 'abc'") });
      assert.deepEqual(list, [['Gebyr for Bearer abc']]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('sends the same request as the element', async () => {
      await visit({ own: token("() => 'abc'") });
      const [early] = site.requests;
      await visit({ own: token("() => 'abc'"), scripts: (own) => own + MAIN });
      const [later] = site.requests;
      for (const { headers } of [early, later]) delete headers.referer;
      assert.deepEqual(early.headers, later.headers);
    });

    test('requests each system’s own address, and the shared one only if needed', async () => {
      const urls = 'fees-url="/fees" dibs-fees-url="/dibs" oir-fees-url="/oir"';
      await visit({ after: 2, attributes: urls });
      assert.deepEqual(paths().sort(), ['/dibs', '/oir']);
    });

    test('two elements with the same address share one request', async () => {
      const list = await visit({ after: 1, tags: 2 });
      assert.deepEqual(list, [['Gebyr for nobody'], ['Gebyr for nobody']]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('does not show an answer to another token', async () => {
      const own = `let calls = 0; ${token('() => `abc${++calls}`')}`;
      const [[reason]] = await visit({ after: 1, own });
      const [early, ...later] = site.requests.map(({ headers }) => headers.authorization);
      assert.equal(early, 'Bearer abc1');
      assert.ok(!reason.includes(early), reason);
      assert.ok(later.includes(reason.replace('Gebyr for ', '')), reason);
    });

    test('lets the element request a refused token once more', async () => {
      const own = `let calls = 0; ${token("() => (++calls > 2 ? 'new' : 'refused')")}`;
      assert.deepEqual(await visit({ after: 1, own }), [['Gebyr for Bearer new']]);
      assert.equal(site.requests.length, 2);
    });

    test('requests nothing if the token fails, and leaves the error to the element', async () => {
      const own = token("() => { throw new Error('no login'); }");
      assert.deepEqual(await visit({ own }), [[]]);
      assert.deepEqual(paths(), []);
    });

    test('keeps a token that is invalid in a header out of error messages', async () => {
      const own = `window.errors = [];
        for (const type of ['error', 'unhandledrejection'])
          addEventListener(type, ({ message, reason }) => window.errors.push(message ?? reason.message));
        ${token("() => 'a\\nsecret'")}`;
      assert.deepEqual(await visit({ own }), [[]]);
      assert.deepEqual(await browser.evaluate(() => window.errors), []);
      assert.deepEqual(paths(), []);
    });

    test('leaves the request to an element that is configured elsewhere', async () => {
      const attributes = 'dibs-fees-url="/dibs" oir-fees-url="/oir"';
      await visit({ attributes, json: '{ "systems": "dibs" }' });
      assert.deepEqual(paths(), ['/dibs']);
      const own = `document.querySelector('ddb-debt-overview').config = { systems: 'oir' };`;
      await visit({ attributes, own });
      assert.deepEqual(paths(), ['/oir']);
    });

    test('works with the library’s own texts', async () => {
      const json = '{ "texts": { "da": { "heading": "systems" } } }';
      assert.deepEqual(await visit({ json, after: 1 }), [['Gebyr for nobody']]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('a fetcher that the page sets later reads after a failure, as without the script', async () => {
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

    test("leaves the request to the page's own fetcher", async () => {
      const own = `document.querySelector('ddb-debt-overview').fetcher = async (url, request) => {
        window.own = (window.own ?? 0) + 1;
        return fetch(url, request);
      };`;
      await visit({ own });
      assert.equal(await browser.evaluate(() => window.own), 1);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('leaves the request to the element if an app has the token', async () => {
      const own = `window.DdbDebtOverview = { postMessage(json) {
        const { type, id } = JSON.parse(json);
        if (type === 'ddb-debt-token') window.postMessage({ version: 1, type, id, token: 'app' });
      } };`;
      const list = await visit({ own, attributes: 'fees-url="/fees" channel="app"' });
      assert.deepEqual(list, [['Gebyr for Bearer app']]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('does nothing after the element’s script', async () => {
      await visit({ scripts: () => MAIN + START });
      assert.deepEqual(paths(), ['/fees']);
    });

    test('waits in the head until there is an element', async () => {
      const classic = START.replace('type="module" ', '');
      await visit({ after: 1, scripts: () => classic + MAIN });
      assert.deepEqual(paths(), ['/fees']);
    });

    test('requests again if an answer is half a minute old', async () => {
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

    test('does not show an earlier answer when the patron returns to the page', async () => {
      const late = `dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));`;
      await visit({
        late,
        after: 1,
        scripts: (first) => first + START + MAIN.replace('main', 'late') + MAIN,
      });
      assert.deepEqual(paths(), ['/fees', '/fees']);
    });

    test('does not show an answer from another address with the same text', async () => {
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

    test('shares the request with an element that a script creates', async () => {
      const late = `document.body.append(document.querySelector('ddb-debt-overview').cloneNode());`;
      const list = await visit({
        late,
        after: 1,
        scripts: (first) => first + START + MAIN.replace('main', 'late') + MAIN,
      });
      assert.deepEqual(list, [['Gebyr for nobody'], ['Gebyr for nobody']]);
      assert.deepEqual(paths(), ['/fees']);
    });

    test('requests once if it is loaded twice', async () => {
      await visit({
        after: 1,
        scripts: () => START + START.replace('start.js', 'start.js?') + MAIN,
      });
      assert.deepEqual(paths(), ['/fees']);
    });

    test('leaves a missing token to the element', async () => {
      assert.deepEqual(await visit({ own: token('() => null') }), [[]]);
      assert.deepEqual(paths(), []);
    });

    test('a refresh sends a new request', async () => {
      await visit({ after: 1 });
      await browser.evaluate(() => document.querySelector('ddb-debt-overview').refresh());
      assert.deepEqual(paths(), ['/fees', '/fees']);
    });

    test("requests nothing if its token arrives after the element's request", async () => {
      const own = `let calls = 0; const first = new Promise((resolve) => (window.give = resolve));
        ${token("() => (++calls === 1 ? first : 'abc')")}`;
      assert.deepEqual(await visit({ own }), [['Gebyr for Bearer abc']]);
      await browser.evaluate(async () => {
        window.give('abc');
        await fetch('/oir', { cache: 'no-store' });
      });
      assert.deepEqual(paths(), ['/fees', '/oir']);
    });

    test('does not follow a redirect', async () => {
      assert.deepEqual(await visit({ attributes: 'fees-url="/moved"' }), [[]]);
      assert.deepEqual(paths(), []);
    });

    // The second request releases the element's script, when a formatter has been created.
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

    test('creates the first date formatter after its request, because that is slow', async () => {
      await visit({ own: noting, after: 2 });
      assert.deepEqual(await did(), ['ask', 'write']);
    });

    test('the element alone requests before that, too', async () => {
      await visit({ own: noting, scripts: (first) => first + MAIN });
      assert.deepEqual(await did(), ['ask', 'write']);
    });

    test('does not request an address that the element rejects', async () => {
      const urls = 'dibs-fees-url="http:fees" oir-fees-url="/oir"';
      await visit({ attributes: urls });
      assert.deepEqual(paths(), ['/oir']);
    });
  });
}
