import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './open-browser.js';
import { json, page, send, serve } from '../serve.js';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const FILES = ['ddb-debt-overview.js', 'ddb-debt-overview.start.js'];
const INTEGRITY = readFileSync(`${DIST}/ddb-debt-overview.js.integrity`, 'utf8').trim();
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

const FEES = [
  {
    feeId: 1,
    amount: 70,
    dueDate: '2022-05-08',
    creationDate: '2022-04-06',
    payableByClient: true,
  },
  { feeId: 2, amount: 230, creationDate: '2021-12-01', payableByClient: false, materials: [] },
];
const ELEMENT = `<ddb-debt-overview fees-url="/fees" switch-date="2021-12-01"
  dibs-payment-url="/pay" oir-payment-url="https://example.org/"
  oir-payment-name="Mit Betalingsoverblik">`;
const whole = (body, head = '') =>
  `<!doctype html><html lang="da"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const CLASSIC = '<script src="/ddb-debt-overview.js"></script>';
const MODULE = `<script type="module" src="/ddb-debt-overview.js" integrity="${INTEGRITY}"></script>`;

let server;
let browser;
/** The content of /concatenated.js. */
let concatenated = '';
const feesRequests = [];

before(async () => {
  server = await serve(
    {
      '/classic': page(whole(`${ELEMENT}</ddb-debt-overview>${CLASSIC}`), POLICY),
      '/module': page(whole(`${ELEMENT}</ddb-debt-overview>`, MODULE), POLICY),
      '/twice': page(whole(`${ELEMENT}</ddb-debt-overview>${CLASSIC}${CLASSIC}${MODULE}`), POLICY),
      '/english': page(
        whole(
          `${ELEMENT.replace('>', ' lang="en" help-url="/help">')}</ddb-debt-overview>${CLASSIC}`,
        ),
        POLICY,
      ),
      // The script runs before the parser reaches the JSON child, which arrives in two parts.
      '/json-late': (_, response) => {
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
        response.write(
          `<!doctype html><html lang="da"><head><meta charset="utf-8">${CLASSIC}</head><body>
           <ddb-debt-overview><script type="application/json">{ "feesUrl": "/fe`,
        );
        setTimeout(
          () =>
            response.end(`es", "switchDate": "2021-12-01" }</script></ddb-debt-overview></body>`),
          300,
        );
      },
      // Neither the page nor the script declares that the script is UTF-8.
      '/windows-1252': send(
        'text/html; charset=windows-1252',
        `<!doctype html><html lang="da"><body>${ELEMENT}</ddb-debt-overview>${CLASSIC}</body></html>`,
      ),
      '/concatenated': page(
        whole(`${ELEMENT}</ddb-debt-overview><script src="/concatenated.js"></script>`),
      ),
      '/concatenated.js': (request, response) =>
        send('text/javascript', concatenated)(request, response),
      '/fees': (request, response) => {
        feesRequests.push(request.headers);
        json(FEES)(request, response);
      },
    },
    { folder: DIST },
  );
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page and returns its visible text and the lines of its console. */
async function open(path) {
  const tab = await browser.newPage();
  const consoleLines = [];
  tab.on('console', (message) => consoleLines.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => consoleLines.push(`error: ${error.message}`));
  feesRequests.length = 0;
  await tab.goto(server.origin + path);
  await tab.locator('ddb-debt-overview li').first().waitFor();
  const text = await tab.locator('ddb-debt-overview [part=base]').innerText();
  const words = text.replace(/\s+/g, ' ');
  const isStyled = await tab
    .locator('ddb-debt-overview [part=debt]')
    .first()
    .evaluate((row) => getComputedStyle(row).display);
  const typeOfFirst = await tab.evaluate(() => document.body.dataset.first);
  await tab.close();
  return { words, consoleLines, isStyled, typeOfFirst };
}

