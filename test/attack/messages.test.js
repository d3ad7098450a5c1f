import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from '../serve.js';
import { TOKEN } from './library.js';
import { stage } from './stage.js';

/** Messages from a frame of somebody else's in the page, which may have been let in as an advertisement or a map. */
const on = stage();

/** Says everything that an app can say, to the page around it, in each form, to questions that it can only guess. */
const frameOf = (origin) => `<!doctype html><script>
  const say = (message) => {
    for (const one of [message, JSON.stringify(message)]) parent.postMessage(one, '*');
  };
  const config = { feesUrl: '${origin}/steal', dibsPaymentUrl: '${origin}/steal', helpUrl: '${origin}/' };
  const flood = () => {
    say({ version: 1, type: 'ddb-debt-config', config });
    for (const id of [undefined, null, '', 0, '0', {}, '*', '0-0-0-0']) {
      say({ version: 1, type: 'ddb-debt-token', id, token: 'FORGED', patron: 'FORGED' });
    }
    say({ version: 1, type: 'ddb-debt-__proto__', config });
    say({ claim: { key: '1', feeIds: ['1'], until: 1e15, going: true, failed: [] } });
    for (const odd of [null, 5, 'ddb-debt-', '{"type":"ddb-debt-', { type: {} }, { type: ['ddb-debt-token'] }]) say(odd);
  };
  flood();
  addEventListener('message', ({ data }) => {
    flood();
    parent.postMessage({ heard: data }, '*');
  });
</script>`;

/** The library's page, with the frame; in an app, one that answers what it is asked when it is told to. */
async function openWith(channel) {
  on.library.routes['/framing'] = page(`<!doctype html><html lang="da"><body>
    <iframe src="${on.evil.origin}/page"></iframe>
    <script>
      window.told = [];
      window.said = [];
      window.DdbDebtOverview = { postMessage: (json) => void window.told.push(JSON.parse(json)) };
      addEventListener('message', ({ data, source }) => {
        if (source === frames[0]) window.said.push(data);
      });
    </script>
    <ddb-debt-overview fees-url="/fees" dibs-payment-url="/pay" channel="${channel}"></ddb-debt-overview>
    <script src="/ddb-debt-overview.js"></script></body></html>`);
  on.evil.html = frameOf(on.evil.origin);
  await on.page.goto(`${on.library.origin}/framing`);
  await on.page.waitForFunction(() => window.said.length > 0);
}

async function assertOwn() {
  assert.deepEqual(
    on.evil.asked.map(({ url }) => url).filter((url) => !/^\/(page|favicon.ico)$/.test(url)),
    [],
  );
  assert.deepEqual(await on.inElement((element) => element.problems), []);
  assert.ok(!JSON.stringify(on.library.asked).includes('FORGED'));
  // Its own page has been asked for.
  on.evil.forget();
}

test('on a web page nobody is listened to', async () => {
  await openWith('cms');
  await on.part('debt').first().waitFor();
  assert.deepEqual(await on.page.evaluate(() => window.told), []);
  assert.deepEqual(
    on.heard.filter((line) => /^(error|thrown)/.test(line)),
    [],
  );
  await assertOwn();
});

test('in an app, a frame is not the app: it can neither answer for it nor hear what it answers', async () => {
  await openWith('app');
  await on.page.waitForFunction(() => window.told.some(({ type }) => type === 'ddb-debt-token'));
  // Once more, now that there is a question to be answered.
  const before = await on.page.evaluate(() => window.said.length);
  await on.page.evaluate(() => frames[0].postMessage('now', '*'));
  await on.page.waitForFunction((count) => window.said.length > count, before);
  assert.ok(!on.library.asked.some(({ path }) => path === '/fees'), 'nobody has answered');
  assert.ok(
    on.heard.some((line) => line.endsWith(`ddb-debt-token: ${on.evil.origin} is not the app.`)),
  );

  await on.page.evaluate((token) => {
    const { id } = window.told.find(({ type }) => type === 'ddb-debt-token');
    postMessage({ version: 1, type: 'ddb-debt-token', id, token }, location.origin);
  }, TOKEN);
  await on.part('debt').first().waitFor();
  assert.ok(on.library.asked.some(({ headers }) => headers.authorization === `Bearer ${TOKEN}`));
  assert.ok(!JSON.stringify(await on.page.evaluate(() => window.said)).includes(TOKEN));
  await assertOwn();
});
