import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

/** Tests that debts are not in the HTTP cache, although the response is cacheable: `fetch` uses `no-store`. */
export const testNoStore = (on) =>
  describe('the HTTP cache', () => {
    const cacheable = (body) => (_, response) => {
      const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'max-age=3600' };
      response.writeHead(200, headers).end(body);
    };

    const requestCount = (path) =>
      on.library.requests.filter((request) => request.path === path).length;

    /** Whether the browser has a response in its cache. */
    const isCached = async (path) => {
      const before = requestCount(path);
      await on.engine.evaluate(
        async (one) => void (await (await fetch(one, { cache: 'force-cache' })).text()),
        path,
      );
      return requestCount(path) === before;
    };

    test('debts are requested each time, and are not in the cache', async () => {
      on.library.routes['/fees'] = cacheable('[]');
      on.library.routes['/cached'] = cacheable('[]');
      await on.engine.open(on.library.origin);
      await on.engine.evaluate(async () => {
        const element = document.querySelector('ddb-debt-overview');
        await customElements.whenDefined(element.localName);
        await element.refresh();
        await element.refresh();
        await (await fetch('/cached')).text();
      });
      assert.ok(requestCount('/fees') >= 2, `${requestCount('/fees')} requests`);
      // WebKit has no cache under WebDriver; there the request header shows it.
      const { headers } = on.library.requests.find(({ path }) => path === '/fees');
      assert.ok((await isCached('/cached')) || headers['cache-control'] === 'no-cache');
      assert.equal(await isCached('/fees'), false);
    });
  });
