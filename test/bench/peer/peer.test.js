import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from '../../pages/open-browser.js';
import { page, serve } from '../../serve.js';
import { beside } from './beside.js';

/** A page that loads its rows in two requests, and moves what is below them. */
const PEER = page(`<!doctype html><link rel="icon" href="data:,"><div id="rows"></div><p>Below</p>
<script type="module">
  const text = await (await fetch('/rows')).text();
  await fetch('/rows?page=2');
  document.querySelector('#rows').innerHTML = text;
</script>`);
/** A page that has its row at once. */
const WIDGET = page(
  '<!doctype html><link rel="icon" href="data:,"><ul><li>70,00 kr.</li></ul><script>document.body.append("!")</script>',
);

let server;
let browser;
before(async () => {
  server = await serve({
    '/widget': WIDGET,
    '/peer': PEER,
    '/rows': page('<table><tr class="fee"><td style="height: 200px">70,00 kr.</td></tr></table>'),
  });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const HOW = { rounds: 1, networks: { unthrottled: undefined } };

test('two pages are measured with the same probes', async () => {
  const widget = { url: `${server.origin}/widget` };
  const peer = { url: `${server.origin}/peer`, row: '.fee' };
  const { unthrottled } = await beside(browser, { widget, peer }, HOW);
  const [, , ...lines] = unthrottled.split('\n');
  const rows = Object.fromEntries(
    lines.map((line) => {
      const [name, ...cells] = line.slice(2, -2).split(' | ');
      return [name, cells];
    }),
  );
  assert.deepEqual(Object.keys(rows), [
    'list on the screen, ms',
    'over the network, kB',
    'requests',
    'layout shift',
    'nodes',
    'heap, kB',
  ]);
  assert.deepEqual(rows.requests, ['1', '3', '3.00']);
  assert.equal(rows['layout shift'][0], '0.000');
  assert.ok(+rows['layout shift'][1] > 0, 'the peer moves what is below its list');
  for (const [name, cells] of Object.entries(rows))
    if (name !== 'layout shift')
      assert.ok(
        cells.every((cell) => +cell > 0),
        `${name}: ${cells}`,
      );
});
