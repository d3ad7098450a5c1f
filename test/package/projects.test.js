import assert from 'node:assert/strict';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openBrowser } from '../pages/open-browser.js';
import { json, page, serve } from '../serve.js';
import { compilerErrors, refusedIn } from './compiler-errors.js';
import { openWorkspace } from './workspace.js';

/** The projects, and the command of each compiler. */
const COMPILED = {
  vite: ['tsc', '-p', '.'],
  react: ['tsc', '-p', '.'],
  vue: ['vue-tsc', '-p', '.'],
  svelte: ['svelte-check', '--tsconfig', './tsconfig.json', '--output', 'machine'],
};

const FEES = [
  { feeId: 1, amount: 70, creationDate: '2022-04-06', payableByClient: true },
  { feeId: 2, amount: 230, creationDate: '2022-04-06', payableByClient: false, materials: [] },
];

let workspace;
let server;
let browser;
const requests = [];
let rendered;

before(async () => {
  workspace = await openWorkspace(['html', ...Object.keys(COMPILED), 'server']);
  server = await serve(
    {
      '/fees': (request, response) => {
        requests.push(`${request.url} ${request.headers.authorization ?? ''}`);
        json(FEES)(request, response);
      },
      '/pay': (request, response) => {
        requests.push(request.url);
        response.writeHead(500).end();
      },
      '/server': (...exchange) =>
        page(`<!doctype html><html lang="da"><link rel="icon" href="data:,"><body>${rendered}
          <script type="module" src="/node_modules/ddb-debt-overview/dist/ddb-debt-overview.js"></script>`)(
          ...exchange,
        ),
    },
    { folder: workspace.folder },
  );
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.close();
  workspace?.close();
});

/** Opens a page, waits for both debts, and returns its text and console. */
async function open(path) {
  const tab = await browser.newPage();
  const logged = [];
  tab.on('console', (message) => logged.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => logged.push(`error: ${error.message}`));
  requests.length = 0;
  await tab.goto(server.origin + path);
  const debts = tab.locator('ddb-debt-overview');
  await debts.locator('[part=debt]').nth(1).waitFor();
  const innerText = await debts.locator('[part=base]').innerText();
  return { tab, debts, logged, text: innerText.replace(/\s+/g, ' ') };
}

/** Both debts, and the name of the payment site, which only an object or a JSON child sets. */
const DEBTS = /70,00 kr\..*Mit Betalingsoverblik.*230,00 kr\./;

/** Expects both debts, requests with the token, and an event for a click on the pay button. */
async function works(path, token) {
  const { tab, debts, logged, text } = await open(path);
  assert.match(text, DEBTS);
  assert.deepEqual(requests, [`/fees Bearer ${token}`]);
  await debts.locator('[part~=pay-button]').click();
  const output = tab.locator('output', { hasText: /./ });
  await output.waitFor();
  assert.equal(await output.innerText(), '1: 7000 DKK of 30000');
  // The page has cancelled the event: the widget sends no payment request, even after a refresh.
  await debts.evaluate((element) => element.refresh());
  assert.deepEqual(requests, Array(2).fill(`/fees Bearer ${token}`));
  assert.deepEqual(logged, []);
  await tab.close();
}

test('the installed package is the tarball, not the source folder', () => {
  const installed = join(workspace.folder, 'node_modules/ddb-debt-overview');
  assert.ok(lstatSync(installed).isDirectory());
  assert.ok(!existsSync(join(installed, 'src')));
});

test('html: the single file shows the debts, and dispatches the payment event', () =>
  works('/html/index.html', 'html'));

for (const [name, compile] of Object.entries(COMPILED)) {
  describe(name, () => {
    test('the compiler accepts valid code, and refuses each marked line', async () => {
      const { stdout, stderr } = await workspace.run(name, ...compile);
      const refused = refusedIn(join(workspace.folder, name));
      assert.ok(refused.length > 5);
      assert.deepEqual(compilerErrors(stdout), refused, stdout + stderr);
    });

    test('the built project shows the debts, and dispatches the payment event', async () => {
      const { failed, stderr } = await workspace.run(name, 'vite', 'build', '--base', './');
      assert.ok(!failed, stderr);
      await works(`/${name}/dist/index.html`, name);
    });
  });
}

describe('on a server', () => {
  let answer;
  before(async () => {
    const { failed, stdout, stderr } = await workspace.run('server', 'node', 'render.js');
    assert.ok(!failed, stderr);
    answer = JSON.parse(stdout);
  });

  test('every export can be imported without a DOM, and adds no globals', () => {
    const { version, required, event, invented } = answer;
    assert.match(version, /^\d/);
    assert.equal(required, version);
    assert.equal(event, '1: 7000');
    // Lit adds this one, for servers.
    assert.deepEqual(invented, ['customElements']);
  });

  for (const name of ['react', 'vue']) {
    test(`${name} renders the attributes without the token, and the browser shows the debts`, async () => {
      rendered = answer[name];
      assert.match(rendered, / fees-url="\/fees"/);
      assert.doesNotMatch(rendered, /secret|gettoken|onddb|config|object/i);
      const { tab, text, logged } = await open('/server');
      assert.match(text, DEBTS);
      assert.deepEqual(logged, []);
      await tab.close();
    });
  }
});