for (const path of ['/classic', '/module', '/twice']) {
  test(`the single file works under a strict Content-Security-Policy: ${path}`, async () => {
    const { words, consoleLines, isStyled } = await open(path);
    assert.deepEqual(consoleLines, []);
    assert.match(words, /I alt 300,00 kr\./);
    assert.match(words, /Betal 70,00 kr\./);
    assert.match(words, /Gå til Mit Betalingsoverblik/);
    assert.equal(isStyled, 'grid');
    assert.equal(feesRequests.length, 1);
    assert.equal(feesRequests[0].authorization, undefined);
  });
}

test('the single file shows English too, with each text in its place', async () => {
  const { words, consoleLines } = await open('/english');
  assert.deepEqual(consoleLines, []);
  const sentences = [
    'What you owe',
    'Total DKK 300.00',
    'Fees and compensation are moving to a new system.',
    'To be paid here',
    'Was due 8 May 2022',
    'Pay DKK 70.00',
    'To be paid on Mit Betalingsoverblik',
    'Created 1 December 2021',
    'It can take up to 72 hours before it shows here.',
    'Why do I pay on Mit Betalingsoverblik?',
    'Go to Mit Betalingsoverblik (opens in a new tab)',
    'Contact the library',
  ];
  assert.deepEqual(
    sentences.filter((sentence) => !words.includes(sentence)),
    [],
  );
});

test('the single file exposes the documented names to scripts', async () => {
  const tab = await browser.newPage();
  await tab.goto(`${server.origin}/classic`);
  await tab.locator('ddb-debt-overview li').first().waitFor();
  const names = await tab.evaluate(() => {
    const { overview } = document.querySelector('ddb-debt-overview');
    const [system] = overview.systems;
    return [overview, system, system.debts[0]].map((one) => Object.keys(one).sort().join(' '));
  });
  await tab.close();
  assert.deepEqual(names, [
    'atLeast empty systems today total',
    'amount debts failure readAt state system unreadable',
    'amount createdOn dueOn feeId materials payableByClient paymentStatus reason system type',
  ]);
});

test('the single file shows Danish letters in a page with another encoding', async () => {
  const { words, consoleLines } = await open('/windows-1252');
  assert.deepEqual(consoleLines, []);
  for (const sentence of ['Mellemværender', 'Gå til Mit Betalingsoverblik']) {
    assert.ok(words.includes(sentence), words);
  }
  const tab = await browser.newPage();
  await tab.goto(`${server.origin}/windows-1252`);
  const link = tab.locator('ddb-debt-overview [part~=go-link]');
  const arrow = await link.evaluate((one) => getComputedStyle(one, '::after').content);
  const encoding = await tab.evaluate(() => document.characterSet);
  await tab.close();
  assert.equal(encoding, 'windows-1252');
  assert.match(arrow, /^"\u2197\ufe0e"/);
});

for (const [end, before] of [
  ['without a semicolon', 'var first = function () { throw new Error("called"); }'],
  ['with a line comment', 'var first = function () { throw new Error("called"); }\n// end'],
]) {
  test(`the scripts work when they are concatenated after a file that ends ${end}`, async () => {
    const files = FILES.map((name) => readFileSync(`${DIST}/${name}`, 'utf8').trimEnd());
    const after = '(function () { document.body.dataset.first = typeof first; })()';
    // Each script once follows that file directly.
    for (const list of [files, [...files].reverse()]) {
      concatenated = [before, ...list, after].join('');
      const { words, consoleLines, typeOfFirst } = await open('/concatenated');
      assert.deepEqual(consoleLines, []);
      assert.match(words, /I alt 300,00 kr\./);
      assert.equal(typeOfFirst, 'function');
    }
  });
}

test('CONTRACT 2: waits silently for a JSON child that the parser adds late and in parts', async () => {
  const { words, consoleLines } = await open('/json-late');
  assert.deepEqual(consoleLines, []);
  assert.match(words, /70,00 kr\./);
  assert.equal(feesRequests.length, 1);
});
