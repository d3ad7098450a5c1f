import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page, send } from '../serve.js';
import { FEES, TOKEN } from './library.js';
import { openFixture } from './fixture.js';

const on = openFixture();

/** Asserts that no built-in prototype is polluted. */
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

/** The JSON of an object with keys that can reach a prototype. */
const withPrototypeKeys = (own) =>
  `{${own}"__proto__":${PAYLOAD},"constructor":{"prototype":${PAYLOAD}},"prototype":${PAYLOAD}}`;

test('a response of the fees endpoint does not pollute prototypes', async () => {
  const json = `[${JSON.stringify(FEES[0])},${withPrototypeKeys(
    `"feeId":9,"amount":10,"materials":[${withPrototypeKeys('')}],`,
  )},{"__proto__":${JSON.stringify(FEES[1])}}]`;
  on.library.routes['/fees'] = send('application/json', json);
  await on.open();
  assert.equal(await on.part('debt').count(), 2);
  // A debt behind `__proto__` is unreadable.
  assert.equal(await on.part('unreadable').count(), 1);
  await assertClean();
});

test('a response of the payment endpoint does not pollute prototypes', async () => {
  on.allowsOpenPayment = true;
  const form = `{"action":"${on.library.origin}/x","fields":${withPrototypeKeys('')}}`;
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

test('config, texts and the JSON child do not pollute prototypes', async () => {
  const texts = withPrototypeKeys(`"da":${withPrototypeKeys('"heading":"Gæld",')},`);
  const config = withPrototypeKeys(`"texts":${texts},`);
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

test('a polluted prototype sets nothing', async () => {
  // A URL can often pollute prototypes through a bug in another script.
  await on.page.addInitScript((attackerOrigin) => {
    const urls = [
      'oirFeesUrl',
      'dibsFeesUrl',
      'feesUrl',
      'fbiUrl',
      'helpUrl',
      'ratesUrl',
      'termsUrl',
    ];
    for (const name of urls) Object.prototype[name] = attackerOrigin;
    Object.assign(Object.prototype, { paymentOrigins: attackerOrigin, texts: { heading: 'Gæld' } });
  }, on.attacker.origin);
  await on.page.goto(on.library.origin);
  await on.inElement((element) => element.refresh());
  const requests = JSON.stringify(on.attacker.requests);
  on.attacker.clear();
  assert.ok(!requests.includes(TOKEN), 'the token is not sent');
  assert.equal(requests, '[]');
  const links = await on.page.evaluate(() =>
    window.inspector.all('[href]').map(({ href }) => href),
  );
  assert.deepEqual(links, ['https://betalingsoverblik.example/']);
  assert.equal(await on.part('heading').innerText(), 'Mellemværender');
  assert.equal(await on.part('debt').count(), 3);
});

test('config with throwing getters and proxies reports problems, and throws nothing', async () => {
  await on.open();
  const problems = await on.inElement(async (element) => {
    const throwing = () => {
      throw new Error('no');
    };
    const traps = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'];
    const proxy = new Proxy({}, Object.fromEntries(traps.map((name) => [name, throwing])));
    const getter = Object.defineProperty({}, 'helpUrl', { enumerable: true, get: throwing });
    const words = { toString: throwing, [Symbol.toPrimitive]: throwing, toJSON: throwing };
    const found = [];
    for (const config of [
      proxy,
      getter,
      { texts: proxy },
      { texts: Object.defineProperty({}, 'da', { enumerable: true, get: throwing }) },
      { texts: { da: proxy } },
      { texts: { da: { heading: words } } },
      { helpUrl: words, switchDate: proxy, mobilepay: Symbol('x'), feesUrl: 5n },
      { lang: Object.create(null), headingLevel: [[[2]]], systems: throwing },
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

test('deeply nested JSON reports problems, and throws nothing', async () => {
  const deep = (depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const objects = (depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  await on.open();
  for (const depth of [1_000, 100_000]) {
    for (const value of [deep(depth), objects(depth)]) {
      const json = `[${JSON.stringify(FEES[0])},{"feeId":2,"amount":1,"creationDate":"2021-01-01",
        "payableByClient":true,"reasonMessage":${value},"materials":[{"periodical":${value}}]},${value}]`;
      on.library.routes['/fees'] = send('application/json', json);
      await on.inElement((element, config) => {
        element.config = { helpUrl: JSON.parse(config), texts: { heading: JSON.parse(config) } };
        return element.refresh();
      }, value);
      assert.equal(await on.part('debt').count(), 2);
      assert.ok((await on.inElement(({ problems }) => problems.length)) >= 2);
    }
  }
});
