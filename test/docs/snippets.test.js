import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { freePort } from '../free-port.js';
import { json, send, serve } from '../serve.js';
import { FEES, openLibrary } from './library.js';
import { snippetsIn } from './pages.js';

const manifest = JSON.parse(
  readFileSync(new URL('../../dist/custom-elements.json', import.meta.url), 'utf8'),
);
const { cssParts, cssProperties } = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .find(({ tagName }) => tagName === 'ddb-debt-overview');

let library;
before(async () => {
  library = await openLibrary();
});
after(() => library?.close());

/** Tests each example of a language. */
function testEach(language, run) {
  const snippets = snippetsIn(language);
  test('there are some', () => assert.ok(snippets.length));
  for (const { name, code } of snippets) test(name, () => run(code));
}

const debtsOf = (tab) => tab.locator('ddb-debt-overview [part~=debt]');
const problemsOf = (tab) =>
  tab.locator('ddb-debt-overview').evaluate((element) => element.problems);

describe('each HTML example shows the debt, and the console is silent', () =>
  testEach('html', async (html) => {
    const { tab, faults } = await library.open({ html });
    const one = html.includes('view="summary"') ? 'summary' : 'debt';
    await tab.locator(`ddb-debt-overview [part~=${one}]`).filter({ hasText: '70,00' }).waitFor();
    assert.deepEqual(faults, []);
    assert.deepEqual(await problemsOf(tab), []);
    assert.equal(await tab.locator('ddb-debt-overview a[slot=login]:visible').count(), 0);
    await tab.close();
  }));

/** Presses the pay button, and waits until the browser is at the gateway. */
async function pay(options) {
  const { tab, faults } = await library.open(options);
  await tab.locator('ddb-debt-overview [part~=pay-button]').first().click();
  await tab.waitForURL('https://gateway.example/**');
  assert.deepEqual(faults, []);
  await tab.close();
  return JSON.parse(library.requests.payment[0].body);
}

const REDIRECT = { orderId: '1', redirectUrl: 'https://gateway.example/pay/1' };

describe('each JSON example is what the element reads or sends', () =>
  testEach('json', async (code) => {
    const value = JSON.parse(code);
    if (Array.isArray(value)) {
      const { tab, faults } = await library.open({ fees: value });
      await debtsOf(tab).first().waitFor();
      assert.equal(await debtsOf(tab).count(), value.length);
      assert.deepEqual(faults, []);
      await tab.close();
    } else if (value.texts) {
      const script = `document.querySelector('ddb-debt-overview').config = ${code}`;
      const { tab, faults } = await library.open({ script });
      await debtsOf(tab).first().waitFor();
      assert.deepEqual(await problemsOf(tab), []);
      assert.deepEqual(faults, []);
      await tab.close();
    } else if (value.orderId) {
      await pay({ payment: value });
    } else {
      const sent = await pay({ payment: REDIRECT });
      assert.deepEqual({ ...sent, returnUrl: value.returnUrl }, value);
    }
  }));

/** The functions and names that the examples leave to the page. */
const STUBS = `
  const element = document.querySelector('ddb-debt-overview');
  const accessToken = () => 'secret';
  const patronId = () => 'a patron';
  const startPayment = (...payment) => { globalThis.started = payment; };
`;

describe('each script does what its page says', () =>
  testEach('js', async (code) => {
    const { tab, faults } = await library.open({ script: STUBS + code });
    await debtsOf(tab).first().waitFor();
    if (code.includes('getToken')) {
      assert.deepEqual(
        library.requests.fees.map(({ headers }) => headers.authorization),
        ['Bearer secret'],
      );
    } else if (code.includes('materialResolver')) {
      await debtsOf(tab).filter({ hasText: 'Tættere end man tror' }).waitFor();
    } else {
      await tab.locator('ddb-debt-overview [part~=pay-button]').first().click();
      assert.deepEqual(await tab.evaluate(() => globalThis.started), [['434536'], 7000]);
    }
    assert.deepEqual(faults, []);
    await tab.close();
  }));

