import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from '../serve.js';
import { TOKEN } from './library.js';
import { openFixture } from './fixture.js';

/** Messages from a foreign frame in the page, such as an advertisement or a map. */
const on = openFixture();

/** A frame that sends every message of an app to its parent, with guessed ids. */
const frameOf = (origin) => `<!doctype html><script>
  const send = (message) => {
    for (const one of [message, JSON.stringify(message)]) parent.postMessage(one, '*');
  };
  const config = { feesUrl: '${origin}/steal', dibsPaymentUrl: '${origin}/steal', helpUrl: '${origin}/' };
  const flood = () => {
    send({ version: 1, type: 'ddb-debt-config', config });
    for (const id of [undefined, null, '', 0, '0', {}, '*', '0-0-0-0']) {
      send({ version: 1, type: 'ddb-debt-token', id, token: 'FORGED', patron: 'FORGED' });
    }
    send({ version: 1, type: 'ddb-debt-__proto__', config });
    send({ claim: { key: '1', feeIds: ['1'], until: 1e15, inProgress: true, failed: [] } });
    for (const odd of [null, 5, 'ddb-debt-', '{"type":"ddb-debt-', { type: {} }, { type: ['ddb-debt-token'] }]) send(odd);
  };
  flood();
  addEventListener('message', ({ data }) => {
    flood();
    parent.postMessage({ received: data }, '*');
  });
</script>`;

/** Opens the library's page with the frame, and an app's bridge that records messages. */
async function openWith(channel) {
  on.library.routes['/framing'] = page(`<!doctype html><html lang="da"><body>
    <iframe src="${on.attacker.origin}/page"></iframe>
    <script>
      window.appMessages = [];
      window.frameMessages = [];
      window.DdbDebtOverview = { postMessage: (json) => void window.appMessages.push(JSON.parse(json)) };
      addEventListener('message', ({ data, source }) => {
        if (source === frames[0]) window.frameMessages.push(data);
      });
    </script>
    <ddb-debt-overview fees-url="/fees" dibs-payment-url="/pay" channel="${channel}"></ddb-debt-overview>
    <script src="/ddb-debt-overview.js"></script></body></html>`);
  on.attacker.html = frameOf(on.attacker.origin);
  await on.page.goto(`${on.library.origin}/framing`);
  await on.page.waitForFunction(() => window.frameMessages.length > 0);
}

async function assertUnaffected() {
  assert.deepEqual(
    on.attacker.requests.map(({ url }) => url).filter((url) => !/^\/(page|favicon.ico)$/.test(url)),
    [],
  );
  assert.deepEqual(await on.inElement((element) => element.problems), []);
  assert.ok(!JSON.stringify(on.library.requests).includes('FORGED'));
  // The frame itself was requested.
  on.attacker.clear();
}

test('a web page ignores messages', async () => {
  await openWith('cms');
  await on.part('debt').first().waitFor();
  assert.deepEqual(await on.page.evaluate(() => window.appMessages), []);
  assert.deepEqual(
    on.messages.filter((line) => /^(error|thrown)/.test(line)),
    [],
  );
  await assertUnaffected();
});

test('in an app, a frame can neither answer for the app nor receive its answers', async () => {
  await openWith('app');
  await on.page.waitForFunction(() =>
    window.appMessages.some(({ type }) => type === 'ddb-debt-token'),
  );
  // Send the messages again, now that a token request is pending.
  const before = await on.page.evaluate(() => window.frameMessages.length);
  await on.page.evaluate(() => frames[0].postMessage('now', '*'));
  await on.page.waitForFunction((count) => window.frameMessages.length > count, before);
  assert.ok(
    !on.library.requests.some(({ path }) => path === '/fees'),
    'the token request has no answer',
  );
  assert.ok(
    on.messages.some((line) =>
      line.endsWith(`ddb-debt-token: ${on.attacker.origin} is not the app.`),
    ),
  );

  await on.page.evaluate((token) => {
    const { id } = window.appMessages.find(({ type }) => type === 'ddb-debt-token');
    postMessage({ version: 1, type: 'ddb-debt-token', id, token }, location.origin);
  }, TOKEN);
  await on.part('debt').first().waitFor();
  assert.ok(on.library.requests.some(({ headers }) => headers.authorization === `Bearer ${TOKEN}`));
  assert.ok(!JSON.stringify(await on.page.evaluate(() => window.frameMessages)).includes(TOKEN));
  await assertUnaffected();
});
