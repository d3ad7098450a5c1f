/**
 * `npm run bench`: measures the built single file and a page written by hand, in a real browser with a real
 * server. It prints tables and never fails a build. README.md explains them.
 *
 * `-- --rounds 7` for more runs of each (3).
 */
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../built.js';
import { serve } from '../serve.js';
import { openBrowser } from '../pages/open-browser.js';
import { compare } from './comparison.js';
import { loadVariants } from './load-variants.js';
import { table } from './figures.js';
import { sizesOf } from './bench-server.js';
import { refreshes } from './refreshes.js';
import { site } from './site.js';
import { titleRoutes, titles } from './titles.js';
import { moreBytes } from './more-bytes.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = +values.rounds;

buildIfStale();

const progress = (what) => process.stderr.write(`${what}\n`);
const print = (title, text) => console.log(`\n**${title}**\n\n${text}`);

function sizes() {
  const rows = [
    ['`ddb-debt-overview.js`', '../../dist/ddb-debt-overview.js'],
    ['`ddb-debt-overview.start.js`', '../../dist/ddb-debt-overview.start.js'],
    ['by hand: script', 'by-hand/by-hand.js'],
    ['by hand: style sheet', 'by-hand/by-hand.css'],
  ].map(([name, path]) => {
    const { raw, gzip, brotli } = sizesOf(path);
    return [name, raw, gzip, brotli];
  });
  return table(['bytes', 'raw', 'gzip', 'brotli'], rows);
}

const pages = await site();
const titlesServer = await serve(titleRoutes, {
  folder: fileURLToPath(new URL('../../dist', import.meta.url)),
});
const browser = await openBrowser();
try {
  const [{ model }, ...others] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  console.log(
    `${day}, Chromium ${browser.version()} without a window, ${others.length + 1} × ${model.trim()}, Node ${process.version}, ${rounds} runs each`,
  );
  print('Bytes', sizes());
  const tables = await compare(browser, pages.origin, rounds, progress);
  for (const [name, text] of Object.entries(tables)) print(name, text);
  print('Ways to load', await loadVariants(browser, pages.origin, rounds, progress));
  print('What more bytes would cost', await moreBytes(browser, pages.origin, rounds, progress));
  progress('titles, refreshes');
  print('With titles and without, in turns', await titles(browser, titlesServer.origin, rounds));
  print('A long-lived page', await refreshes(browser, pages.origin));
} finally {
  await browser.close();
  await pages.close();
  await titlesServer.close();
}
