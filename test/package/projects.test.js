import assert from 'node:assert/strict';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openBrowser } from '../pages/open-browser.js';
import { json, page, serve } from '../serve.js';
import { complaintsIn, refusedIn } from './complaints.js';
import { openWorkspace } from './workspace.js';

/** What each is built of, and how its compiler is asked. */
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
const asked = [];
let rendered;

before(async () => {
  workspace = await openWorkspace(['html', ...Object.keys(COMPILED), 'server']);
  server = await serve(
    {
      '/fees': (request, response) => {
        asked.push(`${request.url} ${request.headers.authorization ?? ''}`);
        json(FEES)(request, response);
      },
      '/pay': (request, response) => {
        asked.push(request.url);
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

/** Opens a page, waits for both debts, and answers what can be read. */
async function open(path) {
  const tab = await browser.newPage();
  const heard = [];
  tab.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  asked.length = 0;
  await tab.goto(server.origin + path);
  const debts = tab.locator('ddb-debt-overview');
  await debts.locator('[part=debt]').nth(1).waitFor();
  const text = await debts.locator('[part=base]').innerText();
  return { tab, debts, heard, words: text.replace(/\s+/g, ' ') };
}

/** Both debts, and the payment site by the name that only an object or a JSON child gives it. */
const DEBTS = /70,00 kr\..*Mit Betalingsoverblik.*230,00 kr\./;

/** The debts are there, the token was asked for, and a press on the pay button is the page's to answer. */
async function works(path, token) {
  const { tab, debts, heard, words } = await open(path);
  assert.match(words, DEBTS);
  assert.deepEqual(asked, [`/fees Bearer ${token}`]);
  await debts.locator('[part~=pay-button]').click();
  const said = tab.locator('output', { hasText: /./ });
  await said.waitFor();
  assert.equal(await said.innerText(), '1: 7000 DKK of 30000');
  // The page has taken the payment over: nothing is asked for it, not even until the debts have been read again.
  await debts.evaluate((element) => element.refresh());
  assert.deepEqual(asked, Array(2).fill(`/fees Bearer ${token}`));
  assert.deepEqual(heard, []);
  await tab.close();
}

test('what is installed is the tarball, not the folder it was made in', () => {
  const installed = join(workspace.folder, 'node_modules/ddb-debt-overview');
  assert.ok(lstatSync(installed).isDirectory());
  assert.ok(!existsSync(join(installed, 'src')));
});

test('html: the single file shows the debts, and tells the page of a payment', () =>
  works('/html/index.html', 'html'));

for (const [name, compile] of Object.entries(COMPILED)) {
  describe(name, () => {
    test('the compiler takes what is right, and refuses each line that is not', async () => {
      const { said, complained } = await workspace.run(name, ...compile);
      const refused = refusedIn(join(workspace.folder, name));
      assert.ok(refused.length > 5);
      assert.deepEqual(complaintsIn(said), refused, said + complained);
    });

    test('what is built shows the debts, and tells the page of a payment', async () => {
      const { failed, complained } = await workspace.run(name, 'vite', 'build', '--base', './');
      assert.ok(!failed, complained);
      await works(`/${name}/dist/index.html`, name);
    });
  });
}

describe('on a server', () => {
  let answer;
  before(async () => {
    const { failed, said, complained } = await workspace.run('server', 'node', 'render.js');
    assert.ok(!failed, complained);
    answer = JSON.parse(said);
  });

  test('every way in can be imported without a page, and puts no page there', () => {
    const { version, required, event, invented } = answer;
    assert.match(version, /^\d/);
    assert.equal(required, version);
    assert.equal(event, '1: 7000');
    // Lit's own, for servers.
    assert.deepEqual(invented, ['customElements']);
  });

  for (const name of ['react', 'vue']) {
    test(`${name} writes the attributes and no secret, and the browser makes them debts`, async () => {
      rendered = answer[name];
      assert.match(rendered, / fees-url="\/fees"/);
      assert.doesNotMatch(rendered, /secret|gettoken|onddb|config|object/i);
      const { tab, words, heard } = await open('/server');
      assert.match(words, DEBTS);
      assert.deepEqual(heard, []);
      await tab.close();
    });
  }
});
