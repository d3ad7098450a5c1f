import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

/** Answers that any cache could keep are kept in none, in each engine: `fetch` asks with `no-store`. */
export const keptInNoCache = (on) =>
  describe('the cache of the browser', () => {
    const keepable = (body) => (_, response) => {
      const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'max-age=3600' };
      response.writeHead(200, headers).end(body);
    };

    const askedFor = (path) => on.library.asked.filter((asked) => asked.path === path).length;

    /** Whether the browser answers by itself what it may. */
    const isKept = async (path) => {
      const before = askedFor(path);
      await on.engine.evaluate(
        async (one) => void (await (await fetch(one, { cache: 'force-cache' })).text()),
        path,
      );
      return askedFor(path) === before;
    };

    test('debts are asked for each time, and are not in it', async () => {
      on.library.routes['/fees'] = keepable('[]');
      on.library.routes['/kept'] = keepable('[]');
      await on.engine.open(on.library.origin);
      await on.engine.evaluate(async () => {
        const element = document.querySelector('ddb-debt-overview');
        await customElements.whenDefined(element.localName);
        await element.refresh();
        await element.refresh();
        await (await fetch('/kept')).text();
      });
      assert.ok(askedFor('/fees') >= 2, `${askedFor('/fees')} requests`);
      // WebKit keeps nothing of anything while it is driven; there it is seen by what it asks with.
      const { headers } = on.library.asked.find(({ path }) => path === '/fees');
      assert.ok((await isKept('/kept')) || headers['cache-control'] === 'no-cache');
      assert.equal(await isKept('/fees'), false);
    });
  });