describe('each rule of a style sheet is valid, and each name in it exists', () =>
  testEach('css', async (css) => {
    const { tab } = await library.open({ html: `<style>${css}</style>` });
    const rules = await tab.evaluate(() =>
      [...document.styleSheets[0].cssRules].map(({ style }) => style.length),
    );
    assert.equal(rules.length, css.split('{').length - 1);
    assert.equal(
      rules.reduce((sum, length) => sum + length),
      css.split(';').length - 1,
    );
    const known = [...cssProperties.map(({ name }) => name), ...cssParts.map(({ name }) => name)];
    const names = [...css.matchAll(/--ddb-debt-[\w-]+|(?<=::part\()[\w-]+/g)].map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => !known.includes(name)),
      [],
    );
    await tab.close();
  }));

/** The headers of each HTTP example. */
const httpExamples = () =>
  snippetsIn('http').map(({ code }) =>
    Object.fromEntries(
      code
        .trim()
        .split('\n')
        .map((line) => line.split(/: (.*)/)),
    ),
  );

test('the element works under the policy of the page, and can pay with a form', async () => {
  const [policy] = httpExamples().flatMap((headers) => headers['Content-Security-Policy'] ?? []);
  const form = { action: 'https://gateway.example/start', fields: { amount: '7000' } };
  await pay({ policy, payment: { orderId: '1', form } });
});

test('with the CORS headers of the page, endpoints on another origin receive token and key', async (t) => {
  const text = JSON.stringify(httpExamples()).replaceAll(
    'https://bibliotek.example',
    library.origin,
  );
  const [preflight, answer] = JSON.parse(text).filter((one) => one['Access-Control-Allow-Origin']);
  const received = [];
  const allow = (content) => (request, response, found) => {
    received.push(request.headers);
    send('application/json', JSON.stringify(content), answer)(request, response, found);
  };
  const options = send('text/plain', '', preflight);
  const other = await serve({
    'OPTIONS /fees': options,
    'OPTIONS /pay': options,
    'GET /fees': allow(FEES),
    'POST /pay': (...exchange) =>
      allow({ orderId: '1', redirectUrl: `${other.origin}/gateway` })(...exchange),
    '/gateway': send('text/html', 'The gateway'),
  });
  t.after(() => other.close());
  const html = `<ddb-debt-overview fees-url="${other.origin}/fees" dibs-payment-url="${other.origin}/pay"></ddb-debt-overview>`;
  const script = `document.querySelector('ddb-debt-overview').getToken = () => 'secret'`;
  const { tab, faults } = await library.open({ html, script, hasGateway: false });
  await tab.locator('ddb-debt-overview [part~=pay-button]').first().click();
  await tab.waitForURL('**/gateway');
  await tab.close();
  assert.deepEqual(faults, []);
  assert.deepEqual(
    received.map(({ authorization }) => authorization),
    ['Bearer secret', 'Bearer secret'],
  );
  assert.ok(received[1]['idempotency-key']);
});

describe('each server in Node passes the token on, returns the list of FBS, and follows no redirect', () =>
  testEach('mjs', async (code) => {
    const fbs = await serve({
      '/external/agencyid/patron/patronid/fees/v2': (request, response, found) =>
        request.headers.authorization === 'Bearer secret'
          ? json(FEES)(request, response, found)
          : response.writeHead(302, { Location: '/login' }).end(),
      '/login': send('text/html', 'Log in'),
    });
    const port = await freePort();
    const server = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      env: { ...process.env, FBS_ORIGIN: fbs.origin, PORT: `${port}` },
      stdio: 'inherit',
    });
    async function requestWith(headers) {
      try {
        return await fetch(`http://localhost:${port}/patron/fees`, { headers });
      } catch (error) {
        // It is still starting.
        if (server.exitCode === null) return requestWith(headers);
        throw error;
      }
    }
    try {
      assert.equal((await requestWith({})).status, 401);
      assert.equal((await requestWith({ Authorization: 'Bearer other' })).status, 502);
      const response = await requestWith({ Authorization: 'Bearer secret' });
      assert.equal(response.headers.get('Content-Type'), 'application/json; charset=utf-8');
      assert.equal(response.headers.get('Cache-Control'), 'no-store, private');
      assert.deepEqual(await response.json(), FEES);
    } finally {
      server.kill();
      await fbs.close();
    }
  }));
