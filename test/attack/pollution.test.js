import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page, send } from '../serve.js';
import { FEES, TOKEN } from './library.js';
import { stage } from './stage.js';

const on = stage();

/** Whatever is everybody's prototype has nothing more than it had. */
async function assertClean() {
  const found = await on.page.evaluate(() => [
    ...Object.keys(Object.prototype),
    ...Object.keys(Array.prototype),
    ...Object.keys(Function.prototype),
    ...Object.keys(HTMLElement.prototype).filter((name) => name === 'polluted'),
  ]);
  assert.deepEqual(found, []);
  assert.equal(await on.page.evaluate(() => ({}).polluted ?? null), null);
}

const PAYLOAD = '{"polluted":1,"feesUrl":"https://evil.example/","then":1}';

/** An object's text with the names by which a prototype can be reached. */
const reaching = (own) =>
  `{${own}"__proto__":${PAYLOAD},"constructor":{"prototype":${PAYLOAD}},"prototype":${PAYLOAD}}`;

test('an answer of the fees endpoint reaches no prototype', async () => {
  const written = `[${JSON.stringify(FEES[0])},${reaching(
    `"feeId":9,"amount":10,"materials":[${reaching('')}],`,
  )},{"__proto__":${JSON.stringify(FEES[1])}}]`;
  on.library.routes['/fees'] = send('application/json', written);
  await on.open();
  assert.equal(await on.part('debt').count(), 2);
  // What lies behind the name is nobody's debt: it could not be read.
  assert.equal(await on.part('unreadable').count(), 1);
  await assertClean();
});

test('an answer of the payment endpoint reaches no prototype', async () => {
  on.mayBeOpen = true;
  const form = `{"action":"${on.library.origin}/x","fields":${reaching('')}}`;
  const answers = [
    `{"__proto__":{"orderId":"O-1","redirectUrl":"${on.library.origin}/x"}}`,
    `{"orderId":"O-1","__proto__":{"redirectUrl":"${on.library.origin}/x"}}`,
    `{"orderId":"O-1","form":${form}}`,
  ];
  await on.open();
  for (const answer of answers) {
    on.library.routes['/pay'] = send('application/json', answer);
    await on.part('pay-all').click();
    await on.part('payment-invalid').waitFor();
    await on.page.reload();
    await on.part('pay-all').waitFor();
  }
  await assertClean();
});

test('config, texts and the JSON child reach no prototype', async () => {
  const texts = reaching(`"da":${reaching('"heading":"Gæld",')},`);
  const config = reaching(`"texts":${texts},`);
  on.library.routes['/config'] = page(`<!doctype html><html lang="da"><body>
    <ddb-debt-overview fees-url="/fees"><script type="application/json">${config}</script>
    </ddb-debt-overview><script src="/ddb-debt-overview.js"></script></body></html>`);
  await on.open('/config');
  assert.equal(await on.part('heading').innerText(), 'Gæld');
  await on.inElement((element, own) => {
    element.config = JSON.parse(own);
    return element.updateComplete;
  }, config);
  await assertClean();
});

test('a prototype that another script has polluted sets nothing here', async () => {
  // By way of a bug in a script of the page, an address can often do as much, and no more.
  await on.page.addInitScript((evil) => {
    const urls = [
      'oirFeesUrl',
      'dibsFeesUrl',
      'feesUrl',
      'fbiUrl',
      'helpUrl',
      'ratesUrl',
      'termsUrl',
    ];
    for (const name of urls) Object.prototype[name] = evil;
    Object.assign(Object.prototype, { paymentOrigins: evil, texts: { heading: 'Gæld' } });
  }, on.evil.origin);
  await on.page.goto(on.library.origin);
  await on.inElement((element) => element.refresh());
  const asked = JSON.stringify(on.evil.asked);
  on.evil.forget();
  assert.ok(!asked.includes(TOKEN), 'the token has stayed');
  assert.equal(asked, '[]');
  const links = await on.page.evaluate(() => window.look.all('[href]').map(({ href }) => href));
  assert.deepEqual(links, ['https://betalingsoverblik.example/']);
  assert.equal(await on.part('heading').innerText(), 'Mellemværender');
  assert.equal(await on.part('debt').count(), 3);
});

test('config whose getters throw, and proxies: a problem, and nothing is thrown', async () => {
  await on.open();
  const problems = await on.inElement(async (element) => {
    const angry = () => {
      throw new Error('no');
    };
    const traps = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'];
    const proxy = new Proxy({}, Object.fromEntries(traps.map((name) => [name, angry])));
    const getter = Object.defineProperty({}, 'helpUrl', { enumerable: true, get: angry });
    const words = { toString: angry, [Symbol.toPrimitive]: angry, toJSON: angry };
    const found = [];
    for (const config of [
      proxy,
      getter,
      { texts: proxy },
      { texts: Object.defineProperty({}, 'da', { enumerable: true, get: angry }) },
      { texts: { da: proxy } },
      { texts: { da: { heading: words } } },
      { helpUrl: words, switchDate: proxy, mobilepay: Symbol('x'), feesUrl: 5n },
      { lang: Object.create(null), headingLevel: [[[2]]], systems: angry },
      new Proxy(() => 0, {}),
      Object.freeze([proxy]),
    ]) {
      element.config = config;
      await element.updateComplete;
      found.push(element.problems.length);
    }
    element.config = undefined;
    await element.updateComplete;
    return [...found, element.problems.length];
  });
  assert.equal(problems.pop(), 0);
  assert.ok(
    problems.every((count) => count > 0),
    problems.join(),
  );
  assert.equal(await on.part('debt').count(), 3);
});

test('JSON as deep as a well: what cannot be read is said, and nothing is thrown', async () => {
  const deep = (depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const objects = (depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  await on.open();
  for (const depth of [1_000, 100_000]) {
    for (const value of [deep(depth), objects(depth)]) {
      const written = `[${JSON.stringify(FEES[0])},{"feeId":2,"amount":1,"creationDate":"2021-01-01",
        "payableByClient":true,"reasonMessage":${value},"materials":[{"periodical":${value}}]},${value}]`;
      on.library.routes['/fees'] = send('application/json', written);
      await on.inElement((element, config) => {
        element.config = { helpUrl: JSON.parse(config), texts: { heading: JSON.parse(config) } };
        return element.refresh();
      }, value);
      assert.equal(await on.part('debt').count(), 2);
      assert.ok((await on.inElement(({ problems }) => problems.length)) >= 2);
    }
  }
});
